"""What was fetched as a file like any other: bytes, a name, and a mapping that says what its columns are."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from keko.data.area_names import AreaNames, folded
from keko.data.areas import WHOLE_COUNTRY
from keko.data.problems import Problem
from keko.data.providers import NAMES
from keko.data.text import Text
from keko.intake.mappings import Constants, NewIndicator, Role
from keko.intake.mappings import Mapping as FileMapping
from keko.sources.json_stat import NOT_PUBLISHED, Cell, number
from keko.sources.pxweb import Selection, TableDescription, Variable, area_code, area_variable
from keko.sources.sotkanet import Description, RegionAreas, Value
from keko.sources.titles import plain

THL, STATFIN = "thl", "statfin"
LICENCE = "CC BY 4.0"
_STATISTICS_FINLAND = NAMES[STATFIN]
_SOTKANET_COLUMNS: dict[str, Role] = {"Alue": "area", "Vuosi": "time", "Sukupuoli": "sex", "Arvo": "value"}


@dataclass(frozen=True)
class SourceFile:
    """A file made of an answer. `rows`: how many figures it has."""

    name: str
    data: bytes
    rows: int
    mapping: FileMapping
    problems: list[Problem] = field(default_factory=list)


def sotkanet_file(description: Description, values: Iterable[Value], regions: RegionAreas) -> SourceFile:
    """The figures of an indicator of Sotkanet for the areas that KEKO keeps.

    The absolute value of a share is its numerator; of other figures it says nothing new.
    """
    share = description.multiplier is not None
    rows = [
        [
            regions.areas[value.region],
            value.year,
            value.gender,
            _written(value.value),
            *([_written(value.count)] if share else []),
        ]
        for value in values
        if value.region in regions.areas
    ]
    columns: dict[str, Role] = _SOTKANET_COLUMNS | ({"Osoittaja": "numerator"} if share else {})
    title = description.title.text
    mapping = FileMapping(
        columns=columns,
        constants=Constants(measure=title.fi),
        decimal=".",
        indicator=_new_sotkanet(description, title),
    )
    return SourceFile(f"sotkanet {description.id}.csv", _csv(list(columns), rows), len(rows), mapping)


def statfin_file(
    table: TableDescription,
    what: str,
    selection: Selection,
    cells: Iterable[Cell],
    names: AreaNames,
    indicator: str | None,
) -> SourceFile:
    """The cells of a table of StatFin, `what` its path, with the names of values but the codes of areas and periods.

    `indicator`: where one is chosen, a dimension with one value has done its work and has no column.
    """
    area = area_variable(table, names, what)
    variables = [variable for variable in table.variables if variable.code in selection]
    roles = {variable.code: _role(variable, area) for variable in variables}
    written = [
        variable
        for variable in variables
        if not (indicator and roles[variable.code] == "breakdown" and len(selection[variable.code]) == 1)
    ]
    columns_of_cells = [
        (list(selection).index(variable.code), _texts(variable, selection[variable.code], roles[variable.code], names))
        for variable in written
    ]
    rows = [[*(text_of[cell.at[place]] for place, text_of in columns_of_cells), cell.text] for cell in cells]
    columns: dict[str, Role] = {variable.text: roles[variable.code] for variable in written} | {"Arvo": "value"}
    mapping = FileMapping(
        columns=columns,
        constants=Constants(area=None if area else WHOLE_COUNTRY),
        decimal=".",
        indicator=_new_statfin(table),
    )
    name = f"statfin {what.rpartition('/')[2].removesuffix('.px')}.csv"
    return SourceFile(name, _csv(list(columns), rows), len(rows), mapping)


def _role(variable: Variable, area: Variable | None) -> Role:
    if area is not None and variable.code == area.code:
        return "area"
    if variable.time:
        return "time"
    if variable.is_contents:
        return "measure"
    named: Mapping[str, Role] = {"sukupuoli": "sex", "ikä": "age", "ikäluokka": "age", "ikäryhmä": "age"}
    return named.get(folded(variable.text), "breakdown")


def _texts(variable: Variable, values: Sequence[str], role: Role, names: AreaNames) -> dict[str, str]:
    """What is written for each value: the codes of areas and periods are certain, of the rest the names are."""
    if role == "area":
        return {value: area_code(variable, value, names) or value for value in values}
    return {value: value if role == "time" else variable.label(value) for value in values}


def _new_sotkanet(description: Description, title: Text) -> NewIndicator:
    organization = description.organization.title.text if description.organization else None
    definition = description.description.text
    return NewIndicator(
        id=f"sotkanet-{description.id}",
        name=title,
        definition=definition if definition.fi else title,
        kind=description.kind,
        unit=description.unit or None,
        multiplier=description.multiplier,
        source=Text(*(f"THL Sotkanet, {name}" for name in organization)) if organization else Text.same("THL Sotkanet"),
        licence=LICENCE,
        responsible=organization,
        about_persons="protected",
    )


def _new_statfin(table: TableDescription) -> NewIndicator:
    """Names and units come from the table's contents, of which there may be several."""
    title = plain(table.title)
    return NewIndicator(
        definition=Text.same(title),
        source=Text(*(f"{name}, StatFin" for name in _STATISTICS_FINLAND)),
        licence=LICENCE,
        responsible=_STATISTICS_FINLAND,
        about_persons="protected",
    )


def _written(value: float | None) -> str:
    return NOT_PUBLISHED if value is None else number(value)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
