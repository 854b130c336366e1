"""What the library that reads workbooks leaves out of an XLSX file: errors in cells, and formats that show a number otherwise.

Patterns look at one tag at a time, so that a sheet of any make is gone through once.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

# By row of a sheet, the columns (both from 0) of cells and what is told of them; and the same of every sheet, by its name.
Places = dict[int, list[tuple[int, str]]]
Marks = dict[str, Places]

# What a broken part of an archive raises: the library has read the rest of it.
_BROKEN = (
    zipfile.BadZipFile, KeyError, ElementTree.ParseError, NotImplementedError, OSError, RuntimeError, EOFError, zlib.error,
)  # fmt: skip
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = rb'\sr="([A-Z]{1,3})(\d{1,7})"'
_ERROR_CELL = re.compile(
    rb'<c(?=\s[^<>]*\bt="e")(?=[^<>]*' + _PLACE + rb")[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>(#[^<]{1,20})"
)
_STYLED_CELL = rb'<c(?=\s[^<>]*\bs="(%s)")(?=[^<>]*' + _PLACE + rb")"
_QUOTED = re.compile(r'"[^"]*+"|\\.|\[[^\[\]]*+\]')
_COMMAS_AT_END = re.compile(r"[0#?](,++)(?![0#?])")
_LONGEST_CODE = 1000
_OF_COMMAS = {1: "tuhatta", 2: "milj."}


def error_cells(data: bytes) -> Marks:
    """The cells that hold an error, and its text (#DIV/0!)."""
    marks: Marks = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, part in _sheet_parts(archive):
                for cell in _ERROR_CELL.finditer(archive.read(part)):
                    _mark(marks, name, cell[1], cell[2], cell[3].decode(errors="replace"))
    except _BROKEN:
        return {}  # another format, which has no such cells or tells them itself
    return marks


def scaled_cells(data: bytes) -> Marks:
    """The cells whose numbers are shown in per cent or in thousands, and the sign of it."""
    marks: Marks = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            signs = _signs_of_styles(archive.read("xl/styles.xml"))
            if not signs:
                return {}
            # Cells have their style as a number; only those of these styles are looked at.
            styled = re.compile(_STYLED_CELL % b"|".join(str(style).encode() for style in signs))
            for name, part in _sheet_parts(archive):
                for cell in styled.finditer(archive.read(part)):
                    _mark(marks, name, cell[2], cell[3], signs[int(cell[1])])
    except _BROKEN:
        return {}
    return marks


def _mark(marks: Marks, sheet: str, letters: bytes, row: bytes, text: str) -> None:
    column = 0
    for letter in letters:
        column = 26 * column + letter - ord("A") + 1
    marks.setdefault(sheet, {}).setdefault(int(row) - 1, []).append((column - 1, text))


def _signs_of_styles(styles: bytes) -> dict[int, str]:
    """The sign of each cell style whose numbers are shown in per cent, or in thousands (a comma at the end of a format)."""
    root = ElementTree.fromstring(styles)
    codes = {own.get("numFmtId"): own.get("formatCode", "") for own in root.iterfind(".//{*}numFmts/{*}numFmt")}
    codes |= dict.fromkeys(("9", "10"), "0%")
    by_code = {id_: sign for id_, code in codes.items() if (sign := _sign(code))}
    styled = (own.get("numFmtId") for own in root.iterfind("{*}cellXfs/{*}xf"))
    return {style: by_code[id_] for style, id_ in enumerate(styled) if id_ in by_code}


def _sign(code: str) -> str | None:
    code = _QUOTED.sub("", code[:_LONGEST_CODE].split(";", maxsplit=1)[0])
    if "%" in code:
        return "%"
    scaled = _COMMAS_AT_END.search(code)
    return _OF_COMMAS.get(len(scaled[1])) if scaled else None


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of every sheet and its part of the archive; each part once, whatever says so more often."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    seen = set[str]()
    for sheet in book.findall(".//{*}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        if target.endswith(".xml") and target not in seen:
            seen.add(target)
            yield sheet.get("name", ""), posixpath.join("/xl", target).lstrip("/")
