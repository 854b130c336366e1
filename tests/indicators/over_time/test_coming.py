"""Figures come as long after their period as the newest ones did."""

import pytest

from keko.indicators.over_time.coming import lag


@pytest.mark.parametrize(
    ("newest", "published", "days"),
    [
        ("2024", "2026-01-20T08:00:00", 385),
        ("2025", "2026-02-20T08:00:00", 51),
        ("2023", "2026-11-30T08:00:00", 334),  # brought in when that of 2024 had long been out
        ("2026-10", "2026-11-24T08:00:00", 24),
        ("2026-10", "2026-11-24T22:30:00", 25),  # a day is Finland's
        ("2026-Q3", "2026-11-24T08:00:00", 55),
        ("2026", "2026-11-24T08:00:00", 0),  # a demo's
    ],
)
def test_the_lag_is_that_of_the_newest_figures(newest: str, published: str, days: int) -> None:
    assert lag(newest, published) == days


def test_without_a_publication_it_is_not_known() -> None:
    assert lag("2024", "") is None
