"""Months and quarters as a process: what its ordinary variation is, and which points are out of it (METHODS 4).

XmR chart: Wheeler & Chambers 1992; the rules of special causes are those of NHS England's Making Data Count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.data.periods import first_day, frequency, position
from keko.indicators.catalogue import Polarity
from keko.indicators.season import PER_YEAR, season
from keko.indicators.series import Point, Series

Cause = Literal["outside", "trend of 7", "2 of 3", "7 on one side"]
Direction = Literal["higher", "lower"]
Variation = Literal["improving", "worsening", "higher", "lower", "no special cause"]
Assurance = Literal["meets", "misses", "hit and miss"]

FEW = 13  # points, below which limits are on trial
RUN = 7
TO_LIMITS = 2.66
LARGEST_RANGE = 3.267


class Judged(NamedTuple):
    """A point of the chart. `plotted`: the value, without its season where the chart is adjusted.

    `lower`, `upper`: limits of ordinary variation, None in a phase of one point. `cause`: the first rule that speaks.
    """

    period: str
    value: float
    plotted: float
    centre: float
    lower: float | None
    upper: float | None
    trial: bool
    cause: Cause | None
    direction: Direction | None


@dataclass(frozen=True)
class ProcessChart:
    """The valued points of a series in phases; `phases`: the period at which each begins."""

    indicator: str
    area: str
    points: tuple[Judged, ...]
    phases: tuple[str, ...]
    seasonally_adjusted: bool

    @property
    def trial(self) -> bool:
        """Whether the limits of the newest phase rest on fewer than 13 points."""
        return bool(self.points) and self.points[-1].trial

    def variation(self, polarity: Polarity) -> Variation:
        """What the newest point says."""
        direction = self.points[-1].direction if self.points else None
        if direction is None:
            return "no special cause"
        if polarity == "none":
            return direction
        return "improving" if direction == polarity else "worsening"


def process_chart(series: Series, rebases: Iterable[date] = ()) -> ProcessChart:
    """The chart of a monthly or quarterly series, its newest frequency where there are several.

    `rebases`: days that people have accepted; a new phase starts at the first period that begins on or after one.
    """
    points = _of_one_frequency(series.valued)
    plotted, adjusted = _without_season(points)
    starts = _starts(points, rebases)
    judged = [
        point
        for start, end in pairwise([*starts, len(points)])
        for point in _phase(points[start:end], plotted[start:end].tolist())
    ]
    phases = tuple(points[start].period for start in starts)
    return ProcessChart(series.indicator, series.area, tuple(judged), phases, adjusted)


def assurance(chart: ProcessChart, target: float, polarity: Polarity) -> Assurance | None:
    """Whether the process as it is now meets a target; None without limits, or where neither direction is better.

    Of an adjusted chart this is about the level without its season.
    """
    newest = chart.points[-1] if chart.points else None
    if newest is None or newest.lower is None or newest.upper is None or polarity == "none":
        return None
    worst, best = (newest.lower, newest.upper) if polarity == "higher" else (-newest.upper, -newest.lower)
    wanted = target if polarity == "higher" else -target
    return "meets" if worst >= wanted else "misses" if best < wanted else "hit and miss"


def proposed_rebases(chart: ProcessChart, events: Iterable[date]) -> tuple[date, ...]:
    """Of the days of `events` those from which new limits should be offered.

    The process shifted: seven points in a row lie on one side of the centre of the points before the event, and the
    first of them is one of the seven after it. There have to be seven points before it in its phase.
    """
    return tuple(day for day in sorted(set(events)) if _shifts(chart, day))


def _shifts(chart: ProcessChart, day: date) -> bool:
    begins = [first_day(point.period) for point in chart.points]
    phases = [first_day(period) for period in chart.phases]
    event = sum(begin < day for begin in begins)
    if event == len(begins) or begins[event] in phases:
        return False
    since = max((start for start in phases if start < day), default=day)
    until = min((start for start in phases if start > day), default=date.max)
    plotted = [(point.plotted, begin) for point, begin in zip(chart.points, begins, strict=True)]
    before = [value for value, begin in plotted if since <= begin < day]
    after = [value for value, begin in plotted if day <= begin < until]
    if len(before) < RUN:
        return False
    sides = _sides(after, float(np.mean(before)))
    return any(_is_run(sides[start : start + RUN]) for start in range(RUN))


def _of_one_frequency(points: Sequence[Point]) -> list[Point]:
    return [point for point in points if frequency(point.period) == frequency(points[-1].period)]


def _without_season(points: Sequence[Point]) -> tuple[Floats, bool]:
    """Values less their season, if they have one. Missing periods are interpolated to find it."""
    values = np.array([point.value for point in points], dtype=np.float64)
    if not points:
        return values, False
    at = np.array([position(point.period) for point in points])
    every = np.arange(at[0], at[-1] + 1)
    seasonal = season(np.interp(every, at, values), PER_YEAR[frequency(points[0].period)])
    return (values, False) if seasonal is None else (values - seasonal[at - at[0]], True)


def _starts(points: Sequence[Point], rebases: Iterable[date]) -> list[int]:
    """Where phases begin: the first point, and the first on or after each of `rebases`."""
    before = {sum(first_day(point.period) < day for point in points) for day in rebases}
    return sorted({start for start in before if start < len(points)} | ({0} if points else set()))


def _phase(points: Sequence[Point], plotted: Sequence[float]) -> list[Judged]:
    centre = float(np.mean(plotted))
    reach = _reach(plotted)
    lower, upper = (None, None) if reach is None else (centre - reach, centre + reach)
    trial = len(points) < FEW
    return [
        Judged(point.period, point.value or 0.0, value, centre, lower, upper, trial, cause, direction)
        for point, value, (cause, direction) in zip(points, plotted, _causes(plotted, centre, reach), strict=True)
    ]


def _reach(plotted: Sequence[float]) -> float | None:
    """From the centre to a limit; very large moving ranges are left out once. None of fewer than two points."""
    if len(plotted) < 2:
        return None
    ranges = np.abs(np.diff(plotted))
    usual = ranges[ranges < LARGEST_RANGE * ranges.mean()]
    return TO_LIMITS * float((usual if usual.size else ranges).mean())


def _causes(
    plotted: Sequence[float], centre: float, reach: float | None
) -> list[tuple[Cause, Direction] | tuple[None, None]]:
    """The first special cause of each point, and where it points."""
    if reach is None:
        return [(None, None)] * len(plotted)
    sides = _sides(plotted, centre)
    rules: list[tuple[Cause, list[int]]] = [
        ("outside", _beyond(plotted, centre, reach)),
        ("trend of 7", _in_trend(_sides(np.diff(plotted).tolist(), 0.0))),
        ("2 of 3", _two_of_three(_beyond(plotted, centre, reach * 2 / 3))),
        ("7 on one side", _in_run(sides)),
    ]
    return [
        next(((cause, "higher" if signs[i] > 0 else "lower") for cause, signs in rules if signs[i]), (None, None))
        for i in range(len(plotted))
    ]


def _sides(values: Sequence[float], centre: float) -> list[int]:
    """1 above, −1 below, 0 on the centre."""
    return _beyond(values, centre, 0.0)


def _beyond(values: Sequence[float], centre: float, reach: float) -> list[int]:
    """1 farther above the centre than `reach`, −1 farther below, else 0."""
    reach += 1e-12 * abs(centre)  # a mean of equal values need not be that value to the last bit
    return [(value > centre + reach) - (value < centre - reach) for value in values]


def _is_run(sides: Sequence[int]) -> bool:
    return abs(sum(sides)) == RUN


def _in_run(sides: Sequence[int]) -> list[int]:
    """The side of every point that is in a run of seven, else 0."""
    in_run = [0] * len(sides)
    for start in range(len(sides) - RUN + 1):
        if _is_run(sides[start : start + RUN]):
            in_run[start : start + RUN] = sides[start : start + RUN]
    return in_run


def _in_trend(steps: Sequence[int]) -> list[int]:
    """The direction of every point that is among seven rising or falling ones, else 0. Seven points are six steps."""
    in_trend = [0] * (len(steps) + 1)
    for start in range(len(steps) - RUN + 2):
        if abs(sum(steps[start : start + RUN - 1])) == RUN - 1:
            in_trend[start : start + RUN] = [steps[start]] * RUN
    return in_trend


def _two_of_three(outer: Sequence[int]) -> list[int]:
    """The side of points beyond two thirds of the way to a limit that have another such one among three, else 0."""
    return [
        side if side and any(outer[j] == side for j in range(max(i - 2, 0), i + 3) if j != i and j < len(outer)) else 0
        for i, side in enumerate(outer)
    ]
