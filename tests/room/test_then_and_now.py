"""What became of a figure that was decided on: told only where neither sample nor usual years explain it (METHODS 10)."""

from dataclasses import replace
from datetime import date
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.intervals import order_statistics
from keko.indicators.point_limits import with_point_limits
from keko.indicators.series import Point, Series
from keko.room.then_and_now import Direction, ThenAndNow, then_and_now
from tests.data.figures import item, point

RATE = item("employment")
WAIT = item("wait", "median", unit="pv", polarity="lower")
N = 115_000
TAU = 0.6  # percentage points
# About their line these have the variance τ² + that of a sample of N at 76.8 %: residuals whose square sum is 6 of it.
SHAPE = np.array([1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0])


def share(value: float, year: int, n: int = N) -> Point:
    bare = point(value, str(year), numerator=value / 100 * n, denominator=n)
    return with_point_limits(RATE, [bare])[0]


def wait(period: str, median: float, q1: float, q3: float, n: int) -> Point:
    lower, upper = (float(end) for end in order_statistics(median, q1, q3, n))
    return point(median, period, denominator=n, lower=lower, upper=upper)


def years(last: float, tau: float = TAU) -> Series:
    """Eight years about 76.8 %, of which the last is `last` beyond the one before it."""
    sampling = 100**2 * 0.768 * 0.232 / N
    residuals = SHAPE * sqrt((tau**2 + sampling) * 6 / 8)
    values = [*(76.8 + residuals), 76.8 + residuals[-1] + last]
    return Series(RATE.id, "HVA02", tuple(share(value, 2016 + n) for n, value in enumerate(values)))


def told(series: Series, meant: Direction = "higher", **options: Any) -> ThenAndNow:
    return then_and_now(RATE, series.points[-2], series, meant, **options)


def test_the_interval_of_a_difference_is_that_of_the_method() -> None:
    """METHODS 10: a share of .768 of 115 000 with τ = .006: 1.96 · √(2 · .001245² + 2 · .006²) = .0170."""
    flat = Series(RATE.id, "HVA02", (share(76.8, 2024), share(76.8, 2025)))
    found = told(flat, years=TAU**2)
    assert found.upper == pytest.approx(1.698, abs=0.002)
    assert found.lower == pytest.approx(-1.698, abs=0.002)
    assert found.outcome == "cannot be told from chance"


@pytest.mark.parametrize(
    ("last", "meant", "outcome"),
    [
        (4.0, "higher", "moved as meant"),
        (4.0, "lower", "moved the other way"),
        (-4.0, "lower", "moved as meant"),
        (-4.0, "higher", "moved the other way"),
        (0.8, "higher", "cannot be told from chance"),
    ],
)
def test_a_change_beyond_chance_went_one_way_or_the_other(last: float, meant: Direction, outcome: str) -> None:
    assert told(years(last), meant).outcome == outcome


def test_a_difference_of_medians_is_movers() -> None:
    """METHODS 2: 60 (n = 100, quartiles 30 and 120) less 74 (n = 150, 40 and 130) → −35.44 to 11.92."""
    then = wait("2024", 74, 40, 130, 150)
    series = Series(WAIT.id, "HVA02", (then, wait("2025", 60, 30, 120, 100)))
    found = then_and_now(WAIT, then, series, "lower")
    assert found.lower == pytest.approx(-35.44, abs=0.01)
    assert found.upper == pytest.approx(11.92, abs=0.01)
    assert found.outcome == "cannot be told from chance"
    clear = Series(WAIT.id, "HVA02", (then, wait("2025", 20, 10, 40, 100)))
    assert then_and_now(WAIT, then, clear, "lower").outcome == "moved as meant"


def test_without_newer_figures_the_day_they_may_come_is_told() -> None:
    series = years(2.0)
    found = then_and_now(RATE, series.points[-1], series, "higher", next_due=date(2026, 3, 1))
    assert (found.outcome, found.next_due, found.now) == ("no new figures", date(2026, 3, 1), None)
    assert not found.is_revised


def test_a_figure_that_is_left_out_is_not_told_again() -> None:
    series = years(2.0)
    found = then_and_now(
        RATE, series.points[-2], replace(series, points=(*series.points[:-2], series.points[-1])), "higher"
    )
    assert (found.outcome, found.reason) == ("cannot be judged", "left out")
    assert (found.then.value, found.difference) == (None, None)


