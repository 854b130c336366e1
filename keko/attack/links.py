"""Numbers of different indicators that are one population, and numbers that add up to another, as visible figures show.

A link needs three cells and numbers that chance does not give; one cell that contradicts it ends it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
import pandas as pd

from keko.attack.measures import Measure
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import KEY

Name: TypeAlias = tuple[str, str]

FEWEST_CELLS = 3
SURE_OF_SAME, SURE_OF_SUM = 4.0, 6.0  # decimal logarithm of how many numbers chance would have had to choose from
CELLS_LOOKED_AT = 400
CELLS_A_MEASURE = 12
SAME = 1e-6


@dataclass(frozen=True)
class Sum:
    """Numbers that add up to `whole` in every cell."""

    whole: Name
    parts: tuple[Name, Name]


@dataclass(frozen=True)
class Links:
    """`population`: of every number the one that stands for all that are the same; `sums` of these."""

    population: dict[Name, Name]
    sums: tuple[Sum, ...]


def links(measures: Sequence[Measure]) -> Links:
    """The links between all numbers of all indicators."""
    if not measures:
        return Links({}, ())
    names = [measure.name for measure in measures]
    numbers = _side_by_side(measures)
    population = _populations(names, numbers)
    chosen = [place for place, name in enumerate(names) if population[name] == name]
    kept = _united(names, numbers, population, chosen)
    return Links(population, tuple(_sums([names[place] for place in chosen], kept)))


def _side_by_side(measures: Sequence[Measure]) -> Floats:
    """A row for each cell that any of them tells exactly, a column for each number; nan where it does not."""
    exact = [measure.cells[measure.cells["low"].eq(measure.cells["high"])] for measure in measures]
    keys = pd.concat([cells[KEY] for cells in exact], ignore_index=True)
    cell = keys.groupby(KEY, sort=False).ngroup().to_numpy()
    numbers = np.full((cell.max(initial=-1) + 1, len(measures)), np.nan)
    start = 0
    for column, cells in enumerate(exact):
        numbers[cell[start : start + len(cells)], column] = cells["low"].to_numpy(float)
        start += len(cells)
    several: Floats = numbers[(~np.isnan(numbers)).sum(axis=1) > 1]
    return several


def _sure(numbers: Floats, needed: float) -> bool:
    positive = numbers[numbers > 0]
    return len(positive) >= FEWEST_CELLS and float(np.log10(1 + positive).sum()) >= needed


def _populations(names: list[Name], numbers: Floats) -> dict[Name, Name]:
    """The first of the numbers that are the same wherever both show."""
    first = {name: name for name in names}
    some = numbers[_cells_to_look_at(numbers)]
    for column, name in enumerate(names):
        apart = np.nanmax(np.abs(some[:, :column] - some[:, [column]]), axis=0, initial=0.0) > SAME
        for other in np.flatnonzero(~apart):
            if (
                first[names[other]] == names[other]
                and names[other][0] != name[0]
                and _same(numbers, column, int(other))
            ):
                first[name] = names[other]
                break
    return first


def _same(numbers: Floats, column: int, other: int) -> bool:
    """Whether two numbers are equal wherever both show, and often enough."""
    both = numbers[:, [column, other]]
    both = both[~np.isnan(both).any(axis=1)]
    return bool(np.all(np.abs(both[:, 0] - both[:, 1]) <= SAME)) and _sure(both[:, 0], SURE_OF_SAME)


def _united(names: list[Name], numbers: Floats, population: dict[Name, Name], chosen: list[int]) -> Floats:
    united = numbers[:, chosen].copy()
    place = {names[column]: at for at, column in enumerate(chosen)}
    for column, name in enumerate(names):
        at = place[population[name]]
        united[:, at] = np.where(np.isnan(united[:, at]), numbers[:, column], united[:, at])
    return united


def _sums(names: list[Name], numbers: Floats) -> list[Sum]:
    """Two that make up a third: looked for in some cells of every number, and then held against all."""
    some = _cells_to_look_at(numbers)
    counts: dict[tuple[int, int, int], int] = {}
    for row in numbers[some]:
        for triple in _triples(row):
            counts[triple] = counts.get(triple, 0) + 1
    likely = [triple for triple, count in counts.items() if count >= FEWEST_CELLS]
    return [
        Sum(names[whole], (names[first], names[second]))
        for first, second, whole in likely
        if not _one_indicator(names[first], names[second], names[whole]) and _holds(numbers, first, second, whole)
    ]


def _one_indicator(*names: Name) -> bool:
    return len({indicator for indicator, _ in names}) == 1


def _cells_to_look_at(numbers: Floats) -> Integers:
    """The cells that most numbers have in common, and some of every number."""
    known = ~np.isnan(numbers) & (numbers > 0)
    order = np.argsort(-known.sum(axis=1), kind="stable")
    chosen = list(order[:CELLS_LOOKED_AT])
    for column in range(numbers.shape[1]):
        chosen += list(order[known[order, column]][:CELLS_A_MEASURE])
    return np.unique(np.array(chosen, dtype=np.int64))


def _triples(row: Floats) -> list[tuple[int, int, int]]:
    """Which two of the numbers of a cell add up to which third."""
    columns = np.flatnonzero(row > 0)
    values = row[columns]
    order = np.argsort(values)
    ranked = values[order]
    first, second = np.triu_indices(len(values), 1)
    sums = values[first] + values[second]
    place = np.searchsorted(ranked, sums - SAME)
    found = []
    inside = np.flatnonzero(place < len(ranked))
    hits = inside[np.abs(ranked[place[inside]] - sums[inside]) <= SAME]
    for pair in hits:
        at = place[pair]
        while at < len(ranked) and abs(ranked[at] - sums[pair]) <= SAME:
            found.append((int(columns[first[pair]]), int(columns[second[pair]]), int(columns[order[at]])))
            at += 1
    return found


def _holds(numbers: Floats, first: int, second: int, whole: int) -> bool:
    three = numbers[:, [first, second, whole]]
    three = three[~np.isnan(three).any(axis=1)]
    fits: Flags = np.abs(three[:, 0] + three[:, 1] - three[:, 2]) <= SAME * (1 + three[:, 2])
    parts = np.minimum(three[:, 0], three[:, 1])
    return len(three) >= FEWEST_CELLS and bool(fits.all()) and _sure(parts, SURE_OF_SUM)


def components(names: Sequence[Name], ties: Sequence[Sequence[Name]]) -> list[list[Name]]:
    """Names that ties bind together, directly or not."""
    group = {name: number for number, name in enumerate(names)}
    for tie in ties:
        for first, second in combinations(tie, 2):
            old, new = group[second], group[first]
            if old != new:
                group = {name: new if number == old else number for name, number in group.items()}
    return [[name for name in names if group[name] == number] for number in dict.fromkeys(group.values())]
