"""Linear programs over one set of constraints, each solved from where the last one ended (HiGHS, Huangfu and Hall 2018)."""

import highspy
import numpy as np
from scipy import sparse

from keko.data.arrays import Floats


class Polytope:
    """Every x with matrix · x = right and lower ≤ x ≤ upper."""

    def __init__(
        self, matrix: sparse.csc_matrix, right: Floats, lower: Floats, upper: Floats, simplified: bool = False
    ) -> None:
        self.lower, self.upper = lower.astype(float), upper.astype(float)
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self._solver.setOptionValue("output_flag", False)
        self._solver.setOptionValue("threads", 1)
        # Each program begins at the last one's end; to simplify it anew takes longer than the few steps from there. What is
        # solved once or twice is better `simplified`.
        self._solver.setOptionValue("presolve", "on" if simplified else "off")
        self._solver.passModel(_program(matrix.tocsc(), right, self.lower, self.upper))
        self._every = np.arange(matrix.shape[1], dtype=np.int32)

    def bound(self, lower: Floats, upper: Floats) -> None:
        """Other bounds from now on."""
        changed = np.flatnonzero((lower != self.lower) | (upper != self.upper)).astype(np.int32)
        if len(changed):
            self._solver.changeColsBounds(len(changed), changed, lower[changed], upper[changed])
            self.lower, self.upper = lower.astype(float), upper.astype(float)

    def least(self, costs: Floats) -> Floats | None:
        """The x at which costs · x is least; None where there is no x or no least."""
        self._solver.changeColsCost(len(self._every), self._every, costs.astype(float))
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._solver.getSolution().col_value)


def _program(matrix: sparse.csc_matrix, right: Floats, lower: Floats, upper: Floats) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_row_, program.num_col_ = matrix.shape
    program.col_cost_ = np.zeros(matrix.shape[1])
    program.col_lower_, program.col_upper_ = lower, upper
    program.row_lower_ = program.row_upper_ = np.asarray(right, dtype=float)
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_ = matrix.indptr, matrix.indices
    program.a_matrix_.value_ = matrix.data
    return program
