"""When a yearly series is called rising or falling, and how often a flat one is."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from scipy import special, stats

from keko.data.arrays import Floats
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import limits
from keko.indicators.over_time import trend as module
from keko.indicators.over_time.trend import Trend, breaks_of, trend
from keko.indicators.scale import scaled, standard_error
from keko.indicators.series import Point, Series
from tests.data.figures import every_area, item, point

SHARE, MEAN = item(), item("mean", "mean")
COUNTS = st.lists(st.integers(0, 400), min_size=5, max_size=8)


def series(points: list[Point]) -> Series:
    return Series("share", "HVA02", tuple(points))


def shares(events: list[int], n: int = 400, first: int = 2019) -> Series:
    lower, upper = limits("proportion", 100, np.nan, events, [n] * len(events), np.nan)
    return series(
        [
            point(100 * x / n, str(first + i), lower=lower[i], upper=upper[i], numerator=x, denominator=n)
            for i, x in enumerate(events)
        ]
    )


def means(values: list[float], half: float = 1.0, years: list[int] | None = None) -> Series:
    years = years or list(range(2019, 2019 + len(values)))
    return series([point(y, str(year), lower=y - half, upper=y + half) for y, year in zip(values, years, strict=True)])


def test_the_constants_are_the_quantiles_they_are_named_after() -> None:
    assert pytest.approx(stats.chi2.ppf(0.998, 1), abs=1e-5) == module.CHI_SQUARE_99_8
    assert round(module.CHI_SQUARE_99_8, 4) == 9.5495  # METHODS 4
    assert pytest.approx(stats.t.ppf(0.975, 3), abs=1e-5) == module.T_95


@pytest.mark.parametrize("events", [[40, 55, 61, 80, 95], [200, 190, 201, 160, 150], [0, 1, 3, 9, 20]])
def test_the_line_is_that_of_weighted_least_squares(events: list[int]) -> None:
    own = shares(events)
    y = [scaled(SHARE, one) for one in own.points]
    weights = [(standard_error(SHARE, one) or 0) ** -2 for one in own.points]
    fit = sm.WLS(y, sm.add_constant([1, 2, 3, 4, 5]), weights=weights).fit()
    end = special.expit(fit.predict()[-1])
    found = trend(SHARE, own)
    assert found.slope == pytest.approx(100 * fit.params[1] * end * (1 - end))
    expected = (
        fit.pvalues[1] < 0.05
        and stats.chi2.sf(fit.params[1] ** 2 / (fit.cov_params() / fit.scale)[1, 1], 1) < 0.002
        and all(_slope_without(y, weights, i) * fit.params[1] > 0 for i in range(5))
    )
    assert (found.verdict != "no clear change") == expected


def _slope_without(y: list[float], weights: list[float], left: int) -> float:
    kept = [i for i in range(5) if i != left]
    fit = sm.WLS(np.take(y, kept), sm.add_constant(np.take([1, 2, 3, 4, 5], kept)), weights=np.take(weights, kept))
    return float(fit.fit().params[1])


def test_a_shares_error_is_that_of_its_log_odds() -> None:
    (one,) = shares([100]).points
    assert standard_error(SHARE, one) == pytest.approx((1 / 100 + 1 / 300) ** 0.5, rel=0.01)  # Woolf 1955


@pytest.mark.parametrize(("polarity", "judged"), [("higher", "improved"), ("lower", "worsened"), ("none", "risen")])
def test_polarity_turns_rising_into_better_or_worse(polarity: str, judged: str) -> None:
    one = item(polarity=polarity)
    assert (trend(one, shares([40, 60, 80, 100, 120])).judged) == judged
    falling = trend(one, shares([120, 100, 80, 60, 40]))
    assert falling.judged == {"improved": "worsened", "worsened": "improved", "risen": "fallen"}[judged]


def test_the_last_five_points_count() -> None:
    found = trend(MEAN, means([90, 80, 70, 10, 12, 14, 16, 18]))
    assert found == Trend("risen", "improved", pytest.approx(2), "2022", "2026", 5, basis="with intervals")


def test_a_year_that_is_missing_does_not_count_as_a_point_but_the_slope_is_per_year() -> None:
    found = trend(MEAN, means([10, 12, 14, 16, 18], years=[2015, 2016, 2018, 2019, 2023]))
    assert (found.verdict, found.slope) == ("risen", pytest.approx(1))


def test_one_point_does_not_make_a_trend() -> None:
    jump = trend(MEAN, means([10, 10, 10, 10, 20], half=0.5))
    turned = trend(MEAN, means([20, 10, 11, 12, 25], half=0.1))
    assert {jump.verdict, turned.verdict} == {"no clear change"}


@pytest.mark.parametrize(
    ("one", "own", "reason", "points"),
    [
        (SHARE, shares([1, 2, 3, 4]), "short series", 4),
        (SHARE, series([]), "short series", 0),
        (item(frequency="month"), shares([1, 2, 3, 4, 5]), "not yearly", 0),
    ],
)
def test_too_few_points_say_why(one: Indicator, own: Series, reason: str, points: int) -> None:
    found = trend(one, own)
    assert (found.verdict, found.reason, found.points) == ("too few points", reason, points)


LEVEL = item("score", "score")


def scores(values: list[float]) -> Series:
    return series([point(value, str(2019 + i)) for i, value in enumerate(values)])


@pytest.mark.parametrize(
    "values", [[10.0, 11.2, 12.1, 12.8, 14.3], [10.0, 11.2, 10.9, 12.8, 12.3], [14.1, 12.9, 12.4, 11.0, 10.2]]
)
def test_without_intervals_the_line_is_that_of_least_squares(values: list[float]) -> None:
    found = trend(LEVEL, scores(values))
    fit = stats.linregress([1, 2, 3, 4, 5], values)
    assert (found.slope, found.basis, found.points) == (pytest.approx(fit.slope), "yearly values", 5)
    assert (found.verdict != "no clear change") == (fit.pvalue < 0.05)


def test_without_intervals_one_point_does_not_make_a_trend_either() -> None:
    assert trend(LEVEL, scores([10, 10, 10, 10, 20])).verdict == "no clear change"
    # The t-test passes, but without the last point the slope is nought.
    values = [0.0, 0.0, 0.1, 0.0, 0.5]
    assert trend(LEVEL, scores(values)).verdict == "no clear change"


def test_one_point_without_an_interval_makes_all_five_count_alike() -> None:
    own = means([10, 12, 14, 16, 18])
    bare = replace(own, points=(own.points[0]._replace(lower=None, upper=None), *own.points[1:]))
    assert (trend(MEAN, own).basis, trend(MEAN, bare).basis) == ("with intervals", "yearly values")
    assert trend(MEAN, bare).verdict == "risen"


def test_flat_series_without_intervals_are_seldom_called_trends() -> None:
    runs = 2000
    draws = np.random.default_rng(2026).normal(50, 1, (runs, 5))
    called = sum(trend(LEVEL, scores(row.tolist())).verdict != "no clear change" for row in draws)
    assert 0.03 * runs <= called <= 0.06 * runs  # the t-test's 5 %, less what one point alone makes


def test_a_merger_breaks_the_series_of_the_successor_alone() -> None:
    areas = every_area()
    assert breaks_of("KU541", areas) == (date(2020, 1, 1),)
    assert breaks_of("KU186", areas) == ()
    own = means([10, 12, 14, 16, 18, 20], years=list(range(2017, 2023)))
    assert trend(MEAN, own, breaks_of("KU541", areas)).reason == "break in series"
    assert trend(MEAN, own, [date(2018, 1, 1)]).first == "2018"
    assert trend(MEAN, own, [date(2030, 1, 1)]).verdict == "risen"  # the merger is still to come


@given(COUNTS)
def test_any_counts_give_a_verdict_and_the_mirrored_counts_the_mirrored_one(events: list[int]) -> None:
    found, mirrored = trend(SHARE, shares(events)), trend(SHARE, shares([400 - x for x in events]))
    swapped = {"risen": "fallen", "fallen": "risen"}
    assert mirrored.verdict == swapped.get(found.verdict, found.verdict)
    assert mirrored.slope == pytest.approx(-(found.slope or 0), abs=1e-9)


@given(st.lists(st.floats(-50, 50), min_size=5, max_size=5), st.floats(-100, 100), st.floats(0.01, 100))
def test_verdicts_do_not_depend_on_the_unit(values: list[float], shift: float, factor: float) -> None:
    values = [round(one, 3) for one in values]
    found = trend(MEAN, means(values))
    moved = trend(MEAN, means([shift + factor * one for one in values], half=factor))
    assert moved.slope == pytest.approx(factor * (found.slope or 0), abs=1e-6 * factor)
    if len(set(values)) == 5:
        assert moved.verdict == found.verdict


@given(st.floats(-1e6, 1e6), st.just(0.0) | st.floats(1e-3, 100))
def test_what_does_not_change_is_not_called_a_trend(value: float, half: float) -> None:
    assert trend(MEAN, means([value] * 5, half=half)).verdict in {"no clear change", "too few points"}


def _flat(runs: int, n: float, share: float, sway: float) -> Floats:
    """Cases in five years: the share's log odds sway from year to year, and chance comes on top."""
    random = np.random.default_rng(2026)
    odds = special.logit(share) + random.normal(0, sway, (runs, 5))
    return random.binomial(int(n), special.expit(odds)).astype(float)


