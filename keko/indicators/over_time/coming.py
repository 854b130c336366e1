"""When figures of a period may be expected: as long after it as the newest ones came (METHODS 10, publication lag)."""

from datetime import date

from keko.data.periods import Frequency, frequency, last_month
from keko.indicators.series import Series

STEP: dict[Frequency, int] = {"year": 12, "quarter": 3, "month": 1}  # months
LATE = 6  # months beyond a step: figures brought in so long after were out before they were brought in


def lag(series: Series) -> int | None:
    """Months from the end of the newest period to when its figures were published; None where that is not known.

    Figures that were brought in long after they came out say less: of those, what is left without whole steps.
    """
    newest = series.latest
    if newest is None or not series.published_at:
        return None
    published = date.fromisoformat(series.published_at[:10])
    months = 12 * published.year + published.month - last_month(newest.period)
    step = STEP[frequency(newest.period)]
    while months > step + LATE:
        months -= step
    return max(months, 0)


def expected(series: Series, period: str) -> date | None:
    """The first day of the month in which figures of `period` may come; None where the lag is not known."""
    months = lag(series)
    return None if months is None else _month(last_month(period) + months)


def _month(number: int) -> date:
    """The first day of the month of a number as `last_month` counts them."""
    return date((number - 1) // 12, (number - 1) % 12 + 1, 1)
