"""What is known as one system: nonnegative numbers, rows that bind them, and the range of each sum that is asked for.

Bounds are first passed from row to row; what they settle is a constant. A row that contradicts what others settle is not
believed: figures that do not add up tell an attacker nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from keko.attack.axes import Matrix
from keko.data.arrays import Flags, Floats, Integers

CLOSE = 1e-6
MOST_PASSES = 60


@dataclass(frozen=True)
class System:
    """low ≤ matrix · atoms ≤ high. `borrowed`: rows of other releases, believed last; `whole`: atoms that are integers."""

    matrix: Matrix
    low: Floats
    high: Floats
    borrowed: Flags
    whole: Flags

    def without(self, rows: Integers) -> "System":
        """The same, `rows` not believed."""
        low, high = self.low.copy(), self.high.copy()
        low[rows], high[rows] = -np.inf, np.inf
        return replace(self, low=low, high=high)


@dataclass(frozen=True)
class Settled:
    """A system with the bounds of its atoms, as far as single rows give them."""

    system: System
    least: Floats
    most: Floats

    @property
    def free(self) -> Integers:
        """The atoms that are not settled."""
        return np.flatnonzero(self.most - self.least > CLOSE)

    def outer(self, rows: Matrix) -> tuple[Floats, Floats]:
        """Bounds of sums of atoms: the true range lies within."""
        low, high, endless = _activities(rows, self.least, self.most)
        return low, np.where(endless > 0, np.inf, high)

    def parts(self, targets: Matrix) -> Iterator["Part"]:
        """What hangs together and has targets that are not settled, each by itself."""
        free = self.free
        matrix, targets_free = self.system.matrix[:, free], targets[:, free]
        settled = np.where(self.most - self.least > CLOSE, 0.0, self.least)
        shift, offset = self.system.matrix @ settled, targets @ settled
        speaking = np.flatnonzero((np.diff(matrix.indptr) > 0) & ~self._idle())
        matrix = matrix[speaking]
        both = sparse.vstack([matrix, targets_free], format="csr")
        group = _groups(both)
        rows_group, targets_group = _group_of_rows(matrix, group), _group_of_rows(targets_free, group)
        for number in np.unique(targets_group[targets_group >= 0]):
            columns = np.flatnonzero(group == number)
            rows = np.flatnonzero(rows_group == number)
            which = np.flatnonzero(targets_group == number)
            yield Part(
                matrix[rows][:, columns],
                (self.system.low - shift)[speaking[rows]],
                (self.system.high - shift)[speaking[rows]],
                self.least[free[columns]],
                self.most[free[columns]],
                targets_free[which][:, columns],
                offset[which],
                which,
                self.system.borrowed[speaking[rows]],
                speaking[rows],
            )

    def _idle(self) -> Flags:
        """Rows that say nothing beyond the bounds."""
        low, high, endless = _activities(self.system.matrix, self.least, self.most)
        above = np.where(endless > 0, np.inf, high) <= self.system.high + CLOSE
        return (low >= self.system.low - CLOSE) & above


@dataclass(frozen=True)
class Part:
    """A piece of a system that hangs together, its targets and which of all targets and rows they are."""

    matrix: Matrix
    low: Floats
    high: Floats
    least: Floats
    most: Floats
    targets: Matrix
    offset: Floats
    which: Integers
    borrowed: Flags
    rows: Integers


def _groups(matrix: Matrix) -> Integers:
    both = sparse.bmat([[None, matrix.T], [matrix, None]], format="csr")
    groups: Integers = sparse.csgraph.connected_components(both, directed=False)[1][: matrix.shape[1]]
    return groups


def _group_of_rows(matrix: Matrix, group: Integers) -> Integers:
    """The group of each row's first column; −1 of an empty row."""
    there = np.diff(matrix.indptr) > 0
    first = np.full(matrix.shape[0], -1, dtype=np.int64)
    first[there] = group[matrix.indices[matrix.indptr[:-1][there]]]
    return first


def _activities(matrix: Matrix, least: Floats, most: Floats) -> tuple[Floats, Floats, Integers]:
    """Least and greatest of every row by the bounds of its atoms, and how many of these have no end upwards.

    For rows of plain sums; rows with minus signs are told of as far as their ends are finite.
    """
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    rising = matrix.data > 0
    low = matrix.data * np.where(rising, least[matrix.indices], most[matrix.indices])
    high = matrix.data * np.where(rising, most[matrix.indices], least[matrix.indices])
    size = matrix.shape[0]
    endless = np.bincount(row, np.isinf(high), size).astype(np.int64)
    lower: Floats = np.bincount(row, np.where(np.isinf(low), 0, low), size).astype(float)
    lower[np.bincount(row, np.isinf(low), size) > 0] = -np.inf
    upper: Floats = np.bincount(row, np.where(np.isinf(high), 0, high), size).astype(float)
    return lower, upper, endless


