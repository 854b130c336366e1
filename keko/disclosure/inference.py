"""What readers can infer of a table as it is published: the verification again, without the numbers that were hidden.

Nobody here knows them any more, so the verification is a reader's: it believes the sums that the visible cells bear out, and
starts from numbers that fit. A cell that was hidden for itself is given away when a reader sees that it is small, or
when none of its numbers can be both 1 and the threshold; one whose cause is not recorded, when it can be computed.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import KEY
from keko.disclosure.bounds import CLOSE, ConstraintSystem, Goals, Reach, verify
from keko.disclosure.constraints import ADDITIVE, SENSITIVE_DENOMINATOR, CellCounts, fitted
from keko.disclosure.equations import Equations, by_kind
from keko.indicators.catalogue import Indicator

ROUNDED = 0.5


def inferable(rows: pd.DataFrame, item: Indicator, areas: Areas) -> pd.DataFrame:
    """KEY of the hidden cells that the others give away. `rows`: all that readers have of an indicator, with `cause`."""
    hidden = rows["status"].eq("hidden")
    if item.kind not in ADDITIVE or not hidden.any():
        return rows.loc[[], KEY]
    # What one provider hides and another shows is known.
    table = rows[rows["period"].isin(rows["period"][hidden])].sort_values("value").drop_duplicates(KEY)
    cells = np.flatnonzero(table["status"].eq("hidden") & table["cause"].ne("secondary"))
    own = table["cause"].iloc[cells].eq("primary").to_numpy()
    small, shut = np.zeros(len(cells), dtype=bool), np.ones(len(cells), dtype=bool)
    computed = np.zeros(len(cells), dtype=bool)
    for numbers, threshold in _numbers(CellCounts.of(table, item), item):
        least, most, unmet = _ranges(by_kind(table, areas), numbers, cells, threshold)
        shut &= unmet
        if threshold == item.disclosure.threshold:
            small |= unmet & (most < threshold - CLOSE) & (most > CLOSE)
            computed |= unmet & (most - least < ROUNDED) & (most > CLOSE) & (most < threshold - CLOSE)
    return table.iloc[cells[np.where(own, small | shut, computed)]][KEY]


def _numbers(counts: CellCounts, item: Indicator) -> Iterator[tuple[Floats, int]]:
    """The numbers of every cell that are protected, each with the threshold that counts for it."""
    yield counts.persons, item.disclosure.threshold
    if item.kind == "proportion":
        yield counts.denominator - counts.persons, item.disclosure.threshold
    if item.disclosure.sensitive and item.kind in {"proportion", "rate"}:
        yield counts.denominator, SENSITIVE_DENOMINATOR


def _ranges(
    sums: tuple[Equations, Integers], numbers: Floats, cells: Integers, threshold: int
) -> tuple[Floats, Floats, Flags]:
    """Of hidden cells, the least and the greatest number found possible, and whether 1 or the threshold is not."""
    unknown = np.isnan(numbers)
    matrix = _believed(*sums, numbers)
    truth = fitted(matrix, numbers)
    missed = np.abs(matrix @ truth) > ROUNDED
    touched = np.diff(matrix[:, np.flatnonzero(unknown)].indptr) > 0
    matrix = matrix[np.flatnonzero(touched & ~missed)]
    goals = Goals.of(cells, 1, threshold)
    system = ConstraintSystem(matrix, np.arange(len(numbers)), truth, np.full(len(numbers), np.inf), goals)
    least, most = truth[cells], truth[cells]
    unmet = np.zeros(len(cells), dtype=bool)
    for which, part in system.components():
        reach = Reach.of(part)
        unmet[which[verify(part, unknown, reach)]] = True
        least[which], most[which] = reach.least[part.goals.column], reach.most[part.goals.column]
    return least, most, unmet


def _believed(matrix: Equations, kind: Integers, numbers: Floats) -> Equations:
    """Without the kinds of sums that the cells a reader sees do not bear out, such as categories that overlap."""
    unknown = np.isnan(numbers)
    full = np.where(unknown, 0.0, numbers)
    complete = (np.abs(matrix) @ unknown.astype(float) == 0) & (np.abs(matrix) @ full > 0)
    holds = np.abs(matrix @ full) <= ROUNDED + CLOSE * (np.abs(matrix) @ full)
    kinds = int(kind.max(initial=-1)) + 1
    borne_out = np.bincount(kind[complete & holds], minlength=kinds) * 2 >= np.bincount(kind[complete], minlength=kinds)
    return matrix[np.flatnonzero(borne_out[kind])]
