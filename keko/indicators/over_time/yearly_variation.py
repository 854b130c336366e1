"""How much a figure moves from year to year beyond what its sample explains: τ² (METHODS 10)."""

from collections.abc import Iterable, Sequence
from math import fsum, hypot, sqrt
from typing import NamedTuple

import numpy as np

from keko.data.periods import years_before
from keko.indicators.catalogue import Indicator
from keko.indicators.scale import scaled, standard_error
from keko.indicators.series import Point, Series

RECENT = 8  # years that tell how much a figure moves from one to the next
FEWEST = 6
LINE = 2  # degrees of freedom that a line takes
NEAR_AN_END = 0.1  # shares below it, and above one less it, are judged as log odds


class Spread(NamedTuple):
    """How yearly values lie about their line, on the scale they are judged on.

    `variance`: about the line; `sampling`: what samples alone would make of it, None where a point lacks an interval;
    `freedom`: degrees of freedom.
    """

    variance: float
    sampling: float | None
    freedom: int

    @property
    def beyond_sampling(self) -> float:
        """τ², at least 0; all of the variance where what is the sample's is not known."""
        return max(0.0, self.variance - (self.sampling or 0.0))


def judged_as(item: Indicator, *values: float) -> Indicator:
    """The indicator on the scale on which a change between values is judged: shares near none or all as log odds, else plain."""
    if item.kind != "proportion":
        return item
    if any(not NEAR_AN_END <= value / item.multiplier <= 1 - NEAR_AN_END for value in values):
        return item
    return item.model_copy(update={"kind": "other"})


def same_season(series: Series) -> list[Point]:
    """The newest point and those of the same month or quarter in the years before, at most `RECENT` of them."""
    now = series.latest
    wanted = {years_before(now.period, years) for years in range(RECENT)} if now else set()
    return [point for point in series.valued if point.period in wanted]


def spread_of(item: Indicator, yearly: Sequence[Point]) -> Spread | None:
    """Of one value a year about their line, weighted by their intervals where all have one; None of fewer than three.

    `item`: as by `judged_as`.
    """
    if len(yearly) <= LINE:
        return None
    known = [error for point in yearly if (error := standard_error(item, point))]
    has_errors = len(known) == len(yearly)
    weights = np.asarray(known) ** -2.0 if has_errors else np.ones(len(yearly))
    t = np.array([int(point.period[:4]) for point in yearly], dtype=np.float64)
    y = np.array([scaled(item, point) for point in yearly])
    slope, level = np.polyfit(t - t[0], y, 1, w=np.sqrt(weights))
    residuals = y - (level + slope * (t - t[0]))
    freedom = len(yearly) - LINE
    variance = float((weights * residuals**2).sum() / weights.mean() / freedom)
    return Spread(variance, float((1 / weights).mean()) if has_errors else None, freedom)


def variance_of_years(item: Indicator, yearly: Sequence[Point]) -> float | None:
    """τ² of one value a year that all have an interval; None where one lacks it, and of fewer than six."""
    spread = spread_of(item, yearly) if len(yearly) >= FEWEST else None
    return None if spread is None or spread.sampling is None else spread.beyond_sampling


def pooled(item: Indicator, every: Iterable[Series]) -> Spread | None:
    """Of the areas of a level together, each about its own line, for an area that has too few years of its own.

    None of what grows with the area, and where all areas together have no more years than one would need.
    """
    if item.kind == "count":
        return None
    own = [spread for series in every if (spread := spread_of(item, same_season(series)))]
    freedom = sum(spread.freedom for spread in own)
    if freedom < FEWEST - LINE:
        return None
    variance = fsum(spread.variance * spread.freedom for spread in own) / freedom
    sampling = [spread.sampling * spread.freedom for spread in own if spread.sampling is not None]
    return Spread(variance, fsum(sampling) / freedom if len(sampling) == len(own) else None, freedom)


def error_of_change(start: float, end: float, years: float) -> float:
    """Standard error of a change between two years: √(se₀² + se₁² + 2τ²). `years`: τ²."""
    return hypot(start, end, sqrt(2 * years))
