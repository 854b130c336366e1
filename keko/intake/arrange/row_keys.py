"""What each row of a file is about: area, period, sex, age and breakdown, from columns, constants and titles."""

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.area_names import AreaNames
from keko.data.arrays import Positions
from keko.data.problems import Problem, ProblemKind, Refused, errors
from keko.data.text import Text
from keko.intake.arrange.titles import titled_ages, titled_sex
from keko.intake.mappings import Mapping
from keko.intake.read.limits import MOST_AREAS, MOST_CLASSES, TOO_MANY_AREAS, TOO_MANY_CLASSES
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.areas import AreaTexts, beside, read_areas
from keko.intake.values.dimensions import TOTAL, read_ages, read_breakdown, read_sexes
from keko.intake.values.distinct import Distinct
from keko.intake.values.headings import plain
from keko.intake.values.intervals import is_last
from keko.intake.values.periods import read_periods
from keko.intake.values.wait_classes import wait_classes

EMPTY_CELL = ProblemKind(
    "empty-cell",
    "error",
    Text(
        "Rivin {row} sarake ”{column}” on tyhjä: jokaisella rivillä on oltava alue ja ajankohta.",
        "Kolumnen ”{column}” är tom på rad {row}: varje rad ska ha område och tidpunkt.",
        "The column “{column}” is empty on row {row}: every row needs an area and a period.",
    ),
)


@dataclass(frozen=True)
class RowKeys:
    """`frame`: area, period, preliminary, sex, age and breakdown of every row, missing where they could not be told.

    `dated`, `placed`: whether rows have a period and an area of their own; else the headers of the values tell them and
    `period` and `area` are missing.
    """

    frame: pd.DataFrame
    dated: bool
    placed: bool
    areas: AreaTexts
    problems: list[Problem] = field(default_factory=list)

    @property
    def known(self) -> "pd.Series[bool]":
        """The rows that can be kept."""
        needed = ["sex", *(["area"] if self.placed else []), *(["period"] if self.dated else [])]
        return self.frame[needed].notna().all(axis=1)


