"""A JSON-stat 2 answer as cells, checked against what was asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from pydantic import BaseModel, FiniteFloat, ValidationError

from keko.data.problems import Refused
from keko.sources.problems import SOURCE_BAD_ANSWER, SOURCE_CHANGED

NOT_PUBLISHED = ".."


class Cell(NamedTuple):
    """One figure. `at`: codes in the order of the dimensions; `text`: the number, or the mark of what is missing."""

    at: tuple[str, ...]
    text: str


class _Category(BaseModel):
    index: dict[str, int] | list[str]

    @property
    def codes(self) -> list[str]:
        return self.index if isinstance(self.index, list) else sorted(self.index, key=self.index.__getitem__)


class _Dimension(BaseModel):
    category: _Category


class Cube(BaseModel):
    """What matters here of a JSON-stat dataset. Values and statuses may be sparse. `source`: who made the figures."""

    id: list[str]
    size: list[int]
    dimension: dict[str, _Dimension]
    value: list[FiniteFloat | None] | dict[int, FiniteFloat | None]
    status: list[str | None] | dict[int, str | None] | str | None = None
    updated: str = ""
    source: str = ""


def read_cube(payload: Any, selection: Mapping[str, Sequence[str]], what: str) -> Cube:
    """The dataset in an answer to a question about the values `asked` of each dimension.

    Raises:
        Refused: it is none, its parts do not fit together, or it is about something else.
    """
    try:
        cube = Cube.model_validate(payload)
    except ValidationError as error:
        raise Refused([SOURCE_BAD_ANSWER.at(what=what)]) from error
    codes = [cube.dimension[name].category.codes for name in cube.id if name in cube.dimension]
    fits = [len(dimension_codes) for dimension_codes in codes] == cube.size
    if not fits or (isinstance(cube.value, list) and len(cube.value) != prod(cube.size)):
        raise Refused([SOURCE_BAD_ANSWER.at(what=what)])
    _check_answered(cube, selection, what)
    return cube


def _check_answered(cube: Cube, selection: Mapping[str, Sequence[str]], what: str) -> None:
    for name, values in selection.items():
        there = set(cube.dimension[name].category.codes) if name in cube.id else set()
        missing = [value for value in values if value not in there]
        if missing:
            raise Refused([SOURCE_CHANGED.at(what=what, missing=f"{name} = {missing[0]}", seen=", ".join(cube.id))])


def cells(cube: Cube, dimensions: Iterable[str]) -> Iterator[Cell]:
    """Every cell of a dataset, its codes in the order of `dimensions`."""
    order = [cube.id.index(name) for name in dimensions]
    codes = [cube.dimension[name].category.codes for name in cube.id]
    for place, at in enumerate(product(*codes)):
        yield Cell(tuple(at[position] for position in order), _text(cube, place))


def _text(cube: Cube, place: int) -> str:
    value = cube.value[place] if isinstance(cube.value, list) else cube.value.get(place)
    if value is not None:
        return number(value)
    status = cube.status
    if isinstance(status, list):
        status = status[place] if place < len(status) else None
    elif isinstance(status, dict):
        status = status.get(place)
    return status or NOT_PUBLISHED


def number(value: float) -> str:
    """A number as it is written in the files that KEKO makes: decimal point, no needless decimals."""
    return str(int(value)) if value == int(value) else repr(value)
