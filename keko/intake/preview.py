"""The rows of a file as whoever made it knows them: by its own row numbers, with what became of each cell and row."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from keko.data.identity_codes import holds_code
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.intake.arrange.accounting import CHOSEN_ROWS, NOTES
from keko.intake.mappings import Mapping, Role
from keko.intake.read.decoding import decode
from keko.intake.read.dialect import delimiter_of
from keko.intake.read.file import format_of
from keko.intake.read.formats import spreadsheet
from keko.intake.read.personal_data import are_about_persons
from keko.intake.read.table import Table, letter
from keko.intake.understand import Steps

MOST_ROWS = 60
MOST_COLUMNS = 40
_FIRST_OF_EACH = 10
_FIRST, _AROUND, _AROUND_EACH = 12, 2, 20
_LARGEST = 5_000_000  # a workbook is unpacked anew to show its rows; a larger one shows what was read of it
_NO_DELIMITER = "\x1f"
_SAME = 20


@dataclass(frozen=True)
class Row:
    """A row of the file. `number`: as problems count rows; `label`: as its program shows it; `sheet`: where it stands, if on
    one of several; `skipped`: how many rows between it and the one shown before it are not shown.
    """

    number: int
    label: str
    cells: tuple[str, ...]
    sheet: str = ""
    skipped: int = 0
    is_header: bool = False
    passed: Text | None = None
    is_refused: bool = False


@dataclass(frozen=True)
class Preview:
    """Rows of a file and what stands over their columns. `columns`: letters, or names where the format has no letters;
    `roles`: what each column was taken for; `problems`: by row number and place of the column, place None for the row as a
    whole; `rest`: how many rows below are not shown; `hidden`: how many columns are not.
    """

    columns: tuple[str, ...] = ()
    roles: tuple[Role | None, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: dict[tuple[int, int | None], list[Problem]] = field(default_factory=dict)
    rest: int = 0
    hidden: int = 0


@dataclass(frozen=True)
class _Line:
    """A row of the file with how it is called there."""

    number: int
    label: str
    cells: list[str]
    sheet: str = ""

    @property
    def is_first(self) -> bool:
        """Whether it is one of the first rows of a sheet of several."""
        return bool(self.sheet) and int(self.label) <= _FIRST_OF_EACH


def preview(data: bytes, file_name: str, steps: Steps, problems: Collection[Problem], mapping: Mapping) -> Preview:
    """Some rows of a file that was looked at: the first, and those around each problem; none of one that cannot be read, or
    is about single persons.
    """
    wrong = [problem for problem in problems if problem.row is not None and problem.severity != "info"]
    wanted = _wanted([int(problem.row or 0) for problem in wrong], steps.table)
    if (steps.table is None and len(data) > _LARGEST) or are_about_persons(problems):
        return Preview()
    try:
        chosen, rest = _chosen(_lines(data, file_name, steps.table, mapping), wanted, steps.table)
    except (Refused, csv.Error):
        return Preview()
    if not chosen or any(holds_code(cell) for line in chosen for cell in line.cells):
        return Preview()
    places = _places(steps.table, chosen)
    width = max(len(line.cells) for line in chosen)
    named = not _is_grid(data, file_name, steps.table)
    columns = steps.table.names if named and steps.table else [letter(place) for place in range(width)]
    marked = _marked(wrong, steps.table, places, {line.number for line in chosen})
    return Preview(
        tuple(columns[:MOST_COLUMNS]),
        tuple(_roles(steps, places, width)[:MOST_COLUMNS]),
        tuple(_rows(chosen, steps, mapping)),
        marked,
        rest,
        max(0, width - MOST_COLUMNS),
    )


def _chosen(lines: Iterable[_Line], wanted: set[int], table: Table | None) -> tuple[list[_Line], int]:
    """The rows to show, and how many follow the last of them. Nothing is read beyond it where the table tells where it ends."""
    chosen, rest, end = list[_Line](), 0, max(wanted)
    for line in lines:
        if line.number > end and chosen and table is not None and not line.sheet:
            return chosen, max(0, int(table.cells.index.max()) - chosen[-1].number)
        rest += 1
        if line.number in wanted or (line.is_first and len(chosen) < MOST_ROWS):
            chosen.append(line)
            rest = 0
    return chosen, rest


def _wanted(wrong: list[int], table: Table | None) -> set[int]:
    """The numbers of the rows to show: the first ones with the header, and those around the first wrong ones."""
    header = max(table.header_rows, default=0) if table else 0
    first = range(1, _FIRST + 1) if header < _FIRST else range(header - 1, header + _FIRST - 1)
    rows = list(dict.fromkeys(wrong))[:_AROUND_EACH]
    wanted = {*first, *rows}
    for row in rows:
        around = set(range(max(1, row - _AROUND), row + _AROUND + 1))
        wanted |= around if len(wanted | around) <= MOST_ROWS else set()
    return wanted


def _is_grid(data: bytes, file_name: str, table: Table | None) -> bool:
    """Whether the file is rows and columns of its own, which a spreadsheet shows under letters."""
    kind = format_of(data, file_name)
    return kind == "csv" or (kind in spreadsheet.FORMATS and (len(data) <= _LARGEST or table is None))


def _lines(data: bytes, file_name: str, table: Table | None, mapping: Mapping) -> Iterator[_Line]:
    """Every row of the file; of a format without rows of its own, those that were made of it.

    Raises:
        Refused: the file cannot be read.
    """
    if not _is_grid(data, file_name, table):
        if table is not None:
            for number, cells in zip(table.cells.index, table.cells.itertuples(index=False), strict=True):
                yield _Line(int(number), str(number), [str(cell) for cell in cells])
    elif format_of(data, file_name) == "csv":
        yield from _of_text(data, file_name)
    else:
        yield from _of_book(data, table, mapping)


def _of_text(data: bytes, file_name: str) -> Iterator[_Line]:
    text, _ = decode(data, file_name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text) or _NO_DELIMITER)
    for number, cells in enumerate(reader, 1):
        yield _Line(number, str(number), cells)


def _of_book(data: bytes, table: Table | None, mapping: Mapping) -> Iterator[_Line]:
    """The rows of the sheet that was read; of several that were read one below another, those of each."""
    sheets = spreadsheet.sheets_to_read(data, mapping.sheet)
    several = len(sheets) > 1
    before = 0
    for name, rows in sheets:
        for number, cells in enumerate(rows, 1):
            yield _Line(before + number, str(number), list(cells), name if several else "")
        before += len(rows)


def _places(table: Table | None, lines: list[_Line]) -> dict[int, int]:
    """Where each column of the table stands in the file, by what its cells hold; one that was computed stands nowhere."""
    if table is None:
        return {}
    held = {int(number) for number in table.cells.index.intersection([line.number for line in lines])}
    body = [line for line in lines if line.number in held][:_SAME]
    width = max((len(line.cells) for line in lines), default=0)
    columns = [
        [line.cells[place].strip() if place < len(line.cells) else "" for line in body] for place in range(width)
    ]
    places: dict[int, int] = {}
    for own in map(int, table.cells.columns):
        texts = [str(table.cells.at[line.number, own]).strip() for line in body]
        alike = [place for place, column in enumerate(columns) if column == texts]
        if alike:
            places[own] = own if own in alike else alike[0]
    return places


def _roles(steps: Steps, places: dict[int, int], width: int) -> list[Role | None]:
    roles: list[Role | None] = [None] * width
    if steps.layout is not None:
        for own, role in enumerate(steps.layout.roles):
            if own in places:
                roles[places[own]] = role
    return roles


def _marked(
    problems: Iterable[Problem], table: Table | None, places: dict[int, int], shown: Collection[int]
) -> dict[tuple[int, int | None], list[Problem]]:
    """The problems at their cells, as far as their rows are shown."""
    names = {name: place for place, name in reversed(list(enumerate(table.names)))} if table else {}
    marked: dict[tuple[int, int | None], list[Problem]] = {}
    for problem in problems:
        if problem.row is not None and problem.row in shown:
            own = places.get(names.get(problem.column, -1) if problem.column else -1, MOST_COLUMNS)
            place = own if own < MOST_COLUMNS else None
            marked.setdefault((problem.row, place), []).append(problem)
    return marked


def _why_passed(line: _Line, steps: Steps, mapping: Mapping) -> Text | None:
    """Why a row is passed over: by choice, as a note below the table, or for its area; None where it is not."""
    if line.number in mapping.pass_over.rows:
        return CHOSEN_ROWS
    if steps.table is not None and steps.table.footers and line.number > steps.table.cells.index.max():
        return NOTES if any(line.cells) else None
    fates = steps.arranged.fates if steps.arranged else None
    return fates.reason(line.number) if fates else None


def _rows(lines: list[_Line], steps: Steps, mapping: Mapping) -> Iterator[Row]:
    headers = set(steps.table.header_rows) if steps.table else set()
    fates = steps.arranged.fates if steps.arranged else None
    before = 0
    for line in lines:
        yield Row(
            line.number,
            line.label,
            tuple(line.cells[:MOST_COLUMNS]),
            line.sheet,
            max(0, line.number - before - 1),
            line.number in headers,
            _why_passed(line, steps, mapping),
            fates.is_refused(line.number) if fates else False,
        )
        before = line.number
