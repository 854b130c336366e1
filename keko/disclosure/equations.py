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


def same_persons(columns: pd.DataFrame, width: int) -> Equations:
    """An equation for each two numbers that are the persons of one cell."""
    cell = columns["cell"].to_numpy(np.int64)
    order = np.argsort(cell, kind="stable")
    second = np.flatnonzero((np.diff(cell[order]) == 0) & (cell[order][1:] >= 0)) + 1
    pairs = np.column_stack([order[second - 1], order[second]])
    signs, rows = np.tile([1.0, -1.0], len(pairs)), np.repeat(np.arange(len(pairs)), 2)
    return sparse.csr_matrix((signs, (rows, pairs.ravel())), shape=(len(pairs), width))
