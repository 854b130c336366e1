"""Delimited text: any encoding, delimiter and line ending, with titles above and notes below the table."""

import csv
import io
import re
from collections import Counter
from itertools import islice

import pandas as pd

from keko.data.text import Text
from keko.intake.decoding import EMPTY_FILE, decode
from keko.intake.dialect import delimiter_of, sample, trimmed
from keko.intake.headings import word_of
from keko.intake.mappings import Mapping
from keko.intake.periods import read_period
from keko.intake.problems import Kind, Problem, Refused
from keko.intake.table import Table, letter

NO_HEADER = Kind(
    "no-header",
    "error",
    Text(
        "Tiedostossa ei ole otsikkoriviä: rivillä {row} on jo tietoja (”{seen}”). Lisää otsikot tai kerro "
        "kuvauksessa header_row.",
        "Filen har ingen rubrikrad: rad {row} innehåller redan uppgifter (”{seen}”). Lägg till rubriker eller ange "
        "header_row.",
        "The file has no header row: row {row} already holds data (“{seen}”). Add headers or give header_row in the "
        "mapping.",
    ),
)
HEADER_ROW_OUTSIDE = Kind(
    "header-row-outside",
    "error",
    Text(
        "Kuvauksen mukaan otsikot ovat rivillä {wanted}, mutta tiedostossa on {count} riviä.",
        "Enligt beskrivningen står rubrikerna på rad {wanted}, men filen har {count} rader.",
        "The mapping says that the headers are on row {wanted}, but the file has {count} rows.",
    ),
)
RAGGED_ROW = Kind(
    "ragged-row",
    "error",
    Text(
        "Rivillä {row} on enemmän sarakkeita kuin otsikkorivillä ({width}): tarkista rivin erottimet ja lainausmerkit.",
        "Rad {row} har fler kolumner än rubrikraden ({width}): kontrollera radens skiljetecken och citattecken.",
        "Row {row} has more columns than the header row ({width}): check its delimiters and quotation marks.",
    ),
)
OPEN_QUOTE = Kind(
    "open-quote",
    "error",
    Text(
        "Riviltä {row} alkavaa lainausmerkkiä ei suljeta: lisää puuttuva lainausmerkki.",
        "Citattecknet som börjar på rad {row} avslutas inte: lägg till det citattecken som saknas.",
        "The quotation mark opened on row {row} is never closed: add the missing one.",
    ),
)
NO_ROWS = Kind(
    "no-rows",
    "error",
    Text(
        "Tiedostossa on otsikot mutta ei yhtään tietoriviä: tarkista vienti.",
        "Filen har rubriker men inga datarader: kontrollera exporten.",
        "The file has headers but no rows of data: check the export.",
    ),
)
TOO_MANY_COLUMNS = Kind(
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
_FIGURE = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_NOTE = re.compile(
    r"(?:lähde|lähteet|yksikkö|huom|huomautus|(?:viimeksi )?päivitetty|källa|källor|enhet|obs|anmärkning"
    r"|(?:senast )?uppdaterad|sources?|units?|notes?|(?:last |latest )?updated?) ?[:.]|copyright|©|\*|\d\)",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_TITLES = 5
_MANY_COLUMNS = 1000
_NO_DELIMITER = "\x1f"


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The table in a delimited text.

    Raises:
        Refused: the bytes are not text, or header and rows cannot be told apart.
    """
    text, encoding = decode(data, file_name)
    delimiter = delimiter_of(text)
    records = sample(text, delimiter)
    at = _header_place(records, mapping.header_row)
    header = [] if at is None else [" ".join(cell.split()) for cell in records[at]]
    _refuse_width(header)
    width = max((len(record) for record in records), default=1)
    cells, footers = _without_footers(_body(text, delimiter, at, width))
    cells, names = _fitted(cells, header if at is not None else [letter(place) for place in range(width)])
    if cells.empty:
        raise Refused([NO_ROWS.at()])
    titles = [" ".join(filter(None, record)) for record in records[: at or 0] if trimmed(record)]
    rows = [] if at is None else [at + 1]
    return Table(file_name, "csv", encoding, delimiter, rows, names, cells, titles, footers)


def _header_place(records: list[list[str]], wanted: int | None) -> int | None:
    """The place of the header among the records, None where the mapping says there is none."""
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
    place = next((place for place in wide[:_TITLES] if any(word_of(cell) for cell in records[place])), wide[0])
    if _is_data(records[place]):
        raise Refused([NO_HEADER.at(place + 1, seen="; ".join(records[place])[:_LONGEST_NAME])])
    return place


def _refuse_width(header: list[str]) -> None:
    """Turn away what is very wide and by its header no table of areas or periods, before reading the whole of it."""
    if len(header) <= _MANY_COLUMNS:
        return
    if not any(word_of(cell) in {"area", "time"} or read_period(cell) for cell in header):
        raise Refused([TOO_MANY_COLUMNS.at(count=len(header), seen=", ".join(header[:5])[:_LONGEST_NAME])])


def _is_data(record: list[str]) -> bool:
    figures = [cell for cell in record if _FIGURE.fullmatch(cell.strip()) and not read_period(cell)]
    return bool(figures) and not any(word_of(cell) for cell in record)


def _body(text: str, delimiter: str | None, at: int | None, width: int) -> pd.DataFrame:
    """The cells below the header, indexed by row number, blank rows left out."""
    before = 0 if at is None else at + 1
    handle = io.StringIO(text, newline="")
    for _ in islice(csv.reader(handle, delimiter=delimiter or _NO_DELIMITER), before):
        pass
    try:
        cells: pd.DataFrame = pd.read_csv(
            handle,
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
    return cells[~_blank(cells)]


def _blank(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows hold nothing. Few have an empty first cell, so only those are looked at further."""
    blank = cells[0] == ""
    if blank.any():
        blank[blank] = (cells[blank] == "").all(axis=1)
    return blank


def _unread(message: str, before: int, width: int) -> Problem:
    """What the parser stumbled on; it counts lines from 1 and quoted rows from 0, both below the header."""
    line = re.search(r"in line (\d+)", message)
    if line:
        return RAGGED_ROW.at(before + int(line[1]), width=width)
    quote = re.search(r"starting at row (\d+)", message)
    return OPEN_QUOTE.at(before + 1 + int(quote[1]) if quote else before + 1)


def _without_footers(cells: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The cells without the notes at the end: rows of one cell that is a note, or that a blank row sets apart."""
    start = len(cells)
    for place in range(len(cells) - 1, -1, -1):
        row = cells.iloc[place].to_list()
        note = bool(_NOTE.match(row[0])) or len(row[0]) > _LONGEST_NAME
        if not note and any(cell for cell in row[1:]):
            break
        apart = place > 0 and cells.index[place] - cells.index[place - 1] > 1
        if len(row) > 1 and (note or apart):
            start = place
    footers = [" ".join(filter(None, row)) for row in cells.iloc[start:].to_numpy().tolist()]
    return cells.iloc[:start], footers


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
