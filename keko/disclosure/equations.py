"""Equations beside those of a lattice: which of its kinds the figures bear out, and numbers that are the same persons."""

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.arrays import Floats
from keko.disclosure.evidence import ROUNDED
from keko.disclosure.lattice import Equations, Lattice

_RELATIVE = 1e-6


def borne_out(cells: Lattice, number: Floats) -> Equations:
    """Without the kinds of sums that most figures contradict, such as of clients who are counted in two places."""
    matrix, kinds = cells.matrix, cells.kinds
    unknown = np.isnan(number)
    size = np.abs(matrix) @ np.nan_to_num(number)
    complete = (np.abs(matrix) @ unknown.astype(float) == 0) & (size > 0)
    holds = np.abs(matrix @ np.nan_to_num(number)) <= ROUNDED + _RELATIVE * size
    count = int(kinds.max(initial=-1)) + 1
    borne_out = np.bincount(kinds[complete & holds], minlength=count) * 2 >= np.bincount(
        kinds[complete], minlength=count
    )
    return matrix[np.flatnonzero(borne_out[kinds] & ~(cells.between & complete & ~holds))]


def as_one(matrix: Equations, columns: pd.DataFrame) -> Equations:
    """The equations with the numbers that are the persons of one cell (of one `cell`, if not -1) as the first of them."""
    cell = columns["cell"].to_numpy(np.int64)
    first = np.arange(matrix.shape[1])
    places = pd.Series(np.flatnonzero(cell >= 0))
    first[places] = places.groupby(cell[places]).transform("first")
    one = sparse.csr_matrix((np.ones(len(first)), (np.arange(len(first)), first)), shape=(len(first), len(first)))
    return sparse.csr_matrix(matrix @ one)
