"""From a table whose columns are known to long observations, one for each value."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.area_names import AreaNames
from keko.data.problems import Problem, Refused
from keko.intake.arrange.figures import FIGURES, read_figures
from keko.intake.arrange.measure_names import Measure, MeasureNames, counted, measures_of
from keko.intake.arrange.row_keys import RowKeys, header_areas, row_keys_of
from keko.intake.arrange.titles import line_of
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout, ValueColumn
from keko.intake.values.areas import AreaTexts
from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import Decimal, Numbers
from keko.intake.values.statuses import read_statuses, settle
from keko.intake.values.units import scaled

OBSERVATION = (
    "measure", "area", "period", "sex", "age", "breakdown",
    "value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "status", "reason", "row", "column",
)  # fmt: skip
# What is in the unit of the value; numbers of persons are not.
IN_UNIT = ("value", "lower", "upper", "deviation", "q1", "q3")


@dataclass(frozen=True)
class Arranged:
    """What a file holds.

    `observations`: one row a value with the columns of `OBSERVATION`; `measure` counts into `measures`, `row` and
    `column` tell where the value stands in the file. `missing`: how many values each missing marker stands for.
    `source`: whom the lines around the table name as the source. `computed`: the file leaves its values to be computed, so
    that they are numerators until its indicators are known (`keko.intake.match.denominators`).
    """

    observations: pd.DataFrame
    measures: list[Measure]
    decimal: Decimal | None = None
    missing: dict[str, int] = field(default_factory=dict)
    unmatched: list[str] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    source: str | None = None
    computed: bool = False

    def without(self, measures: Set[int]) -> "Arranged":
        """The same less the rows of some measures."""
        kept = [place for place in range(len(self.measures)) if place not in measures]
        rows = self.observations[self.observations["measure"].isin(kept)]
        rows = rows.assign(measure=rows["measure"].map({place: number for number, place in enumerate(kept)}))
        named = [self.measures[place] for place in kept]
        return replace(self, observations=rows.reset_index(drop=True), measures=named)


def arrange(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> Arranged:
    """The observations of `table`. Rows whose area, period or sex cannot be told are left out and told in `problems`.

    Raises:
        Refused: the layout has errors.
    """
    if layout.lacks:
        raise Refused(layout.problems)
    row_keys = row_keys_of(table, layout, names, mapping)
    known = row_keys.known
    cells, frame = (table.cells, row_keys.frame) if known.all() else (table.cells[known], row_keys.frame[known])

    areas, headed = row_keys.areas, list[Problem]()
    if not row_keys.placed:
        layout, areas = _placed(table, layout, names)
        headed = areas.problems
    figures = read_figures(table, layout, cells, mapping)
    value_columns = figures.values
    measure_names = measures_of(table, layout, cells, mapping, value_columns)
    stated, unknown = _stated(table, layout, cells)
    rows = _stacked(frame, row_keys, layout, value_columns, measure_names).assign(
        **{role: np.repeat(numbers.values, len(layout.values)) for role, numbers in figures.beside.items()}
    )
    rows = _in_whole(rows)
    observations = settle(rows, stated, rows["preliminary"].to_numpy(dtype=bool))[list(OBSERVATION)]
    return Arranged(
        observations=observations,
        measures=counted(measure_names.measures, observations),
        decimal=figures.decimal,
        missing=dict(sum((Counter(numbers.markers) for numbers in value_columns), Counter())),
        unmatched=areas.unmatched,
        ambiguous=areas.ambiguous,
        problems=[*row_keys.problems, *headed, *figures.problems, *unknown],
        source=line_of(table, "source"),
        computed=layout.computed,
    )


def _placed(table: Table, layout: Layout, names: AreaNames) -> tuple[Layout, AreaTexts]:
    """The layout with the codes of the areas in its headers, less the columns whose area cannot be told.

    Raises:
        Refused: no column is left.
    """
    areas = header_areas(table, layout, names)
    values = [
        replace(column, heading=replace(column.heading, area=str(code)))
        for column, code in zip(layout.values, areas.codes, strict=True)
        if pd.notna(code)
    ]
    if not values:
        raise Refused(areas.problems)
    return replace(layout, values=values), areas


def _stated(table: Table, layout: Layout, cells: pd.DataFrame) -> tuple["pd.Series[str] | None", list[Problem]]:
    position = layout.position("status")
    if position is None:
        return None, []
    statuses, problems = read_statuses(Distinct.of(cells[position]), table.name(position))
    return statuses.reset_index(drop=True), problems


def _stacked(
    frame: pd.DataFrame, row_keys: RowKeys, layout: Layout, values: Sequence[Numbers], measure_names: MeasureNames
) -> pd.DataFrame:
    """The columns of values one below another, then in the order of the file's rows."""
    columns = zip(layout.values, values, strict=True)
    blocks = [_block(frame, row_keys, column, numbers) for column, numbers in columns]
    for place, block in enumerate(blocks):
        of_row = measure_names.of_row
        block["measure"] = of_row if of_row is not None else measure_names.of_column[place]
        block["multiple"] = measure_names.multiples if of_row is not None else measure_names.multiples[place]
    if len(blocks) == 1:
        return blocks[0].reset_index(drop=True)
    return pd.concat(blocks).sort_values("row", kind="stable").reset_index(drop=True)


def _in_whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with all that is in the unit of the value in whole ones of it; numbers of persons have no part in it."""
    multiple = rows["multiple"].to_numpy(dtype=np.float64)
    if (multiple == 1).all():
        return rows
    return rows.assign(**{name: scaled(rows[name].to_numpy(dtype=np.float64), multiple) for name in IN_UNIT})


def _block(frame: pd.DataFrame, row_keys: RowKeys, column: ValueColumn, numbers: Numbers) -> pd.DataFrame:
    """The observations of one column, with what its header tells: period and area only where rows have none."""
    heading = column.heading
    of_header = {
        "area": heading.area if not row_keys.placed else "",
        "sex": heading.sex,
        "age": heading.age,
        "breakdown": heading.breakdown,
    }
    if heading.period and not row_keys.dated:
        of_header["period"] = heading.period.text
        frame = frame.assign(preliminary=heading.period.preliminary)
    frame = frame.assign(
        **{what: pd.Series(text, index=frame.index, dtype="str") for what, text in of_header.items() if text}
    )
    of_text = {what: numbers.stated(what) for what in ("status", "reason")}
    name = pd.Series(numbers.name, index=frame.index, dtype="str")
    empty = dict.fromkeys(FIGURES, np.nan)
    return frame.assign(value=numbers.values, **of_text, **empty, row=frame.index.to_numpy(), column=name)
