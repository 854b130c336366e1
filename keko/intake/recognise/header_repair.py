"""A file's table with a header that stands above its columns: also where it is a cell too long, too short, or missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from keko.data.area_names import AreaNames, folded
from keko.data.own_files import is_own
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.file import read
from keko.intake.read.personal_data import are_about_persons, refuse_person_rows, unquoted
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import area_share, content_of, nameless, sampled, seen
from keko.intake.values.dimensions import SEX_WORDS
from keko.intake.values.headings import level_of, word_of
from keko.intake.values.numbers import is_marker, is_number
from keko.intake.values.periods import read_period

NAMES_GENERATED = ProblemKind(
    "names-generated",
    "info",
    Text(
        "Tiedostossa ei ole otsikoita: sarakkeet nimettiin sisältönsä mukaan ({seen}). Tarkista ne tai lisää otsikot.",
        "Filen har inga rubriker: kolumnerna fick namn efter sitt innehåll ({seen}). Kontrollera dem eller lägg till "
        "rubriker.",
        "The file has no headers: its columns were named by what they hold ({seen}). Check them or add headers.",
    ),
)
HEADER_SHIFTED = ProblemKind(
    "header-shifted",
    "info",
    Text(
        "Otsikkorivillä {row} on eri määrä soluja kuin tietoriveillä: otsikot luettiin sarakkeisiin {seen}.",
        "Rubrikraden {row} har ett annat antal celler än dataraderna: rubrikerna lästes till kolumnerna {seen}.",
        "The header row {row} has another number of cells than the rows of data: its cells were read as {seen}.",
    ),
)
_LEAST_ROWS = 10
_FIRST_LINES = 10
_ONE = {"period": "Ajankohta", "sex": "Sukupuoli", "age": "Ikä", "text": "Mittari"}
_CHECKED = {"area": "area", "time": "period", "sex": "sex", "age": "age"}


@dataclass(frozen=True)
class Opened:
    """A table and what was done to its header."""

    table: Table
    problems: list[Problem]


def open_table(data: bytes, file_name: str, names: AreaNames, mapping: Mapping, max_bytes: int) -> Opened:
    """The table in a file.

    Raises:
        Refused: the file cannot be read, or is about single persons.
    """
    try:
        table = read(data, file_name, mapping, max_bytes)
        opened = Opened(table, []) if is_own(table.header) else _aligned(table, names)
    except Refused as refused:
        opened = _without_header(unquoted(refused), data, file_name, names, mapping, max_bytes)
    refuse_person_rows(opened.table)
    return replace(opened, problems=[*opened.table.problems, *opened.problems])


def _without_header(
    refused: Refused, data: bytes, file_name: str, names: AreaNames, mapping: Mapping, max_bytes: int
) -> Opened:
    """What can be made of a file whose header is missing or too short; else it stays refused, and for what is worst in it."""
    mend = {"no-header": _named_by_content, "ragged-row": _lengthened}.get(refused.problems[0].code)
    if mend is None or mapping.header_row is not None:
        raise refused
    try:
        bare = read(data, file_name, mapping.model_copy(update={"header_row": 0}), max_bytes)
        refuse_person_rows(bare)
    except Refused as told:
        raise (told if are_about_persons(told.problems) else refused) from None
    opened = mend(bare, names)
    if opened is None:
        raise refused
    return opened


def _aligned(table: Table, names: AreaNames) -> Opened:
    """A header with a cell too many at its start, as of a column of row numbers that was left out, moved into place."""
    last = len(table.header) - 1
    if last < 2 or not table.header_rows or not nameless(table.header[0]) or (table.cells[last] != "").any():
        return Opened(table, [])
    moved = replace(table, header=table.header[1:], cells=table.cells[list(range(last))])
    if _fit(moved, names) and not _fit(table, names):
        return Opened(moved, [_shifted(moved)])
    return Opened(table, [])


def _lengthened(bare: Table, names: AreaNames) -> Opened | None:
    """A header with a cell too few: either the first column has none (row names), or the last, being the only figures."""
    width = len(bare.header)
    for place in range(min(_FIRST_LINES, len(bare.cells) - 1)):
        cells = [" ".join(str(cell).split()) for cell in bare.cells.iloc[place]]
        if cells[-1] or not all(cells[: width - 1]):
            continue
        body = bare.cells.iloc[place + 1 :]
        if not ((body != "").sum(axis=1) > 1).all():
            return None
        row = int(bare.cells.index[place])
        titles = [" ".join(filter(None, line)) for line in bare.cells.iloc[:place].to_numpy().tolist()]
        shifted = replace(bare, header=["", *cells[:-1]], header_rows=[row], cells=body, titles=titles)
        valued = replace(shifted, header=[*cells[:-1], "Arvo"])
        fitting = [
            table for table in (shifted, valued) if _fit(table, names) and (table is shifted or _only_figures(table))
        ]
        if not fitting and _has_row_names(shifted, names):
            fitting = [shifted]
        return Opened(fitting[0], [_shifted(fitting[0])]) if len(fitting) == 1 else None
    return None


def _has_row_names(table: Table, names: AreaNames) -> bool:
    """Whether the first column holds areas and every row ends in a cell, where no header tells a role to go by."""
    worded = any(word_of(header) in _CHECKED for header in table.header)
    full = (table.cells[len(table.header) - 1] != "").all()
    return not worded and bool(full) and content_of(sampled(table)[0], names) == "area"


def _fit(table: Table, names: AreaNames) -> bool:
    """Whether the columns under words for area, period, sex and age hold such, and there is at least one."""
    pairs = [(_CHECKED.get(str(word_of(header))), place) for place, header in enumerate(table.header)]
    texts = sampled(table)
    wanted = [(role, table.header[place], texts[place]) for role, place in pairs if role]
    return bool(wanted) and all(_holds(role, header, column, names) for role, header, column in wanted)


def _holds(role: str, header: str, texts: Sequence[str], names: AreaNames) -> bool:
    if role == "area":
        return area_share(texts, names, level_of(header)) > 0.5
    return content_of(texts, names) == role or (role == "sex" and all(folded(text) in SEX_WORDS for text in texts))


def _only_figures(table: Table) -> bool:
    """Whether the last column holds figures and is the only one whose header tells no role."""
    free = [header for header in table.header if word_of(header) in {None, "value"}]
    return len(free) == 1 and all(is_number(text) or is_marker(text) for text in sampled(table)[-1])


def _shifted(table: Table) -> Problem:
    return HEADER_SHIFTED.at(table.header_rows[-1], seen=seen(table))


def _named_by_content(bare: Table, names: AreaNames) -> Opened | None:
    """Names for the columns of a table without a header, if what they hold leaves no doubt."""
    if len(bare.cells) < _LEAST_ROWS:
        return None
    columns = [_column(bare, place) for place in range(len(bare.header))]
    kinds = [_kind(texts, names) for texts in columns]
    areas, figures = _areas(kinds, columns, names), _figures(bare, kinds)
    if not areas or not figures or kinds.count("period") != 1 or any(kinds.count(kind) > 1 for kind in _ONE):
        return None
    if "Absoluuttinen arvo" in figures.values() and len(areas) < 2:
        return None
    headers = areas | figures | {place: _ONE[kind] for place, kind in enumerate(kinds) if kind in _ONE}
    named = replace(bare, header=[headers.get(place, "") for place in range(len(columns))])
    return Opened(named, [NAMES_GENERATED.at(seen=", ".join(filter(None, named.header)))])


def _figures(table: Table, kinds: list[str]) -> dict[int, str]:
    """The value and the id of the measure among the columns of figures; none where there is doubt.

    Sotkanet gives a measure, its id, and two figures: the value and behind it the absolute value.
    """
    figures = [place for place, kind in enumerate(kinds) if kind == "number"]
    measure = kinds.index("text") if "text" in kinds else None
    ids = [place for place in figures if measure is not None and _one_to_one(table.cells[measure], table.cells[place])]
    values = [place for place in figures if place not in ids]
    if len(ids) > 1 or not 1 <= len(values) <= 1 + len(ids):
        return {}
    return dict.fromkeys(ids, "Mittarin tunnus") | dict(zip(values, ("Arvo", "Absoluuttinen arvo"), strict=False))


def _column(table: Table, place: int) -> list[str]:
    return [str(text) for text in table.cells[place].str.strip().unique()]


def _kind(texts: list[str], names: AreaNames) -> str:
    filled = [text for text in texts if text]
    if filled and all(folded(text) in SEX_WORDS for text in filled):
        return "sex"
    content = content_of(texts, names)
    if content == "area" and area_share(filled, names, "KU" if filled[0].isdigit() else None) < 1:
        return "text"
    complete = len(filled) == len(texts) and all(map(read_period, filled))
    return "number" if content == "period" and not complete else content


def _areas(kinds: list[str], columns: list[list[str]], names: AreaNames) -> dict[int, str]:
    """The column of areas and, where there are two that mean the same areas, their codes; else none."""
    places = [place for place, kind in enumerate(kinds) if kind == "area"]
    coded = [place for place in places if any(text.strip("'").isdigit() for text in columns[place])]
    worded = [place for place in places if place not in coded]
    if len(places) == 1 and worded:
        return {places[0]: "Alue"}
    if len(coded) != 1 or len(worded) != 1:
        return {}
    by_code = {names.match(text, "KU").code for text in columns[coded[0]]}
    by_name = {names.match(text, "KU").code for text in columns[worded[0]]}
    return {worded[0]: "Alue", coded[0]: "Kuntakoodi"} if by_code == by_name else {}


def _one_to_one(texts: "pd.Series[str]", figures: "pd.Series[str]") -> bool:
    """Whether each text has its own figure and each figure its own text."""
    pairs = len(pd.DataFrame({"text": texts, "figure": figures}).drop_duplicates())
    return pairs == texts.nunique() == figures.nunique() and bool(figures.str.fullmatch(r"\d+").all())
