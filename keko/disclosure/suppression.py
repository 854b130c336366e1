"""Which other cells are hidden so that small ones cannot be inferred: cheap ones first, and as few as it takes.

First every equation gets at least two hidden cells or none. What the verification then finds open is closed by a linear
program each (Kelly, Golden and Assad 1992; Castro 2007): the cheapest change of the table that keeps every equation and
takes the small cell to the end of its range. Once the cells that it changes are hidden, the true table plus the change
is one that a reader must think possible, so the goal is met by construction.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.arrays import Flags, Floats, Integers
from keko.disclosure.bounds import ConstraintSystem, Reach, restricted, undetermined, verify, verify_roughly
from keko.disclosure.lattice import Equations
from keko.disclosure.linear_program import Polytope

Progress = Callable[[int, int], None]

LEVELS = {"KU": 1.0, "TA": 300.0, "MK": 300.0, "HVA": 1_000.0, "MAA": 30_000.0}
TOTAL = {"sex": 10.0, "age": 10.0, "breakdown": 10.0}
NOUGHT = 30.0  # a nought tells nothing when it is hidden, and everybody may know that it is one
NOTICED = 1e-7
LARGE = 50_000  # of a system of more numbers than this those around a goal are looked at first, as many as these:
NEAR = (1_500, 40_000)
AT_ONCE = 40  # so many goals are repaired before looking which others that has met


def costs(cells: pd.DataFrame, persons: Floats) -> Floats:
    """What is lost with each cell: most with the country, counties and totals, least with a small municipality's part."""
    level = cells["area"].str.rstrip("0123456789").map(LEVELS).fillna(1.0).to_numpy(dtype=float)
    for name, times in TOTAL.items():
        level = level * np.where(cells[name].eq("total"), times, 1.0)
    size = np.where(persons > 0, 1 + np.log1p(np.nan_to_num(persons).clip(0)), NOUGHT)
    return np.asarray(level * size, dtype=float)


def paired(matrix: Equations, unit: Integers, hidden: Flags, cost: Floats, usable: Flags) -> Flags:
    """`hidden`, and the cheapest usable unit beside each that has the only unknown number of an equation.

    `unit`: of every number (column) its unit; `hidden`, `cost` and `usable` are by unit.
    """
    flags = hidden.copy()
    teller, row = unit[matrix.indices], np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    while True:
        known = ~flags[teller]
        alone = np.bincount(row, ~known, matrix.shape[0]) == 1
        alone &= np.bincount(row, flags[teller] & usable[teller], matrix.shape[0]) == 1
        candidate = alone[row] & known & usable[teller]
        candidates = pd.DataFrame({"unit": teller[candidate], "row": row[candidate], "cost": cost[teller[candidate]]})
        chosen = candidates.sort_values(["cost", "unit"]).drop_duplicates("row")["unit"]
        if chosen.empty:
            return flags
        flags[chosen] = True


def secured(
    system: ConstraintSystem, hidden: Flags, locked: Flags, cost: Floats, progress: Progress | None = None
) -> tuple[Flags, Integers]:
    """`hidden` and what has to be hidden besides for every goal of `system`; and the goals that nothing can meet.

    `locked`: units that a reader knows whatever is hidden here. The verification has the last word.
    """
    flags, done, total = hidden.copy(), 0, len(system.goals)
    system, places = _without_constants(system, locked)
    failed = [np.setdiff1d(np.arange(total), places)]
    for which, part in system.components():
        reach = Reach.of(part)
        if len(verify_roughly(part, flags & ~locked, reach)):
            beyond = _repair(part, flags, locked, cost, reach)
            # From the beginning, with the truth as the only point known: what was hidden has to suffice.
            rest = np.setdiff1d(np.arange(len(which)), beyond)
            looked_at = replace(part, goals=part.goals[rest])
            unmet = rest[verify(looked_at, flags & ~locked, Reach.of(looked_at))]
            failed += [places[which[beyond]], places[which[unmet]]]
        done += len(which)
        if progress:
            progress(done, len(system.goals))
    return flags, np.concatenate(failed)


def _without_constants(system: ConstraintSystem, locked: Flags) -> tuple[ConstraintSystem, Integers]:
    """The system without what readers know or can compute whatever is hidden, and the places of the goals that stay."""
    columns = np.flatnonzero(undetermined(system.matrix, ~locked[system.unit]))
    places = np.flatnonzero(np.isin(system.goals.column, columns))
    goals = system.goals[places]
    goals = replace(goals, column=np.searchsorted(columns, goals.column))
    matrix = restricted(system.matrix, columns)
    return ConstraintSystem(matrix, system.unit[columns], system.truth[columns], system.upper[columns], goals), places


