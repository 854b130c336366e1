"""The rows of a filled-in template: a workbook with a sheet for each kind, or one kind as CSV."""

import csv
import io
from dataclasses import dataclass

from keko.config import LANGUAGES
from keko.data.area_names import folded
from keko.data.own_files import unharmed
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.ecosystem.records import Kind
from keko.exchange.ecosystem.columns import Column, kind_of, recognised
from keko.intake.read.decoding import decode
from keko.intake.read.dialect import delimiter_of
from keko.intake.read.file import refuse_bytes
from keko.intake.read.formats import spreadsheet
from keko.words.ecosystem_register import KINDS as SHEETS
from keko.words.ecosystem_register import VALUES

NO_SHEET = ProblemKind(
    "ecosystem-template-unknown",
    "error",
    Text(
        "Tiedosto ei ole rekisterin pohja: missään taulukossa ei ole rekisterin otsikoita. Lataa pohja ja täytä se.",
        "Filen är inte registrets mall: ingen tabell har registrets rubriker. Ladda ner mallen och fyll i den.",
        "The file is not the template of the register: no table has its headings. Download the template and fill it in.",
    ),
)
SHEET_UNKNOWN = ProblemKind(
    "ecosystem-sheet-unknown",
    "error",
    Text(
        "Välilehti ”{sheet}”: otsikot eivät ole minkään rekisterin taulukon. Poista välilehti tai käytä pohjan otsikoita.",
        "Fliken ”{sheet}”: rubrikerna hör inte till någon av registrets tabeller. Ta bort fliken eller använd mallens rubriker.",
        "Sheet “{sheet}”: the headings are those of no table of the register. Remove the sheet or use the template's headings.",
    ),
)
HEADING_UNKNOWN = ProblemKind(
    "ecosystem-heading-unknown",
    "error",
    Text(
        "Välilehti ”{sheet}”: otsikkoa ”{heading}” ei tunneta tai se on kahdesti.",
        "Fliken ”{sheet}”: rubriken ”{heading}” är okänd eller står två gånger.",
        "Sheet “{sheet}”: the heading “{heading}” is not known or stands twice.",
    ),
)
TOO_MANY_ROWS = ProblemKind(
    "ecosystem-too-many-rows",
    "error",
    Text(
        "Tiedostossa on liikaa rivejä ({count}); kerralla voi tuoda enintään {most}. Jaa se osiin.",
        "Filen har för många rader ({count}); högst {most} kan importeras på en gång. Dela upp den.",
        "The file has too many rows ({count}); at most {most} can be imported at once. Split it.",
    ),
)
MOST_ROWS = 30_000


@dataclass(frozen=True)
class Row:
    """A row of one kind. `number`: what a spreadsheet shows for it; `cells`: by column, empty ones too."""

    kind: Kind
    sheet: str
    number: int
    cells: dict[Column, str]
    headings: dict[str, str]  # by field, as the file has it


@dataclass(frozen=True)
class Filled:
    """A filled-in template. `kinds`: those that it has a table of, an empty one too."""

    kinds: frozenset[Kind]
    rows: tuple[Row, ...]


def read_filled(name: str, data: bytes, max_bytes: int) -> Filled:
    """The rows of a file.

    Raises:
        Refused: it is too large, broken, or not the template.
    """
    refuse_bytes(len(data), max_bytes)
    tables = [(sheet, table) for sheet, table in _tables(name, data) if any(map(any, table)) and not _tells(sheet)]
    if not tables:
        raise Refused([NO_SHEET.at()])
    if (count := sum(len(table) for _, table in tables)) > MOST_ROWS:
        raise Refused([TOO_MANY_ROWS.at(count=count, most=MOST_ROWS)])
    kinds, rows, problems = set[Kind](), list[Row](), list[Problem]()
    for sheet, table in tables:
        try:
            kind, own = _rows(sheet, table)
            kinds.add(kind)
            rows += own
        except Refused as refused:
            problems += refused.problems
    if problems:
        is_foreign = len(problems) == len(tables) and all(problem.code == SHEET_UNKNOWN.code for problem in problems)
        raise Refused([NO_SHEET.at()] if is_foreign else problems)
    return Filled(frozenset(kinds), tuple(rows))


def _tables(name: str, data: bytes) -> list[tuple[str, list[list[str]]]]:
    if spreadsheet.recognises(data, name):
        return [(sheet.name, sheet.rows) for sheet in spreadsheet.sheets_of(data) if not sheet.hidden]
    text, _ = decode(data, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text) or ";")
    try:
        return [(name, [[unharmed(cell) for cell in row] for row in reader])]
    except csv.Error as error:
        raise Refused([NO_SHEET.at()]) from error


def _rows(sheet: str, table: list[list[str]]) -> tuple[Kind, list[Row]]:
    first = next(number for number, row in enumerate(table) if any(cell.strip() for cell in row))
    heads = [head.strip() for head in table[first]]
    while heads and not heads[-1]:
        heads.pop()
    kind = _named(sheet) or kind_of(heads)
    if kind is None:
        raise Refused([SHEET_UNKNOWN.at(sheet=sheet)])
    columns = _columns(sheet, kind, heads)
    headings = {column.field: head for head, column in reversed([*zip(heads, columns, strict=True)])}
    rows = list[Row]()
    for number, cells in enumerate(table[first + 1 :], first + 2):
        trimmed = [cell.strip() for cell in cells]
        if any(trimmed):
            held = {column: trimmed[place] if place < len(trimmed) else "" for place, column in enumerate(columns)}
            rows.append(Row(kind, sheet, number, held, headings))
    return kind, rows


def _columns(sheet: str, kind: Kind, heads: list[str]) -> list[Column]:
    """The columns that the headings are.

    Raises:
        Refused: one is none, or stands twice.
    """
    found = recognised(kind, heads)
    odd = [place for place, column in enumerate(found) if column is None or column in found[:place]]
    if odd:
        raise Refused([HEADING_UNKNOWN.at(sheet=sheet, heading=heads[place]) for place in odd])
    return [column for column in found if column]


def _tells(sheet: str) -> bool:
    """Whether a sheet tells what may be chosen, and is not to be filled in."""
    return folded(sheet) in {folded(name) for name in VALUES}


def _named(sheet: str) -> Kind | None:
    """The kind whose sheet is called so in some language."""
    return {folded(names.within(language)): kind for kind, names in SHEETS.items() for language in LANGUAGES}.get(
        folded(sheet)
    )
