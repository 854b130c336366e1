"""Cells in rows, whatever wrote them: which row heads the columns, where the table ends and the notes begin."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Plural, Text
from keko.intake.read.decoding import EMPTY_FILE
from keko.intake.read.dialect import trimmed
from keko.intake.read.limits import refuse_size
from keko.intake.read.metadata_lines import labelled_period
from keko.intake.values.headings import beside_period, word_of
from keko.intake.values.numbers import is_number
from keko.intake.values.periods import read_period

NO_HEADER = ProblemKind(
    "no-header",
    "error",
    Text(
        "Tiedostossa ei ole otsikkoriviä: rivillä {row} on jo tietoja (”{seen}”). Lisää otsikot tai kerro "
        "kuvauksessa niiden rivi (header_row).",
        "Filen har ingen rubrikrad: rad {row} innehåller redan uppgifter (”{seen}”). Lägg till rubriker eller ange "
        "deras rad (header_row).",
        "The file has no header row: row {row} already holds data (“{seen}”). Add headers or give their row in the mapping (header_row).",
    ),
)
HEADER_ROW_OUTSIDE = ProblemKind(
    "header-row-outside",
    "error",
    Plural(
        one=Text(
            "Kuvauksen mukaan otsikot ovat rivillä {wanted}, mutta tiedostossa on {count} rivi.",
            "Enligt beskrivningen står rubrikerna på rad {wanted}, men filen har {count} rad.",
            "The mapping says that the headers are on row {wanted}, but the file has {count} row.",
        ),
        other=Text(
            "Kuvauksen mukaan otsikot ovat rivillä {wanted}, mutta tiedostossa on {count} riviä.",
            "Enligt beskrivningen står rubrikerna på rad {wanted}, men filen har {count} rader.",
            "The mapping says that the headers are on row {wanted}, but the file has {count} rows.",
        ),
    ),
)
NO_ROWS = ProblemKind(
    "no-rows",
    "error",
    Text(
        "Tiedostossa on otsikot mutta ei yhtään tietoriviä: tarkista vienti.",
        "Filen har rubriker men inga datarader: kontrollera exporten.",
        "The file has headers but no rows of data: check the export.",
    ),
)
TOO_MANY_COLUMNS = ProblemKind(
    "too-many-columns",
    "error",
    Text(
        "Tiedoston {count} sarakkeesta mikään ei ole alue eikä ajankohta (ensimmäiset: {seen}): tarkista tiedosto ja "
        "sen erotin.",
        "Av filens {count} kolumner är ingen område eller tidpunkt (de första: {seen}): kontrollera filen och dess "
        "skiljetecken.",
        "None of the file's {count} columns is an area or a period (the first: {seen}): check the file and its "
        "delimiter.",
    ),
)
LONGEST_NAME = 60
_FIGURE = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_NOTE = re.compile(
    r"(?:lähde|lähteet|yksikkö|huom|huomautus|(?:viimeksi )?päivitetty|källa|källor|enhet|obs|anmärkning"
    r"|(?:senast )?uppdaterad|sources?|units?|notes?|(?:last |latest )?updated?) ?[:.]"
    r"|(?:applied filters?|(?:käytössä olevat|käytetyt) suodattimet|(?:tillämpade|använda) filter) ?:|copyright|©|\*|\d\)",
    re.IGNORECASE,
)
# What a line says of the file itself, in words that end in a colon.
_LABEL = re.compile(r"[^\W\d][^:]{0,40}:")
_TITLES = 15
_AT_ONCE = 1000
_MANY_COLUMNS = 1000


def header_place(records: list[list[str]], wanted: int | None) -> int | None:
    """The place of the header among the records, None where the mapping says there is none.

    Raises:
        Refused: there is nothing, or header and rows cannot be told apart.
    """
    if wanted is not None:
        if wanted > len(records):
            raise Refused([HEADER_ROW_OUTSIDE.at(wanted=wanted, count=len(records))])
        return wanted - 1 if wanted else None
    widths = Counter(width for record in records if (width := len(trimmed(record))))
    if not widths:
        raise Refused([EMPTY_FILE.at()])
    # A table is at least two cells wide; of its rows some may lack the last value, and so may the header.
    typical = max(widths, key=lambda width: (width > 1, widths[width]))
    least = max(min(typical, 2), typical - 1)
    wide = [place for place, record in enumerate(records) if len(trimmed(record)) >= least]
    # A title with delimiters in it may be as wide as the table, but has no words that head columns.
    ranked = max(wide[:_TITLES], key=lambda place: (_headings(records[place]), len(trimmed(records[place])), -place))
    place = ranked if _headings(records[ranked]) else wide[0]
    if _is_data(records[place]):
        raise Refused([NO_HEADER.at(place + 1, seen="; ".join(records[place])[:LONGEST_NAME])])
    return place


def _headings(record: list[str]) -> int:
    """How many cells of a record are words that head columns; none where it says one thing of the whole table."""
    if labelled_period(" ".join(filter(None, record))):
        return 0
    return sum(word_of(cell) is not None for cell in record)


def refuse_width(header: list[str]) -> None:
    """Turn away what is very wide and by its header no table of areas or periods, before reading the whole of it.

    Raises:
        Refused: it is, or wider than any table may be.
    """
    refuse_size(0, len(header))
    if len(header) <= _MANY_COLUMNS:
        return
    if not any(word_of(cell) in {"area", "time"} or read_period(cell) or beside_period(cell) for cell in header):
        raise Refused([TOO_MANY_COLUMNS.at(count=len(header), seen=", ".join(header[:5])[:LONGEST_NAME])])


def holds_figures(record: list[str]) -> bool:
    """Whether any cell is a number that is no period."""
    return any(_FIGURE.fullmatch(cell.strip()) and not read_period(cell) for cell in record)


def _is_data(record: list[str]) -> bool:
    return holds_figures(record) and not any(word_of(cell) for cell in record)


def is_blank(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows hold nothing. Few have an empty first cell, so only those are looked at further."""
    blank = cells[0] == ""
    if blank.any():
        blank[blank] = (cells[blank] == "").all(axis=1)
    return blank


