"""Numbers that nobody here knows: those that follow from others, and something possible for the rest."""

import numpy as np
from scipy import sparse

from keko.data.arrays import Flags, Floats
from keko.disclosure.evidence import ROUNDED
from keko.disclosure.lattice import Equations
from keko.disclosure.linear_program import Polytope


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