def _repair(system: ConstraintSystem, flags: Flags, locked: Flags, cost: Floats, reach: Reach) -> Integers:
    """Hide more until every goal is met for which that is possible; the others are returned."""
    changes, beyond = _Changes(system, locked, cost), []
    repaired, worth_it = 0, True
    for goal in reach.unmet():
        if not np.logical_or(*reach.short(goal)):
            continue  # what was hidden for another has met it
        if not changes.meet(goal, flags, reach):
            beyond.append(goal)
        repaired += 1
        if worth_it and repaired % AT_ONCE == 0:
            left = len(reach.unmet())
            worth_it = left - len(verify_roughly(system, flags & ~locked, reach)) > AT_ONCE / 4
    return np.array(beyond, dtype=np.int64)


class _Changes:
    """The changes of the numbers that keep every equation, from the true ones to others that are possible.

    The cheapest is looked for near a goal first: where a system is large, a change of little goes a short way.
    """

    def __init__(self, system: ConstraintSystem, locked: Flags, cost: Floats) -> None:
        self._system, self._cost = system, cost[system.unit]
        self._free = ~locked[system.unit]
        self._by_column = system.matrix.tocsc()
        self._everything = np.arange(len(system.unit))
        self._near: dict[tuple[int, int], _Polytopes] = {}
        self._whole: _Polytopes | None = None

    def meet(self, goal: np.int64, flags: Flags, reach: Reach) -> bool:
        """Hide what takes the goal to the ends that it lacks, or as far as anything does; whether that is far enough."""
        goals, at = self._system.goals, int(self._system.goals.column[goal])
        truth = self._system.truth[at]
        ends = [
            self._move(at, wanted, end == 1, flags, reach)
            for end, wanted in ((0, truth - goals.low[goal]), (1, goals.high[goal] - truth))
            if reach.short(goal)[end]
        ]
        return all(ends)

    def _move(self, at: int, wanted: float, rise: bool, flags: Flags, reach: Reach) -> bool:
        for part in self._parts(at, flags):
            change = part.least(at, wanted, rise, np.where(flags[self._system.unit], 0.0, self._cost))
            if change is None:
                continue
            enough = abs(change[np.searchsorted(part.columns, at)]) >= wanted - NOTICED
            if enough or part is self._whole:  # what cannot be moved far enough is moved as far as it can be
                flags[self._system.unit[part.columns[np.abs(change) > NOTICED]]] = True
                reach.add(part.columns, self._system.truth[part.columns] + change)
                return bool(enough)
        return False

    def _parts(self, at: int, flags: Flags) -> "Iterator[_Polytopes]":
        """The numbers near a goal, and, where no change of those will do or the system is small, all of them."""
        for most in NEAR if len(self._everything) > LARGE else ():
            if (at, most) not in self._near:
                around = _Polytopes(self._system, self._free, self._around(at, most, flags))
                self._near = {key: part for key, part in self._near.items() if key[0] == at} | {(at, most): around}
            yield self._near[at, most]
        self._whole = self._whole or _Polytopes(self._system, self._free, self._everything)
        yield self._whole

    def _around(self, at: int, most: int, flags: Flags) -> Integers:
        """Up to `most` numbers that equations bind to one, the nearest first, of those what is hidden or cheap."""
        price = np.where(flags[self._system.unit], 0.0, self._cost)
        near = np.array([at])
        while True:
            rows = np.unique(self._by_column[:, near].indices)
            wider = np.unique(self._system.matrix[rows].indices)
            wider = wider[self._free[wider] | np.isin(wider, near)]
            if len(wider) == len(near):
                return near
            if len(wider) > most:
                fresh = np.setdiff1d(wider, near)
                return np.union1d(near, fresh[np.argsort(price[fresh], kind="stable")][: most - len(near)])
            near = wider


class _Polytopes:
    """The changes of some columns of a system, as a rise less a fall of each; the others stay as they are."""

    def __init__(self, system: ConstraintSystem, free: Flags, columns: Integers) -> None:
        self.columns = columns
        truth, upper = system.truth[columns], system.upper[columns]
        self._most = np.concatenate(
            [np.where(free[columns], upper - truth, 0), np.where(free[columns], truth, 0)]
        ).clip(0)
        matrix = restricted(system.matrix, columns)
        both = sparse.hstack([matrix, -matrix], format="csc")
        once = len(columns) < len(system.unit)
        self._polytope = Polytope(both, np.zeros(both.shape[0]), np.zeros(both.shape[1]), self._most, simplified=once)

    def least(self, at: int, wanted: float, rise: bool, cost: Floats) -> Floats | None:
        """The cheapest change of the columns that moves `at` as far as is wanted, or as it can be moved; None without one."""
        size, place = len(self.columns), int(np.searchsorted(self.columns, at))
        lower, upper = np.zeros(2 * size), self._most.copy()
        moved, other = (place, place + size) if rise else (place + size, place)
        lower[moved] = upper[moved] = min(wanted, self._most[moved])
        upper[other] = 0
        price = cost[self.columns]
        self._polytope.bound(lower, upper)
        solution = self._polytope.least(np.concatenate([price, price]))
        return None if solution is None else solution[:size] - solution[size:]
