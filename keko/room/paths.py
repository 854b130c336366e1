"""The path that leads to a target, and where the newest figure stands on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from keko.data.periods import Frequency, first_day, frequency, last_month, later
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.levels import without_season
from keko.indicators.series import Point, Series
from keko.room.targets import Step, Target

Progress = Literal[
    "reached",
    "on the path",
    "not told apart",
    "behind",
    "far behind",
    "missed",
    "not begun",
    "no figures",
    "not judged",
]
LATE: tuple[Progress, ...] = ("missed", "far behind", "behind")  # the worst first
_PERIODS = {"year": "{year:04}", "quarter": "{year:04}-Q{quarter}", "month": "{year:04}-{month:02}"}


@dataclass(frozen=True)
class Path:
    """Where a figure should be, from the start over steps to the end, straight between them; at periods of one frequency."""

    steps: tuple[Step, ...]

    @property
    def start(self) -> float:
        """The value it begins with."""
        return self.steps[0].value

    def planned(self, period: str) -> float | None:
        """The value at a period; that of the end after it, and none before the start."""
        at = last_month(period)
        months = [last_month(step.period) for step in self.steps]
        if at < months[0]:
            return None
        for place in range(len(months) - 1):
            if at < months[place + 1]:
                before, after = self.steps[place].value, self.steps[place + 1].value
                return before + (after - before) * (at - months[place]) / (months[place + 1] - months[place])
        return self.steps[-1].value

    def ahead(self) -> Iterator[tuple[str, float]]:
        """Periods and values after the start, to the end."""
        period = later(self.steps[0].period, 1)
        while last_month(period) <= last_month(self.steps[-1].period):
            yield period, self.planned(period) or 0.0
            period = later(period, 1)

    @property
    def days(self) -> list[tuple[date, float]]:
        """Where it bends on a time line."""
        return [(first_day(step.period), step.value) for step in self.steps]


def path_of(target: Target, item: Indicator, series: Series) -> Path:
    """The path to a target. Where no start was agreed, it begins with the figure of that time, or with the end itself."""
    kind = frequency(series.latest.period) if series.latest else item.frequency
    end = Step(_at(target.due, kind), target.value)
    since = min(_at(target.since, kind), end.period)
    start = target.start if target.start is not None else _figure_at(since, item, series)
    between = [Step(_at(step.period, kind), step.value) for step in target.steps]
    steps = [Step(since, target.value if start is None else start), *between, end]
    by_period = {step.period: step for step in steps}  # two of one year, of yearly figures, are the later one
    return Path(tuple(by_period[period] for period in sorted(by_period)))


def progress(target: Target, path: Path, item: Indicator, series: Series) -> Progress:
    """Where the newest figure stands; of months and quarters without their season.

    A figure that is behind, but not by more than its interval, is not told apart from the path. What is smaller than the
    smallest difference worth speaking of is none.
    """
    newest = newest_of(item, series)
    if newest is None:
        return "no figures"
    if item.polarity == "none":
        return "not judged"
    planned = path.planned(newest.period)
    if planned is None or last_month(newest.period) <= last_month(path.steps[0].period):
        return "not begun"
    sign = 1 if item.polarity == "higher" else -1
    value = newest.value or 0.0
    ends = [sign * (value if end is None else end) for end in (newest.lower, newest.upper)]
    worst, best = min(ends), max(ends)
    if worst >= sign * target.value:
        return "reached"
    if last_month(newest.period) >= last_month(path.steps[-1].period):
        return "missed" if best < sign * target.value else "not told apart"
    return _on_the_way(target, item, sign * (planned - value), best >= sign * planned)


def _on_the_way(target: Target, item: Indicator, behind: float, is_within: bool) -> Progress:
    slack = target.slack if target.slack is not None else item.least_difference or 0.0
    if behind <= slack:
        return "on the path"
    if is_within:
        return "not told apart"
    return "far behind" if target.alarm is not None and behind > target.alarm else "behind"


def newest_of(item: Indicator, series: Series) -> Point | None:
    """The newest figure, of months and quarters without their season."""
    level = without_season(item, series.valued) if series.valued else ()
    return level[-1] if level else None


def _figure_at(period: str, item: Indicator, series: Series) -> float | None:
    """The figure that was the newest at a period, else the first there is."""
    level = without_season(item, series.valued) if series.valued else ()
    known = [point.value for point in level if last_month(point.period) <= last_month(period)]
    first = level[0].value if level else None
    return known[-1] if known else first


def _at(period: str, kind: Frequency) -> str:
    """The period of another frequency that ends as `period` does."""
    months = last_month(period) - 1
    year, month = divmod(months, 12)
    return _PERIODS[kind].format(year=year, month=month + 1, quarter=month // 3 + 1)
