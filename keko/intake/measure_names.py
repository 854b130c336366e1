"""What the values of a file measure, in the file's own words: names, units and the ages they are about."""

from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
import pandas as pd

from keko.intake.dimensions import TOTAL, ages_within
from keko.intake.distinct import Distinct, Ints
from keko.intake.headings import heading, unit_of
from keko.intake.mappings import Mapping
from keko.intake.recognise import Layout
from keko.intake.surroundings import line_of
from keko.intake.table import Table


@dataclass(frozen=True)
class Measure:
    """One thing that a file measures.

    `unit`: empty where the file tells none; `ages`: as "15-64" where it limits the figures to an age; `values`: how
    many it has. `generic`: the header names nothing (arvo, value), so that `name` is the file's.
    """

    name: str
    unit: str
    ages: str | None = None
    values: int = 0
    generic: bool = False


@dataclass(frozen=True)
class MeasureNames:
    """The measures of a file, and which one every column of values or, where a column tells them, every row is."""

    measures: list[Measure]
    of_column: list[int]
    of_row: Ints | None = None

    def counted(self, observations: pd.DataFrame) -> list[Measure]:
        """The measures with their values counted and their ages: those in the name, or those of all the rows."""
        counts = observations.loc[observations["value"].notna(), "measure"].value_counts()
        ages = {index: list(found) for index, found in observations.groupby("measure")["age"].unique().items()}

        def limited(index: int, measure: Measure) -> str | None:
            own = ages.get(index, [])
            of_rows = own[0] if len(own) == 1 and own[0] != TOTAL else None
            return ages_within(measure.name) or (of_rows and (ages_within(of_rows) or of_rows))

        return [
            replace(measure, values=int(counts.get(index, 0)), ages=limited(index, measure))
            for index, measure in enumerate(self.measures)
        ]


def measures_of(table: Table, layout: Layout, cells: pd.DataFrame, mapping: Mapping, percent: bool) -> MeasureNames:
    """The measures of the rows `cells` of a table. `percent`: per cent signs follow the numbers."""
    unit = unit_of(line_of(table, "unit") or ("%" if percent else ""))
    position = layout.position("measure")
    if position is not None:
        return _of_rows(Distinct.of(cells[position]), _units(layout, cells), unit)
    stem = Measure(PurePath(table.file_name).stem, "", generic=True)
    found = []
    for column in layout.values:
        named = mapping.constants.measure or column.heading.name
        own = column.heading.unit or _first(_units(layout, cells)) or unit
        found.append(replace(stem, unit=own) if not named else Measure(named, own))
    measures = list(dict.fromkeys(found))
    return MeasureNames(measures, [measures.index(measure) for measure in found])


def _of_rows(column: Distinct, units: "pd.Series[str] | None", unit: str) -> MeasureNames:
    """The measures that a column names, each with the unit in its name, else of its first row, else of the file."""
    beside = [_first(units[column.codes == code]) if units is not None else "" for code in range(len(column.texts))]
    told = [heading(text) for text in column.texts]
    found = [Measure(one.name, one.unit or own or unit) for one, own in zip(told, beside, strict=True)]
    measures = list(dict.fromkeys(found))
    places = np.array([measures.index(measure) for measure in found], dtype=np.intp)
    return MeasureNames(measures, [], column.take(places))


def _units(layout: Layout, cells: pd.DataFrame) -> "pd.Series[str] | None":
    return cells[layout.unit] if layout.unit is not None else None


def _first(units: "pd.Series[str] | None") -> str:
    return unit_of(units.iloc[0].strip()) if units is not None and len(units) else ""
