"""Figures come as long after their period as the newest ones did."""

from datetime import date

import pytest

from keko.indicators.over_time.coming import expected, lag
from keko.indicators.series import Series
from tests.data.figures import point


def series(newest: str, published: str) -> Series:
    return Series("share", "HVA02", (point(1.0, newest),), published_at=published)


@pytest.mark.parametrize(
    ("newest", "published", "months"),
    [
        ("2024", "2026-01-20T08:00:00", 13),
        ("2025", "2026-02-20T08:00:00", 2),
        ("2023", "2026-11-30T08:00:00", 11),  # brought in when that of 2024 had long been out
        ("2026-10", "2026-11-24T08:00:00", 1),
        ("2026-Q3", "2026-11-24T08:00:00", 2),
        ("2026", "2026-11-24T08:00:00", 0),  # a demo's
    ],
)
def test_the_lag_is_that_of_the_newest_figures(newest: str, published: str, months: int) -> None:
    assert lag(series(newest, published)) == months


def test_a_later_period_comes_as_much_later() -> None:
    yearly = series("2024", "2026-01-20")
    assert expected(yearly, "2027") == date(2029, 1, 1)
