"""The range of every number that is asked for, by linear programs over everything that hangs together with it.

A program that pushes many numbers towards their ends at once shows most of them to have room; only the others are bounded
one by one, exactly.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy import sparse
from scipy.optimize import OptimizeResult, linprog

from keko.attack.axes import Matrix
from keko.attack.system import CLOSE, Part
from keko.data.arrays import Flags, Floats, Integers

MOST_ROUNDS = 12
TOLD = 1e-9
INFEASIBLE, UNBOUNDED = 2, 3


@dataclass
class Goals:
    """What has to be possible of each target: as little as `low` and as much as `high`; with `either`, one of them."""

    low: Floats
    high: Floats
    either: Flags

    def of(self, which: Integers) -> "Goals":
        """Those of some targets."""
        return Goals(self.low[which], self.high[which], self.either[which])


@dataclass
class Reached:
    """Least and greatest of each target; `exact`: it cannot be less or more, else it can."""

    least: Floats
    most: Floats
    exact: Flags

    @classmethod
    def nothing(cls, count: int) -> "Reached":
        """No point is known yet."""
        return cls(np.full(count, np.inf), np.full(count, -np.inf), np.zeros(count, dtype=bool))

    def add(self, values: Floats) -> None:
        """One more point that is possible."""
        self.least, self.most = np.minimum(self.least, values), np.maximum(self.most, values)

    def wanting(self, goals: Goals) -> tuple[Flags, Flags]:
        """Whose low end and whose high end has not been reached."""
        low = self.least > goals.low + CLOSE * np.maximum(1, goals.low)
        high = self.most < goals.high - CLOSE * np.maximum(1, goals.high)
        open_ = np.where(goals.either, low & high, low | high) & ~self.exact
        return low & open_, high & open_


class Programs:
    """The linear programs of one part of a system."""

    def __init__(self, part: Part) -> None:
        self.part, self._size = part, part.matrix.shape[1]
        equal = part.high - part.low <= CLOSE
        self._equal, self._equal_right = part.matrix[equal], part.low[equal]
        above, below = ~equal & np.isfinite(part.high), ~equal & np.isfinite(part.low)
        self._ends = sparse.vstack([part.matrix[above], -part.matrix[below]], format="csr")
        self._ends_right = np.concatenate([part.high[above], -part.low[below]])
        self.rows = np.concatenate([np.flatnonzero(equal), np.flatnonzero(above), np.flatnonzero(below)])

    def solve(self, costs: Floats, added: Matrix | None = None, added_right: Floats | None = None,
              bounds: Floats | None = None) -> OptimizeResult:  # fmt: skip
        """The least of `costs` · atoms, and of further unknowns that `added` rows bind and `bounds` hold."""
        more = 0 if bounds is None else len(bounds)
        own = np.column_stack([self.part.least, self.part.most])
        equal, ends, right = self._equal, self._ends, self._ends_right
        if more:
            assert bounds is not None
            own = np.vstack([own, bounds])
            equal = sparse.hstack([equal, sparse.csr_matrix((equal.shape[0], more))], format="csr")
            ends = sparse.hstack([ends, sparse.csr_matrix((ends.shape[0], more))], format="csr")
            ends, right = sparse.vstack([ends, added], format="csr"), np.concatenate([right, added_right])
        return linprog(
            costs,
            A_eq=equal if equal.shape[0] else None, b_eq=self._equal_right if equal.shape[0] else None,
            A_ub=ends if ends.shape[0] else None, b_ub=right if ends.shape[0] else None,
            bounds=own, method="highs",
        )  # fmt: skip

    def values(self, answer: OptimizeResult) -> Floats:
        """The targets at a point."""
        numbers: Floats = self.part.targets @ answer.x[: self._size] + self.part.offset
        return numbers

    def push(self, low: Flags, high: Flags, goals: Goals, weights: Floats) -> OptimizeResult:
        """Take the targets of `low` down and those of `high` up to their goals, as many as go together."""
        up, down = np.flatnonzero(high), np.flatnonzero(low)
        unknowns = len(up) + len(down)
        pick = sparse.identity(unknowns, format="csr")
        rows = sparse.vstack([-self.part.targets[up], self.part.targets[down]], format="csr")
        signs = sparse.diags(np.concatenate([np.ones(len(up)), -np.ones(len(down))]))
        added = sparse.hstack([rows, signs @ pick], format="csr")
        right = np.concatenate([self.part.offset[up], -self.part.offset[down]])
        bounds = np.vstack([
            np.column_stack([np.full(len(up), -np.inf), goals.high[up]]),
            np.column_stack([goals.low[down], np.full(len(down), np.inf)]),
        ])  # fmt: skip
        costs = np.concatenate([np.zeros(self._size), -weights[up], weights[down]])
        return self.solve(costs, added, right, bounds)

    def doubted(self) -> Integers:
        """The rows whose numbers have to give way so that all others hold: borrowed ones sooner."""
        count = self.part.matrix.shape[0]
        trust = np.where(self.part.borrowed, 1.0, 1000.0)
        slack = sparse.identity(count, format="csr")
        known_high, known_low = np.isfinite(self.part.high), np.isfinite(self.part.low)
        above = sparse.hstack([self.part.matrix, -slack, sparse.csr_matrix((count, count))], format="csr")[known_high]
        below = sparse.hstack([-self.part.matrix, sparse.csr_matrix((count, count)), -slack], format="csr")[known_low]
        bounds = np.column_stack([self.part.least, self.part.most])
        answer = linprog(
            np.concatenate([np.zeros(self._size), trust, trust]),
            A_ub=sparse.vstack([above, below]),
            b_ub=np.concatenate([self.part.high[known_high], -self.part.low[known_low]]),
            bounds=np.vstack([bounds, np.tile([0, np.inf], (2 * count, 1))]),
            method="highs",
        )
        if answer.x is None:
            return np.arange(count)
        given = answer.x[self._size :].reshape(2, count).sum(axis=0)
        rows: Integers = np.flatnonzero(given > CLOSE)
        return rows if len(rows) else np.arange(count)


class Contradiction(Exception):
    """No numbers fit everything; `rows` of the system are those to doubt."""

    def __init__(self, rows: Integers) -> None:
        super().__init__(f"{len(rows)} rows")
        self.rows = rows


def ranges(part: Part, goals: Goals) -> Reached:
    """How far each target of a part can go, as far as the goals ask; exactly where it falls short of them.

    Raises:
        Contradiction: nothing fits all rows.
    """
    programs, reached = Programs(part), Reached.nothing(len(part.which))
    _all_at_once(programs, goals, reached)
    for target, sign in product(range(len(part.which)), (-1.0, 1.0)):
        low, high = reached.wanting(goals)
        if (high if sign < 0 else low)[target]:
            _one(programs, target, sign, reached)
    reached.exact |= np.logical_or(*reached.wanting(goals))
    return reached


def _all_at_once(programs: Programs, goals: Goals, reached: Reached) -> None:
    random, left = np.random.default_rng(1), np.inf
    low, high = np.zeros(len(goals.low), dtype=bool), np.ones(len(goals.low), dtype=bool)
    for number in range(MOST_ROUNDS):
        answer = programs.push(low, high, goals, 0.5 + random.random(len(low)))
        if answer.status == INFEASIBLE:
            raise Contradiction(programs.part.rows[programs.doubted()])
        if answer.x is not None:
            reached.add(programs.values(answer))
        want_low, want_high = reached.wanting(goals)
        open_ = int(want_low.sum() + want_high.sum())
        if not open_ or (number > 2 and open_ >= left):
            return
        left = open_
        low, high = (want_low, want_high & ~want_low) if number % 2 == 0 else (want_low & ~want_high, want_high)


def _one(programs: Programs, target: int, sign: float, reached: Reached) -> None:
    """The end of one target; endless where it is."""
    row = programs.part.targets[target]
    answer = programs.solve(sign * row.toarray().ravel())
    if answer.status == UNBOUNDED or (answer.x is None and answer.status != INFEASIBLE):
        reached.most[target] = np.inf
    elif answer.x is None:
        raise Contradiction(programs.part.rows[programs.doubted()])
    else:
        reached.add(programs.values(answer))


def follows_from(part: Part, target: int) -> Integers:
    """The rows of the system that give the ends of one target, by what a little more of each would change."""
    programs, rows = Programs(part), [np.zeros(0, dtype=np.int64)]
    costs = part.targets[target].toarray().ravel()
    for sign in (1.0, -1.0):
        answer = programs.solve(sign * costs)
        if answer.x is not None:
            told = np.concatenate([answer.eqlin.marginals, answer.ineqlin.marginals])
            rows.append(programs.rows[np.abs(told) > TOLD])
    return part.rows[np.unique(np.concatenate(rows))]
