"""The figures of a table: its columns of numbers read, with the decimal mark that they use."""

from dataclasses import dataclass

import pandas as pd

from keko.data.problems import Problem
from keko.intake.mappings import Mapping, Role
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.cell_units import mixed_units
from keko.intake.values.decimals import decimal_of, settled_decimal
from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import Decimal, Numbers

FIGURES: tuple[Role, ...] = ("lower", "upper", "numerator", "denominator", "deviation", "q1", "q3")


@dataclass(frozen=True)
class Figures:
    """`values`: the columns of values; `beside`: by role those that tell more of them; `decimal`: the mark they all use."""

    values: list[Numbers]
    beside: dict[Role, Numbers]
    decimal: Decimal | None
    problems: list[Problem]


def read_figures(table: Table, layout: Layout, cells: pd.DataFrame, mapping: Mapping) -> Figures:
    """The figures of the rows `cells` of a table, and what of them cannot be read or may be read in two ways."""
    positions = {role: at for role in FIGURES if (at := layout.position(role)) is not None}
    places = [*(column.position for column in layout.values), *positions.values()]
    texts = [(table.name(place), Distinct.of(cells[place])) for place in places]

    def read(decimal: Decimal | None) -> list[Numbers]:
        return Numbers.of_each(texts, mapping.missing, decimal)

    columns = read(mapping.decimal)
    mark = mapping.decimal or settled_decimal(columns)
    if mark != mapping.decimal:
        columns = read(mark)
    typed = table.format != "csv" or table.delimiter == ","
    decimal, unclear = (mark, []) if mark else decimal_of(columns, typed=typed)
    values = columns[: len(layout.values)]
    unread = [problem for numbers in columns for problem in numbers.problems()]
    if layout.unit is None and layout.position("measure") is None:  # else rows may be in units of their own
        unread += [problem for numbers in values for problem in mixed_units(numbers)]
    beside = dict(zip(positions, columns[len(layout.values) :], strict=True))
    return Figures(values, beside, decimal, [*unclear, *unread])
