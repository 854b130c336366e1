"""Periods: `2024`, `2024-Q1`, `2024-03`. They sort as text within one frequency."""

import re
from datetime import date
from functools import cache
from typing import Literal

Frequency = Literal["year", "quarter", "month"]

_PERIOD = re.compile(r"^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$")


@cache  # asked a million times of some hundred periods while figures are summed up
def _parts(period: str) -> tuple[int, int | None, int | None]:
    match = _PERIOD.match(period)
    if not match:
        raise ValueError(f"not a period: {period!r}")
    year, quarter, month = match.groups()
    return int(year), int(quarter) if quarter else None, int(month) if month else None


@cache
def frequency(period: str) -> Frequency:
    """`year`, `quarter` or `month`.

    Raises:
        ValueError: `period` is not a period.
    """
    _, quarter, month = _parts(period)
    return "quarter" if quarter else "month" if month else "year"


def is_period(text: str) -> bool:
    """Whether `text` is written as a period."""
    return _PERIOD.match(text) is not None


@cache
def first_day(period: str) -> date:
    """The day on which `period` begins."""
    year, quarter, month = _parts(period)
    return date(year, month or (3 * (quarter - 1) + 1 if quarter else 1), 1)


@cache
def position(period: str) -> int:
    """The place of `period` on the time line of its frequency, so that consecutive periods differ by one."""
    year, quarter, month = _parts(period)
    if quarter:
        return 4 * year + quarter - 1
    return 12 * year + month - 1 if month else year


def later(period: str, steps: int) -> str:
    """The period `steps` after `period` on the time line of its frequency; before it where negative."""
    place, kind = position(period) + steps, frequency(period)
    if kind == "quarter":
        return f"{place // 4:04}-Q{place % 4 + 1}"
    return f"{place // 12:04}-{place % 12 + 1:02}" if kind == "month" else f"{place:04}"


@cache
def last_month(period: str) -> int:
    """The number of the month in which `period` ends, counted from year 0: comparable across frequencies."""
    year, quarter, month = _parts(period)
    return 12 * year + (3 * quarter if quarter else month or 12)


def years_before(period: str, years: int = 1) -> str:
    """The same period of the previous year, or of `years` before."""
    return f"{int(period[:4]) - years:04}{period[4:]}"
