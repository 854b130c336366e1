"""When could we know: the smallest change that could be told from chance, and when a path could show (METHODS 10)."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.over_time.knowable import Chance, Knowable, knowable
from keko.indicators.over_time.yearly_variation import pooled, spread_of, variance_of_years
from keko.indicators.point_limits import with_point_limits
from keko.indicators.series import Point, Series
from tests.data.figures import item, point

RATE = item("employment")
N = 115_000
SE, TAU = sqrt(0.768 * 0.232 / N), 0.006
# Residuals of eight years that are at right angles to a line, with a square sum of 8.
SHAPE = np.array([1.0, -1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0])


def share(value: float, year: int, n: int = N) -> Point:
    bare = point(value, str(year), numerator=value / 100 * n, denominator=n)
    return with_point_limits(RATE, [bare])[0]


def years(tau: float = 0.6, middle: float = 76.8, n: int = N) -> Series:
    """Eight years about their middle, in per cent, whose variance beyond sampling is τ²."""
    sampling = middle * (100 - middle) / n
    residuals = SHAPE * sqrt((tau**2 + sampling) * 6 / 8)
    return Series(RATE.id, "HVA02", tuple(share(middle + by, 2018 + t, n) for t, by in enumerate(residuals)))


def path(change: float, length: int, start: float = 76.8) -> list[tuple[str, float]]:
    return [(str(2025 + t), start + change * t / length) for t in range(1, length + 1)]


def asked(change: float, length: int, series: Series | None = None) -> Knowable:
    return knowable(RATE, series or years(), 76.8, path(change, length))


def test_the_smallest_change_is_that_of_the_method() -> None:
    """METHODS 10: share .768, n = 115 000, τ = .006 → δ = .0243."""
    assert Chance(SE, SE, TAU**2, "with intervals").smallest_change() == pytest.approx(0.0243, abs=0.00005)


def test_a_small_target_cannot_be_told_from_chance_and_a_larger_one_shows_in_its_third_year() -> None:
    """METHODS 10: +.012 in two years cannot be told from chance, +.03 in three years shows in year 3."""
    small, large = asked(1.2, 2), asked(3.0, 3)
    assert small.shows is None
    assert small.smallest == pytest.approx(2.43, abs=0.01)
    assert large.shows == "2028"
    assert large.chance
    assert large.chance.start == pytest.approx(100 * SE, rel=0.02)
    assert large.chance.years == pytest.approx(0.36, rel=0.01)


@given(st.floats(1e-12, 0.01), st.integers(1, 30), st.sampled_from([-1, 1]))
def test_a_change_too_small_ever_to_show_is_told_as_that(change: float, length: int, sign: int) -> None:
    found = asked(sign * change, length)
    assert (found.shows, found.same_pace) == (None, None)


def test_what_would_help_would_help() -> None:
    small = asked(1.2, 2)
    assert small.same_pace == "2030"  # .6 a year: 2.43 after 4.05 years, so in the fifth
    assert asked(0.6 * 5, 5).shows == "2030"
    assert small.together == 5  # δ / √5 = 1.09
    assert small.persons is None  # years alone move it by 1.7 with a power of 80 %
    calm = asked(0.4, 2, years(tau=0.0))
    assert calm.persons is not None
    assert calm.persons == pytest.approx((0.4924 / 0.4) ** 2, rel=0.01)
    assert asked(0.4, 2, years(tau=0.0, n=int(N * calm.persons * 1.02))).shows == "2027"


def test_a_change_of_the_smallest_size_is_found_four_times_out_of_five() -> None:
    chance = Chance(0.3, 0.5, 0.2, "with intervals")
    draws = np.random.default_rng(2026).normal(size=(4, 40_000)) * [[0.3], [0.5], [sqrt(0.2)], [sqrt(0.2)]]
    found = chance.smallest_change() + draws[1] + draws[3] - draws[0] - draws[2]
    assert np.mean(np.abs(found) > 1.96 * sqrt(0.3**2 + 0.5**2 + 2 * 0.2)) == pytest.approx(0.8, abs=0.01)


def test_figures_without_intervals_are_told_by_how_their_years_lie_about_their_line() -> None:
    """What moves them from year to year, samples and years together, is in one variance."""
    bare = Series(RATE.id, "HVA02", tuple(p._replace(lower=None, upper=None) for p in years().points))
    found, with_intervals = asked(3.0, 3, bare), asked(3.0, 3)
    assert found.chance
    assert found.chance.basis == "yearly values"
    assert found.smallest == pytest.approx(with_intervals.smallest, rel=0.01)
    assert found.persons is None


def test_an_area_of_few_years_borrows_those_of_its_level() -> None:
    few = Series(RATE.id, "HVA02", years().points[-3:])
    assert asked(3.0, 3, few).reason == "few years"
    level = pooled(RATE.model_copy(update={"kind": "other"}), [years(), years(), few])
    found = knowable(RATE, few, 76.8, path(3.0, 3), level=level)
    assert found.chance
    assert found.chance.is_pooled
    assert found.smallest is not None


def test_a_count_borrows_from_nobody() -> None:
    count = item("persons", "count")
    assert pooled(count, [years(), years()]) is None


@pytest.mark.parametrize(
    ("series", "change", "reason"), [(Series(RATE.id, "HVA02"), 1.0, "no figures"), (years(), 0.0, "no change")]
)
def test_where_nothing_can_be_said_it_is_said_why(series: Series, change: float, reason: str) -> None:
    assert asked(change, 2, series).reason == reason


def test_a_share_near_none_is_told_by_its_odds() -> None:
    series = years(tau=0.05, middle=2.0, n=20_000)
    up, down = (knowable(RATE, series, 2.0, path(change, 3, 2.0)) for change in (1.0, -1.9))
    assert up.smallest is not None
    assert down.smallest is not None
    assert down.smallest < up.smallest  # a share cannot fall below none
    assert 0 < down.smallest < 2.0


def test_months_are_told_by_the_same_month_of_other_years_and_without_their_season() -> None:
    wait = item("wait", "mean", unit="pv", polarity="lower", frequency="month")
    season = [0, 0, 0, 0, 5, 10, 20, 10, 5, 0, 0, 0]
    months = [(year, month) for year in range(2016, 2026) for month in range(1, 13)]
    noise = np.random.default_rng(7).normal(size=len(months)) * 0.5
    points = tuple(
        point(50 + season[m - 1] + by, f"{y}-{m:02}", lower=49 + season[m - 1] + by, upper=51 + season[m - 1] + by)
        for (y, m), by in zip(months, noise, strict=True)
    )
    planned = [(f"2026-{month:02}", 50 - month) for month in range(1, 13)]
    found = knowable(wait, Series(wait.id, "HVA02", points), 50, planned)
    assert found.smallest is not None
    assert found.smallest < 5  # the season's 20 are no chance
    assert found.shows is not None
    assert found.together is None


def test_the_variance_of_years_is_what_their_samples_do_not_explain() -> None:
    plain = RATE.model_copy(update={"kind": "other"})
    assert variance_of_years(plain, years(0.6).points) == pytest.approx(0.36, rel=0.01)
    assert variance_of_years(plain, years(0.0).points) == pytest.approx(0.0, abs=0.001)
    assert variance_of_years(plain, years().points[:5]) is None
    assert spread_of(plain, years().points[:2]) is None


@given(st.floats(0.0, 2), st.floats(0.0, 2), st.floats(0.001, 4), st.integers(1, 20))
def test_more_years_together_tell_smaller_changes(start: float, end: float, usual: float, together: int) -> None:
    chance = Chance(start, end, usual, "with intervals")
    assert chance.smallest_change(together) == pytest.approx(chance.smallest_change() / sqrt(together))


@given(st.floats(0.1, 20), st.integers(1, 12), st.floats(0.05, 2))
def test_a_path_shows_if_and_only_if_it_goes_as_far_as_the_smallest_change(
    change: float, length: int, tau: float
) -> None:
    found = asked(change, length, years(tau))
    assert found.smallest is not None
    assert (found.shows is not None) == (change >= found.smallest - 1e-9) or change == pytest.approx(found.smallest)
    if found.shows:
        reached = dict(path(change, length))[found.shows] - 76.8
        assert reached >= found.smallest - 1e-9
    elif found.same_pace:
        assert int(found.same_pace) > 2025 + length


@given(st.floats(0.1, 10), st.floats(0.1, 10), st.integers(1, 8))
def test_a_bolder_path_never_shows_later(one: float, other: float, length: int) -> None:
    timid, bold = (asked(change, length).shows or "9999" for change in sorted((one, other)))
    assert bold <= timid
