"""Cells that an OpenDocument sheet writes once and repeats: a few bytes may stand for a billion cells, so they are counted first."""

import io
import re
import zipfile
import zlib

from keko.intake.read.limits import refuse_size

_CONTENT = "content.xml"
# A row, its attributes and its cells; a cell, its attributes and whether it holds nothing.
_ROW = re.compile(rb"<table:table-row((?:\s[^>]*?)?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_CELL = re.compile(rb"<table:(?:covered-)?table-cell((?:\s[^>]*?)?)(/)?>")
_COLUMNS = re.compile(rb'number-columns-repeated="(\d{1,10})"')
_ROWS = re.compile(rb'number-rows-repeated="(\d{1,10})"')


def refuse_repeated(data: bytes) -> None:
    """Turn away an OpenDocument file whose rows and cells are more than are read; blank ones at their ends do not count.

    Raises:
        Refused: it is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read(_CONTENT)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError, EOFError, zlib.error):
        return  # broken or protected, which is told where it is read
    rows = widest = 0
    for row in _ROW.finditer(content):
        width = _width(row[2] or b"")
        widest = max(widest, width)
        rows += _repeats(_ROWS, row[1]) if width else 0
    refuse_size(rows, widest)


def _width(cells: bytes) -> int:
    """How many cells a row has up to the last one that holds something."""
    width = filled = 0
    for cell in _CELL.finditer(cells):
        width += _repeats(_COLUMNS, cell[1])
        filled = filled if cell[2] and b"office:value" not in cell[1] else width
    return filled


def _repeats(form: "re.Pattern[bytes]", attributes: bytes) -> int:
    match = form.search(attributes)
    return int(match[1]) if match else 1