def test_a_figure_that_has_been_revised_is_compared_as_it_stands_today() -> None:
    series = years(0.0)
    found = then_and_now(RATE, series.points[-2]._replace(value=50.0), series, "higher")
    assert found.is_revised
    assert found.then == series.points[-2]
    assert found.outcome == "cannot be told from chance"


@pytest.mark.parametrize(
    ("points", "options", "reason"),
    [
        ([point(70.0, "2024"), point(75.0, "2025")], {}, "no interval"),
        ([share(70, 2024), share(75, 2025)], {}, "few years"),
        ([share(70, 2024), share(75, 2025)], {"breaks": [date(2025, 1, 1)], "years": 0.0}, "break in series"),
        ([point(None, "2024", status="hidden"), share(75, 2025)], {}, "hidden"),
        ([share(70, 2024), point(None, "2025", status="hidden")], {}, "newer hidden"),
    ],
)
def test_what_cannot_be_judged_says_why_and_shows_the_change(
    points: list[Point], options: dict[str, Any], reason: str
) -> None:
    found = then_and_now(RATE, points[0], Series(RATE.id, "HVA02", tuple(points)), "higher", **options)
    assert (found.outcome, found.reason) == ("cannot be judged", reason)
    assert found.difference == (None if "hidden" in reason else 5.0)


def test_a_share_near_none_is_judged_by_its_odds_so_that_no_limit_is_below_none() -> None:
    series = Series(RATE.id, "HVA02", (share(0.5, 2024, 800), share(1.2, 2025, 800)))
    found = told(series, years=0.0)
    assert found.lower is not None
    assert found.lower > -0.5
    assert found.outcome == "cannot be told from chance"


def test_months_are_told_without_their_season() -> None:
    """July is 20 above April every year: that is its season, and no change."""
    wait = item("wait-months", "mean", unit="pv", polarity="lower", frequency="month")
    season = [0, 0, 0, 0, 5, 10, 20, 10, 5, 0, 0, 0]
    noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.4, -0.3, 0.1, -0.1, 0.2, -0.2, 0.0, 0.35]
    months = [(year, month) for year in range(2017, 2026) for month in range(1, 13)]
    values = [50 + season[month - 1] + noise[n % 13] for n, (_, month) in enumerate(months)][:-5]
    points = tuple(
        point(value, f"{year}-{month:02}", lower=value - 1, upper=value + 1)
        for value, (year, month) in zip(values, months, strict=False)
    )
    series = Series(wait.id, "HVA02", points)
    found = then_and_now(wait, points[-4], series, "lower")
    assert (found.then.period, found.now and found.now.period) == ("2025-04", "2025-07")
    assert abs(found.difference or 99) < 2
    assert found.outcome == "cannot be told from chance"


@given(st.floats(20, 80), st.floats(-10, 10), st.floats(0.01, 3), st.floats(0, 4))
def test_what_is_meant_the_other_way_is_judged_the_other_way(
    start: float, by: float, error: float, usual: float
) -> None:
    score = item("score", "mean")
    then, now = (
        point(value, period, lower=value - error, upper=value + error)
        for value, period in ((start, "2024"), (start + by, "2025"))
    )
    series = Series(score.id, "HVA02", (then, now))
    up, down = (then_and_now(score, then, series, meant, years=usual) for meant in ("higher", "lower"))
    opposite = {"moved as meant": "moved the other way", "moved the other way": "moved as meant"}
    assert down.outcome == opposite.get(up.outcome, up.outcome)
    assert up.lower is not None
    assert up.upper is not None
    assert up.lower <= (up.difference or 0.0) <= up.upper
    assert (up.lower <= 0 <= up.upper) == (up.outcome == "cannot be told from chance")


@given(st.floats(0, 4), st.floats(0, 4))
def test_more_movement_of_years_never_makes_a_change_surer(less: float, more: float) -> None:
    series = Series(RATE.id, "HVA02", (share(70, 2024), share(72.5, 2025)))
    calm, restless = (told(series, years=usual) for usual in sorted((less, more)))
    assert restless.outcome in {calm.outcome, "cannot be told from chance"}
