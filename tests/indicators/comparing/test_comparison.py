"""When a difference between two areas is called one, in which words, and how often by chance alone."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

from keko.data.text import Text
from keko.indicators.catalogue import Indicator, Polarity, Population
from keko.indicators.comparing.chance import made
from keko.indicators.comparing.comparison import Comparison, Verdict, compare, compare_many
from keko.indicators.comparing.differences import Overlap, difference_limits, values_of
from keko.indicators.intervals import poisson
from keko.indicators.series import Point, Series
from tests.data.figures import every_area, item, point

AREAS = every_area()
A, B = "HVA02", "HVA15"  # two counties without a municipality in common


def share(x: float, n: float, period: str = "2023") -> Point:
    return point(100 * x / n, period, numerator=x, denominator=n)


def compared(own: Point, other: Point, one: Indicator | None = None, area: str = A, benchmark: str = B) -> Comparison:
    one = one or item()
    return compare(one, Series(one.id, area, (own,)), Series(one.id, benchmark, (other,)), AREAS)


# Newcombe 1998, Statistics in Medicine 17:873–890, table II, method 10.
def test_two_shares_as_published() -> None:
    found = compared(share(56, 70), share(48, 80))
    assert (round(found.lower or 0, 2), round(found.upper or 0, 2)) == (5.24, 33.39)
    assert (found.verdict, found.confidence) == ("better", 95)
    assert found.difference == pytest.approx(20)


def test_two_means_are_compared_as_by_welch() -> None:
    random = np.random.default_rng(3)
    one, other = random.normal(7.0, 2.0, 40), random.normal(8.0, 0.5, 15)
    first, second = [
        point(value=float(sample.mean()), denominator=float(len(sample)), deviation=float(sample.std(ddof=1)))
        for sample in (one, other)
    ]
    expected = stats.ttest_ind(one, other, equal_var=False)
    sides = values_of([first]), values_of([second])
    for confidence in (0.95, 0.998):
        interval = expected.confidence_interval(confidence)
        lower, upper = difference_limits("mean", np.ones(1), *sides, [Overlap()], confidence)
        assert (lower[0], upper[0]) == pytest.approx((interval.low, interval.high))


# METHODS 2: MOVER (Donner & Zou 2012) on the limits of the two medians.
def test_two_medians_are_compared_by_their_quartiles() -> None:
    own, other = point(60, denominator=100.0, q1=30, q3=120), point(74, denominator=150.0, q1=40, q3=130)
    lower, upper = difference_limits("median", np.ones(1), values_of([own]), values_of([other]), [Overlap()], 0.95)
    assert (lower[0].round(2), upper[0].round(2)) == (-35.44, 11.92)


def test_many_shares_at_once_are_compared_as_statsmodels_compares_each() -> None:
    random = np.random.default_rng(7)
    n, m = random.integers(1, 3000, (2, 60)).astype(float)
    x, y = (random.binomial(size.astype(int), random.random(60)).astype(float) for size in (n, m))
    sides = (values_of([share(*pair) for pair in zip(*side, strict=True)]) for side in ((x, n), (y, m)))
    lower, upper = difference_limits("proportion", np.full(60, 100.0), *sides, [Overlap()] * 60, 0.998)
    for place in range(60):
        pair = x[place], n[place], y[place], m[place]
        expected = confint_proportions_2indep(*pair, method="newcomb", compare="diff", alpha=0.002)
        assert (lower[place], upper[place]) == pytest.approx(tuple(100 * float(limit) for limit in expected))


def test_many_pairs_are_judged_as_each_would_be_alone() -> None:
    kinds = [item(), item("rate", "rate"), item("mean", "mean"), item("count", "count"), item()]
    own = [
        share(560, 1000),
        point(65.0, numerator=65.0, denominator=1000.0),
        point(7.0, denominator=40.0, deviation=2.0),
        point(9.0),
        point(None, status="hidden"),
    ]
    other = [
        share(510, 1000),
        point(25.0, numerator=20.0, denominator=800.0),
        point(8.0, denominator=15.0, deviation=0.5),
        point(3.0),
        share(1, 2),
    ]
    pairs = [
        (one, Series(one.id, area, (mine,)), Series(one.id, benchmark, (theirs,)))
        for one, mine, theirs in zip(kinds, own, other, strict=True)
        for area, benchmark in ((A, B), (A, "MAA"), ("MAA", A), (A, "TA14"), (A, A))
    ]
    assert compare_many(pairs, AREAS) == [compare(*pair, AREAS) for pair in pairs]


def test_two_rates_are_compared_by_their_own_limits() -> None:
    own, other = (point(value=1000 * x / n, numerator=x, denominator=n) for x, n in ((65, 1000), (20, 800)))
    found = compared(own, other, item(kind="rate"))
    # Donner & Zou 2012, Statistical Methods in Medical Research 21:347–359, equation 3.
    (l1, u1), (l2, u2) = ([float(x) / n * 1000 for x in poisson(e)] for e, n in ((65, 1000), (20, 800)))
    assert found.lower == pytest.approx(65 - 25 - np.hypot(65 - l1, u2 - 25))
    assert found.upper == pytest.approx(65 - 25 + np.hypot(u1 - 65, 25 - l2))
    assert (found.verdict, found.confidence) == ("better", 99.8)


def test_overlapping_intervals_are_not_the_test() -> None:
    own, other = share(560, 1000), share(510, 1000)
    own_lower, other_upper = stats.norm.interval(0.95, 560, 15.7)[0], stats.norm.interval(0.95, 510, 15.8)[1]
    assert own_lower < other_upper
    assert compared(own, other).verdict == "better"


@pytest.mark.parametrize(
    ("polarity", "difference", "verdict"),
    [
        ("higher", 10, "better"),
        ("higher", -10, "worse"),
        ("lower", 10, "worse"),
        ("lower", -10, "better"),
        ("none", 10, "higher"),
        ("none", -10, "lower"),
        ("higher", 1, "no difference"),
        ("lower", -1, "no difference"),
        ("none", 1, "no difference"),
    ],
)
@pytest.mark.parametrize("benchmark", [B, "MAA"])
def test_polarity_makes_the_verdict(polarity: Polarity, difference: float, verdict: Verdict, benchmark: str) -> None:
    own = share(500 + 10 * difference, 1000)
    found = compared(own, share(5000, 10_000), item(polarity=polarity), benchmark=benchmark)
    assert found.verdict == verdict
    assert (found.confidence is None) == (verdict == "no difference")


# METHODS 3: 20 000 of 200 000 persons, all in both, and a share of 30 %.
def test_a_part_of_a_whole_is_compared_by_the_people_they_share() -> None:
    found = compared(share(6000, 20_000), share(60_000, 200_000), benchmark="MAA")
    assert ((found.upper or 0) - (found.lower or 0)) / (2 * 1.959964) == pytest.approx(0.3074, abs=5e-5)


@pytest.mark.parametrize(("x", "m"), [((0, 0), 2750), ((50, 2750), 2750)])
@pytest.mark.parametrize("benchmark", [B, "MAA", "MK01"])
def test_none_beside_none_and_all_beside_all_are_no_difference(x: tuple[int, int], m: int, benchmark: str) -> None:
    found = compared(share(x[0], 50), share(x[1], m), benchmark=benchmark)
    assert (found.difference, found.verdict) == (0, "no difference")


@pytest.mark.parametrize(
    ("area", "benchmark"), [("KU186", "TA14"), ("TA10", "HVA20"), ("HVA02", "MK01"), ("TA11", "HVA04")]
)
def test_areas_with_a_municipality_in_common_overlap(area: str, benchmark: str) -> None:
    overlapping = compared(share(56, 70), share(48, 80), area=area, benchmark=benchmark)
    apart = compared(share(56, 70), share(48, 80))
    assert (overlapping.lower or 0) > (apart.lower or 0)


@pytest.mark.parametrize(
    ("area", "benchmark", "reason"),
    [
        ("HVA02", "TA14", "same municipalities"),
        ("HVA90", "KU091", "same municipalities"),
        ("HVA02", "HVA02", "same area"),
    ],
)
def test_the_same_people_are_not_compared(area: str, benchmark: str, reason: str) -> None:
    found = compared(share(56, 70), share(48, 80), area=area, benchmark=benchmark)
    assert (found.verdict, found.reason, found.lower) == ("not compared", reason, None)
    assert (found.area_value, found.benchmark_value) == (80, 60)


@pytest.mark.parametrize("kind", ["count", "median", "change", "ratio", "index", "score", "other"])
def test_a_single_figure_without_an_interval_is_shown_but_not_compared(kind: str) -> None:
    found = compared(point(value=12.0), point(value=1.0), item(kind=kind))
    assert (found.verdict, found.reason, found.basis) == ("not compared", "too few years", None)
    assert (found.difference, found.confidence, found.persons) == (11, None, None)


@pytest.mark.parametrize("other", [share(5, 0.5), point(value=60.0), point(value=60.0, denominator=80.0)])
def test_a_single_share_whose_cases_are_not_told_is_not_compared(other: Point) -> None:
    found = compared(share(56, 70), other)
    assert (found.verdict, found.reason) == ("not compared", "too few years")


def test_the_sources_own_limits_compare_at_95_per_cent_only() -> None:
    own, other = [point(value=value, lower=value - 1, upper=value + 1, denominator=500.0) for value in (80.0, 60.0)]
    found = compared(own, other)
    assert (found.verdict, found.confidence) == ("better", 95)
    assert (found.lower, found.upper) == pytest.approx((20 - 2**0.5, 20 + 2**0.5))


def test_means_without_spread_have_no_interval() -> None:
    found = compared(
        point(value=7.0, denominator=1.0, deviation=0.0),
        point(value=8.0, denominator=50.0, deviation=1.0),
        item(kind="mean"),
    )
    assert found.reason == "too few years"


@pytest.mark.parametrize(("difference", "confidence"), [(20, None), (60, 95), (120, 99.8)])
def test_how_sure_it_is(difference: int, confidence: float | None) -> None:
    assert compared(share(500 + difference, 1000), share(500, 1000)).confidence == confidence


def test_the_latest_period_both_have() -> None:
    own = (share(1, 10, "2021"), share(5, 10, "2022"), share(9, 10, "2023"), point(None, "2024", status="hidden"))
    other = (
        share(2, 10, "2021"),
        share(5, 10, "2022"),
        point(None, "2023", status="missing at source"),
        share(5, 10, "2024"),
    )
    found = compare(item(), Series("share", A, own), Series("share", B, other), AREAS)
    assert (found.period, found.area_value, found.benchmark_value) == ("2022", 50, 50)


def test_no_period_in_common() -> None:
    found = compared(share(1, 10, "2022"), share(1, 10, "2023"))
    assert (found.verdict, found.reason) == ("not compared", "no common period")
    assert (found.period, found.area_value, found.benchmark_value) == ("2022", 10, None)


@pytest.mark.parametrize(
    ("points", "why"),
    [
        ((), "no data"),
        ((point(status="hidden", reason="small cell"),), "hidden"),
        ((point(status="missing at source"),), "missing at source"),
    ],
)
def test_an_area_without_a_value(points: tuple[Point, ...], why: str) -> None:
    empty, other = Series("share", A, points), Series("share", B, (share(1, 10),))
    found = compare(item(), empty, other, AREAS)
    assert (found.verdict, found.reason, found.period) == ("not compared", why, None)
    assert compare(item(), other, empty, AREAS).reason == f"benchmark {why}"


def test_a_difference_in_a_share_in_persons() -> None:
    found = compared(share(700, 1000), share(60, 100))
    assert found.persons == pytest.approx(100)  # ten per cent of a thousand
    assert compared(share(600, 1000), share(70, 100)).persons == pytest.approx(100)


@pytest.mark.parametrize(
    "one",
    [
        item(sample=True),
        item(population=Population(ages=None, who=Text.same("companies"))),
        item(kind="rate"),
    ],
    ids=["a sample", "not persons", "a rate"],
)
def test_what_does_not_count_the_areas_persons_is_not_given_in_persons(one: Indicator) -> None:
    assert compared(share(700, 1000), share(60, 100), one).persons is None


def test_demo_figures_are_told() -> None:
    pair = [Series("share", code, (share(1, 2),), is_demo=True) for code in (A, B)]
    assert compare(item(), pair[0], pair[1], AREAS).is_demo


def test_how_many_were_made() -> None:
    three = [
        compared(share(56, 70), share(48, 80)),
        compared(share(1, 10), share(1, 10)),
        compared(point(value=1.0), point(value=2.0)),
    ]
    assert made(three) == 2


@pytest.mark.parametrize(("p", "n", "m"), [(0.3, 400, 700), (0.7, 3000, 3000), (0.05, 800, 2000)])
def test_shares_that_do_not_differ_are_seldom_called_different(p: float, n: int, m: int) -> None:
    random = np.random.default_rng(2026)
    runs = 600
    pairs = zip(random.binomial(n, p, runs), random.binomial(m, p, runs), strict=True)
    wrong = sum(compared(share(float(x), n), share(float(y), m)).verdict != "no difference" for x, y in pairs)
    assert wrong <= 0.06 * runs


def test_rates_that_do_not_differ_are_seldom_called_different() -> None:
    random = np.random.default_rng(2026)
    runs, one = 600, item(kind="rate")

    def rate(x: float, n: float) -> Point:
        return point(value=1000 * x / n, numerator=x, denominator=n)

    pairs = zip(random.poisson(40, runs), random.poisson(120, runs), strict=True)
    wrong = sum(compared(rate(float(x), 1000), rate(float(y), 3000), one).verdict != "no difference" for x, y in pairs)
    assert wrong <= 0.06 * runs


def test_means_that_do_not_differ_are_seldom_called_different() -> None:
    random = np.random.default_rng(2026)
    runs, one = 600, item(kind="mean")

    def mean(n: int, spread: float) -> Point:
        sample = random.normal(5, spread, n)
        return point(value=float(sample.mean()), denominator=float(n), deviation=float(sample.std(ddof=1)))

    wrong = sum(compared(mean(12, 3), mean(60, 1), one).verdict != "no difference" for _ in range(runs))
    assert wrong <= 0.06 * runs


def test_an_area_like_its_country_is_seldom_called_different() -> None:
    random = np.random.default_rng(2026)
    runs = 600
    wrong = sum(
        compared(share(float(x), 500), share(30_000, 100_000), benchmark="MAA").verdict != "no difference"
        for x in random.binomial(500, 0.3, runs)
    )
    assert wrong <= 0.06 * runs


def test_a_part_and_its_whole_say_the_same_from_both_sides() -> None:
    county, country = share(60, 400), share(50_000, 400_000)
    one, other = compared(county, country, benchmark="MAA"), compared(country, county, area="MAA", benchmark=A)
    assert one.lower == pytest.approx(-(other.upper or 0))
    assert one.upper == pytest.approx(-(other.lower or 0))
    assert {one.verdict, other.verdict} == {"no difference"}
