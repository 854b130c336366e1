"""Workbooks (XLSX, XLS, ODS): the sheet with the figures, headers over several rows and in two languages."""

import re
from itertools import pairwise

import pandas as pd

from keko.data.own_files import is_own
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.decoding import EMPTY_FILE
from keko.intake.read.dialect import RECORDS, trimmed
from keko.intake.read.grid import NO_ROWS, header_place, holds_figures, is_blank, refuse_width, without_footers
from keko.intake.read.stacked_sheets import stacked
from keko.intake.read.table import Table, letter
from keko.intake.read.workbook import Range, Sheet, unpacked_sheets
from keko.intake.values.headings import word_of
from keko.intake.values.numbers import is_marker
from keko.intake.values.periods import read_period

CHOOSE_SHEET = ProblemKind(
    "choose-sheet",
    "error",
    Text(
        "Lukuja on usealla taulukon välilehdellä ({sheets}): kerro kuvauksessa, mikä niistä luetaan (sheet).",
        "Det finns tal på flera av tabellens flikar ({sheets}): ange i beskrivningen vilken som ska läsas (sheet).",
        "Several sheets hold figures ({sheets}): say in the mapping which one to read (sheet).",
    ),
)
UNKNOWN_SHEET = ProblemKind(
    "unknown-sheet",
    "error",
    Text(
        "Tiedostossa ei ole välilehteä ”{wanted}”; sen välilehdet ovat {sheets}.",
        "Filen har ingen flik ”{wanted}”; dess flikar är {sheets}.",
        "The file has no sheet “{wanted}”; its sheets are {sheets}.",
    ),
)
FORMATS = ("xlsx", "xls", "ods")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MOST_NAMED = 8
_HYPHEN = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*")


def recognises(data: bytes, file_name: str) -> str | None:
    """The archive of a workbook by what is in it; an old workbook by its mark."""
    if data.startswith(_OLE):
        return "xls"
    if not data.startswith(_ZIP):
        return None
    return "ods" if b"opendocument" in data[:200] else "xlsx" if b"xl/" in data else None


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The table on one sheet of a workbook.

    Raises:
        Refused: the workbook cannot be read, the sheet is not told, or header and rows cannot be told apart.
    """
    format_name, sheets = recognises(data, "") or "xlsx", sheets_of(data)
    likely = _likely(sheets, mapping.sheet)
    if len(likely) == 1:
        return _table(likely[0], file_name, format_name, mapping.header_row)
    try:
        tables = [(sheet.name, _table(sheet, file_name, format_name, mapping.header_row)) for sheet in likely]
    except Refused:
        tables = []
    table = stacked([(name, part, len(sheet.rows)) for (name, part), sheet in zip(tables, likely, strict=False)])
    if table is None:
        raise Refused([CHOOSE_SHEET.at(sheets=_listed(likely))])
    return table


def sheet_names(data: bytes) -> list[str]:
    """The sheets of a workbook that show and are not empty.

    Raises:
        Refused: the workbook cannot be read.
    """
    return [sheet.name for sheet in sheets_of(data) if not sheet.hidden and any(map(any, sheet.rows))]


def sheets_to_read(data: bytes, wanted: str | None) -> list[tuple[str, list[list[str]]]]:
    """The name and the rows of the sheet that was told, else of those that may hold the table.

    Raises:
        Refused: the workbook cannot be read, or has no such sheet.
    """
    return [(sheet.name, sheet.rows) for sheet in _likely(sheets_of(data), wanted)]


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, at least one.

    Raises:
        Refused: the workbook cannot be read.
    """
    return unpacked_sheets(data, recognises(data, "") or "xlsx")


def _likely(sheets: list[Sheet], wanted: str | None) -> list[Sheet]:
    """The sheet that was told, else those that may hold the table, at least one."""
    if wanted is not None:
        named = [sheet for sheet in sheets if sheet.name.strip().casefold() == wanted.strip().casefold()]
        if not named:
            raise Refused([UNKNOWN_SHEET.at(wanted=wanted, sheets=_listed(sheets))])
        return named[:1]
    filled = [sheet for sheet in sheets if not sheet.hidden and any(map(any, sheet.rows))]
    if not filled:
        raise Refused([EMPTY_FILE.at()])
    own = [sheet for sheet in filled if is_own(sheet.rows[0])]
    return own or [sheet for sheet in filled if sheet.has_figures] or filled


def _listed(sheets: list[Sheet]) -> str:
    more = ", …" if len(sheets) > _MOST_NAMED else ""
    return ", ".join(sheet.name for sheet in sheets[:_MOST_NAMED]) + more


