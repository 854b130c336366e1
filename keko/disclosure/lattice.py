"""The numbers that a group of tables tells, listed or implied, and every equation that holds between them by meaning.

A slot is one number of persons: of a quantity (the count of one indicator, the numerator of another), an area, a sex, an
age, a category and a period. Along each dimension the slots that differ in it alone make each other up
(`keko.disclosure.divisions`). What is implied in one dimension is looked at along the others too, until nothing is new.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import KEY
from keko.disclosure.divisions import (
    IMPLIED,
    MONTHS,
    REST,
    AreaSums,
    Rule,
    Sum,
    age_sums,
    category_sums,
    period_sums,
    sex_sums,
)

Equations: TypeAlias = sparse.csr_matrix

SLOT = ["quantity", *KEY]
ROUNDED = 0.5  # how far figures that were rounded may be from their sum
NOWHERE = -1
_MOST_ROUNDS = 6
EMPTY: Mapping[str, Rule] = MappingProxyType({})


class Relation(NamedTuple):
    """Quantities that add up: `whole` is the sum of `parts`; with one part the two are the same number."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Lattice:
    """`slots`: columns SLOT, first the listed ones in their order, then the implied. `kinds`: of every equation its kind.

    `between`: equations between quantities, which hold exactly or, where figures were made differently, not at all.
    `matrix`: a row for every equation, a column for every slot; a solution makes it 0, but for what figures miss it by.
    """

    slots: pd.DataFrame
    listed: int
    matrix: Equations
    kinds: Integers
    between: Flags


class _Fibre(NamedTuple):
    """Slots that differ in one dimension alone, of all places where it lists the same values: `columns` place × value."""

    values: tuple[str, ...]
    columns: Integers
    sums: list[Sum]


def lattice(
    slots: pd.DataFrame,
    numbers: Floats,
    areas: Areas,
    relations: Sequence[Relation] = (),
    without_sums: Collection[str] = (),
    divisions: Mapping[str, Rule] = EMPTY,
) -> Lattice:
    """All that `slots` (columns SLOT, each once) imply. `numbers`: what is known of them, nan where nothing is.

    `without_sums`: quantities that are bound to others, but whose own sums need not be looked at. `divisions`: how the
    categories of a quantity make each other up, where their names do not say it.
    """
    builder = _Builder(slots, areas, relations, without_sums, divisions)
    builder.decide(numbers)
    for _ in range(_MOST_ROUNDS):
        if not builder.add_implied():
            break
    matrix, kinds, between = builder.equations()
    return Lattice(builder.frame(), len(slots), matrix, kinds, between)


@dataclass
class _Codes:
    """Values of a dimension as numbers."""

    names: list[str]
    place: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.place = {name: number for number, name in enumerate(self.names)}

    def of(self, name: str) -> int:
        if name not in self.place:
            self.place[name] = len(self.names)
            self.names.append(name)
        return self.place[name]


