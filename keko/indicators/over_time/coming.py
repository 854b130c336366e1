"""How long after their period figures come, where only the newest ones tell (METHODS 10, publication lag)."""

from datetime import date, timedelta

from keko.data.days import day_of
from keko.data.periods import Frequency, first_day, frequency, last_month, later

STEP: dict[Frequency, int] = {"year": 12, "quarter": 3, "month": 1}  # months
LATE = 6  # months beyond a step: figures brought in so long after were out before they were brought in


def end_of(period: str) -> date:
    """The last day of a period."""
    return first_day(later(period, 1)) - timedelta(days=1)


def lag(newest: str, published_at: str) -> int | None:
    """Days from the end of the newest period to when its figures were published; None where that is not known.

    Figures that were brought in long after they came out say less: of those, what is left without whole steps.
    """
    if not published_at:
        return None
    published = day_of(published_at)
    step = STEP[frequency(newest)]
    while 12 * published.year + published.month - last_month(newest) > step + LATE:
        newest = later(newest, 1)
    return max((published - end_of(newest)).days, 0)
