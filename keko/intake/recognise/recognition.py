"""From a table to its layout: the role of every column, and what is not said."""

from dataclasses import replace

from keko.data.area_names import AreaNames
from keko.data.other_levels import level_headed
from keko.intake.mappings import Mapping, Role
from keko.intake.read.table import Table
from keko.intake.recognise.area_columns import area_columns
from keko.intake.recognise.area_evidence import against_evidence
from keko.intake.recognise.column_roles import Columns, Guess, guess
from keko.intake.recognise.confidence import certainties
from keko.intake.recognise.layout import Layout, LayoutKind, ValueColumn
from keko.intake.recognise.layout_problems import layout_problems
from keko.intake.recognise.remarks import remarks_among
from keko.intake.recognise.value_columns import value_columns
from keko.intake.values.headings import level_of
from keko.intake.values.numbers import is_number

_MOST_CATEGORIES = 100
_OF_ONE_VALUE: tuple[Role, ...] = (
    "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "status",
)  # fmt: skip
_ONE_COLUMN: tuple[Role, ...] = ("measure", "sex", "age", *_OF_ONE_VALUE)


def recognise(table: Table, names: AreaNames, mapping: Mapping) -> Layout:
    """What the columns of `table` are, and which layout they make. What is missing is told in `problems`."""
    columns = guess(table, names, mapping)
    area, labels = area_columns(table, columns, names, mapping)
    kind, values = value_columns(table, columns, mapping)
    of_values = {column.position for column in values}
    roles = _settled(
        [_role(place, area, labels, of_values, columns) for place in range(len(columns.guesses))], kind, values, columns
    )
    remarks = {place for place in remarks_among(table, roles) if columns.sources[place] != "mapping"}
    roles = ["ignored" if place in remarks else role for place, role in enumerate(roles)]
    header = table.header[area] if area is not None else ""
    level = mapping.area_level or level_of(header)
    unit = columns.guesses.index("unit") if "unit" in columns.guesses else None
    sure = certainties(columns, roles, labels)
    layout = Layout(kind, roles, values, level, labels, unit, [], sure, level_headed(header))
    against = against_evidence(table, columns, names, mapping, area)
    return replace(layout, problems=[*against, *layout_problems(table, layout, columns, mapping)])


def _role(place: int, area: int | None, labels: tuple[int, ...], of_values: set[int], columns: Columns) -> Role:
    own: Guess = columns.guesses[place]
    if own == "area" or place in labels:
        return "area" if place == area else "ignored"
    if place in of_values and own != "numerator":
        return "value"
    if own in {"number", "amount", "dated", "placed"}:
        return "ignored"
    if own == "text":
        return "breakdown" if len(columns.texts[place]) <= _MOST_CATEGORIES else "ignored"
    return "ignored" if own == "unit" else own  # type: ignore[return-value]


def _settled(roles: list[Role], kind: LayoutKind, values: list[ValueColumn], columns: Columns) -> list[Role]:
    """Roles with one column each: a measure in words before one in numbers, limits and counts for a single value."""
    settled = list(roles)
    by_class = any(column.heading.breakdown for column in values)  # all of one number of persons
    for role in _ONE_COLUMN:
        places = [place for place, own in enumerate(roles) if own == role]
        worded = [place for place in places if any(text and not is_number(text) for text in columns.texts[place])]
        single = kind == "long" or role not in _OF_ONE_VALUE or (role == "denominator" and by_class)
        kept = next(iter(worded or places), None) if single else None
        for place in places:
            settled[place] = role if place == kept else "ignored"
    several = len({(column.heading.name, column.heading.unit) for column in values}) > 1
    if kind == "wide-measure" and several:  # columns of different measures, which a column of measures cannot name
        return ["breakdown" if role == "measure" else role for role in settled]
    return settled
