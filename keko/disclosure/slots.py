"""Slots, as numbers: one for each number of persons, and the fibres of those that differ in one dimension alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import pandas as pd

from keko.data.arrays import Integers
from keko.data.observations import KEY

SLOT = ["quantity", *KEY]
DIMENSIONS = range(len(SLOT))
QUANTITY, PERIOD = SLOT.index("quantity"), SLOT.index("period")
Context = TypeVar("Context")


@dataclass
class Codes:
    """Values of a dimension as numbers."""

    names: list[str]
    place: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.place = {name: number for number, name in enumerate(self.names)}

    def of(self, name: str) -> int:
        """The number of a value, a new one if need be."""
        if name not in self.place:
            self.place[name] = len(self.names)
            self.names.append(name)
        return self.place[name]


class Fibre(NamedTuple, Generic[Context]):
    """Slots that differ in one dimension alone, of all places with the same values there: `columns` is place × value.

    `context`: what else their sums depend on.
    """

    values: tuple[str, ...]
    columns: Integers
    context: Context


@dataclass(frozen=True)
class Contexts(Generic[Context]):
    """What the sums along a dimension depend on besides the values: `of_name` of each slot in `dimension`."""

    dimension: int
    of_name: Callable[[str], Context]

    def of(self, slots: "Slots") -> tuple[list[Context], Integers]:
        """The contexts there are, and for every slot the place of its own."""
        every = [self.of_name(name) for name in slots.names[self.dimension].names]
        distinct = list(dict.fromkeys(every))
        place = {context: number for number, context in enumerate(distinct)}
        by_code = np.array([place[context] for context in every], dtype=np.int64)
        return distinct, by_code[slots.codes[:, self.dimension]]


class Slots:
    """Slots by their place. `codes`: a row for each, a column for each dimension; `names`: what the numbers stand for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        factors = [pd.factorize(frame[name]) for name in SLOT]
        self.codes = np.column_stack([codes for codes, _ in factors]).reshape(len(frame), len(SLOT))
        self.names = [Codes(list(values)) for _, values in factors]

    def __len__(self) -> int:
        return len(self.codes)

    def frame(self) -> pd.DataFrame:
        """The slots by their names, columns SLOT."""
        named = zip(SLOT, self.names, self.codes.T, strict=True)
        return pd.DataFrame({name: np.array(codes.names, dtype=object)[column] for name, codes, column in named})

    def name(self, dimension: int, column: np.int64 | int) -> str:
        """What a slot is called in a dimension."""
        return self.names[dimension].names[int(self.codes[column, dimension])]

    def fibres(self, dimension: int, some: Integers, contexts: Contexts[Context]) -> Iterator[Fibre[Context]]:
        """Every fibre of the slots `some` along a dimension, those of the same values and context together."""
        group = group_numbers(np.delete(self.codes[some], dimension, axis=1))
        order = some[np.lexsort((self.codes[some, dimension], group))]
        starts = np.flatnonzero(np.diff(np.sort(group), prepend=-1))
        sizes = np.diff(starts, append=len(some))
        starts, sizes = starts[sizes > 1], sizes[sizes > 1]
        known, number = contexts.of(self)
        listing = self._listing(dimension, order, starts, sizes)
        kinds = (
            np.column_stack([sizes, number[order[starts]], listing])
            if len(starts)
            else np.zeros((0, 3), dtype=np.int64)
        )
        for kind in np.unique(kinds, axis=0):
            at = np.flatnonzero((kinds == kind).all(axis=1))
            columns = order[starts[at][:, None] + np.arange(kind[0])]
            yield Fibre(tuple(self.name(dimension, column) for column in columns[0]), columns, known[kind[1]])

    def _listing(self, dimension: int, order: Integers, starts: Integers, sizes: Integers) -> Integers:
        """A number for the values that each run of slots lists: equal for equal values, and by chance for no others."""
        weights = np.random.default_rng(1).integers(1 << 62, size=len(self.names[dimension].names))
        sums = np.append(0, np.cumsum(weights[self.codes[order, dimension]]))  # wraps round, and back again
        return np.asarray(sums[starts + sizes] - sums[starts], dtype=np.int64)

    def add(self, fresh: list[Integers]) -> bool:
        """Add slots by their codes, each once; whether any of them was new."""
        if not fresh:
            return False
        every = np.concatenate([self.codes, *fresh])
        first = np.unique(group_numbers(every), return_index=True)[1]
        added = np.sort(first[first >= len(self.codes)])
        self.codes = np.concatenate([self.codes, every[added]])
        return bool(len(added))


def group_numbers(codes: Integers) -> Integers:
    """A number for each row of codes, equal for equal rows."""
    keys = np.zeros(len(codes), dtype=np.int64)
    for column in codes.T:
        keys = np.unique(keys * (int(column.max(initial=0)) + 1) + column, return_inverse=True)[1]
    return keys
