"""From a table whose columns are known to long observations, one for each value."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from keko.data.area_names import AreaNames, folded
from keko.data.arrays import Floats
from keko.data.periods import first_day
from keko.data.problems import Problem, ProblemKind, Refused, errors
from keko.data.text import Text
from keko.intake.arrange.accounting import CHOSEN_MEASURES, Accounting, Fates, accounted, fates, without_rows
from keko.intake.arrange.figures import FIGURES, read_figures
from keko.intake.arrange.measure_names import Measure, counted, measures_of
from keko.intake.arrange.row_keys import header_areas, key_errors, row_keys_of
from keko.intake.arrange.stacking import in_whole, stacked
from keko.intake.arrange.titles import line_of
from keko.intake.mappings import Mapping
from keko.intake.read.limits import TOO_MANY_MEASURES, most_measures
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.area_problems import BEFORE_MERGER, SUCCESSORS
from keko.intake.values.areas import AreaTexts
from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import Decimal, Numbers
from keko.intake.values.statuses import read_statuses, settle

OBSERVATION = (
    "measure", "area", "period", "sex", "age", "breakdown",
    "value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "status", "reason", "row", "column",
)  # fmt: skip
NOTHING_LEFT = ProblemKind(
    "nothing-left",
    "error",
    Text(
        "Tiedostosta ei jäänyt yhtään riviä: kuvaus ohittaa ne kaikki (pass_over).",
        "Ingen rad blev kvar av filen: beskrivningen hoppar över alla (pass_over).",
        "No row of the file is left: the mapping passes over all of them (pass_over).",
    ),
)


@dataclass(frozen=True)
class Arranged:
    """What a file holds.

    `observations`: one row a value with the columns of `OBSERVATION`; `measure` counts into `measures`, `row` and
    `column` tell where the value stands in the file. `missing`: how many values each missing marker stands for.
    `source`: whom the lines around the table name as the source. `computed`: the file leaves its values to be computed, so
    that they are numerators until its indicators are known (`keko.intake.match.denominators`). `accounting`: what became of
    the rows of the file, and `fates` of each.
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
    accounting: Accounting = field(default_factory=Accounting)
    fates: Fates | None = None

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
        Refused: the layout has errors; what else is wrong with areas, periods and values is told with them.
    """
    if layout.lacks:
        raise Refused(_all_errors(table, layout, names, mapping))
    table = without_rows(table, mapping.pass_over.rows)
    row_keys = row_keys_of(table, layout, names, mapping)
    known = row_keys.known
    cells, frame = (table.cells, row_keys.frame) if known.all() else (table.cells[known], row_keys.frame[known])

    areas = row_keys.areas
    if not row_keys.placed:
        layout, areas = _placed(table, layout, names, mapping)
    figures = read_figures(table, layout, cells, mapping)
    measure_names = measures_of(table, layout, cells, mapping, figures.values)
    most = most_measures(len(frame) * len(layout.values))
    if len(measure_names.measures) > most:
        raise Refused([TOO_MANY_MEASURES.at(count=len(measure_names.measures), limit=most)])
    stated, unknown = _stated(table, layout, cells)
    rows = stacked(frame, row_keys, layout.values, figures.values, measure_names).assign(
        **{role: _of_every_value(figures.beside.get(role), layout) for role in FIGURES}
    )
    observations = settle(in_whole(rows), stated, rows["preliminary"].to_numpy(dtype=bool))[list(OBSERVATION)]
    arranged = Arranged(
        observations=observations,
        measures=counted(measure_names.measures, observations),
        decimal=figures.decimal,
        missing=dict(sum((Counter(numbers.markers) for numbers in figures.values), Counter())),
        unmatched=areas.unmatched,
        ambiguous=areas.ambiguous,
        problems=[*row_keys.problems, *([] if row_keys.placed else areas.problems), *figures.problems, *unknown],
        source=line_of(table, "source"),
        computed=layout.computed,
        accounting=accounted(table, known, row_keys.areas, int(observations["value"].notna().sum())),
        fates=fates(table, known, row_keys.areas),
    )
    return _wanted(arranged, names, mapping, row_keys.areas.merged | areas.merged)


def _all_errors(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> list[Problem]:
    """What a table lacks, and what is wrong with the areas, periods and values that it has."""
    if len(table.header) < 2:  # a text rather than a table
        return layout.problems
    unread = read_figures(table, layout, table.cells, mapping).problems
    return [*layout.problems, *key_errors(table, layout, names, mapping), *errors(unread)]


def _wanted(arranged: Arranged, names: AreaNames, mapping: Mapping, merged: dict[str, date]) -> Arranged:
    """The same less what is passed over; that nothing is left is an error.

    `merged`: a municipality that lacks a part before a day would be smaller than it is called, and so would be its county.
    """
    unwanted = {folded(name) for name in mapping.pass_over.measures}
    places = {place for place, measure in enumerate(arranged.measures) if folded(measure.name) in unwanted}
    if places:
        arranged = _less(arranged, arranged.without(places), CHOSEN_MEASURES)
    arranged = _without_parts(arranged, names, merged)
    if arranged.observations.empty and not errors(arranged.problems):
        return replace(arranged, problems=[*arranged.problems, NOTHING_LEFT.at()])
    return arranged


def _without_parts(arranged: Arranged, names: AreaNames, merged: dict[str, date]) -> Arranged:
    """The same less the figures of municipalities before the day on which one that is passed over was merged into them."""
    rows = arranged.observations
    ends = rows["area"].map(merged)
    partial = [pd.notna(end) and first_day(period) < end for end, period in zip(ends, rows["period"], strict=True)]
    parts = rows[np.array(partial, dtype=bool)]
    if parts.empty:
        return arranged
    area = names.areas[parts["area"].iloc[0]].name
    problem = BEFORE_MERGER.at(count=len(parts), area=area, example=int(parts["row"].iloc[0]))
    left = replace(arranged, observations=rows.drop(parts.index).reset_index(drop=True))
    return replace(_less(arranged, left, SUCCESSORS), problems=[*arranged.problems, problem])


def _less(before: Arranged, after: Arranged, reason: Text) -> Arranged:
    """What is left, with the account of what is not."""
    figures = int(before.observations["value"].notna().sum() - after.observations["value"].notna().sum())
    rows = before.observations["row"].nunique() - after.observations["row"].nunique()
    return replace(after, accounting=before.accounting.without(rows, figures, reason))


def _of_every_value(numbers: Numbers | None, layout: Layout) -> Floats | float:
    """What a column beside the values tells of each of them."""
    return np.repeat(numbers.values, len(layout.values)) if numbers else np.nan


def _placed(table: Table, layout: Layout, names: AreaNames, mapping: Mapping) -> tuple[Layout, AreaTexts]:
    """The layout with the codes of the areas in its headers, less the columns whose area cannot be told.

    Raises:
        Refused: no column is left.
    """
    areas = header_areas(table, layout, names, mapping)
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
