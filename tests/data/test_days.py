"""Days are Finland's, wherever they are asked for."""

import re
from datetime import date

import pytest

from keko.config import ROOT
from keko.data.days import day_of, end_of


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-30T21:59:59+00:00", date(2026, 11, 30)),
        ("2026-11-30T22:30:00+00:00", date(2026, 12, 1)),  # half past midnight in Helsinki
        ("2026-06-30T21:00:00+00:00", date(2026, 7, 1)),  # summer time
        ("2026-06-30T21:00:00", date(2026, 7, 1)),
        ("2026-06-30", date(2026, 6, 30)),
    ],
)
def test_a_moment_is_of_the_day_that_it_was_in_finland(moment: str, day: date) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 11, 30), "2026-11-30T21:59:59+00:00"),
        (date(2026, 6, 30), "2026-06-30T20:59:59+00:00"),
        (date(2026, 3, 29), "2026-03-29T20:59:59+00:00"),  # an hour shorter
    ],
)
def test_a_day_ends_at_midnight_in_finland(day: date, end: str) -> None:
    assert end_of(day) == end
    assert day_of(end) == day


def test_no_other_clock_tells_the_day() -> None:
    files = [*(ROOT / "keko").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    assert not [path.name for path in files if re.search(r"date\.today\(|datetime\.today\(", path.read_text("utf-8"))]
    assert files
