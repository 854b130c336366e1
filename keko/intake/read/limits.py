"""How much of a file is read: cells and columns are counted before any work is done on them."""

import csv

from keko.config import settings
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text

TOO_MANY_CELLS = ProblemKind(
    "too-many-cells",
    "error",
    Text(
        "Taulukossa on {count} solua, mutta enintään {limit} luetaan (asetus KEKO_MAX_CELLS): rajaa tai jaa aineisto.",
        "Tabellen har {count} celler men högst {limit} läses (inställningen KEKO_MAX_CELLS): avgränsa eller dela upp "
        "materialet.",
        "The table has {count} cells but at most {limit} are read (the setting KEKO_MAX_CELLS): take a smaller selection "
        "or split the data.",
    ),
)
TABLE_TOO_WIDE = ProblemKind(
    "table-too-wide",
    "error",
    Text(
        "Taulukossa on {count} saraketta, mutta enintään {limit} luetaan (asetus KEKO_MAX_COLUMNS): rajaa aineistoa tai "
        "tarkista erotin.",
        "Tabellen har {count} kolumner men högst {limit} läses (inställningen KEKO_MAX_COLUMNS): avgränsa materialet "
        "eller kontrollera skiljetecknet.",
        "The table has {count} columns but at most {limit} are read (the setting KEKO_MAX_COLUMNS): take a smaller "
        "selection or check the delimiter.",
    ),
)


CELL_TOO_LONG = ProblemKind(
    "cell-too-long",
    "error",
    Text(
        "Rivillä {row} on solu, jossa on yli {limit} merkkiä, eikä taulukkoa voi sen vuoksi erottaa: tarkista rivin erottimet ja "
        "lainausmerkit.",
        "På rad {row} finns en cell med över {limit} tecken, så tabellen kan inte urskiljas: kontrollera radens skiljetecken "
        "och citattecken.",
        "Row {row} holds a cell of more than {limit} characters, so that the table cannot be told: check the delimiters and "
        "quotation marks of that row.",
    ),
)
TOO_MANY_MEASURES = ProblemKind(
    "too-many-measures",
    "error",
    Text(
        "Tiedostossa on {count} suuretta, mutta enintään {limit} luetaan kerralla: jaa tiedosto tai kerro kuvauksessa, mitkä "
        "sarakkeet ovat jotain muuta (columns).",
        "Filen har {count} mått men högst {limit} läses på en gång: dela upp filen eller ange i beskrivningen vilka kolumner "
        "som är något annat (columns).",
        "The file holds {count} measures but at most {limit} are read at once: split it, or say in the mapping which columns "
        "are something else (columns).",
    ),
)
TOO_MANY_AREAS = ProblemKind(
    "too-many-areas",
    "error",
    Text(
        "Sarakkeessa ”{column}” on {count} eri aluetta, mutta enintään {limit} luetaan: tarkista, että sarake on alue.",
        "Kolumnen ”{column}” har {count} olika områden men högst {limit} läses: kontrollera att kolumnen är område.",
        "The column “{column}” holds {count} different areas but at most {limit} are read: check that the column is an area.",
    ),
)
TOO_MUCH_TEXT = ProblemKind(
    "too-much-text",
    "error",
    Text(
        "Taulukon soluissa on yli {limit} merkkiä tekstiä, eikä enempää lueta (25 merkkiä solua kohti, asetus KEKO_MAX_CELLS): "
        "rajaa aineistoa tai jätä pitkät tekstit pois.",
        "Tabellens celler innehåller över {limit} tecken text, och mer läses inte (25 tecken per cell, inställningen "
        "KEKO_MAX_CELLS): avgränsa materialet eller lämna bort långa texter.",
        "The cells of the table hold more than {limit} characters of text, and no more is read (25 characters a cell, the "
        "setting KEKO_MAX_CELLS): take a smaller selection or leave out long texts.",
    ),
)
TOO_MANY_CLASSES = ProblemKind(
    "too-many-classes",
    "error",
    Text(
        "Sarakkeessa ”{column}” on {count} eri luokkaa, mutta enintään {limit} luetaan: tarkista, mikä sarake on, tai jätä se "
        "pois (columns: ignored).",
        "Kolumnen ”{column}” har {count} olika klasser men högst {limit} läses: kontrollera vad kolumnen är eller lämna bort "
        "den (columns: ignored).",
        "The column “{column}” holds {count} different classes but at most {limit} are read: check what the column is, or leave "
        "it out (columns: ignored).",
    ),
)
LONGEST_CELL = csv.field_size_limit()
MOST_MEASURES = 1000
MOST_AREAS = 50_000
MOST_CLASSES = 5_000
_MOST_LOOKS = 500_000_000
_TEXT_OF_CELL = 25
_LEAST_TEXT = 1_000_000


def refuse_size(rows: int, columns: int) -> None:
    """Turn away what would take too much memory or time.

    Raises:
        Refused: more columns, or more cells in all, than the settings allow.
    """
    most = settings()
    if columns > most.max_columns:
        raise Refused([TABLE_TOO_WIDE.at(count=columns, limit=most.max_columns)])
    if rows * columns > most.max_cells:
        raise Refused([TOO_MANY_CELLS.at(count=rows * columns, limit=most.max_cells)])


def most_text() -> int:
    """How many characters the cells of a table may have."""
    return max(_LEAST_TEXT, settings().max_cells * _TEXT_OF_CELL)


def refuse_text(count: int) -> None:
    """Turn away what holds too much text.

    Raises:
        Refused: there are more than `most_text()` characters.
    """
    if count > most_text():
        raise Refused([TOO_MUCH_TEXT.at(limit=most_text())])


def most_measures(figures: int) -> int:
    """How many measures a file of so many figures may have: each of them is looked for among all figures."""
    return max(1, min(MOST_MEASURES, _MOST_LOOKS // max(1, figures)))
