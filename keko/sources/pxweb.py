"""PxWeb's interface 1: what a table holds, what is asked of it, and how a large question is split. Without the network."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from keko.data.area_names import AreaNames, folded
from keko.data.areas import WHOLE_COUNTRY
from keko.data.problems import Refused
from keko.sources.arguments import Years
from keko.sources.problems import SOURCE_BAD_ANSWER, SOURCE_CHANGED, SOURCE_NO_DATA, SOURCE_TOO_LARGE
from keko.sources.titles import same_title

LARGEST_QUERY = 120_000
LARGEST_TABLE = 3_000_000
EVERYTHING = "*"
_CONTENTS = {"contentscode", "tiedot"}
_AREAS = ("alue", "kunta", "maakunta", "hyvinvointialue", "työllisyysalue")
_SHOWN = 12

Selection = dict[str, list[str]]
_LONG = re.compile(r"(?P<subject>\w+)/statfin_\w+_pxt_(?P<name>\w+)\.px")
_SHORT = re.compile(r"(?P<subject>\w+)/(?P<name>\w+)\.px")


def table_paths(path: str) -> list[str]:
    """Where a table of StatFin may be, the likeliest first: its short name of June 2026 on, and the long one before that.

    "vaerak/11ra.px" and "vaerak/statfin_vaerak_pxt_11ra.px" are the same table.
    """
    match = _LONG.fullmatch(path) or _SHORT.fullmatch(path)
    if match is None:
        return [path]
    subject, name = match["subject"], match["name"]
    return [f"{subject}/{name}.px", f"{subject}/statfin_{subject}_pxt_{name}.px"]


class Variable(BaseModel):
    """A dimension of a table. `elimination`: whether it may be left out, which gives its total."""

    code: str
    text: str
    values: list[str]
    labels: list[str] = Field(alias="valueTexts")
    elimination: bool = False
    time: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether its values are what the table measures."""
        return folded(self.code) in _CONTENTS or folded(self.text) in _CONTENTS

    def is_named(self, name: str) -> bool:
        """Whether a person means this dimension: by its code, or by its name, which outlives the code."""
        return folded(name) in {folded(self.code), folded(self.text)}

    def label(self, value: str) -> str:
        """The name of a value."""
        return self.labels[self.values.index(value)]

    def value(self, wanted: str) -> str | None:
        """The value that a code or a name means."""
        pairs = zip(self.values, self.labels, strict=True)
        return next((value for value, label in pairs if value == wanted or same_title(label, wanted)), None)


class TableDescription(BaseModel):
    """What PxWeb tells of a table."""

    title: str
    variables: list[Variable]


def read_description(payload: Any, what: str) -> TableDescription:
    """The description of the table `what`.

    Raises:
        Refused: the payload is something else.
    """
    try:
        table = TableDescription.model_validate(payload)
    except ValidationError as error:
        raise Refused([SOURCE_BAD_ANSWER.at(what=what)]) from error
    if not table.variables or any(len(variable.values) != len(variable.labels) for variable in table.variables):
        raise Refused([SOURCE_BAD_ANSWER.at(what=what)])
    return table


def choose(
    table: TableDescription, select: Mapping[str, Sequence[str]], years: Years, names: AreaNames, what: str
) -> Selection:
    """What is asked of each dimension: what a person selected, the years, the areas that KEKO keeps; of others all.

    A dimension that nobody speaks of and that may be left out is left out.

    Raises:
        Refused: a selected dimension or value is not in the table, or there is nothing to ask for.
    """
    for name in select:
        if not any(variable.is_named(name) for variable in table.variables):
            raise refuse_changed(what, name, [variable.text for variable in table.variables])
    selection: Selection = {}
    for variable in table.variables:
        wanted = [value for name, values in select.items() if variable.is_named(name) for value in values]
        values = _chosen(variable, wanted, years, names, what)
        if values is not None:
            selection[variable.code] = values
    if not all(selection.values()):
        raise Refused([SOURCE_NO_DATA.at(what=what, years=years)])
    return selection


def area_code(variable: Variable, value: str, names: AreaNames) -> str | None:
    """The area that a value is, None for levels that are not kept.

    A code of a kept level that KEKO does not know stays as it is: the intake tells of it.
    """
    match = names.match(value)
    if match.outcome == "unknown code" or match.code:
        return match.code or value
    return WHOLE_COUNTRY if names.match(variable.label(value)).code == WHOLE_COUNTRY else None


def area_variable(table: TableDescription, names: AreaNames, what: str) -> Variable | None:
    """The dimension of areas, None where a table is about the whole country.

    Raises:
        Refused: there is one, but its codes are of no known kind.
    """
    for variable in table.variables:
        if _holds_areas(variable, names):
            return variable
    named = [variable for variable in table.variables if folded(variable.text).startswith(_AREAS)]
    if named:
        raise refuse_changed(what, "KU091", named[0].values)
    return None


def split(selection: Selection, limit: int) -> list[Selection]:
    """Queries of at most `limit` cells that together make up the whole one, always in the same order."""
    cells = prod(map(len, selection.values()))
    if cells <= limit:
        return [selection]
    longest = max(selection, key=lambda code: len(selection[code]))
    values = selection[longest]
    size = max(1, len(values) * limit // cells)
    parts = [values[start : start + size] for start in range(0, len(values), size)]
    return [smaller for part in parts for smaller in split({**selection, longest: part}, limit)]


def check_size(selection: Selection, what: str) -> None:
    """Stop where a question is out of all proportion.

    Raises:
        Refused: it has too many cells.
    """
    cells = prod(map(len, selection.values()))
    if cells > LARGEST_TABLE:
        raise Refused([SOURCE_TOO_LARGE.at(what=what, seen=f"{cells:,}", limit=f"{LARGEST_TABLE:,}")])


def refuse_changed(what: str, missing: str, there: Sequence[str]) -> Refused:
    """What to raise where `missing` is not among what a table has."""
    seen = ", ".join(there[:_SHOWN]) + (", …" if len(there) > _SHOWN else "")
    return Refused([SOURCE_CHANGED.at(what=what, missing=missing, seen=seen)])


def query(selection: Selection) -> dict[str, Any]:
    """The body of the request."""
    selections = [
        {"code": code, "selection": {"filter": "item", "values": values}} for code, values in selection.items()
    ]
    return {"query": selections, "response": {"format": "json-stat2"}}


def _chosen(variable: Variable, wanted: Sequence[str], years: Years, names: AreaNames, what: str) -> list[str] | None:
    if wanted:
        return list(dict.fromkeys(value for text in wanted for value in _meant(variable, text, what)))
    if variable.time:
        return [value for value in variable.values if years.hold(value)]
    if _holds_areas(variable, names):
        return [value for value in variable.values if area_code(variable, value, names)]
    return None if variable.elimination and not variable.is_contents else list(variable.values)


def _holds_areas(variable: Variable, names: AreaNames) -> bool:
    """Whether a value is coded as an area with its level. SSS is none: it is the total of any dimension."""
    return any(names.match(value).code not in {None, WHOLE_COUNTRY} for value in variable.values if value[:1].isalpha())


def _meant(variable: Variable, wanted: str, what: str) -> Iterator[str]:
    """The values of one selection: all, one by its whole name, or several codes between commas."""
    whole = variable.value(wanted)
    if wanted == EVERYTHING:
        yield from variable.values
    elif whole is not None:
        yield whole
    else:
        for part in wanted.split(","):
            value = variable.value(part.strip())
            if value is None:
                raise refuse_changed(what, f"{variable.text} = {part.strip()}", variable.labels)
            yield value