def row_keys_of(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> RowKeys:
    """The keys of every row of `table`."""
    rows = table.cells.index.to_numpy(dtype=np.intp)
    given = mapping.constants
    headed = any(column.heading.area for column in layout.values)
    areas = AreaTexts.none(rows) if headed else _areas(table, layout, names, mapping, rows)
    periods, preliminary, problems = _periods(table, layout, given.period, rows)
    sex, unknown = _sexes(table, layout, given.sex, rows)
    frame = pd.DataFrame(
        {
            "area": areas.codes,
            "period": periods if periods is not None else _none(rows),
            "preliminary": preliminary,
            "sex": sex,
            "age": read_ages(_column(table, layout.position("age"), given.age or titled_ages(table) or TOTAL, rows)),
            "breakdown": _breakdown(table, layout, given.breakdown, rows),
        },
        index=rows,
    )
    return RowKeys(frame, periods is not None, not headed, areas, [*areas.problems, *problems, *unknown])


def key_errors(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> list[Problem]:
    """What is wrong with the areas and periods that a table has, where it lacks something else."""
    rows = table.cells.index.to_numpy(dtype=np.intp)
    placed = layout.position("area") is not None or mapping.constants.area
    of_areas = _areas(table, layout, names, mapping, rows).problems if placed else []
    of_periods = _periods(table, layout, mapping.constants.period, rows)[2]
    return errors([*of_areas, *of_periods])


def header_areas(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> AreaTexts:
    """The areas that the headers of the columns of values name, one for each such column."""
    row = table.header_rows[-1] if table.header_rows else 1
    texts = pd.Series([column.heading.area for column in layout.values], dtype="str")
    texts.index = pd.Index([row] * len(texts))
    name = table.name(layout.values[0].position)
    return read_areas(Distinct.of(texts), name, names, layout.area_level, None, mapping.pass_over)


def _none(rows: Positions) -> "pd.Series[str]":
    return pd.Series(pd.NA, index=rows, dtype="str")


def _column(table: Table, position: int | None, otherwise: str, rows: Positions) -> Distinct:
    return _classes(table, position) if position is not None else Distinct.constant(otherwise, rows)


def _classes(table: Table, position: int) -> Distinct:
    """The classes in a column.

    Raises:
        Refused: there are too many.
    """
    column = Distinct.of(table.cells[position])
    if len(column.texts) > MOST_CLASSES:
        name = table.name(position)
        raise Refused([TOO_MANY_CLASSES.at(column=name, count=len(column.texts), limit=MOST_CLASSES)])
    return column


def _areas(table: Table, layout: Layout, names: AreaNames, mapping: Mapping, rows: Positions) -> AreaTexts:
    position = layout.position("area")
    if position is None:
        column, name = Distinct.constant(mapping.constants.area or "", rows), "constants.area"
    else:
        own, labels = table.cells[position], [table.cells[place] for place in layout.area_labels]
        column, name = beside(own, labels), table.name(position)
    if len(column.texts) > MOST_AREAS:
        raise Refused([TOO_MANY_AREAS.at(column=name, count=len(column.texts), limit=MOST_AREAS)])
    level, other = layout.area_level, layout.other_level
    read = read_areas(column, name, names, level, other, mapping.pass_over, mapping.areas)
    return replace(read, problems=[*_empty(column, name), *read.problems])


def _periods(
    table: Table, layout: Layout, constant: str | None, rows: Positions
) -> tuple["pd.Series[str] | None", "np.ndarray[tuple[int], np.dtype[np.bool_]]", list[Problem]]:
    positions = layout.positions("time")
    if not positions and not constant:
        return None, np.zeros(len(rows), dtype=bool), []
    name = table.name(positions[0]) if positions else "constants.period"
    column = Distinct.of(_joined(table, positions)) if positions else Distinct.constant(constant or "", rows)
    periods, preliminary, problems = read_periods(column, name)
    return periods, preliminary, [*_empty(column, name), *problems]


def _joined(table: Table, positions: list[int]) -> "pd.Series[str]":
    """The texts of a time that two columns may tell: a year and its month or quarter as a number, or first and last days."""
    texts: pd.Series[str] = table.cells[positions[0]].str.strip()
    for position in positions[1:]:
        part = table.cells[position].str.strip()
        if is_last(table.header[position]):
            return texts + "/" + part
        quarter = plain(table.header[position]) in {"vuosineljännes", "neljännes", "kvartaali", "kvartal", "quarter"}
        if part.str.fullmatch(r"[QK]?[1-4]" if quarter else r"0?[1-9]|1[0-2]").all():
            texts = texts + ("Q" if quarter else "/") + part.str.replace(r"[QK]", "", regex=True)
    return texts


def _sexes(
    table: Table, layout: Layout, constant: str | None, rows: Positions
) -> tuple["pd.Series[str]", list[Problem]]:
    """The sex of every row: from its column, else from the mapping, else from a title."""
    otherwise = constant or titled_sex(table) or TOTAL
    position = layout.position("sex")
    name = table.name(position) if position is not None else "constants.sex"
    return read_sexes(_column(table, position, otherwise, rows), name)


def _breakdown(table: Table, layout: Layout, constant: str | None, rows: Positions) -> "pd.Series[str]":
    columns = {table.name(position): _classes(table, position) for position in layout.positions("breakdown")}
    waits = {name: wait_classes(column.texts, name) for name, column in columns.items()}
    return read_breakdown(columns or {"breakdown": Distinct.constant(constant or TOTAL, rows)}, waits)


def _empty(column: Distinct, name: str) -> list[Problem]:
    empty = (column.series.str.strip("\x1f") == "").to_numpy(dtype=bool)
    return EMPTY_CELL.each(column.places(empty).assign(column=name))
