"""Forecasts: the walk with drift as in the book, seasons, reasons for none, and how often intervals were right."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from scipy import special, stats

from keko.data.periods import later
from keko.demo.observations import demo_observations
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.indicators.over_time.achieved import Coverage, Tried
from keko.indicators.over_time.ahead import local_trend
from keko.indicators.over_time.forecast import Ahead, Forecast, coverage, forecast, likelihood
from keko.indicators.series import Point, Series
from keko.intake.release.roll_up import roll_up
from tests.data.figures import every_area, item, point

MONTHLY = item("score", "score", frequency="month")
SCORE, SHARE, RATE, COUNT = item("score", "score"), item(), item("rate", "rate"), item("count", "count")
CATALOGUE = {one.id: one for one in read_catalogue()}


def series(values: Sequence[float | None], first: str = "2010", **parts: float) -> Series:
    points = [point(value, later(first, i), **parts) for i, value in enumerate(values)]
    return Series("one", "HVA02", tuple(points))


def walk(n: int, seed: int) -> list[float]:
    return (100 + np.random.default_rng(seed).normal(0.2, 1, n).cumsum()).tolist()


def test_it_is_the_random_walk_with_drift() -> None:
    values = walk(15, 1)
    found = forecast(SCORE, series(values))
    # Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, sections 5.2 and 5.5.
    drift = (values[-1] - values[0]) / 14
    sigma = np.sqrt(((np.diff(values) - drift) ** 2).sum() / 13)
    for h, one in enumerate(found.points, 1):
        half = stats.t.ppf(0.975, 13) * sigma * np.sqrt(h * (1 + h / 14))
        expected = values[-1] + h * drift
        assert one[1:] == pytest.approx((expected, expected - half, expected + half))
    assert [one.period for one in found.points] == ["2025", "2026", "2027"]


def test_shares_go_by_their_log_odds_and_stay_shares() -> None:
    values = [90.0, 93.0, 91.0, 95.0, 94.0, 97.0, 96.0, 98.0, 99.0]
    found = forecast(SHARE, series(values, denominator=1000.0))
    odds = special.logit(np.array(values) / 100)
    expected = 100 * special.expit(odds[-1] + (odds[-1] - odds[0]) / 8)
    assert found.points[0].value == pytest.approx(expected)
    assert all(0 < one.lower < one.value < one.upper < 100 for one in found.points)


@pytest.mark.parametrize("one", [RATE, COUNT])
def test_rates_and_counts_do_not_go_below_none(one: Indicator) -> None:
    found = forecast(one, series([9, 1, 7, 0, 5, 2, 6, 1, 0]))
    assert all(ahead.lower >= 0 for ahead in found.points)


@pytest.mark.parametrize(
    ("first", "n", "ahead", "last"),
    [("2015", 9, 3, "2026"), ("2020-Q3", 9, 4, "2023-Q3"), ("2023-11", 9, 12, "2025-07")],
)
def test_how_far_it_goes(first: str, n: int, ahead: int, last: str) -> None:
    found = forecast(SCORE, series(walk(n, 2), first))
    assert (len(found.points), found.points[-1].period) == (ahead, last)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([], "short series"),
        (walk(7, 1), "short series"),
        ([*walk(7, 1), None, *walk(7, 2)], "gap in series"),
        ([5.0] * 12, "no variation"),
        ([0.1 * n for n in range(12)], "no variation"),
    ],
)
def test_no_forecast_says_why(values: list[float | None], reason: str) -> None:
    found = forecast(SCORE, series(values))
    assert (found.points, found.reason) == ((), reason)


def test_a_break_and_intervals_that_did_not_hold_are_reasons_too() -> None:
    own = series(walk(12, 1))
    areas = every_area()
    day = areas.successions["KU911"].day  # 2020
    assert forecast(SCORE, own, [day]).reason == "break in series"
    assert forecast(SCORE, own, achieved=Coverage((Tried(1, 2018, 89, 100),))).reason == "missed too often"
    assert forecast(SCORE, own, achieved=Coverage()).reason == "not tried"


def test_a_horizon_is_shown_where_it_and_those_before_it_held_in_every_year() -> None:
    achieved = Coverage((
        Tried(1, 2017, 9, 10), Tried(1, 2018, 10, 10), Tried(2, 2017, 10, 10), Tried(2, 2018, 8, 10), Tried(3, 2017, 10, 10),
    ))  # fmt: skip
    assert (achieved.horizons, achieved.reach) == ((1, 2, 3), 1)  # pooled over years, horizon 2 would have 90 %
    assert (achieved.share([1]), achieved.share([2]), achieved.worst([1, 2])) == (0.95, 0.9, Tried(2, 2018, 8, 10))
    assert [ahead.period for ahead in forecast(SCORE, series(walk(12, 1)), achieved=achieved).points] == ["2022"]
    assert (Coverage().reach, Coverage().share([1]), Coverage().worst([1])) == (0, None, None)


def test_a_shock_that_all_areas_share_is_not_hidden_by_calm_years() -> None:
    every = [np.array(walk(30, seed)) for seed in range(20)]
    for values in every:
        values[20:] += 15
    achieved = coverage(SCORE, [series(values.tolist()) for values in every])
    assert (achieved.share([1]) or 0) > 0.9
    assert achieved.reach == 0
    assert (achieved.worst([1]) or Tried(0, 0, 1, 1))[1:3] == (2029, 0)


def test_a_smooth_trend_gets_the_model_that_follows_it() -> None:
    random = np.random.default_rng(1)
    every = [(100 + random.normal(0, 0.1, 50).cumsum().cumsum()).tolist() for _ in range(200)]
    achieved = coverage(SCORE, [series(values, "1970") for values in every])
    assert achieved.model == "local trend"
    assert achieved.reach >= 1
    found = forecast(SCORE, series(every[0], "1970"), achieved=achieved)
    assert (found.model, len(found.points)) == ("local trend", achieved.reach)


def test_a_local_trend_is_the_damped_mean_of_three_changes() -> None:
    values = np.array([1.0, 2.0, 4.0, 4.0, 7.0, 8.0, 10.0, 13.0, 12.0, 15.0])
    found = local_trend(values, 2)
    drift = (15.0 - 13.0 + 13.0 - 10.0) / 3
    assert found.expected == pytest.approx([15 + 0.9 * drift, 15 + (0.9 + 0.81) * drift])
    errors = [values[n + 1] - values[n] - 0.9 * (values[n] - values[n - 3]) / 3 for n in range(3, 9)]
    half = stats.t.ppf(0.975, 6) * np.sqrt(np.mean(np.square(errors)) * (1 + 1 / 6))
    assert found.upper[0] - found.expected[0] == pytest.approx(half)


def test_a_season_goes_on() -> None:
    swing = 10 * np.sin(2 * np.pi * np.arange(48) / 12)
    found = forecast(SCORE, series((swing + np.random.default_rng(1).normal(50, 0.5, 48)).tolist(), "2020-01"))
    assert found.has_season
    expected = 50 + 10 * np.sin(2 * np.pi * np.arange(48, 60) / 12)
    assert [one.value for one in found.points] == pytest.approx(expected, abs=2)


@pytest.mark.parametrize(("n", "first"), [(12, "2010"), (15, "2010"), (30, "2020-01"), (20, "2020-Q1")])
def test_intervals_hold_for_random_walks(n: int, first: str) -> None:
    runs, inside, made = 200, 0, 0
    for seed in range(runs):
        values = walk(n + 3, seed)
        for ahead, actual in zip(forecast(SCORE, series(values[:n], first)).points, values[n:], strict=False):
            inside += ahead.lower <= actual <= ahead.upper
            made += 1
    assert inside >= 0.9 * made


def test_intervals_hold_for_walks_with_a_season() -> None:
    swing = 8 * np.sin(2 * np.pi * np.arange(48) / 12)
    inside = sum(
        ahead.lower <= actual <= ahead.upper
        for seed in range(60)
        for values in [np.array(walk(48, seed)) + swing]
        for ahead, actual in zip(
            forecast(SCORE, series(values[:36].tolist(), "2020-01")).points, values[36:], strict=True
        )
    )
    assert inside >= 0.9 * 60 * 12


def test_coverage_is_that_of_the_forecasts_that_could_have_been_made() -> None:
    every = [walk(12, seed) for seed in range(5)]
    counts: dict[tuple[int, int], list[bool]] = {}
    for values in every:
        for origin in range(8, 12):
            known = forecast(SCORE, series(values[:origin])).points
            for step, (ahead, actual) in enumerate(zip(known, values[origin:], strict=False), 1):
                counts.setdefault((step, 2009 + origin), []).append(ahead.lower <= actual <= ahead.upper)
    expected = tuple(Tried(*key, sum(inside), len(inside)) for key, inside in sorted(counts.items()))
    short, gone = series([1.0, 2.0]), series([])
    yearly = coverage(MONTHLY, [*(series(values) for values in every), short, gone])  # of months only the walk is tried
    assert yearly == Coverage(expected)


def test_within_years_the_same_part_of_every_year_is_tried() -> None:
    achieved = coverage(MONTHLY, [series(walk(40, 1), "2020-01")])
    assert {(tried.origin, tried.made) for tried in achieved.tried} == {(2022, 1), (2021, 1)}  # of 28 and of 16 months
    assert achieved.horizons == tuple(range(1, 13))


def test_a_gap_parts_a_series_in_two_that_are_both_tried() -> None:
    values = [*walk(10, 1), None, *walk(10, 2)]
    achieved = coverage(MONTHLY, [series(values, "2000")])
    assert {tried.origin for tried in achieved.tried} == {2007, 2008, 2018, 2019}


@cache
def demo(indicator: str) -> list[Series]:
    """The counties' series of the demo figures."""
    one = CATALOGUE[indicator]
    frame = roll_up(demo_observations(one, every_area()), one, every_area())
    frame = frame[frame["sex"].eq("total") & frame["area"].str.startswith("HVA")].sort_values("period")
    cells = frame[list(Point._fields)].astype(object).where(frame[list(Point._fields)].notna(), None)
    points = pd.Series([Point(*row) for row in cells.itertuples(index=False)], frame.index)
    return [Series(indicator, str(area), tuple(some)) for area, some in points.groupby(frame["area"])]


