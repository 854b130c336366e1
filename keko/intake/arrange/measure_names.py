"""What the values of a file measure, in the file's own words: names, units and the ages they are about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import pandas as pd

from keko.data.arrays import Floats, Positions
from keko.intake.arrange.titles import unit_around
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.dimensions import TOTAL, ages_within
from keko.intake.values.distinct import Distinct
from keko.intake.values.headings import Heading, Statistic, heading
from keko.intake.values.numbers import Numbers
from keko.intake.values.units import Unit


@dataclass(frozen=True)
class Measure:
    """One thing that a file measures.

    `unit`: empty where the file tells none; `ages`: as "15-64" where it limits the figures to an age; `values`: how
    many it has. `generic`: the header names nothing (arvo, value), so that `name` is the file's. `of_persons`: the header
    speaks of men, women or an age, so that whole numbers count persons. `statistic`: whether it speaks of means or medians.
    `sure`: its unit is beyond doubt, standing in the cells or having been scaled to another; `settled`: an analyst has
    said by what its figures are to be multiplied.
    """

    name: str
    unit: str
    ages: str | None = None
    values: int = 0
    generic: bool = False
    of_persons: bool = False
    statistic: Statistic | None = None
    sure: bool = False
    settled: bool = False


@dataclass(frozen=True)
class MeasureNames:
    """The measures of a file, and which one every column of values or, where a column tells them, every row is.

    `multiples`, of columns or of rows as those are: how many whole ones of the unit each of their figures tells.
    """

    measures: list[Measure]
    of_column: list[int]
    of_row: Positions | None
    multiples: Floats


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


def measures_of(
    table: Table, layout: Layout, cells: pd.DataFrame, mapping: Mapping, numbers: Sequence[Numbers]
) -> MeasureNames:
    """The measures of the rows `cells` of a table. `numbers`: the columns of values as they were read.

    A unit is told by the cells, by the header or the name, by a column of units, else by the lines around the table.
    """
    around = unit_around(table)
    units = _units_of_rows(layout, cells, numbers)
    units_first = layout.unit is None  # what stands in the cell itself is nearer than its header
    by_cell = numbers[0].in_multiples
    position = layout.position("measure")
    if position is not None:
        texts = Distinct.of(cells[position])
        named = [Measure(own.name, own.unit, statistic=own.statistic) for own in map(heading, texts.texts)]
        return _of_rows(named, texts, units, around, mapping, units_first, by_cell)
    stem = Measure(PurePath(table.file_name).stem, "", generic=True)
    measures_of_columns = [_of_header(column.heading, mapping.constants.measure, stem) for column in layout.values]
    if len(measures_of_columns) == 1 and units is not None:
        return _of_rows(
            measures_of_columns, Distinct.constant("", units.rows), units, around, mapping, units_first, by_cell
        )
    beside = next(filter(None, units.texts), "") if units is not None else ""
    stated = [
        replace(
            measure,
            unit=next(filter(None, [*own.units[:1], measure.unit, beside, around]), ""),
            sure=bool(own.units),
        )
        for measure, own in zip(measures_of_columns, numbers, strict=True)
    ]
    measures, places, multiples = _in_whole(stated, [own.in_multiples for own in numbers], mapping)
    return MeasureNames(measures, [int(place) for place in places], None, multiples)


def _units_of_rows(layout: Layout, cells: pd.DataFrame, numbers: Sequence[Numbers]) -> Distinct | None:
    """The unit of every row, where a column of units or the cells of the only column of values tell it."""
    if layout.unit is not None:
        return Distinct.of(cells[layout.unit])
    return numbers[0].units_of_rows() if len(numbers) == 1 and numbers[0].units else None


def _in_whole(
    stated: Sequence[Measure], by_cell: Sequence[bool], mapping: Mapping
) -> tuple[list[Measure], Positions, Floats]:
    """Measures in whole ones of their units, each once; which of them each of `stated` is, and its multiple.

    What an analyst has said of the scale holds whatever the file says. `by_cell`: the cells told multiples already.
    """
    units = [Unit.of(measure.unit) for measure in stated]
    answers = [mapping.scale_of(measure.name) for measure in stated]
    whole = [
        measure if answer == 1 and unit.multiple != 1 else replace(measure, unit=unit.text)
        for measure, unit, answer in zip(stated, units, answers, strict=True)
    ]
    settled = [replace(measure, settled=answer is not None) for measure, answer in zip(whole, answers, strict=True)]
    measures = list(dict.fromkeys(settled))
    own = [1.0 if counted_there else unit.multiple for unit, counted_there in zip(units, by_cell, strict=True)]
    multiples = [multiple if answer is None else answer for multiple, answer in zip(own, answers, strict=True)]
    numbered = {measure: place for place, measure in enumerate(measures)}
    places = np.array([numbered[measure] for measure in settled], dtype=np.intp)
    return measures, places, np.array(multiples, dtype=np.float64)


def _of_header(heading: Heading, constant: str | None, stem: Measure) -> Measure:
    """The measure of one column of values. A sex or an age for a header speaks of persons."""
    name = constant or heading.name
    if name:
        return Measure(name, heading.unit, statistic=heading.statistic)
    return replace(stem, unit=heading.unit, of_persons=bool(heading.sex or heading.age), statistic=heading.statistic)


def _of_rows(
    named: Sequence[Measure],
    texts: Distinct,
    units: Distinct | None,
    around: str,
    mapping: Mapping,
    units_first: bool,
    by_cell: bool,
) -> MeasureNames:
    """The measures of rows: `named`, parallel to `texts`, one for each unit that the rows of a name are in.

    A row without a unit has the unit of the other rows of its name, if that is one, else that of the lines around.
    `units_first`: the units of rows hold against those of names; `by_cell`: see `_in_whole`.
    """
    units_beside = units.texts if units is not None else [""]
    own = units.codes if units is not None else np.zeros_like(texts.codes)
    pairs, of_row = np.unique(texts.codes * len(units_beside) + own, return_inverse=True)
    in_units = [(named[pair // len(units_beside)], units_beside[pair % len(units_beside)]) for pair in pairs]
    units_of = {
        measure: {own_unit for other, own_unit in in_units if other == measure and own_unit} for measure, _ in in_units
    }
    usual = {measure: next(iter(known)) if len(known) == 1 else around for measure, known in units_of.items()}
    stated = [
        replace(
            measure,
            unit=(own_unit if units_first else "") or measure.unit or own_unit or usual[measure],
            sure=units_first and bool(own_unit or units_of[measure]),
        )
        for measure, own_unit in in_units
    ]
    measures, places, multiples = _in_whole(stated, [by_cell] * len(stated), mapping)
    return MeasureNames(measures, [], places[of_row], multiples[of_row])
