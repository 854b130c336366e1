"""An attack on hidden cells that knows nothing of how they were chosen: `scipy.optimize.linprog` on what is published.

A table is `{cell: number or None}`; a cell is (area, sex, age). What a reader knows of sums is written anew here, from the
memberships alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from keko.data.areas import Areas

Cell = tuple[str, str, str]
Table = Mapping[Cell, float | None]
PARTS = {"sex": ("male", "female")}


def sums(table: Table, areas: Areas, period: str) -> Iterator[tuple[Cell, list[Cell]]]:
    """Every total that the table has all parts of: by area, over sexes, over ages."""
    ages = sorted({age for _, _, age in table} - {"total"})
    for cell in table:
        area, sex, age = cell
        wholes = [[(part, sex, age) for part in areas.municipalities(area) - {area} if areas[part].existed(period)]]
        if area == "MAA":
            wholes += [[(one.code, sex, age) for one in areas.of_level(level)] for level in ("HVA", "TA", "MK")]
        if sex == "total":
            wholes.append([(area, part, age) for part in PARTS["sex"]])
        if age == "total":
            wholes.append([(area, sex, part) for part in ages])
        yield from ((cell, parts) for parts in wholes if parts and all(part in table for part in parts))


@dataclass
class Attack:
    """The linear programs of one table. `upper`: what a cell cannot exceed, as a reader knows from elsewhere."""

    table: Table
    areas: Areas
    period: str
    upper: Mapping[Cell, float] | None = None

    def __post_init__(self) -> None:
        self._unknown = [cell for cell, number in self.table.items() if number is None]
        place = {cell: n for n, cell in enumerate(self._unknown)}
        known = [
            (total, parts)
            for total, parts in sums(self.table, self.areas, self.period)
            if place.keys() & {total, *parts}
        ]
        self._matrix, self._right = lil_matrix((len(known), len(place))), np.zeros(len(known))
        for row, (total, parts) in enumerate(known):
            for cell, sign in [(total, -1.0), *((part, 1.0) for part in parts)]:
                number = self.table[cell]
                if number is None:
                    self._matrix[row, place[cell]] += sign
                else:
                    self._right[row] -= sign * number
        self._place = place

    def range_of(self, cell: Cell) -> tuple[float, float]:
        """The least and the greatest number that the cell can be."""
        aim = np.zeros(len(self._place))
        aim[self._place[cell]] = 1
        bounds = [(0, (self.upper or {}).get(one)) for one in self._unknown]
        matrix = self._matrix.tocsr() if self._matrix.shape[0] else None
        right = self._right if self._matrix.shape[0] else None
        least, most = (linprog(sign * aim, A_eq=matrix, b_eq=right, bounds=bounds) for sign in (1, -1))
        assert least.status == 0, least.message
        assert most.status in {0, 3}, most.message
        return float(least.fun), -float(most.fun) if most.status == 0 else np.inf


def holds(found: tuple[float, float], low: float, high: float, truth: float) -> bool:
    """Whether a range holds all of low … high, and the truth without being only it."""
    least, most = found
    return least <= min(low, truth) + 1e-6 and most >= max(high, truth) - 1e-6 and most - least > 0.5
