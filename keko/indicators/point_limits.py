"""95 % limits of points whose numerators are known but not their limits: of sums, and of estimated denominators."""

from collections.abc import Sequence
from math import isnan

from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.differences import values_of
from keko.indicators.intervals import limits
from keko.indicators.series import Point


def rounding_of(item: Indicator) -> float:
    """By how much a figure may differ from what was rounded to it: half of the last decimal, in the indicator's unit."""
    return 0.5 * 10.0**-item.decimals


def with_point_limits(item: Indicator, points: Sequence[Point], rounding: float = 0.0) -> tuple[Point, ...]:
    """The points with limits where they have none and their parts give them, each `rounding` wider."""
    given = values_of(points)
    both = limits(item.kind, item.multiplier, given.value, given.numerator, given.denominator, given.deviation)
    pairs = zip(points, *(limit.tolist() for limit in both), strict=True)
    return tuple(
        point
        if isnan(lower) or point.value is None or point.lower is not None
        else point._replace(lower=max(lower - rounding, 0.0) if rounding else lower, upper=upper + rounding)
        for point, lower, upper in pairs
    )
