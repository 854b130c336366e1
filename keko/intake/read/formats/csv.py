"""Delimited text: any encoding, delimiter and line ending, with titles above and notes below the table."""

import csv
import io
import re

import pandas as pd

from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.decoding import decode
from keko.intake.read.dialect import LONGEST_READ, delimiter_of, long_cell, sample, start_of_row, trimmed
from keko.intake.read.grid import NO_ROWS, header_place, is_blank, refuse_width, without_footers
from keko.intake.read.limits import CELL_TOO_LONG, LONGEST_CELL, refuse_size, refuse_text
from keko.intake.read.table import Table, letter

RAGGED_ROW = ProblemKind(
    "ragged-row",
    "error",
    Text(
        "Rivillä {row} on enemmän sarakkeita kuin otsikkorivillä ({width}): tarkista rivin erottimet ja lainausmerkit.",
        "Rad {row} har fler kolumner än rubrikraden ({width}): kontrollera radens skiljetecken och citattecken.",
        "Row {row} has more columns than the header row ({width}): check its delimiters and quotation marks.",
    ),
)
OPEN_QUOTE = ProblemKind(
    "open-quote",
    "error",
    Text(
        "Riviltä {row} alkavaa lainausmerkkiä ei suljeta: lisää puuttuva lainausmerkki.",
        "Citattecknet som börjar på rad {row} avslutas inte: lägg till det citattecken som saknas.",
        "The quotation mark opened on row {row} is never closed: add the missing one.",
    ),
)
FORMATS = ("csv",)
_NO_DELIMITER = "\x1f"


def recognises(data: bytes, file_name: str) -> None:
    """Delimited text has no mark of its own: it is what no other format recognises."""


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The table in a delimited text.

    Raises:
        Refused: the bytes are not text, or header and rows cannot be told apart.
    """
    text, encoding = decode(data, file_name)
    delimiter = delimiter_of(text)
    records = sample(text, delimiter)
    if not records:
        raise Refused([CELL_TOO_LONG.at(1, limit=LONGEST_CELL)])
    width = max(_first_width(text, delimiter), *map(len, records))
    refuse_size(max(text.count("\n"), text.count("\r")), width)
    refuse_text(len(text))
    if row := long_cell(text, delimiter or _NO_DELIMITER):
        raise Refused([CELL_TOO_LONG.at(row, limit=LONGEST_READ)])
    at = header_place(records, mapping.header_row)
    header = [] if at is None else [" ".join(cell.split()) for cell in records[at]]
    refuse_width(header)
    width = max(map(len, records))
    cells, footers = without_footers(_body(text, delimiter, at, width))
    cells, names = _fitted(cells, header if at is not None else [letter(place) for place in range(width)])
    if cells.empty:
        raise Refused([NO_ROWS.at()])
    titles = [" ".join(filter(None, record)) for record in records[: at or 0] if trimmed(record)]
    rows = [] if at is None else [at + 1]
    return Table(file_name, "csv", encoding, delimiter, rows, names, cells, titles, footers)


def _first_width(text: str, delimiter: str | None) -> int:
    """How many cells the first line has at most, however long it is."""
    end = text.find("\n")
    return text.count(delimiter or _NO_DELIMITER, 0, len(text) if end < 0 else end) + 1


def _body(text: str, delimiter: str | None, at: int | None, width: int) -> pd.DataFrame:
    """The cells below the header, indexed by row number, blank rows left out."""
    before = 0 if at is None else at + 1
    try:
        start = start_of_row(text, delimiter or _NO_DELIMITER, before)
    except csv.Error as error:
        raise Refused([CELL_TOO_LONG.at(before, limit=LONGEST_CELL)]) from error
    try:
        cells: pd.DataFrame = pd.read_csv(
            io.BytesIO(text[start:].encode()),  # a quarter of what text takes in memory that is read from
            sep=delimiter or _NO_DELIMITER,
            header=None,
            names=list(range(width)),
            index_col=False,
            dtype=str,
            na_filter=False,
            skip_blank_lines=False,
        )
    except pd.errors.ParserError as error:
        raise Refused([_unread(str(error), before, width)]) from error
    cells.index = pd.RangeIndex(before + 1, before + 1 + len(cells))
    blank = is_blank(cells)
    return cells[~blank] if blank.any() else cells


def _unread(message: str, before: int, width: int) -> Problem:
    """What the parser stumbled on; it counts lines from 1 and quoted rows from 0, both below the header."""
    line = re.search(r"in line (\d+)", message)
    if line:
        return RAGGED_ROW.at(before + int(line[1]), width=width)
    quote = re.search(r"starting at row (\d+)", message)
    return OPEN_QUOTE.at(before + 1 + int(quote[1]) if quote else before + 1)


def _fitted(cells: pd.DataFrame, header: list[str]) -> tuple[pd.DataFrame, list[str]]:
    """Cells and header brought to one width: what has neither header nor content at the end is left out."""
    width = len(cells.columns)
    names = header + [""] * (width - len(header))
    while width and not names[width - 1] and not (cells[width - 1] != "").any():
        width -= 1
    if width > len(header):
        surplus = cells[(cells[list(range(len(header), width))] != "").any(axis=1)]
        raise Refused([RAGGED_ROW.at(int(surplus.index[0]), width=len(header))])
    return cells[list(range(width))], names[:width]