def _table(sheet: Sheet, file_name: str, format_name: str, wanted: int | None) -> Table:
    at = header_place([[_header_text(cell) for cell in row] for row in sheet.rows[:RECORDS]], wanted)
    top, end = (0, 0) if at is None else (at, at + 1) if wanted else _header_rows(sheet, at)
    if is_own(sheet.rows[0]):
        top, end = 0, 1
    header = _header(sheet, top, end)
    refuse_width(header)
    cells = pd.DataFrame(sheet.rows[end:], dtype="str")
    cells.index = pd.RangeIndex(end + 1, len(sheet.rows) + 1)
    if cells.empty or is_blank(cells).all():
        raise Refused([NO_ROWS.at()])
    cells, footers = without_footers(cells[~is_blank(cells)])
    if cells.empty:
        raise Refused([NO_ROWS.at()])
    titles = [" ".join(filter(None, row)) for row in sheet.rows[:top] if trimmed(row)]
    rows = list(range(top + 1, end + 1))
    return Table(file_name, format_name, None, None, rows, header, cells, titles, footers, sheet=sheet.name)


def _header_rows(sheet: Sheet, at: int) -> tuple[int, int]:
    """The first row of the header, and the first after it, when the row `at` is one of its rows."""
    top, end = at, at + 1
    while end < len(sheet.rows) and _continues(sheet, end - 1):
        end += 1
    while top > 0 and _groups(sheet, top - 1):
        top -= 1
    return top, end


def _continues(sheet: Sheet, row: int) -> bool:
    """Whether the row below `row` is header too: a translation of it, or what merged cells above are divided into."""
    own, below = sheet.rows[row], sheet.rows[row + 1]
    if holds_figures(below) or not any(below):
        return False
    if _translates(own, below) or any(_merges(sheet, row)):
        return True
    open_ones = any(not upper and lower for upper, lower in zip(own, below, strict=True))
    divided = any(upper and not lower for upper, lower in zip(own, below, strict=True))
    return open_ones and (divided or (_groups(sheet, row) and not any(map(is_marker, filter(None, below)))))


def _translates(own: list[str], below: list[str]) -> bool:
    words = [
        (word_of(_header_text(upper)), word_of(_header_text(lower))) for upper, lower in zip(own, below, strict=True)
    ]
    return any(upper for upper, _ in words) and all(upper == lower for upper, lower in words)


def _groups(sheet: Sheet, row: int) -> bool:
    """Whether a row above the header heads groups of columns whose own headers are not enough to tell them apart."""
    own, below = sheet.rows[row], sheet.rows[row + 1]
    named = [cell for cell in below if cell]
    if len(set(named)) == len(named) or holds_figures(own):
        return False
    return any(_merges(sheet, row)) or len(trimmed(own)) > 1


def _merges(sheet: Sheet, row: int) -> list[Range]:
    """The merged cells that start on a row and are wider than one column, but not as wide as the whole table."""
    width = len(trimmed(sheet.rows[row + 1])) if row + 1 < len(sheet.rows) else 0
    wide = [merged for merged in sheet.merged or [] if merged[0][0] == row and merged[0][1] < merged[1][1]]
    return [merged for merged in wide if merged[1][1] - merged[0][1] + 1 < width]


def _header(sheet: Sheet, top: int, end: int) -> list[str]:
    """The text above every column."""
    if top == end:
        return [letter(place) for place in range(len(sheet.rows[0]))]
    rows = [list(row) for row in sheet.rows[top:end]]
    for place, row in enumerate(rows):
        for (_, first), (_, last) in _merges(sheet, top + place):
            row[first : last + 1] = [row[first]] * (last + 1 - first)
    if not sheet.merged:
        rows[:-1] = [_filled(row, rows[-1]) for row in rows[:-1]]
    kept = [rows[0], *(below for above, below in pairwise(rows) if not _translates(above, below))]
    return [_joined([_header_text(cell) for cell in column]) for column in zip(*kept, strict=True)]


def _filled(row: list[str], below: list[str]) -> list[str]:
    """A row of groups with each name over all its columns, where the format does not tell how far it reaches."""
    filled = list(row)
    for place in range(1, len(row)):
        if not row[place] and below[place]:
            filled[place] = filled[place - 1]
    return filled


def _joined(texts: list[str]) -> str:
    """One header from the texts above a column: a period goes last, as in "Työlliset, 2020"."""
    distinct = sorted(dict.fromkeys(filter(None, texts)), key=lambda text: read_period(text) is not None)
    return next((text for text in distinct if word_of(text)), ", ".join(distinct))


def _header_text(cell: str) -> str:
    """The text of a header cell on one line; of the same word in two languages ("Kunta", "Kommun") the first."""
    lines = [" ".join(line.split()) for line in _HYPHEN.sub("", cell).splitlines()]
    lines = [line for line in lines if line]
    whole = " ".join(lines)
    return lines[0] if lines and word_of(lines[0]) and not word_of(whole) else whole
