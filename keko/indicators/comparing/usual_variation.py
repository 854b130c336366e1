"""How much the difference between two areas usually varies from year to year: of figures without intervals (METHODS 3)."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from keko.data.periods import first_day
from keko.indicators.moving_ranges import reach
from keko.indicators.series import Series

YEARS = 10
LEAST = 6  # common years


class Usual(NamedTuple):
    """Limits of usual variation around the latest difference, in the indicator's unit; `years` they rest on."""

    lower: float
    upper: float
    years: int


def usual_variation(
    own: Series, other: Series, period: str, breaks: Iterable[date], least_width: float = 0.0
) -> Usual | Literal["too few years", "break in series"]:
    """From the differences own − other of the last up to ten years to `period`; months and quarters by the same one of each.

    Moving ranges between neighbouring years, very large ones left out once (Wheeler & Chambers 1992). `least_width`: what
    rounding alone can do to a difference, so that figures that agree every year do not get limits without a width.
    """
    differences = _differences(own, other, period)
    since = max((day for day in breaks if day <= first_day(period)), default=date.min)
    unbroken = {year: apart for year, apart in differences.items() if first_day(f"{year}{period[4:]}") >= since}
    if len(unbroken) < LEAST:
        return "break in series" if len(differences) >= LEAST else "too few years"
    ranges = np.array([abs(after - before) for before, after in _neighbours(unbroken)])
    if len(ranges) < LEAST - 1:
        return "too few years"
    half = max(reach(ranges) or 0.0, least_width)
    latest = unbroken[max(unbroken)]
    return Usual(latest - half, latest + half, len(unbroken))


def _differences(own: Series, other: Series, period: str) -> dict[int, float]:
    """By year, oldest first, of the years both have, at the same part of the year as `period`."""
    last = int(period[:4])
    theirs = {point.period: point.value for point in other.valued}
    differences = {}
    for point in own.valued:
        year, value = int(point.period[:4]), theirs.get(point.period)
        if point.period[4:] == period[4:] and last - YEARS < year <= last and value is not None:
            differences[year] = (point.value or 0.0) - value
    return differences


def _neighbours(differences: dict[int, float]) -> list[tuple[float, float]]:
    return [(differences[before], differences[after]) for before, after in pairwise(differences) if after - before == 1]