def without_footers(cells: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The cells without the notes at the end: rows of one cell that is a note, or that a blank row sets apart.

    A row that holds figures is none of them, unless it is a label (Päivitetty:) and what it labels.
    """
    start = len(cells)
    for place, row in _from_the_end(cells):
        beside = [cell for cell in row[1:] if cell]
        note = bool(_NOTE.match(row[0])) or len(row[0]) > LONGEST_NAME
        labelled = bool(_LABEL.fullmatch(row[0])) and len(beside) == 1
        if not labelled and (any(map(is_figure, beside)) or (beside and not note)):
            break
        apart = place > 0 and cells.index[place] - cells.index[place - 1] > 1
        if len(row) > 1 and (note or apart):
            start = place
    footers = [" ".join(filter(None, row)) for row in cells.iloc[start:].to_numpy().tolist()]
    return cells.iloc[:start], _joined(footers)


def _joined(lines: list[str]) -> list[str]:
    """Lines, a label on a line of its own ("Yksikkö:") joined with the next one, which it labels."""
    joined: list[str] = []
    for line in lines:
        if joined and _LABEL.fullmatch(joined[-1]) and not _LABEL.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _from_the_end(cells: pd.DataFrame) -> Iterator[tuple[int, list[str]]]:
    """The place and the texts of every row, the last one first."""
    for end in range(len(cells), 0, -_AT_ONCE):
        start = max(0, end - _AT_ONCE)
        rows = cells.iloc[start:end].to_numpy().tolist()
        yield from ((start + at, rows[at]) for at in range(len(rows) - 1, -1, -1))


def is_figure(cell: str) -> bool:
    """Whether a cell holds a number that is no year or other period."""
    return is_number(cell.strip()) and not read_period(cell)