# Year-to-year variation of 1 to 5 % of the odds is what employment and unemployment shares show beside their trend.
@pytest.mark.parametrize("n", [150, 2_000, 30_000, 3_400_000])
@pytest.mark.parametrize(("share", "sway"), [(0.7, 0.0), (0.7, 0.03), (0.1, 0.05)])
def test_flat_series_are_seldom_called_trends(n: int, share: float, sway: float) -> None:
    runs = 1000
    cases = _flat(runs, n, share, sway)
    lower, upper = limits("proportion", 100, np.nan, cases, np.full(cases.shape, float(n)), np.nan)
    years = [str(year) for year in range(2019, 2024)]
    called = 0
    for row in range(runs):
        points = [
            point(100 * x / n, year, lower=low, upper=high, denominator=float(n))
            for year, x, low, high in zip(years, cases[row], lower[row], upper[row], strict=True)
        ]
        called += trend(SHARE, series(points)).verdict != "no clear change"
    assert called <= 0.06 * runs


def test_the_residual_test_is_what_keeps_the_countrys_ordinary_years_from_being_trends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "T_95", 0.0)
    n, runs = 3_400_000, 300
    cases = _flat(runs, n, 0.7, 0.03)
    called = sum(trend(SHARE, shares([int(x) for x in row], n)).verdict != "no clear change" for row in cases)
    assert called > 0.3 * runs  # METHODS 4 tells of 45 %


def test_a_trend_can_be_stored() -> None:
    kept = TypeAdapter(Trend)
    for found in (trend(SHARE, shares([40, 60, 80, 100, 120])), trend(SHARE, shares([1, 2, 3]))):
        assert kept.validate_json(kept.dump_json(found)) == found


def test_status_makes_no_difference_as_long_as_there_is_a_value() -> None:
    own = shares([40, 60, 80, 100, 120])
    preliminary = replace(own, points=(*own.points[:-1], own.points[-1]._replace(status="preliminary")))
    hidden = replace(own, points=(*own.points[:-1], point(period="2023", status="hidden")))
    assert trend(SHARE, preliminary).verdict == "risen"
    assert trend(SHARE, hidden).reason == "short series"