DEMO = [
    "employment-rate-20-64", "unemployment-rate-18-74", "structural-unemployment-share", "disability-pension-share",
    "long-sickness-absence-rate", "economic-dependency-ratio", "neet-17-24", "vacancies", "youth-unemployed",
]  # fmt: skip


@pytest.mark.parametrize("indicator", DEMO)
def test_intervals_hold_for_the_demo_figures(indicator: str) -> None:
    found = coverage(CATALOGUE[indicator], demo(indicator))
    assert (found.share(found.horizons) or 0) >= 0.9, found


def test_demo_figures_with_a_shock_that_areas_share_are_forecast_no_further_than_it_held() -> None:
    one, every = CATALOGUE["unemployed-job-seekers"], demo("unemployed-job-seekers")
    achieved = coverage(one, every)
    assert len(forecast(one, every[0], achieved=achieved).points) == achieved.reach < 12


def test_what_is_found_can_be_stored() -> None:
    every = [series(walk(12, seed)) for seed in range(5)]
    achieved = coverage(SCORE, every)
    found = forecast(SCORE, every[0], achieved=achieved)
    for value in (achieved, found):
        kept = TypeAdapter(type(value))
        assert kept.validate_json(kept.dump_json(value)) == value


@given(st.lists(st.none() | st.floats(0, 100), max_size=30), st.sampled_from([SHARE, RATE, COUNT, SCORE]))
def test_any_series_gives_a_forecast_or_a_reason(values: list[float | None], one: Indicator) -> None:
    found = forecast(one, series(values))
    assert bool(found.points) == (found.reason is None)
    assert all(ahead.lower <= ahead.value <= ahead.upper for ahead in found.points)
    assert all(0 <= tried.inside <= tried.made for tried in coverage(one, [series(values)]).tried)