class _Builder:
    """The slots so far, as numbers, one column for each dimension."""

    def __init__(
        self,
        slots: pd.DataFrame,
        areas: Areas,
        relations: Sequence[Relation],
        without_sums: Collection[str],
        divisions: Mapping[str, Rule],
    ) -> None:
        factors = [pd.factorize(slots[name]) for name in SLOT]
        self._codes = np.column_stack([codes for codes, _ in factors]).reshape(len(slots), len(SLOT))
        self._names = [_Codes(list(values)) for _, values in factors]
        self._areas = AreaSums(areas, self._names[SLOT.index("area")].names)
        self._relations, self._without_sums, self._divisions = relations, without_sums, divisions
        self._state: dict[tuple[str, int, str], str] = {}
        self._living: dict[int, frozenset[object]] = {}

    def frame(self) -> pd.DataFrame:
        """The slots by their names."""
        columns = {
            name: np.array(codes.names, dtype=object)[self._codes[:, place]]
            for place, (name, codes) in enumerate(zip(SLOT, self._names, strict=True))
        }
        return pd.DataFrame(columns)

    def decide(self, numbers: Floats) -> None:
        """Whether open-ended sums are complete, lack a rest, are means or overlap: what the listed figures bear out."""
        evidence: dict[tuple[str, int, str], list[_Evidence]] = {}
        for dimension in range(len(SLOT)):
            for fibre in self._fibres(dimension):
                for total in fibre.sums:
                    listed = [part for part in total.parts if part in fibre.values]
                    if total.open_ended and (len(listed) == len(total.parts) or total.division == MONTHS):
                        self._gather(evidence, dimension, fibre, total, listed, numbers)
        self._state = {key: _state(key[0], gathered) for key, gathered in evidence.items()}

    def _gather(
        self,
        evidence: dict[tuple[str, int, str], list["_Evidence"]],
        dimension: int,
        fibre: _Fibre,
        total: Sum,
        listed: list[str],
        numbers: Floats,
    ) -> None:
        """What the listed parts of a sum leave of it, in every place of a fibre, by quantity."""
        place = {value: number for number, value in enumerate(fibre.values)}
        whole = fibre.columns[:, place[total.whole]]
        parts = numbers[fibre.columns[:, [place[part] for part in listed]]].sum(axis=1)
        for quantity in np.unique(self._codes[whole, 0]):
            own = self._codes[whole, 0] == quantity
            rest, mean = (times * numbers[whole][own] - parts[own] for times in (1, len(total.parts)))
            gathered = _Evidence(
                rest, mean if len(listed) == len(total.parts) else np.full(len(rest), np.nan), len(listed)
            )
            evidence.setdefault((total.division, dimension, self._names[0].names[quantity]), []).append(gathered)

    def _fibres(self, dimension: int) -> list[_Fibre]:
        """Every fibre along a dimension, those that list the same values together."""
        others = np.delete(np.arange(len(SLOT)), dimension)
        some = self._summed() if SLOT[dimension] != "quantity" else np.arange(len(self._codes))
        group = _group_numbers(self._codes[some][:, others])
        order = np.lexsort((self._codes[some, dimension], group))
        starts = np.flatnonzero(np.diff(group[order], prepend=-1))
        patterns: dict[tuple[object, bytes], list[Integers]] = {}
        for columns in np.split(some[order], starts[1:]):
            if len(columns) > 1:
                key = (self._context(dimension, columns[0]), self._codes[columns, dimension].tobytes())
                patterns.setdefault(key, []).append(columns)
        return [self._fibre(dimension, context, members) for (context, _), members in patterns.items()]

    def _summed(self) -> Integers:
        """The slots whose sums are looked at."""
        place = self._names[0].place
        left_out = [place[name] for name in self._without_sums if name in place]
        return np.flatnonzero(~np.isin(self._codes[:, 0], left_out))

    def _context(self, dimension: int, column: np.int64) -> object:
        """What else the sums of a dimension depend on: of areas, which municipalities there are; of categories, their rule."""
        if SLOT[dimension] == "breakdown":
            return self._divisions.get(self._names[0].names[self._codes[column, 0]], category_sums)
        if SLOT[dimension] != "area":
            return None
        period = int(self._codes[column, SLOT.index("period")])
        if period not in self._living:
            name = self._names[SLOT.index("period")].names[period]
            self._living[period] = self._areas.living(name) if not name.startswith(IMPLIED) else frozenset()
        return self._living[period]

    def _fibre(self, dimension: int, context: object, members: list[Integers]) -> _Fibre:
        names = self._names[dimension].names
        values = tuple(names[code] for code in self._codes[members[0], dimension])
        return _Fibre(values, np.array(members), self._sums(dimension, context, values))

    def _sums(self, dimension: int, context: object, values: tuple[str, ...]) -> list[Sum]:
        """How the values of a fibre make each other up."""
        real = [value for value in values if not value.startswith(IMPLIED)]
        name = SLOT[dimension]
        if name == "area":
            return self._areas.sums(real, context)  # type: ignore[arg-type]
        if name == "quantity":
            return [
                Sum(whole, parts)
                for whole, parts in self._relations
                if whole in real and (set(parts) & set(real) if len(parts) > 1 else parts[0] in real)
            ]
        rules: Mapping[str, Rule] = {"sex": sex_sums, "age": age_sums, "period": period_sums}
        return rules[name](real) if name in rules else context(real)  # type: ignore[operator]

    def _settled(self, dimension: int, total: Sum, quantity: str) -> list[Sum]:
        """An open-ended sum as the figures of a quantity bear it out."""
        if not total.open_ended:
            return [total]
        state = self._state.get((total.division, dimension, quantity), "complete")
        if state == "complete":
            return [total]
        if state == "mean":
            return [total._replace(weight=len(total.parts))]
        if state == "neither":
            return []
        if state == "rest":
            return [total._replace(parts=(*total.parts, f"{REST} {total.division} of {total.whole}"))]
        return [total._replace(parts=(part, f"{IMPLIED}not {part}")) for part in total.parts]

    def _split(self, dimension: int, fibre: _Fibre) -> list[tuple[Integers, list[Sum]]]:
        """The places of a fibre, by quantity where its sums depend on that."""
        if not any(total.open_ended for total in fibre.sums):
            return [(fibre.columns, fibre.sums)]
        quantities = self._codes[fibre.columns[:, 0], 0]
        return [
            (
                fibre.columns[quantities == code],
                [
                    settled
                    for total in fibre.sums
                    for settled in self._settled(dimension, total, self._names[0].names[code])
                ],
            )
            for code in np.unique(quantities)
        ]

    def add_implied(self) -> bool:
        """Add the slots that sums speak of and nobody lists; whether there were any."""
        fresh = []
        for dimension in range(len(SLOT)):
            for fibre in self._fibres(dimension):
                for columns, sums in self._split(dimension, fibre):
                    implied = dict.fromkeys(part for total in sums for part in total.parts if part not in fibre.values)
                    for part in implied:
                        codes = self._codes[columns[:, 0]].copy()
                        codes[:, dimension] = self._names[dimension].of(part)
                        fresh.append(codes)
        if not fresh:
            return False
        every = np.concatenate([self._codes, *fresh])
        first = np.unique(_group_numbers(every), return_index=True)[1]
        added = np.sort(first[first >= len(self._codes)])
        self._codes = np.concatenate([self._codes, every[added]])
        return bool(len(added))

    def equations(self) -> tuple[Equations, Integers, Flags]:
        """All sums as equations; of each its kind: a quantity, a dimension and what is summed to what; those between quantities."""
        blocks, kinds = [sparse.csr_matrix((0, len(self._codes)))], [np.zeros(0, dtype=np.int64)]
        between = [np.zeros(0, dtype=bool)]
        kind = _Codes([])
        for dimension in range(len(SLOT)):
            for fibre in self._fibres(dimension):
                for columns, sums in self._split(dimension, fibre):
                    place = {value: number for number, value in enumerate(fibre.values)}
                    quantities = [self._names[0].names[code] for code in self._codes[columns[:, 0], 0]]
                    for total in sums:
                        if not set(total.parts) <= place.keys():
                            continue  # beyond the last round
                        blocks.append(_block(columns, place, total, len(self._codes)))
                        label = f"{dimension} {_level(dimension, total)}"
                        kinds.append(np.array([kind.of(f"{label} {quantity}") for quantity in quantities]))
                        between.append(np.full(len(columns), SLOT[dimension] == "quantity"))
        return sparse.vstack(blocks, format="csr"), np.concatenate(kinds), np.concatenate(between)


