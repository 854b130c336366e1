"""When a process has shifted after an event, so that its limits should be computed anew (METHODS 4)."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from keko.data.periods import first_day
from keko.indicators.over_time.process import ProcessChart, remembers
from keko.indicators.over_time.special_causes import RUN, is_run, sides_of


def proposed_rebases(chart: ProcessChart, events: Iterable[date]) -> tuple[date, ...]:
    """Of the days of `events` those from which new limits should be offered.

    The process shifted: seven points in a row lie on one side of the centre of the points before the event, and the
    first of them is one of the seven after it. There have to be seven points before it in its phase. Where limits are on
    changes, only an event is offered after which they could be on the level: one shift looks like memory until it is known.
    """
    return tuple(day for day in sorted(set(events)) if _shifts(chart, day) and _has_levels(chart, day))


def _shifts(chart: ProcessChart, day: date) -> bool:
    begins = [first_day(point.period) for point in chart.points]
    phases = [first_day(period) for period in chart.phases]
    event = sum(begin < day for begin in begins)
    if event == len(begins) or begins[event] in phases:
        return False
    since = max((start for start in phases if start < day), default=day)
    until = min((start for start in phases if start > day), default=date.max)
    levels = [(point.level, begin) for point, begin in zip(chart.points, begins, strict=True)]
    before = [value for value, begin in levels if since <= begin < day]
    after = [value for value, begin in levels if day <= begin < until]
    if len(before) < RUN:
        return False
    sides = sides_of(after, float(np.mean(before)))
    return any(is_run(sides[start : start + RUN]) for start in range(RUN))


def _has_levels(chart: ProcessChart, day: date) -> bool:
    """Whether the series has usual levels once new limits begin at `day`."""
    if chart.of == "level":
        return True
    periods = [point.period for point in chart.points]
    levels = np.array([point.level for point in chart.points])
    starts = {periods.index(phase) for phase in chart.phases} | {sum(first_day(period) < day for period in periods)}
    return not remembers(periods, levels, sorted(starts))
