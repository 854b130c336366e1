"""What the values of a file measure, in the file's own words: names, units and the ages they are about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import pandas as pd

from keko.data.arrays import Positions
from keko.intake.arrange.titles import line_of
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.dimensions import TOTAL, ages_within
from keko.intake.values.distinct import Distinct
from keko.intake.values.headings import Heading, Statistic, heading, unit_of


@dataclass(frozen=True)
class Measure:
    """One thing that a file measures.

    `unit`: empty where the file tells none; `ages`: as "15-64" where it limits the figures to an age; `values`: how
    many it has. `generic`: the header names nothing (arvo, value), so that `name` is the file's. `of_persons`: the header
    speaks of men, women or an age, so that whole numbers count persons. `statistic`: whether it speaks of means or medians.
    """

    name: str
    unit: str
    ages: str | None = None
    values: int = 0
    generic: bool = False
    of_persons: bool = False
    statistic: Statistic | None = None


@dataclass(frozen=True)
class MeasureNames:
    """The measures of a file, and which one every column of values or, where a column tells them, every row is."""

    measures: list[Measure]
    of_column: list[int]
    of_row: Positions | None = None


def counted(measures: Sequence[Measure], observations: pd.DataFrame) -> list[Measure]:
    """The measures with their values counted and their ages: those in the name, or those of all the rows."""
    counts = observations.loc[observations["value"].notna(), "measure"].value_counts()
    ages = {index: list(texts) for index, texts in observations.groupby("measure")["age"].unique().items()}

    def limited(index: int, measure: Measure) -> str | None:
        own = ages.get(index, [])
        of_rows = own[0] if len(own) == 1 and own[0] != TOTAL else None
        return ages_within(measure.name) or (of_rows and (ages_within(of_rows) or of_rows))

    return [
        replace(measure, values=int(counts.get(index, 0)), ages=limited(index, measure))
        for index, measure in enumerate(measures)
    ]


def measures_of(table: Table, layout: Layout, cells: pd.DataFrame, mapping: Mapping, percent: bool) -> MeasureNames:
    """The measures of the rows `cells` of a table. `percent`: per cent signs follow the numbers."""
    unit = unit_of(line_of(table, "unit") or ("%" if percent else ""))
    units = Distinct.of(cells[layout.unit]) if layout.unit is not None else None
    position = layout.position("measure")
    if position is not None:
        texts = Distinct.of(cells[position])
        named = [Measure(own.name, own.unit, statistic=own.statistic) for own in map(heading, texts.texts)]
        return _of_rows(named, texts, units, unit)
    stem = Measure(PurePath(table.file_name).stem, "", generic=True)
    measures_of_columns = [_of_header(column.heading, mapping.constants.measure, stem) for column in layout.values]
    if len(measures_of_columns) == 1 and units is not None:
        return _of_rows(measures_of_columns, Distinct.constant("", units.rows), units, unit)
    unit_beside = unit_of(units.texts[0]) if units is not None and units.texts else ""
    measures_of_columns = [
        replace(measure, unit=measure.unit or unit_beside or unit) for measure in measures_of_columns
    ]
    measures = list(dict.fromkeys(measures_of_columns))
    return MeasureNames(measures, [measures.index(measure) for measure in measures_of_columns])


def _of_header(heading: Heading, constant: str | None, stem: Measure) -> Measure:
    """The measure of one column of values. A sex or an age for a header speaks of persons."""
    name = constant or heading.name
    if name:
        return Measure(name, heading.unit, statistic=heading.statistic)
    return replace(stem, unit=heading.unit, of_persons=bool(heading.sex or heading.age), statistic=heading.statistic)


def _of_rows(named: Sequence[Measure], texts: Distinct, units: Distinct | None, unit: str) -> MeasureNames:
    """The measures of rows: `named`, parallel to `texts`, one for each unit that the rows of a name are in.

    A row without a unit has the unit of the other rows of its name, if that is one, else the file's.
    """
    units_beside = [unit_of(text) for text in units.texts] if units is not None else [""]
    own = units.codes if units is not None else np.zeros_like(texts.codes)
    pairs, of_row = np.unique(texts.codes * len(units_beside) + own, return_inverse=True)
    in_units = [(named[pair // len(units_beside)], units_beside[pair % len(units_beside)]) for pair in pairs]
    units_of = {
        measure: {own_unit for other, own_unit in in_units if other == measure and own_unit} for measure, _ in in_units
    }
    usual = {measure: next(iter(known)) if len(known) == 1 else unit for measure, known in units_of.items()}
    of_pair = [replace(measure, unit=measure.unit or own_unit or usual[measure]) for measure, own_unit in in_units]
    measures = list(dict.fromkeys(of_pair))
    places = np.array([measures.index(measure) for measure in of_pair], dtype=np.intp)
    return MeasureNames(measures, [], places[of_row])
