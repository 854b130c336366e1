"""The sheets of an OpenDocument file before it is read: how large each would be, and which cells are shown in per cent.

A few bytes may repeat a cell a billion times, so cells are counted as the XML goes by, and none of it is kept.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

_CONTENT = "content.xml"
_TABLE, _OFFICE = (f"urn:oasis:names:tc:opendocument:xmlns:{own}:1.0 " for own in ("table", "office"))
_SHEET, _ROW = f"{_TABLE}table", f"{_TABLE}table-row"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_MOST_MARKED = 1000
_DIGITS = 12
_AT_ONCE = 1 << 16


@dataclass
class Extent:
    """How far a sheet reaches, blank rows and cells at its ends left out. `percentages`: by row, their columns."""

    name: str
    rows: int = 0
    columns: int = 0
    percentages: dict[int, list[int]] = field(default_factory=dict)


def extents(data: bytes) -> list[Extent]:
    """The extent of every sheet; none where the file is another, and of a broken one what comes before the break."""
    passing = _Passing()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_CONTENT) as content:
            parser = expat.ParserCreate(namespace_separator=" ")
            parser.StartElementHandler, parser.EndElementHandler = passing.start, passing.end
            while piece := content.read(_AT_ONCE):
                parser.Parse(piece)
    except (
        expat.ExpatError, zipfile.BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError, EOFError, zlib.error,
    ):  # fmt: skip
        pass  # broken or protected, which is told where it is read
    return passing.sheets


class _Passing:
    """Rows and cells as they go by, counted on the last of `sheets`."""

    def __init__(self) -> None:
        self.sheets: list[Extent] = []
        self._row = self._repeated = self._column = self._filled = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS and self.sheets:
            self._cell(attributes)
        elif tag == _ROW:
            self._column = self._filled = 0
            self._repeated = _repeats(attributes.get(f"{_TABLE}number-rows-repeated"))
        elif tag == _SHEET:
            self.sheets.append(Extent(attributes.get(f"{_TABLE}name", "")))
            self._row = 0
        else:  # what stands in a cell, where there is one
            self._filled = self._column

    def end(self, tag: str) -> None:
        if tag != _ROW or not self.sheets:
            return
        if self._filled:
            sheet = self.sheets[-1]
            sheet.rows, sheet.columns = self._row + self._repeated, max(sheet.columns, self._filled)
        self._row += self._repeated
        self._column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        first, kind = self._column, attributes.get(f"{_OFFICE}value-type")
        self._column += _repeats(attributes.get(f"{_TABLE}number-columns-repeated"))
        if kind is not None:
            self._filled = self._column
        if kind == "percentage":
            places = range(first, min(self._column, first + _MOST_MARKED))
            self.sheets[-1].percentages.setdefault(self._row, []).extend(places)


def _repeats(text: str | None) -> int:
    """How often, at least as far as it is less than a trillion times."""
    digits = (text or "1").removeprefix("+").lstrip("0")[:_DIGITS]
    return int(digits) if digits.isascii() and digits.isdigit() else 1
