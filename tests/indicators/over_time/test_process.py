"""Months and quarters: limits of ordinary variation, special causes in their order, targets, seasons, new limits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from statsmodels.tsa.seasonal import STL

from keko.indicators.catalogue import Indicator, Polarity
from keko.indicators.over_time.process import Assurance, ProcessChart, assurance, process_chart, remembers
from keko.indicators.over_time.season import repeated, season
from keko.indicators.over_time.shifts import proposed_rebases
from keko.indicators.over_time.special_causes import causes_of_changes
from keko.indicators.series import Series
from tests.data.figures import item, point

SCORE = item("clients", "score", frequency="month")

CALM = [10.0, 12.0, 11.0, 9.0, 10.0, 12.0, 8.0, 10.0, 11.0, 9.0, 12.0, 10.0, 9.0]
REFORM = date(2022, 1, 1)


def months(values: Sequence[float | None], per_year: int = 12) -> Series:
    names = {12: "{}-{:02}", 4: "{}-Q{}"}[per_year]
    points = [point(value, names.format(2021 + i // per_year, i % per_year + 1)) for i, value in enumerate(values)]
    return Series("clients", "HVA02", tuple(points))


def causes(chart: ProcessChart) -> list[str | None]:
    return [one.cause for one in chart.points]


def noise(n: int, seed: int = 1) -> list[float]:
    return np.random.default_rng(seed).normal(50, 1, n).tolist()


def wave(n: int, high: float, per_year: int = 12) -> list[float]:
    return (high * np.sin(2 * np.pi * np.arange(n) / per_year)).tolist()


def test_limits_are_2_66_mean_moving_ranges_from_the_mean() -> None:
    chart = process_chart(SCORE, months(CALM))
    ranges = [2, 1, 2, 1, 2, 4, 2, 1, 2, 3, 2, 1]
    newest = chart.points[-1]
    assert newest.centre == pytest.approx(sum(CALM) / 13)
    assert newest.lower == pytest.approx(newest.centre - 2.66 * sum(ranges) / 12)
    assert newest.upper == pytest.approx(newest.centre + 2.66 * sum(ranges) / 12)
    assert causes(chart) == [None] * 13
    assert chart.variation("higher") == "no special cause"


def test_very_large_moving_ranges_do_not_widen_the_limits() -> None:
    chart = process_chart(SCORE, months([*CALM, 60.0, *CALM]))
    ranges = np.abs(np.diff([*CALM, 60.0, *CALM]))
    kept = ranges[ranges < 3.267 * ranges.mean()]
    assert len(ranges) - len(kept) == 2
    assert chart.points[0].upper == pytest.approx(chart.points[0].centre + 2.66 * kept.mean())
    assert causes(chart)[13] == "outside"


@pytest.mark.parametrize(("n", "trial"), [(12, True), (13, False)])
def test_limits_of_few_points_are_on_trial(n: int, trial: bool) -> None:
    assert process_chart(SCORE, months(CALM[:n])).trial is trial


@pytest.mark.parametrize(
    ("ending", "cause", "marked"),
    [
        ([25.0], "outside", 1),
        ([9.6, 9.8, 10.0, 10.2, 10.4, 10.6, 10.8], "trend of 7", 7),
        ([15.0, 11.5, 15.0], "2 of 3", 1),
        ([11.6, 11.4, 11.7, 11.5, 11.8, 11.4, 11.6], "7 on one side", 7),
    ],
)
def test_each_special_cause_is_found_in_the_newest_points(ending: list[float], cause: str, marked: int) -> None:
    chart = process_chart(SCORE, months([*CALM, *CALM, *ending]))
    assert causes(chart)[-marked:] == [cause] * marked


def test_of_several_causes_the_first_in_order_is_told() -> None:
    rising = [10.5, 11.0, 11.5, 12.0, 12.5, 13.0, 30.0]
    assert causes(process_chart(SCORE, months([*CALM, *CALM, *rising])))[-2:] == ["trend of 7", "outside"]


def test_six_points_in_a_row_are_not_seven() -> None:
    chart = process_chart(SCORE, months([*CALM, *CALM, 11.4, 11.2, 11.3, 11.2, 11.4, 11.3]))
    assert chart.points[-1].centre < 11.2
    assert causes(chart)[-6:] == [None] * 6


@pytest.mark.parametrize(
    ("polarity", "high", "low"),
    [("higher", "improved", "worsened"), ("lower", "worsened", "improved"), ("none", "higher", "lower")],
)
def test_polarity_turns_a_special_cause(polarity: Polarity, high: str, low: str) -> None:
    assert process_chart(SCORE, months([*CALM, 25.0])).variation(polarity) == high
    assert process_chart(SCORE, months([*CALM, -5.0])).variation(polarity) == low


@pytest.mark.parametrize(
    ("target", "polarity", "expected"),
    [
        (3.0, "higher", "meets"),
        (10.0, "higher", "hit and miss"),
        (20.0, "higher", "misses"),
        (3.0, "lower", "misses"),
        (10.0, "lower", "hit and miss"),
        (20.0, "lower", "meets"),
        (10.0, "none", None),
    ],
)
def test_a_target_is_met_missed_or_left_to_chance(
    target: float, polarity: Polarity, expected: Assurance | None
) -> None:
    assert assurance(process_chart(SCORE, months(CALM)), target, polarity) == expected


def test_a_phase_has_its_own_limits() -> None:
    later = [value + 20 for value in CALM]
    chart = process_chart(SCORE, months([*CALM, *later]), [date(2022, 1, 15)])  # between two months: from February
    assert chart.phases == ("2021-01", "2022-02")
    assert [one.centre for one in chart.points] == pytest.approx([np.mean(CALM)] * 13 + [np.mean(later)] * 13)
    assert causes(chart) == [None] * 26
    assert assurance(chart, 15, "higher") == "meets"


def test_a_shift_after_an_event_offers_new_limits() -> None:
    shifted = process_chart(SCORE, months([*CALM[:12], *(value + 4 for value in CALM)]))
    assert proposed_rebases(shifted, [REFORM, date(2021, 6, 1), date(2030, 1, 1)]) == (REFORM,)
    rebased = process_chart(SCORE, months([*CALM[:12], *(value + 4 for value in CALM)]), [REFORM])
    assert proposed_rebases(rebased, [REFORM]) == ()


def test_an_event_after_which_nothing_shifts_offers_nothing() -> None:
    assert proposed_rebases(process_chart(SCORE, months([*CALM, *CALM])), [REFORM]) == ()
    late = process_chart(SCORE, months([*CALM, *CALM, *(value + 6 for value in CALM)]))
    assert proposed_rebases(late, [REFORM]) == ()  # the shift came more than a year after


@pytest.mark.parametrize("per_year", [12, 4])
def test_a_season_is_taken_out_and_the_chart_says_so(per_year: int) -> None:
    n = 5 * per_year
    values = [a + b for a, b in zip(noise(n), wave(n, 8, per_year), strict=True)]
    chart = process_chart(SCORE, months(values, per_year))
    assert chart.seasonally_adjusted
    plotted = np.array([one.plotted for one in chart.points])
    assert plotted.std() < 1.5
    assert np.array(values) - plotted == pytest.approx(wave(n, 8, per_year), abs=1.5)


def test_the_season_is_that_of_stl() -> None:
    values = np.array([a + b for a, b in zip(noise(60), wave(60, 8), strict=True)])
    fit = STL(values, period=12, seasonal=601, seasonal_deg=0, robust=True).fit()
    found = season(values, 12)
    assert found is not None
    assert repeated(found, 0, 60) == pytest.approx(fit.seasonal, abs=0.3)  # half of what chance leaves in it


def test_a_missing_month_does_not_hide_the_season() -> None:
    values: list[float | None] = [a + b for a, b in zip(noise(48), wave(48, 8), strict=True)]
    values[17] = None
    chart = process_chart(SCORE, months(values))
    assert chart.seasonally_adjusted
    assert len(chart.points) == 47


def jobless(n: int, seed: int = 1) -> list[float]:
    """Persons by month that remember the month before, with a season."""
    steps = np.random.default_rng(seed).normal(0, 0.02, n).cumsum()
    return np.round(3000 * np.exp(steps + 0.08 * np.sin(2 * np.pi * np.arange(n) / 12))).tolist()


PERSONS = item("jobless", "count", frequency="month", polarity="lower")


def test_months_that_remember_the_last_one_have_limits_on_their_change() -> None:
    values = jobless(120)
    values[80] *= 1.3
    chart = process_chart(PERSONS, months(values))
    assert (chart.of, chart.seasonally_adjusted) == ("relative change", True)
    levels = np.log([one.level for one in chart.points])
    changes = np.diff(levels)
    ranges = np.abs(np.diff(changes))
    reach = 2.66 * ranges[ranges < 3.267 * ranges.mean()].mean()
    newest = chart.points[-1]
    assert newest.plotted == pytest.approx(100 * np.expm1(changes[-1]))
    assert newest.upper == pytest.approx(100 * np.expm1(changes.mean() + reach))
    assert newest.lower == pytest.approx(100 * np.expm1(changes.mean() - reach))
    assert (chart.points[80].cause, chart.points[80].direction) == ("outside", "higher")
    assert (chart.points[81].cause, chart.points[81].direction) == ("outside", "lower")
    assert chart.points[0].plotted is None
    assert sum(one.cause is not None for one in chart.points) <= 12
    assert assurance(chart, 3000, "lower") is None


@pytest.mark.parametrize(
    ("one", "values", "of"),
    [
        (PERSONS, jobless(24), "relative change"),
        (PERSONS, jobless(23), "level"),
        (PERSONS, [max(value - 2800, 0.0) for value in jobless(60)], "change"),  # none has no logarithm
        (SCORE, jobless(60), "change"),
        (SCORE, noise(60), "level"),
    ],
)
def test_what_limits_are_about(one: Indicator, values: list[float], of: str) -> None:
    assert process_chart(one, months(values)).of == of


def test_the_correlation_with_the_month_before_decides() -> None:
    periods = [point.period for point in months(noise(200)).points]
    for share, expected in ((0.0, False), (0.3, False), (0.8, True), (0.95, True)):
        values = np.array(noise(200)) - 50
        for n in range(1, 200):
            values[n] += share * values[n - 1]
        assert remembers(periods, values) is expected


def test_seven_changes_need_seven_periods_side_by_side() -> None:
    signs = causes_of_changes([0.1] * 7, 0.0, 1.0)
    assert [cause for cause, _ in signs] == [None] * 6 + ["7 of one sign"]


def test_a_gap_is_not_judged_across() -> None:
    values: list[float | None] = list(jobless(120))
    whole = process_chart(PERSONS, months(values))
    values[60:64] = [None] * 4
    chart = process_chart(PERSONS, months(values))
    after = next(one for one in chart.points if one.period == "2026-05")
    assert (after.plotted, after.cause, after.lower) == (None, None, None)
    assert len(chart.points) == len(whole.points) - 4
    absent = months(values)
    gone = replace(absent, points=tuple(point for point in absent.points if point.value is not None))
    assert process_chart(PERSONS, gone) == chart  # rows that are not there are as missing as empty ones


def test_a_run_ends_at_a_gap() -> None:
    ending: list[float | None] = [11.6, 11.4, 11.7, 11.5, 11.8, 11.4, 11.6]
    marked = process_chart(SCORE, months([*CALM, *CALM, *ending]))
    parted = process_chart(SCORE, months([*CALM, *CALM, *ending[:4], None, *ending[4:]]))
    assert causes(marked)[-7:] == ["7 on one side"] * 7
    assert causes(parted)[-7:] == [None] * 7


def test_moving_ranges_do_not_go_over_a_gap() -> None:
    level = [10.0, 12.0] * 6
    parted = process_chart(SCORE, months([*level, None, *(value + 30 for value in level)]), [date(2022, 2, 1)])
    assert {one.upper and one.lower and round(one.upper - one.lower, 2) for one in parted.points} == {2 * 2.66 * 2}
    newest = process_chart(SCORE, months([*level[:-1], None, *(value + 30 for value in level)])).points[-1]
    assert newest.upper == pytest.approx((newest.centre or 0) + 2.66 * 2)


@pytest.mark.parametrize(("years", "wider"), [(2, (1 + 1 / 2) ** 0.5), (4, (1 + 1 / 4) ** 0.5), (5, 1.0), (8, 1.0)])
def test_a_season_of_few_years_widens_limits(years: int, wider: float) -> None:
    values = [a + b for a, b in zip(noise(12 * years), wave(12 * years, 8), strict=True)]
    chart = process_chart(SCORE, months(values))
    assert chart.seasonally_adjusted
    ranges = np.abs(np.diff([one.level for one in chart.points]))
    reach = 2.66 * ranges[ranges < 3.267 * ranges.mean()].mean() * wider
    assert chart.points[0].upper == pytest.approx((chart.points[0].centre or 0) + reach)


def test_one_shift_that_looks_like_memory_is_offered_limits_of_its_own() -> None:
    values = [*noise(15, 1)[:12], *(value + 6 for value in noise(20, 2))]
    chart = process_chart(SCORE, months(values))
    assert chart.of == "change"
    assert proposed_rebases(chart, [REFORM]) == (REFORM,)
    assert process_chart(SCORE, months(values), [REFORM]).of == "level"
    assert proposed_rebases(process_chart(PERSONS, months(jobless(60, 3))), [REFORM, date(2023, 1, 1)]) == ()


@pytest.mark.parametrize("values", [CALM, jobless(60), [5.0], []])
def test_a_chart_can_be_stored(values: list[float]) -> None:
    chart, kept = process_chart(PERSONS, months(values)), TypeAdapter(ProcessChart)
    assert kept.validate_json(kept.dump_json(chart)) == chart


@pytest.mark.parametrize(("n", "per_year"), [(24, 12), (60, 12), (8, 4), (20, 4)])
@pytest.mark.parametrize("wanders", [False, True])
def test_chance_is_seldom_taken_for_a_season(n: int, per_year: int, wanders: bool) -> None:
    random = np.random.default_rng(2026)
    runs = random.normal(size=(100, n))
    series = runs.cumsum(axis=1) if wanders else runs
    assert sum(season(one, per_year) is not None for one in series) <= 13  # at two years 2 to 9 % of long simulations


def test_less_than_two_years_have_no_season() -> None:
    assert not process_chart(SCORE, months(wave(23, 8))).seasonally_adjusted
    assert process_chart(SCORE, months(wave(24, 8))).seasonally_adjusted


def test_a_quiet_process_seldom_has_a_special_cause_in_its_newest_point() -> None:
    runs = 300
    called = sum(process_chart(SCORE, months(noise(30, seed))).points[-1].cause is not None for seed in range(runs))
    assert called <= 0.06 * runs


def test_no_values_and_one_value() -> None:
    assert process_chart(SCORE, months([None, None])).points == ()
    one = process_chart(SCORE, months([5.0]))
    assert (one.points[0].lower, one.points[0].cause, assurance(one, 3, "higher")) == (None, None, None)
    assert not process_chart(SCORE, months([])).trial


@given(st.floats(-1e9, 1e9), st.integers(2, 40))
def test_a_value_that_never_changes_has_no_special_cause(value: float, n: int) -> None:
    chart = process_chart(SCORE, months([value] * n))
    assert set(causes(chart)) == {None}
    assert not chart.seasonally_adjusted


@given(
    st.lists(st.none() | st.integers(-1000, 1000).map(float), max_size=40), st.lists(st.dates(REFORM, date(2024, 1, 1)))
)
def test_any_values_give_a_chart_and_their_mirror_image_the_mirrored_one(
    values: list[float | None], days: list[date]
) -> None:
    chart = process_chart(SCORE, months(values), days)
    mirrored = process_chart(SCORE, months([None if value is None else -value for value in values]), days)
    assert causes(mirrored) == causes(chart)
    swapped = {"improved": "worsened", "worsened": "improved"}
    assert mirrored.variation("higher") == swapped.get(chart.variation("higher"), chart.variation("higher"))
    assert set(proposed_rebases(chart, days)) <= set(days)
