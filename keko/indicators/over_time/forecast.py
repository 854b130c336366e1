"""Where a series goes if it goes on as before, and how often such intervals were right (METHODS 6).

A random walk with drift on the scale of the figure's kind; of yearly figures a damped local trend where its intervals hold
further. Damped ETS and Theta were measured and left: docs/decisions/0006-one-forecast.md tells why.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.data.periods import frequency, later
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.achieved import Coverage, Tried
from keko.indicators.over_time.ahead import Model, go_on
from keko.indicators.over_time.season import PER_YEAR
from keko.indicators.over_time.stretches import stretches
from keko.indicators.over_time.trend import since_break
from keko.indicators.scale import Z95, from_steps, stepwise
from keko.indicators.series import Point, Series

Reason = Literal["short series", "break in series", "gap in series", "no variation", "not tried", "missed too often"]

LEAST = 8  # points
HORIZON = {"year": 3, "quarter": 4, "month": 12}  # periods
MODELS: tuple[Model, ...] = ("walk", "local trend")  # the first of those that reach equally far


class Ahead(NamedTuple):
    """A period to come: the value expected, and 95 % limits, in the indicator's unit."""

    period: str
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Forecast:
    """`points`: none where `reason` says why. `has_season`: whether a season was found and goes on as it is.

    `model`: what goes on, the drift of a random walk or the trend of the last years.
    """

    indicator: str
    area: str
    points: tuple[Ahead, ...] = ()
    has_season: bool = False
    reason: Reason | None = None
    model: Model = "walk"


def forecast(
    item: Indicator, series: Series, breaks: Iterable[date] = (), achieved: Coverage | None = None
) -> Forecast:
    """The next three years, four quarters or twelve months, from the points since the last break and gap.

    `achieved`: the indicator's `coverage`; only as far ahead as it shows that intervals hold.
    """
    points, reason = _usable(series, breaks)
    values = stepwise(item, points)
    if reason is None and _is_line(values):
        reason = "no variation"
    if reason is None and achieved is not None and not achieved.reach:
        reason = "missed too often" if achieved.tried else "not tried"
    if reason:
        return Forecast(series.indicator, series.area, reason=reason)
    last = points[-1].period
    furthest = HORIZON[frequency(last)] if achieved is None else min(achieved.reach, HORIZON[frequency(last)])
    model = "walk" if achieved is None else achieved.model
    limits = go_on(model, values, PER_YEAR[frequency(last)], furthest)
    columns = [from_steps(item, numbers).tolist() for numbers in (limits.expected, limits.lower, limits.upper)]
    if item.kind == "rate":  # does not go below none
        columns = [[max(number, 0.0) for number in column] for column in columns]
    projected = [Ahead(later(last, step), *numbers) for step, numbers in enumerate(zip(*columns, strict=True), 1)]
    return Forecast(series.indicator, series.area, tuple(projected), limits.has_season, model=model)


def likelihood(item: Indicator, series: Series, ahead: Forecast, period: str, wanted: float) -> float | None:
    """Of a value at least as good as `wanted` at `period`, 0 to 1, if things go on as before; None where it is not forecast.

    From the forecast's limits, as if they were those of a normal distribution on the scale of steps; they are wider, so this
    says less in both directions. None where neither direction is better.
    """
    from scipy import special  # slow to load: only where it is used

    there = next((point for point in ahead.points if point.period == period), None)
    newest = series.latest
    if there is None or newest is None or item.polarity == "none":
        return None
    numbers = (there.value, there.lower, there.upper, wanted)
    value, lower, upper, aimed = stepwise(item, [newest._replace(value=number) for number in numbers]).tolist()
    error = (upper - lower) / (2 * Z95)
    return (
        float(special.ndtr((value - aimed if item.polarity == "higher" else aimed - value) / error)) if error else None
    )


def coverage(item: Indicator, series: Iterable[Series]) -> Coverage:
    """What forecasts that could have been made earlier achieved, from a rolling-origin back-test of every stretch of all series.

    Of the models that of which intervals hold furthest. Origins: of yearly series every point from the eighth on; within
    years the newest part of the year that has a year to be tried on, and the same part of every year before it from the
    eighth point on.
    """
    runs = [(points, stepwise(item, points)) for own in series for points in stretches(own.valued)]
    usable = [(points, values) for points, values in runs if len(values) >= LEAST and not _is_line(values)]
    models = MODELS if item.frequency == "year" else MODELS[:1]
    return max((Coverage(_tried(usable, model), model) for model in models), key=lambda achieved: achieved.reach)


def _tried(runs: Iterable[tuple[Sequence[Point], Floats]], model: Model) -> tuple[Tried, ...]:
    counts: dict[tuple[int, int], list[int]] = {}
    for points, values in runs:
        per_year, furthest = PER_YEAR[frequency(points[-1].period)], HORIZON[frequency(points[-1].period)]
        for origin in _origins(len(values), per_year):
            actual = values[origin : origin + furthest]
            limits = go_on(model, values[:origin], per_year, len(actual))
            year = int(points[origin - 1].period[:4])
            for step, inside in enumerate((limits.lower <= actual) & (actual <= limits.upper), 1):
                count = counts.setdefault((step, year), [0, 0])
                count[0] += bool(inside)
                count[1] += 1
    return tuple(Tried(*key, *count) for key, count in sorted(counts.items()))


def _usable(series: Series, breaks: Iterable[date]) -> tuple[list[Point], Reason | None]:
    """The points since the last break and gap, and why they are not enough."""
    valued = list(series.valued)
    unbroken = since_break(valued, breaks)
    run = (stretches(unbroken) or [[]])[-1]
    if len(valued) < LEAST:
        return run, "short series"
    if len(unbroken) < LEAST:
        return run, "break in series"
    return run, "gap in series" if len(run) < LEAST else None


def _origins(n: int, per_year: int) -> Iterator[int]:
    """How many points a back-test knows at each of its origins."""
    return iter(range(LEAST, n) if per_year == 1 else range(n - per_year, LEAST - 1, -per_year))


def _is_line(values: Floats) -> bool:
    """Whether every change is the same to the last bits: an interval would have no width."""
    return bool(np.ptp(np.diff(values)) <= 1e-9 * np.abs(values).max())
