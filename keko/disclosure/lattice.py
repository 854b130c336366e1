"""The numbers that a group of tables tells, listed or implied, and every equation that holds between them by meaning.

A slot is one number of persons: of a quantity (the count of one indicator, the numerator of another), an area, a sex, an
age, a category and a period. Along each dimension the slots that differ in it alone make each other up
(`keko.disclosure.divisions`). What is implied in one dimension is looked at along the others too, until nothing is new.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Integers
from keko.disclosure.divisions import (
    IMPLIED,
    MONTHS,
    AreaSums,
    Rule,
    Sum,
    age_sums,
    category_sums,
    period_sums,
    sex_sums,
)
from keko.disclosure.evidence import Evidence, State, settled, state
from keko.disclosure.slots import DIMENSIONS, PERIOD, QUANTITY, SLOT, Codes, Contexts, Fibre, Slots

Equations: TypeAlias = sparse.csr_matrix
_MOST_ROUNDS = 6
_BY_NAMES: Mapping[str, Rule] = MappingProxyType({})


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
    matrix: Equations
    kinds: Integers
    between: Flags


def lattice(
    slots: pd.DataFrame,
    numbers: Floats,
    areas: Areas,
    relations: Sequence[Relation] = (),
    without_sums: Collection[str] = (),
    divisions: Mapping[str, Rule] = _BY_NAMES,
) -> Lattice:
    """All that `slots` (columns SLOT, each once) imply. `numbers`: what is known of them, nan where nothing is.

    `without_sums`: quantities that are bound to others, but whose own sums need not be looked at. `divisions`: how the
    categories of a quantity make each other up, where their names do not say it.
    """
    builder = _Builder(Slots(slots), areas, relations, without_sums, divisions)
    builder.decide(numbers)
    for _ in range(_MOST_ROUNDS):
        if not builder.add_implied():
            break
    return builder.lattice()


Key = tuple[str, int, str]  # a division, a dimension and a quantity
Rules = Fibre[Rule]


class _Builder:
    """The slots so far, and how those of a fibre make each other up."""

    def __init__(
        self,
        slots: Slots,
        areas: Areas,
        relations: Sequence[Relation],
        without_sums: Collection[str],
        divisions: Mapping[str, Rule],
    ) -> None:
        self._slots, self._relations, self._divisions = slots, relations, divisions
        self._without_sums = without_sums
        self._areas = AreaSums(areas, slots.names[SLOT.index("area")].names)
        self._in_period, self._among = cache(self._sums_of_areas), cache(self._areas.rule)
        self._states: dict[Key, State] = {}

    def _fibres(self, dimension: int) -> Iterator[tuple[Rules, list[Sum]]]:
        """Every fibre along a dimension, and how its values make each other up."""
        place = self._slots.names[QUANTITY].place
        bare = [place[name] for name in self._without_sums if name in place]
        some = np.arange(len(self._slots))
        if dimension != QUANTITY:
            some = np.flatnonzero(~np.isin(self._slots.codes[:, QUANTITY], bare))
        for fibre in self._slots.fibres(dimension, some, self._rule(dimension)):
            yield fibre, fibre.context([value for value in fibre.values if not value.startswith(IMPLIED)])

    def _rule(self, dimension: int) -> Contexts[Rule]:
        """The rules of a dimension: of areas by period, of categories by quantity."""
        name = SLOT[dimension]
        if name == "area":
            return Contexts(PERIOD, self._in_period)
        if name == "breakdown":
            return Contexts(QUANTITY, lambda quantity: self._divisions.get(quantity, category_sums))
        rules: Mapping[str, Rule] = {
            "quantity": self._sums_of_quantities, "sex": sex_sums, "age": age_sums, "period": period_sums,
        }  # fmt: skip
        return Contexts(dimension, lambda _: rules[name])

    def _sums_of_areas(self, period: str) -> Rule:
        living = self._areas.living(period) if not period.startswith(IMPLIED) else frozenset()
        return self._among(living)

    def _sums_of_quantities(self, names: Sequence[str]) -> list[Sum]:
        listed = set(names)
        return [Sum(whole, parts) for whole, parts in self._relations if whole in listed and listed & set(parts)]

    def decide(self, numbers: Floats) -> None:
        """Whether open-ended sums are complete, by what the listed figures bear out."""
        evidence: dict[Key, list[Evidence]] = {}
        for dimension in DIMENSIONS:
            for fibre, sums in self._fibres(dimension):
                for total in sums:
                    if total.open_ended:
                        self._gather(evidence, dimension, fibre, total, numbers)
        self._states = {key: state(key[0], gathered) for key, gathered in evidence.items()}

    def _gather(
        self, evidence: dict[Key, list[Evidence]], dimension: int, fibre: Rules, total: Sum, numbers: Floats
    ) -> None:
        """What the listed parts of a sum leave of it, in every place of a fibre, by quantity."""
        place = {value: number for number, value in enumerate(fibre.values)}
        listed = [place[part] for part in total.parts if part in place]
        complete = len(listed) == len(total.parts)
        if not complete and total.division != MONTHS:
            return
        whole = fibre.columns[:, place[total.whole]]
        parts = numbers[fibre.columns[:, listed]].sum(axis=1)
        mean = len(total.parts) * numbers[whole] - parts if complete else np.full(len(whole), np.nan)
        quantities = self._slots.codes[whole, QUANTITY]
        for quantity in np.unique(quantities):
            own = quantities == quantity
            key = (total.division, dimension, self._slots.names[QUANTITY].names[quantity])
            evidence.setdefault(key, []).append(Evidence((numbers[whole] - parts)[own], mean[own], len(listed)))

    def _settled(self, dimension: int) -> Iterator[tuple[Rules, list[Sum]]]:
        """Every fibre along a dimension with its sums as the figures of a quantity bear them out."""
        for fibre, sums in self._fibres(dimension):
            if not any(total.open_ended for total in sums):
                yield fibre, sums
                continue
            quantities = self._slots.codes[fibre.columns[:, 0], QUANTITY]
            for code in np.unique(quantities):
                name = self._slots.names[QUANTITY].names[code]
                known = [
                    part
                    for total in sums
                    for part in (
                        settled(total, self._states.get((total.division, dimension, name), "complete"))
                        if total.open_ended
                        else [total]
                    )
                ]
                yield fibre._replace(columns=fibre.columns[quantities == code]), known

    def add_implied(self) -> bool:
        """Add the slots that sums speak of and nobody lists; whether there were any."""
        fresh = []
        for dimension in DIMENSIONS:
            for fibre, sums in self._settled(dimension):
                for part in dict.fromkeys(part for total in sums for part in total.parts):
                    if part not in fibre.values:
                        codes = self._slots.codes[fibre.columns[:, 0]].copy()
                        codes[:, dimension] = self._slots.names[dimension].of(part)
                        fresh.append(codes)
        return self._slots.add(fresh)

    def lattice(self) -> Lattice:
        """All sums as equations; of each its kind: a quantity, a dimension and what is summed to what."""
        blocks, kinds = [sparse.csr_matrix((0, len(self._slots)))], [np.zeros(0, dtype=np.int64)]
        between, kind = [np.zeros(0, dtype=bool)], Codes([])
        for dimension in DIMENSIONS:
            for fibre, sums in self._settled(dimension):
                quantities = [self._slots.name(QUANTITY, column) for column in fibre.columns[:, 0]]
                for total in sums:
                    if not set(total.parts) <= set(fibre.values):
                        continue  # beyond the last round
                    blocks.append(_block(fibre, total, len(self._slots)))
                    label = f"{dimension} {_level(dimension, total)}"
                    kinds.append(np.array([kind.of(f"{label} {quantity}") for quantity in quantities]))
                    between.append(np.full(len(quantities), dimension == QUANTITY))
        matrix = sparse.vstack(blocks, format="csr")
        return Lattice(self._slots.frame(), matrix, np.concatenate(kinds), np.concatenate(between))


def _level(dimension: int, total: Sum) -> str:
    """What a sum has in common with others of its kind: of areas their level, else its division."""
    return total.whole.rstrip("0123456789") if SLOT[dimension] == "area" else f"{total.division} {total.whole}"


def _block(fibre: Rules, total: Sum, width: int) -> Equations:
    """One equation for every place of a fibre: 1 for a part, minus its weight for the whole."""
    place = {value: number for number, value in enumerate(fibre.values)}
    at = fibre.columns[:, [*(place[part] for part in total.parts), place[total.whole]]]
    signs = np.tile(np.append(np.ones(len(total.parts)), -total.weight), len(at))
    rows = np.repeat(np.arange(len(at)), at.shape[1])
    return sparse.csr_matrix((signs, (rows, at.ravel())), shape=(len(at), width))