def _level(dimension: int, total: Sum) -> str:
    """What a sum has in common with others of its kind: of areas their level, else its division."""
    return total.whole.rstrip("0123456789") if SLOT[dimension] == "area" else f"{total.division} {total.whole}"


def _block(columns: Integers, place: Mapping[str, int], total: Sum, width: int) -> Equations:
    """One equation for every place of a fibre: 1 for a part, −1 for the whole."""
    parts = columns[:, [place[part] for part in total.parts]]
    at = np.column_stack([parts, columns[:, place[total.whole]]])
    signs = np.tile(np.append(np.ones(parts.shape[1]), -total.weight), len(at))
    rows = np.repeat(np.arange(len(at)), at.shape[1])
    return sparse.csr_matrix((signs, (rows, at.ravel())), shape=(len(at), width))


def _group_numbers(codes: Integers) -> Integers:
    """A number for each row of codes, equal for equal rows."""
    keys = np.zeros(len(codes), dtype=np.int64)
    for column in codes.T:
        keys = np.unique(keys * (int(column.max(initial=0)) + 1) + column, return_inverse=True)[1]
    return keys


class _Evidence(NamedTuple):
    """What listed parts leave of their wholes, and what those leave of as many times them as there are parts."""

    rest: Floats
    of_mean: Floats
    parts: int


def _state(division: str, evidence: Sequence[_Evidence]) -> str:
    """complete, rest (parts are missing), mean, overlap (of persons), or neither (of months)."""
    rest, slack = _known([(gathered.rest, ROUNDED) for gathered in evidence])
    if division != MONTHS:
        if (np.abs(rest) <= slack).all():
            return "complete"
        return "rest" if (rest >= -slack).all() else "overlap"
    mean, tolerance = _known([(gathered.of_mean, ROUNDED * (1 + gathered.parts)) for gathered in evidence])
    if len(mean) and (np.abs(mean) <= tolerance).all() and (rest < -slack).any():
        return "mean"
    if (rest >= -slack).all():
        return "complete" if not len(mean) or (np.abs(rest) <= slack).any() else "neither"
    return "neither" if len(mean) else "mean"


def _known(gathered: Sequence[tuple[Floats, float]]) -> tuple[Floats, Floats]:
    """The numbers that are known, and how far each may be from nought."""
    numbers = np.concatenate([rests for rests, _ in gathered])
    slack = np.concatenate([np.full(len(rests), limit) for rests, limit in gathered])
    return numbers[~np.isnan(numbers)], slack[~np.isnan(numbers)]


def complete_numbers(matrix: Equations, numbers: Floats) -> tuple[Floats, Flags]:
    """`numbers` with all that follows from them one by one, and which equations what follows contradicts."""
    full, broken = numbers.copy(), np.zeros(matrix.shape[0], dtype=bool)
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    while True:
        unknown = np.isnan(full[matrix.indices])
        alone = (np.bincount(row, unknown, matrix.shape[0]) == 1) & ~broken
        entry = np.flatnonzero(alone[row] & unknown)
        if not len(entry):
            return full, broken
        right = -(matrix @ np.nan_to_num(full))[row[entry]] / matrix.data[entry]
        broken[row[entry[right < -ROUNDED]]] = True
        possible = entry[right >= -ROUNDED]
        full[matrix.indices[possible]] = right[right >= -ROUNDED].clip(0)
