"""What was fetched as a file like any other: bytes, a name, and a mapping that says what its columns are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from keko.data.area_names import AreaNames, folded
from keko.data.areas import WHOLE_COUNTRY
from keko.data.problems import Problem
from keko.data.providers import NAMES, STATFIN
from keko.data.text import Text
from keko.intake.mappings import Constants, NewIndicator, PassOver, Role
from keko.intake.mappings import Mapping as FileMapping
from keko.sources.age_groups import AgeGroups, is_age
from keko.sources.json_stat import NOT_PUBLISHED, Cell, number
from keko.sources.pxweb import Selection, TableDescription, Variable, area_code, area_variable
from keko.sources.sotkanet import Description, RegionAreas, Value
from keko.sources.titles import plain

LICENCE = "CC BY 4.0"
# Whose own figures are open by that licence; what others have let them show is not proven to be.
_OPEN_MAKERS = ("Terveyden ja hyvinvoinnin laitos", "Tilastokeskus")
_STATISTICS_FINLAND = NAMES[STATFIN]
_SOTKANET_COLUMNS: dict[str, Role] = {"Alue": "area", "Vuosi": "time", "Sukupuoli": "sex", "Arvo": "value"}
_PERSONS: dict[str, Role] = {"Osoittaja": "numerator", "Nimittäjä": "denominator"}
_UNKNOWN = {"tuntematon", "okänd", "unknown"}


@dataclass(frozen=True)
class SourceFile:
    """A file made of an answer. `rows`: how many figures it has."""

    name: str
    data: bytes
    rows: int
    mapping: FileMapping
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Measured:
    """Which values of the contents are asked for: the figure, and of a share the persons it is of where they are counted."""

    variable: str
    value: str
    numerator: str | None = None
    denominator: str | None = None

    @property
    def codes(self) -> list[str]:
        """Each of them."""
        return [code for code in (self.value, self.numerator, self.denominator) if code]

    @property
    def selected(self) -> dict[str, list[str]]:
        """What is asked of the dimension of contents."""
        return {self.variable: self.codes}


@dataclass(frozen=True)
class TableFile:
    """What is known of the cells of a table: `path` names it, `source` is who made the figures, as the answer says it."""

    table: TableDescription
    path: str
    selection: Selection
    source: str = ""
    indicator: str | None = None
    measured: Measured | None = None
    groups: AgeGroups | None = None

    @property
    def variables(self) -> list[Variable]:
        """The dimensions that were asked for."""
        return [variable for variable in self.table.variables if variable.code in self.selection]

    @property
    def has_persons(self) -> bool:
        """Whether numerators and denominators are among the cells."""
        return self.measured is not None and self.measured.numerator is not None

    def is_written(self, variable: Variable, role: Role) -> bool:
        """Whether a dimension is a column of the file."""
        if role == "measure" and self.has_persons:
            return False
        return not (self.indicator and role == "breakdown" and len(self.selection[variable.code]) == 1)

    def nowhere(self, area: Variable) -> dict[str, str]:
        """Under which values of the areas a source counts those whose area it does not know, and what is written for them."""
        labels = {value: area.label(value) for value in self.selection[area.code]}
        return {value: f"{value} {label}" for value, label in labels.items() if folded(label) in _UNKNOWN}

    def texts(self, variable: Variable, role: Role, names: AreaNames) -> dict[str, str]:
        """What is written for each value: the codes of areas and periods are certain, of the rest the names are."""
        if self.groups and variable.code == self.groups.variable:
            return {name: name for name in self.groups.codes}
        values = self.selection[variable.code]
        if role == "area":
            nowhere = self.nowhere(variable)
            return {value: nowhere.get(value) or area_code(variable, value, names) or value for value in values}
        return {value: value if role == "time" else variable.label(value) for value in values}


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


def statfin_file(asked: TableFile, cells: Iterable[Cell], names: AreaNames) -> SourceFile:
    """The cells of a table of StatFin, with the names of values but the codes of areas and periods.

    Where an indicator is chosen, a dimension with one value has done its work and has no column.
    """
    area = area_variable(asked.table, names, asked.path)
    roles = {variable.code: _role(variable, area) for variable in asked.variables}
    written = [variable for variable in asked.variables if asked.is_written(variable, roles[variable.code])]
    texts = {variable.code: asked.texts(variable, roles[variable.code], names) for variable in written}
    places = {code: list(asked.selection).index(code) for code in texts}
    rows = [
        [*(texts[code][at[place]] for code, place in places.items()), *values] for at, values in _rows(cells, asked)
    ]
    columns: dict[str, Role] = {variable.text: roles[variable.code] for variable in written}
    columns["Arvo"] = "value"
    if asked.has_persons:
        columns |= _PERSONS
    mapping = FileMapping(
        columns=columns,
        constants=Constants(area=None if area else WHOLE_COUNTRY),
        decimal=".",
        pass_over=PassOver(areas=tuple(asked.nowhere(area).values())) if area else PassOver(),
        indicator=_new_statfin(asked),
    )
    name = f"statfin {asked.path.rpartition('/')[2].removesuffix('.px')}.csv"
    return SourceFile(name, _csv(list(columns), rows), len(rows), mapping)


def _rows(cells: Iterable[Cell], asked: TableFile) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Codes and the texts of the figure; with the persons it is of, cells that differ in their content alone are one row."""
    measured = asked.measured
    if measured is None or not asked.has_persons:
        yield from ((cell.at, [cell.text]) for cell in cells)
        return
    place = list(asked.selection).index(measured.variable)
    by_place: dict[tuple[str, ...], dict[str, str]] = {}
    for cell in cells:
        at = (*cell.at[:place], measured.value, *cell.at[place + 1 :])
        by_place.setdefault(at, {})[cell.at[place]] = cell.text
    for at, texts in by_place.items():
        yield at, [texts.get(code, NOT_PUBLISHED) for code in measured.codes]


def _role(variable: Variable, area: Variable | None) -> Role:
    if area is not None and variable.code == area.code:
        return "area"
    if variable.time:
        return "time"
    if variable.is_contents:
        return "measure"
    if is_age(variable):
        return "age"
    return "sex" if folded(variable.text) == "sukupuoli" else "breakdown"


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
        licence=LICENCE if organization and organization.fi.startswith(_OPEN_MAKERS) else None,
        responsible=organization,
        about_persons="protected",
    )


def _new_statfin(asked: TableFile) -> NewIndicator:
    """Names and units come from the table's contents, of which there may be several."""
    maker = asked.source.partition(",")[0].strip()
    own = maker == _STATISTICS_FINLAND.fi
    said = Text.same(asked.source) if maker and not own else _STATISTICS_FINLAND
    return NewIndicator(
        definition=Text.same(plain(asked.table.title)),
        source=Text(*(f"{name}, StatFin" for name in said)),
        licence=LICENCE if own else None,
        responsible=_STATISTICS_FINLAND if own or not maker else Text.same(maker),
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
