"""Months and quarters as a process: what its ordinary variation is, and which points are out of it (METHODS 4).

XmR chart: Wheeler & Chambers 1992. Series that remember their last month have no usual level: their limits are on the
change from month to month.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.data.periods import first_day, frequency
from keko.indicators.catalogue import Indicator, Polarity
from keko.indicators.moving_ranges import reach
from keko.indicators.over_time.levels import Levels, levels_of
from keko.indicators.over_time.special_causes import Cause, Causes, Direction, causes_of_changes, causes_of_levels
from keko.indicators.over_time.stretches import follows
from keko.indicators.series import Point, Series

Of = Literal["level", "change", "relative change"]
Variation = Literal["improved", "worsened", "higher", "lower", "no special cause"]
Assurance = Literal["meets", "misses", "hit and miss"]

FEW = 13  # points, below which limits are on trial
SURE_SEASON = 5  # years, in fewer of which a season is so unsure that it widens the limits
REMEMBERS = 0.5  # correlation with the period before, from which a level is not judged
LEAST_TO_REMEMBER = 24  # points


class Judged(NamedTuple):
    """A point of the chart, in the indicator's unit. `level`: the value without its season.

    `plotted`: what has limits: the level, the change of the level from the period before, or that change in per cent; None
    where there is no period just before. `centre`, `lower`, `upper`: of ordinary variation, None with fewer than two
    to judge. `cause`: the first rule that speaks.
    """

    period: str
    value: float
    level: float
    plotted: float | None
    centre: float | None
    lower: float | None
    upper: float | None
    trial: bool
    cause: Cause | None
    direction: Direction | None


@dataclass(frozen=True)
class ProcessChart:
    """The valued points of a series in phases. `of`: what its limits are about. `phases`: the period each begins at."""

    indicator: str
    area: str
    points: tuple[Judged, ...]
    phases: tuple[str, ...]
    seasonally_adjusted: bool
    of: Of = "level"

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
        return "improved" if direction == polarity else "worsened"


def process_chart(item: Indicator, series: Series, rebases: Iterable[date] = ()) -> ProcessChart:
    """The chart of a monthly or quarterly series, its newest frequency where there are several.

    `rebases`: days that people have accepted; a new phase starts at the first period that begins on or after one.
    """
    points = _of_one_frequency(series.valued)
    levels, starts = levels_of(item, points), _starts(points, rebases)
    periods = tuple(point.period for point in points)
    of = _kind(item, points, remembers(periods, levels.on_scale, starts))
    plotted = _plotted(of, levels, periods)
    width = _width(levels)
    judged = [
        Judged(point.period, point.value or 0.0, level, *verdict)
        for start, end in pairwise([*starts, len(points)])
        for point, level, verdict in zip(
            points[start:end],
            levels.in_unit[start:end].tolist(),
            _phase(of, periods[start:end], plotted[start:end], width),
            strict=True,
        )
    ]
    phases = tuple(periods[start] for start in starts)
    return ProcessChart(series.indicator, series.area, tuple(judged), phases, levels.years is not None, of)


def remembers(periods: Sequence[str], values: Floats, starts: Sequence[int] = (0,)) -> bool:
    """Whether values follow those of the period before: correlation at least .5, of at least 24 values.

    About the mean of each phase, phases beginning at `starts`; pairs over a gap do not count.
    """
    if len(values) < LEAST_TO_REMEMBER:
        return False
    phase = np.searchsorted(np.asarray(starts), np.arange(len(values)), side="right")
    means = np.bincount(phase, values) / np.maximum(np.bincount(phase), 1)
    apart = values - means[phase]
    pairs = np.array([follows(*pair) for pair in pairwise(periods)]) & (np.diff(phase) == 0)
    total = float(apart @ apart)
    if total <= 1e-18 * float(values @ values):
        return False
    return float((apart[1:] * apart[:-1])[pairs].sum()) >= REMEMBERS * total


def assurance(chart: ProcessChart, target: float, polarity: Polarity) -> Assurance | None:
    """Whether the process as it is now meets a target.

    None without limits of its level, and where neither direction is better. Of an adjusted chart this is about the level
    without its season.
    """
    newest = chart.points[-1] if chart.points and chart.of == "level" else None
    if newest is None or newest.lower is None or newest.upper is None or polarity == "none":
        return None
    worst, best = (newest.lower, newest.upper) if polarity == "higher" else (-newest.upper, -newest.lower)
    wanted = target if polarity == "higher" else -target
    return "meets" if worst >= wanted else "misses" if best < wanted else "hit and miss"


def _of_one_frequency(points: Sequence[Point]) -> list[Point]:
    return [point for point in points if frequency(point.period) == frequency(points[-1].period)]


def _kind(item: Indicator, points: Sequence[Point], has_memory: bool) -> Of:
    if not has_memory:
        return "level"
    positive = item.kind == "count" and all((point.value or 0.0) > 0 for point in points)
    return "relative change" if positive else "change"


def _starts(points: Sequence[Point], rebases: Iterable[date]) -> list[int]:
    """Where phases begin: the first point, and the first on or after each of `rebases`."""
    before = {sum(first_day(point.period) < day for point in points) for day in rebases}
    return sorted({start for start in before if start < len(points)} | ({0} if points else set()))


def _plotted(of: Of, levels: Levels, periods: Sequence[str]) -> list[float | None]:
    """What has limits, by point: levels, or their changes (relative ones as logarithms)."""
    if of == "level":
        return list(levels.in_unit.tolist())
    changes = np.diff(levels.on_scale if of == "relative change" else levels.in_unit).tolist()
    next_to = [follows(*pair) for pair in pairwise(periods)]
    return [None, *(change if near else None for change, near in zip(changes, next_to, strict=True))]


def _width(levels: Levels) -> float:
    """How much wider limits are for a season of few years."""
    years = levels.years
    return 1.0 if years is None or years >= SURE_SEASON else float(np.sqrt(1 + 1 / years))


_Verdict = tuple[float | None, float | None, float | None, float | None, bool, Cause | None, Direction | None]


def _phase(of: Of, periods: Sequence[str], plotted: Sequence[float | None], width: float) -> list[_Verdict]:
    """Of each point of a phase what is plotted, its limits and its special cause."""
    runs = _runs(periods, plotted)
    judged = [value for run in runs for value in run]
    trial = len(judged) < FEW
    if not judged:
        return [(None, None, None, None, trial, None, None)] * len(plotted)
    centre, half = float(np.mean(judged)), reach(np.abs(np.concatenate([np.diff(run) for run in runs])))
    half = None if half is None else half * width
    limits = (None, None) if half is None else (_shown(of, centre - half), _shown(of, centre + half))
    causes = iter([cause for run in runs for cause in _causes(of, run, centre, half)])
    return [
        (value, None, None, None, trial, None, None)
        if value is None
        else (_shown(of, value), _shown(of, centre), *limits, trial, *next(causes))
        for value in plotted
    ]


def _runs(periods: Sequence[str], plotted: Sequence[float | None]) -> list[list[float]]:
    """What is plotted in stretches without a gap."""
    runs: list[list[float]] = []
    last = ""
    for period, value in zip(periods, plotted, strict=True):
        if value is not None:
            if last and follows(last, period):
                runs[-1].append(value)
            else:
                runs.append([value])
            last = period
    return runs


def _causes(of: Of, run: Sequence[float], centre: float, half: float | None) -> Causes:
    if half is None:
        return [(None, None)] * len(run)
    return (causes_of_levels if of == "level" else causes_of_changes)(run, centre, half)


def _shown(of: Of, number: float) -> float:
    """In the unit of the chart: changes of logarithms as per cent."""
    return 100 * float(np.expm1(number)) if of == "relative change" else number