class _Passing:
    """One entry of the matrix after the other, all at once: what its row leaves for its atom."""

    def __init__(self, system: System) -> None:
        self.system = system
        matrix = system.matrix
        self.row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
        self.column, self.sign = matrix.indices, matrix.data
        self.rising = self.sign > 0

    def ends(self, least: Floats, most: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        """Finite sums and numbers of endless terms: of the least of each row, of the greatest."""
        self.lows = self.sign * np.where(self.rising, least[self.column], most[self.column])
        self.highs = self.sign * np.where(self.rising, most[self.column], least[self.column])
        size = self.system.matrix.shape[0]
        self.no_low, self.no_high = np.isinf(self.lows), np.isinf(self.highs)
        lows, highs = np.where(self.no_low, 0, self.lows), np.where(self.no_high, 0, self.highs)
        low, no_low, high, no_high = (
            np.bincount(self.row, terms, size).astype(float) for terms in (lows, self.no_low, highs, self.no_high)
        )
        return low, no_low, high, no_high

    def refuted(self, least: Floats, most: Floats) -> Integers:
        """Rows that cannot hold with these bounds."""
        low, endless_low, high, endless_high = self.ends(least, most)
        slack = CLOSE * (1 + np.abs(low))
        above = (endless_low == 0) & (low > self.system.high + slack)
        below = (endless_high == 0) & (high < self.system.low - slack)
        return np.flatnonzero(above | below)

    def narrowed(self, least: Floats, most: Floats) -> tuple[Floats, Floats]:
        """Bounds of the atoms with what every row leaves for them."""
        low, endless_low, high, endless_high = self.ends(least, most)
        row, others = self.row, np.where(self.no_low, 0, self.lows)
        rest_low = np.where(endless_low[row] - self.no_low > 0, -np.inf, low[row] - others)
        others = np.where(self.no_high, 0, self.highs)
        rest_high = np.where(endless_high[row] - self.no_high > 0, np.inf, high[row] - others)
        with np.errstate(invalid="ignore"):
            top = (self.system.high[row] - rest_low) / self.sign
            bottom = (self.system.low[row] - rest_high) / self.sign
        fewer, more = least.copy(), most.copy()
        np.minimum.at(more, self.column, np.where(self.rising, top, bottom))
        np.maximum.at(fewer, self.column, np.where(self.rising, bottom, top))
        whole = self.system.whole
        fewer[whole] = np.ceil(fewer[whole] - CLOSE)
        more[whole] = np.floor(more[whole] + CLOSE)
        return fewer, more


def settled(system: System) -> Settled:
    """The bounds of the atoms by passing them from row to row; rows that are refuted on the way are not believed."""
    while True:
        passing = _Passing(system)
        size = system.matrix.shape[1]
        least, most = np.zeros(size), np.full(size, np.inf)
        for _ in range(MOST_PASSES):
            refuted = passing.refuted(least, most)
            if len(refuted):
                break
            fewer, more = passing.narrowed(least, most)
            moved = (fewer > least + CLOSE * (1 + least)) | (more + CLOSE * (1 + np.abs(fewer)) < most)
            crossing = fewer > more  # by rounding alone: a row that is refuted shows in the next pass
            least, most = np.where(moved, fewer, least), np.where(moved, more, most)
            least = np.where(crossing, np.minimum(least, most), least)
            if not moved.any():
                break
        refuted = passing.refuted(least, most)
        if not len(refuted):
            return Settled(system, least, np.maximum(least, most))
        system = system.without(_doubted(system, refuted))


def _doubted(system: System, refuted: Integers) -> Integers:
    """Of what contradicts the other rows, the borrowed numbers that have a part in it, else the rows themselves."""
    columns = np.unique(system.matrix[refuted].indices)
    touching = np.flatnonzero(np.diff(system.matrix[:, columns].tocsr().indptr) > 0)
    believed = np.isfinite(system.low) | np.isfinite(system.high)
    single = np.diff(system.matrix.indptr) == 1
    borrowed = touching[(system.borrowed & believed & single)[touching]]
    return borrowed if len(borrowed) else refuted
