"""Where a series goes if it goes on as before, and how often such intervals were right (METHODS 6).

A random walk with drift and t quantiles, on the scale of the figure's kind. Damped ETS and Theta were measured and left:
docs/decisions/0006-one-forecast.md tells why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats, Integers
from keko.data.periods import frequency, later, position
from keko.indicators.catalogue import Indicator
from keko.indicators.scale import scaled, unscaled
from keko.indicators.season import PER_YEAR, season
from keko.indicators.series import Point, Series
from keko.indicators.trend import since_break

Reason = Literal["short series", "break in series", "gap in series", "no variation", "missed too often"]

LEAST = 8  # points
HORIZON = {"year": 3, "quarter": 4, "month": 12}  # periods
NOMINAL = 0.95
WORTH_SHOWING = 0.9  # achieved coverage below which an indicator's intervals are not shown
ORIGINS = 5  # of a back-test within years: one a year, as each has its season to find


class Ahead(NamedTuple):
    """A period to come: the value expected, and 95 % limits, in the indicator's unit."""

    period: str
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Forecast:
    """`points`: none where `reason` says why. `has_season`: whether a season was found and goes on as it is."""

    indicator: str
    area: str
    points: tuple[Ahead, ...] = ()
    has_season: bool = False
    reason: Reason | None = None


class Coverage(NamedTuple):
    """How many of the forecasts that could have been made earlier had the later value within their limits."""

    inside: int
    made: int

    @property
    def share(self) -> float | None:
        """0 to 1, None where none could have been made. Nominal: 0.95."""
        return self.inside / self.made if self.made else None


def forecast(
    item: Indicator, series: Series, breaks: Iterable[date] = (), achieved: Coverage | None = None
) -> Forecast:
    """The next three years, four quarters or twelve months, from the points since the last break and gap.

    `achieved`: the indicator's `coverage`; there is no forecast where it shows that the intervals do not hold.
    """
    points, reason = _usable(series, breaks)
    values = _scaled(item, points)
    if reason is None and _is_line(values):
        reason = "no variation"
    if reason is None and achieved is not None and achieved.share is not None and achieved.share < WORTH_SHOWING:
        reason = "missed too often"
    if reason:
        return Forecast(series.indicator, series.area, reason=reason)
    last = points[-1].period
    walk = _walk(values, PER_YEAR[frequency(last)], HORIZON[frequency(last)])
    projected = [
        Ahead(later(last, step), *(_in_unit(item, float(number)) for number in numbers))
        for step, numbers in enumerate(zip(walk.expected, walk.lower, walk.upper, strict=True), 1)
    ]
    return Forecast(series.indicator, series.area, tuple(projected), walk.has_season)


def coverage(item: Indicator, series: Iterable[Series]) -> Coverage:
    """Achieved coverage in a rolling-origin back-test, pooled over the series, origins and horizons.

    Origins: of yearly series every point from the eighth on; within years the same part of the last five years.
    """
    inside = made = 0
    for own in series:
        points, reason = _usable(own, ())
        if reason:
            continue
        values, per_year = _scaled(item, points), PER_YEAR[frequency(points[-1].period)]
        if _is_line(values):
            continue
        for origin in _origins(len(values), per_year):
            actual = values[origin : origin + HORIZON[frequency(points[-1].period)]]
            walk = _walk(values[:origin], per_year, len(actual))
            inside += int(np.count_nonzero((walk.lower <= actual) & (actual <= walk.upper)))
            made += len(actual)
    return Coverage(inside, made)


def _usable(series: Series, breaks: Iterable[date]) -> tuple[list[Point], Reason | None]:
    """The points since the last break and gap, and why they are not enough."""
    valued = list(series.valued)
    unbroken = since_break(valued, breaks)
    run = _since_gap(unbroken)
    if len(valued) < LEAST:
        return run, "short series"
    if len(unbroken) < LEAST:
        return run, "break in series"
    return run, "gap in series" if len(run) < LEAST else None


def _since_gap(points: Sequence[Point]) -> list[Point]:
    start = len(points) - 1
    while start > 0 and _follows(points[start - 1], points[start]):
        start -= 1
    return list(points[max(start, 0) :])


def _follows(before: Point, after: Point) -> bool:
    if frequency(before.period) != frequency(after.period):
        return False
    return position(after.period) - position(before.period) == 1


def _scaled(item: Indicator, points: Sequence[Point]) -> Floats:
    """Counts as logarithms: their seasons and steps grow with them. None is half a case."""
    if item.kind == "count":
        return np.log(np.maximum([point.value or 0.0 for point in points], 0.5))
    return np.array([scaled(item, point) for point in points], dtype=np.float64)


def _in_unit(item: Indicator, number: float) -> float:
    """Back from `_scaled`; rates do not go below none."""
    if item.kind == "count":
        return exp(number)
    value = unscaled(item, number)
    return max(value, 0.0) if item.kind == "rate" else value


def _origins(n: int, per_year: int) -> Iterator[int]:
    """How many points a back-test knows at each of its origins."""
    if per_year == 1:
        return iter(range(LEAST, n))
    return iter([origin for back in range(ORIGINS, 0, -1) if (origin := n - back * per_year) >= LEAST])


def _is_line(values: Floats) -> bool:
    """Whether every change is the same to the last bits: an interval would have no width."""
    return bool(np.ptp(np.diff(values)) <= 1e-9 * np.abs(values).max())


class _Walk(NamedTuple):
    expected: Floats
    lower: Floats
    upper: Floats
    has_season: bool


def _walk(values: Floats, per_year: int, horizon: int) -> _Walk:
    """Random walk with drift (Hyndman & Athanasopoulos 2021, 5.2) on the values without their season.

    A season is added back as it was a year before; it costs its degrees of freedom.
    """
    from scipy import special  # slow to load: only where it is used

    seasonal = season(values, per_year)
    plain = values if seasonal is None else values - seasonal
    changes = np.diff(plain)
    freedom = len(changes) - (1 if seasonal is None else per_year)
    steps = np.arange(1, horizon + 1)
    expected, variance = plain[-1] + changes.mean() * steps, steps * (1 + steps / len(changes))
    if seasonal is not None:
        expected = expected + seasonal[-per_year:][(steps - 1) % per_year]
        variance = variance + _season_variance(steps, per_year, len(values))
    error = np.sqrt(((changes - changes.mean()) ** 2).sum() / freedom * variance)
    half = special.stdtrit(freedom, 0.5 + NOMINAL / 2) * error
    return _Walk(expected, expected - half, expected + half, seasonal is not None)


def _season_variance(steps: Integers, per_year: int, n: int) -> Floats:
    """What not knowing the season adds, in variances of a change.

    The season's difference over `steps` is a mean of n / per_year differences whose sum over a year is nought: Brownian
    bridges.
    """
    part = steps % per_year
    return part * (per_year - part) / n
