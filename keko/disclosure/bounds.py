"""What can be inferred about hidden cells: the range of each, exactly, from everything that is known at once (METHODS 5).

A reader knows the equations, every cell that shows, and that no number is negative. The range of a hidden cell is then
what two linear programs give: its least and its greatest value (Fischetti and Salazar 2001, the attacker's problem). A
goal is met when the range holds all of low…high; as the points that meet the constraints are a convex set, two points
that reach both ends prove it, and every point found for one cell counts for all the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
from scipy import sparse

from keko.data.arrays import Flags, Floats, Integers
from keko.disclosure.lattice import Equations
from keko.disclosure.linear_program import Polytope

CLOSE = 1e-6
MOST_ROUNDS = 30


@dataclass(frozen=True)
class Goals:
    """Per goal the `column` of a number, and `low` and `high` that its range has to hold."""

    column: Integers
    low: Floats
    high: Floats

    @classmethod
    def of(cls, column: Integers, low: Floats | float, high: Floats | float) -> "Goals":
        """Goals for the numbers at `column`."""
        whole = np.zeros(len(column))
        return cls(column, whole + low, whole + high)

    @classmethod
    def none(cls) -> "Goals":
        """No goals."""
        return cls.of(np.zeros(0, dtype=np.int64), 0, 0)

    def __len__(self) -> int:
        return len(self.column)

    def __getitem__(self, some: Integers | Flags) -> "Goals":
        return Goals(self.column[some], self.low[some], self.high[some])

    def __add__(self, other: "Goals") -> "Goals":
        column = np.concatenate([self.column, other.column])
        return Goals(column, np.append(self.low, other.low), np.append(self.high, other.high))


@dataclass(frozen=True)
class ConstraintSystem:
    """Numbers bound by equations: matrix · numbers is the same for `truth` and for all that a reader thinks possible.

    `unit`: what each number is told by; hiding a unit hides all its numbers.
    """

    matrix: Equations
    unit: Integers
    truth: Floats
    upper: Floats
    goals: Goals

    def components(self) -> Iterator[tuple[Integers, "ConstraintSystem"]]:
        """What hangs together by equations (a period, say) and has goals, each as a system, with which goals are its."""
        group = component_of(self.matrix)
        for number in np.unique(group[self.goals.column]):
            columns = np.flatnonzero(group == number)
            which = np.flatnonzero(group[self.goals.column] == number)
            goals = self.goals[which]
            own = replace(goals, column=np.searchsorted(columns, goals.column))
            yield (
                which,
                ConstraintSystem(
                    restricted(self.matrix, columns), self.unit[columns], self.truth[columns], self.upper[columns], own
                ),
            )


def restricted(matrix: Equations, columns: Integers) -> Equations:
    """The part of the equations that says something of `columns`."""
    part = matrix[:, columns]
    return part[np.flatnonzero(np.diff(part.indptr))]


def component_of(matrix: Equations) -> Integers:
    """For every column the number of its group: columns of one group are bound together by equations, directly or not."""
    both = sparse.bmat([[None, matrix.T], [matrix, None]], format="csr")
    size = matrix.shape[1]
    return sparse.csgraph.connected_components(both, directed=False)[1][:size] if matrix.nnz else np.arange(size)


@dataclass
class Reach:
    """The least and the greatest of every number at the points found so far; the truth is the first of them."""

    least: Floats
    most: Floats
    goals: Goals

    @classmethod
    def of(cls, system: ConstraintSystem) -> "Reach":
        """Nothing but the truth is known to be possible yet."""
        return cls(system.truth.copy(), system.truth.copy(), system.goals)

    def add(self, columns: Integers, point: Floats) -> None:
        """One more point that a reader thinks possible."""
        self.least[columns] = np.minimum(self.least[columns], point)
        self.most[columns] = np.maximum(self.most[columns], point)

    def short(self, some: Integers | np.int64 | slice = slice(None)) -> tuple[Flags, Flags]:
        """Of `some` goals, whose low end and whose high end no point has reached."""
        column, low, high = self.goals.column[some], self.goals.low[some], self.goals.high[some]
        below = self.least[column] > low + CLOSE * np.maximum(1, np.abs(low))
        above = self.most[column] < high - CLOSE * np.maximum(1, np.abs(high))
        return below, above

    def unmet(self) -> Integers:
        """The goals that are not proved yet."""
        return np.flatnonzero(np.logical_or(*self.short()))


def verify(system: ConstraintSystem, hidden: Flags, reach: Reach) -> Integers:
    """The goals that cannot be met while only `hidden` cells are; what is proved on the way is written into `reach`."""
    verify_roughly(system, hidden, reach)
    for polytope, some in _polytopes(system, hidden, reach, apart=True):
        _one_by_one(system, polytope, some, reach)
    return reach.unmet()


def verify_roughly(system: ConstraintSystem, hidden: Flags, reach: Reach) -> Integers:
    """The goals that a few programs for all at once do not prove: quick, and right in what it proves."""
    for polytope, some in _polytopes(system, hidden, reach, apart=False):
        _all_at_once(system, polytope, some, reach)
    return reach.unmet()


def _polytopes(
    system: ConstraintSystem, hidden: Flags, reach: Reach, apart: bool
) -> Iterator[tuple[Polytope, Integers]]:
    """What readers think possible of the hidden numbers that have to do with unmet goals, and the columns of those numbers.

    The numbers that show are constants. `apart`: one polytope for each group that hangs together.
    """
    columns = np.flatnonzero(undetermined(system.matrix, hidden[system.unit]))
    unmet = reach.goals.column[reach.unmet()]
    unmet = unmet[np.isin(unmet, columns)]
    if not len(unmet):
        return
    matrix = restricted(system.matrix, columns)
    group = component_of(matrix)
    wanted = np.unique(group[np.searchsorted(columns, unmet)])
    for chosen in np.split(wanted, len(wanted)) if apart else [wanted]:
        kept = np.flatnonzero(np.isin(group, chosen))
        some = columns[kept]
        part = restricted(matrix, kept)
        right = part @ system.truth[some]
        yield Polytope(part, right, np.zeros(len(some)), system.upper[some]), some


def undetermined(matrix: Equations, hidden: Flags) -> Flags:
    """Which of the `hidden` columns do not follow one by one from those that show."""
    left, row = hidden.copy(), np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    while True:
        unknown = left[matrix.indices]
        alone = np.bincount(row, unknown, matrix.shape[0]) == 1
        following = matrix.indices[alone[row] & unknown]
        if not len(following):
            return left
        left[following] = False


def _all_at_once(system: ConstraintSystem, polytope: Polytope, some: Integers, reach: Reach) -> None:
    """Push unmet goals towards their ends together, none beyond: a few programs prove most of them."""
    random = np.random.default_rng(1)
    last = 2 * len(system.goals)
    for _ in range(MOST_ROUNDS):
        unmet = reach.unmet()
        if len(unmet) < 2 or len(unmet) > 0.98 * last:
            return
        last = len(unmet)
        _push(system, polytope, some, reach, random.random(len(system.goals)))


def _push(system: ConstraintSystem, polytope: Polytope, some: Integers, reach: Reach, chance: Floats) -> None:
    below, above = reach.short()
    within = np.isin(system.goals.column, some)
    up = above & within & (~below | (chance < 0.5))
    down = below & within & ~up
    goals, weight, costs = system.goals, 1 + chance, np.zeros(len(some))
    lower, upper = np.zeros(len(some)), system.upper[some].copy()
    at = np.searchsorted(some, goals.column[up])
    upper[at], costs[at] = np.maximum(goals.high, system.truth[goals.column])[up], -weight[up]
    at = np.searchsorted(some, goals.column[down])
    lower[at], costs[at] = np.minimum(goals.low, system.truth[goals.column])[down], weight[down]
    _visit(polytope, some, reach, costs, lower, upper)


def _one_by_one(system: ConstraintSystem, polytope: Polytope, some: Integers, reach: Reach) -> None:
    """The exact answer for every goal that is left among the columns `some`."""
    goals, unmet = system.goals, reach.unmet()
    for goal, sign in product(unmet[np.isin(system.goals.column[unmet], some)], (1.0, -1.0)):
        if not reach.short(goal)[int(sign < 0)]:
            continue  # it was met before, or another goal's program has met it
        at = np.searchsorted(some, goals.column[goal])
        costs, upper = np.zeros(len(some)), system.upper[some].copy()
        costs[at] = sign
        upper[at] = max(goals.high[goal], system.truth[some[at]])  # further up nothing is asked
        _visit(polytope, some, reach, costs, np.zeros(len(some)), upper)


def _visit(polytope: Polytope, some: Integers, reach: Reach, costs: Floats, lower: Floats, upper: Floats) -> None:
    polytope.bound(lower, upper)
    point = polytope.least(costs)
    if point is not None:
        reach.add(some, point)
