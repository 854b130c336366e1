"""The difference between two groups of one area, such as men and women: is it real, and does it grow?"""

from dataclasses import dataclass

import numpy as np

from keko.indicators.catalogue import Indicator
from keko.indicators.differences import difference_limits, values_of
from keko.indicators.series import Point, Series


@dataclass(frozen=True)
class Gap:
    """`one` less `other` at `period`, with its 95 % limits where the indicator has intervals, in its unit."""

    period: str
    one: float
    other: float
    lower: float | None
    upper: float | None

    @property
    def difference(self) -> float:
        """How much larger `one` is."""
        return self.one - self.other

    @property
    def is_real(self) -> bool | None:
        """Whether the interval of the difference leaves out nought; None without one."""
        return None if self.lower is None or self.upper is None else self.lower > 0 or self.upper < 0


def gap(item: Indicator, one: Series, other: Series) -> Gap | None:
    """At the latest period for which both have a value; None where there is none."""
    pairs = [(point, other.at(point.period)) for point in one.valued]
    both = [(mine, theirs) for mine, theirs in pairs if theirs is not None and theirs.value is not None]
    return _gap(item, *both[-1]) if both else None


def _gap(item: Indicator, mine: Point, theirs: Point) -> Gap:
    assert mine.value is not None and theirs.value is not None
    sides = values_of([mine]), values_of([theirs])
    found = difference_limits(item.kind, np.array([item.multiplier]), *sides, ["nothing"], 0.95)
    lower, upper = (None if np.isnan(limit[0]) else float(limit[0]) for limit in found)
    return Gap(mine.period, mine.value, theirs.value, lower, upper)
