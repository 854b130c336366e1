"""The figures of a table: its columns of numbers read, with the decimal mark and the marks for nought that they use."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.arrange.titles import nil_around
from keko.intake.mappings import Mapping, Role
from keko.intake.read.table import Table
from keko.intake.recognise.layout import Layout
from keko.intake.values.cell_units import mixed_units
from keko.intake.values.decimals import decimal_of, settled_decimal
from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import DASHES, Decimal, Numbers

NIL_ASKED = ProblemKind(
    "nil-or-missing",
    "error",
    Text(
        "Merkki ”{text}” (rivi {row}, sarake ”{column}”) voi tarkoittaa nollaa tai puuttuvaa tietoa: kerro kuvauksessa zero: "
        '["{text}"] tai missing: ["{text}"].',
        "Tecknet ”{text}” (rad {row}, kolumn ”{column}”) kan betyda noll eller att uppgiften saknas: ange i beskrivningen zero: "
        '["{text}"] eller missing: ["{text}"].',
        "The sign “{text}” (row {row}, column “{column}”) may mean zero or a missing figure: say in the mapping zero: "
        '["{text}"] or missing: ["{text}"].',
    ),
)
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
    marks = nil_around(table) if not DASHES.intersection([*mapping.zero, *mapping.missing]) else None
    zero = (*mapping.zero, *DASHES) if marks == "zero" else mapping.zero
    missing = (*mapping.missing, *DASHES) if marks == "missing" else mapping.missing
    positions = {role: at for role in FIGURES if (at := layout.position(role)) is not None}
    places = [*(column.position for column in layout.values), *positions.values()]
    if not places:
        return Figures([], {}, mapping.decimal, [])
    texts = [(table.name(place), Distinct.of(cells[place])) for place in places]

    def read(decimal: Decimal | None) -> list[Numbers]:
        return Numbers.of_each(texts, missing, decimal, zero)

    columns = read(mapping.decimal)
    mark = mapping.decimal or settled_decimal(columns)
    if mark != mapping.decimal:
        columns = read(mark)
    decimal, unclear = (mark, []) if mark else decimal_of(columns, table.format != "csv", table.delimiter == ",")
    values = columns[: len(layout.values)]
    unread = [problem for numbers in columns for problem in numbers.problems()]
    if layout.unit is None and layout.position("measure") is None:  # else rows may be in units of their own
        unread += [problem for numbers in values for problem in mixed_units(numbers)]
    asked = [] if DASHES.intersection([*zero, *missing]) else _nil_asked(columns)
    beside = dict(zip(positions, columns[len(layout.values) :], strict=True))
    return Figures(values, beside, decimal, [*unclear, *unread, *asked])


def _nil_asked(columns: Sequence[Numbers]) -> list[Problem]:
    """The first dash in place of a number: nobody has told what it means."""
    dashes = [
        numbers.column.places(numbers.frame["marker"].isin(DASHES).to_numpy(dtype=bool)).assign(column=numbers.name)
        for numbers in columns
    ]
    places = pd.concat(dashes).sort_values("row", kind="stable") if dashes else pd.DataFrame()
    return NIL_ASKED.each(places.head(1))
