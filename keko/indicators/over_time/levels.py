"""Months and quarters without their season."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.data.periods import frequency, position
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.season import PER_YEAR, season
from keko.indicators.over_time.stretches import longest
from keko.indicators.scale import from_steps, stepwise
from keko.indicators.series import Point


class Levels(NamedTuple):
    """Values less their season, on the scale on which steps are alike and in the indicator's unit.

    `years`: how many the season was found in; None where there is no season, and the values are as they were.
    """

    on_scale: Floats
    in_unit: Floats
    years: float | None


def levels_of(item: Indicator, points: Sequence[Point]) -> Levels:
    """`points` of one frequency, all with values, without their season if they have one.

    The season is that of the longest stretch without a gap, and taken from all points by their part of the year: no value
    has to be made up in a gap, and a lone point after one stands on the same level as those before it. Each stretch for
    itself would leave short ones with their season.
    """
    values = np.array([point.value for point in points], dtype=np.float64)
    on_scale = stepwise(item, points)
    stretch = longest(points)
    seasonal = None
    if stretch:
        per_year = PER_YEAR[frequency(stretch[0].period)]
        seasonal = season(stepwise(item, stretch), per_year)
    if seasonal is None:
        return Levels(on_scale, values, None)
    since = np.array([position(point.period) for point in points]) - position(stretch[0].period)
    plain = on_scale - seasonal[since % per_year]
    return Levels(plain, from_steps(item, plain), len(stretch) / per_year)


def without_season(item: Indicator, points: Sequence[Point]) -> tuple[Point, ...]:
    """`points`, those of the newest one's frequency, each with its limits on its level; as they are where there is no season."""
    newest = [point for point in points if frequency(point.period) == frequency(points[-1].period)]
    levels = levels_of(item, newest)
    if levels.years is None:
        return tuple(newest)
    return tuple(_moved(point, to) for point, to in zip(newest, levels.in_unit.tolist(), strict=True))


def _moved(point: Point, to: float) -> Point:
    by = to - (point.value or 0.0)
    lower, upper = (None if end is None else end + by for end in (point.lower, point.upper))
    return point._replace(value=to, lower=lower, upper=upper)
