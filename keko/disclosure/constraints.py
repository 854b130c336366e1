"""Which numbers of a table are bound together, and what the range of each small one has to hold (METHODS 5).

What cells tell, by kind: a count its persons; a share its numerator and the others (denominator less numerator), both
hidden with it; a rate its numerator and its denominator; a mean its number of persons.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.arrays import Flags, Floats
from keko.disclosure.bounds import ConstraintSystem, Goals
from keko.disclosure.equations import Equations
from keko.disclosure.linear_program import Polytope
from keko.indicators.catalogue import Indicator

SENSITIVE_DENOMINATOR = 30
ADDITIVE = frozenset({"count", "proportion", "rate", "mean"})


@dataclass(frozen=True)
class CellCounts:
    """What every cell tells, nan where it tells nothing. `persons` is what is small or not; `denominator`: of how many."""

    persons: Floats
    denominator: Floats

    @classmethod
    def of(cls, rows: pd.DataFrame, item: Indicator) -> "CellCounts":
        """What the cells of an indicator tell."""
        value, numerator, denominator = (rows[name].to_numpy(float) for name in ("value", "numerator", "denominator"))
        if item.kind == "count":
            return cls(value, np.full(len(rows), np.nan))
        if item.kind in {"mean", "median"}:
            return cls(denominator, np.full(len(rows), np.nan))
        return cls(np.where(np.isnan(numerator), value * denominator / item.multiplier, numerator), denominator)

    def small(self, item: Indicator) -> dict[str, Flags]:
        """Which cells must not be shown, by the number that is the reason: persons, others or denominator."""
        reasons = {"persons": _few(self.persons, item.disclosure.threshold)}
        if item.kind == "proportion":
            reasons["others"] = _few(self.denominator - self.persons, item.disclosure.threshold)
        if item.disclosure.sensitive and item.kind in {"proportion", "rate"}:
            reasons["denominator"] = self.denominator < SENSITIVE_DENOMINATOR
        return reasons


def _few(numbers: Floats, threshold: int) -> Flags:
    return (numbers > 0) & (numbers < threshold)


def constraint_systems(
    matrix: Equations, counts: CellCounts, unknown: Flags, small: dict[str, Flags], item: Indicator
) -> Iterator[ConstraintSystem]:
    """The constraints on an additive indicator's numbers, with a goal for each cell that is small by one of them.

    Shares are looked at twice: by a reader who knows every denominator from elsewhere (population figures are public),
    and, where that leaves less room than the threshold or a denominator is itself to be protected, by one who does not.
    `unknown`: cells whose numbers nobody here knows.
    """
    threshold, persons, denominator = item.disclosure.threshold, counts.persons, counts.denominator
    if item.kind != "proportion":
        yield _one(matrix, persons, np.full(len(persons), np.inf), small["persons"], threshold)
        if small.get("denominator", np.zeros(0)).any():
            yield _one(matrix, denominator, np.full(len(persons), np.inf), small["denominator"], SENSITIVE_DENOMINATOR)
        return
    yield _known_denominators(matrix, counts, unknown, small, threshold)
    scarce = unknown | (denominator < threshold)
    yield _free_denominators(
        matrix, counts, {**small, **{n: small[n] & scarce for n in ("persons", "others")}}, threshold
    )


def _one(matrix: Equations, numbers: Floats, upper: Floats, small: Flags, threshold: int) -> ConstraintSystem:
    return ConstraintSystem(
        matrix, np.arange(len(numbers)), numbers, upper, Goals.of(np.flatnonzero(small), 1, threshold)
    )


def _known_denominators(
    matrix: Equations, counts: CellCounts, unknown: Flags, small: dict[str, Flags], threshold: int
) -> ConstraintSystem:
    """Numerators from nought to the denominator. That the others are t means that the numerator is denominator − t."""
    few, rest = np.flatnonzero(small["persons"]), np.flatnonzero(small["others"] & ~unknown)
    denominator = np.where(unknown, np.inf, counts.denominator)
    goals = Goals.of(few, np.minimum(1, denominator[few]), np.minimum(threshold, denominator[few]))
    goals += Goals.of(rest, (denominator[rest] - threshold).clip(0), denominator[rest] - 1)
    return ConstraintSystem(matrix, np.arange(len(denominator)), counts.persons, denominator, goals)


def _free_denominators(
    matrix: Equations, counts: CellCounts, small: dict[str, Flags], threshold: int
) -> ConstraintSystem:
    """Numerators and the others each add up; a sensitive denominator is their sum."""
    size = len(counts.persons)
    summed = np.flatnonzero(small.get("denominator", np.zeros(0, dtype=bool)))
    number = np.arange(len(summed))
    pick = sparse.csr_matrix((np.ones(len(summed)), (number, summed)), shape=(len(summed), size))
    blocks = [[matrix, None, None], [None, matrix, None], [pick, pick, -sparse.identity(len(summed))]]
    truth = np.concatenate([counts.persons, counts.denominator - counts.persons, counts.denominator[summed]])
    goals = Goals.of(np.flatnonzero(small["persons"]), 1, threshold)
    goals += Goals.of(size + np.flatnonzero(small["others"]), 1, threshold)
    goals += Goals.of(2 * size + number, 1, SENSITIVE_DENOMINATOR)
    cell = np.concatenate([np.arange(size), np.arange(size), summed])
    joined = sparse.bmat(blocks if len(summed) else [row[:2] for row in blocks[:2]], format="csr")
    return ConstraintSystem(joined, cell, truth, np.full(len(truth), np.inf), goals)


def fitted(matrix: Equations, numbers: Floats) -> Floats:
    """`numbers` with something possible for those that nobody here knows: what misses the equations by least."""
    unknown = np.isnan(numbers)
    full = np.where(unknown, 0.0, numbers)
    part = matrix[:, np.flatnonzero(unknown)]
    rows = np.flatnonzero(np.diff(part.indptr) > 0)
    if not len(rows):
        return full
    slack = sparse.identity(len(rows))
    joined = sparse.hstack([part[rows], slack, -slack], format="csc")
    size = joined.shape[1]
    program = Polytope(joined, -(matrix @ full)[rows], np.zeros(size), np.full(size, np.inf))
    solution = program.least(np.concatenate([np.zeros(part.shape[1]), np.ones(2 * len(rows))]))
    if solution is None:
        raise RuntimeError("no fit, though slack takes up everything")
    full[unknown] = solution[: part.shape[1]].clip(0)
    return full