@given(st.integers(0, 500), st.floats(-100, 100), st.floats(0.1, 10))
def test_intervals_do_not_depend_on_the_unit(seed: int, shift: float, factor: float) -> None:
    values = walk(12, seed)
    found = forecast(SCORE, series(values)).points
    moved = forecast(SCORE, series([shift + factor * value for value in values])).points
    for one, other in zip(found, moved, strict=True):
        assert other[1:] == pytest.approx([shift + factor * number for number in one[1:]])


@pytest.mark.parametrize(
    ("polarity", "wanted", "likely"),
    [("higher", 60.0, 0.5), ("lower", 60.0, 0.5), ("higher", 57.0, 0.9), ("lower", 57.0, 0.1)],
)
def test_a_target_is_as_likely_as_the_forecast_makes_it(polarity: str, wanted: float, likely: float) -> None:
    of = item("score", "score", polarity=polarity)
    ahead = Forecast(
        "score", "HVA02", (Ahead("2026", 60.0, 60.0 - 4.587, 60.0 + 4.587),)
    )  # 1.96 · 2.34: 3 is 1.28 of it
    own = Series("score", "HVA02", (point(59.0, "2025"),))
    assert likelihood(of, own, ahead, "2026", wanted) == pytest.approx(likely, abs=0.002)
    assert likelihood(of, own, ahead, "2027", wanted) is None
