"""How likely differences are by chance, and which stand when many comparisons are made."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import optimize
from statsmodels.stats.multitest import multipletests

from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.chance import allowing_for_many, by_yearly_variation, expected_by_chance, p_value
from keko.indicators.comparing.comparison import Comparison, compare
from keko.indicators.comparing.differences import Overlap, difference_limits, values_of
from keko.indicators.series import Point, Series
from tests.data.figures import every_area, item, point

SHARE, RATE, MEAN = item(), item("rate", "rate"), item("mean", "mean")
BARE = Comparison("share", "HVA02", "HVA15", "not compared", reason="too few years")


def share(x: float, n: float = 1000) -> Point:
    return point(100 * x / n, numerator=x, denominator=n)


def rate(x: float, n: float = 1000) -> Point:
    return point(1000 * x / n, numerator=x, denominator=n)


def mean(value: float, n: float = 60) -> Point:
    return point(value, denominator=n, deviation=2.0)


def compared(one: Indicator, own: Point, other: Point) -> Comparison:
    return compare(one, Series(one.id, "HVA02", (own,)), Series(one.id, "HVA15", (other,)), every_area())


@pytest.mark.parametrize(
    ("one", "own", "other"),
    [
        (SHARE, share(530), share(500)),
        (SHARE, share(45), share(60)),
        (SHARE, share(18, 40), share(300)),
        (RATE, rate(60), rate(45)),
        (RATE, rate(12), rate(25)),
        (MEAN, mean(7.5), mean(7)),
        (MEAN, mean(7.2), mean(8)),
    ],
)
def test_it_is_close_to_the_level_at_which_the_interval_reaches_nought(
    one: Indicator, own: Point, other: Point
) -> None:
    def nearest(confidence: float) -> float:
        sides = values_of([own]), values_of([other])
        limits = difference_limits(one.kind, np.array([one.multiplier]), *sides, [Overlap()], confidence)
        return float(limits[0 if (own.value or 0) > (other.value or 0) else 1][0])

    exact = 1 - optimize.brentq(nearest, 0.001, 0.99999)
    assert p_value(compared(one, own, other)) == pytest.approx(exact, rel=0.15)


@pytest.mark.parametrize("x", range(400, 601, 10))
def test_it_says_the_same_as_the_verdict(x: int) -> None:
    found = compared(SHARE, share(x), share(500))
    p = p_value(found)
    assert p is not None
    assert (p < 0.05) == (found.verdict != "no difference")
    assert (p <= 0.002) == (found.confidence == 99.8)


def test_what_was_not_compared_has_none_and_no_difference_is_all_chance() -> None:
    assert p_value(BARE) is None
    assert p_value(compared(SHARE, share(500), share(500))) == 1


def test_it_is_the_step_up_of_benjamini_and_hochberg() -> None:
    made = [compared(SHARE, share(x), share(500)) for x in range(400, 601, 7)]
    chances = [p_value(one) for one in made]
    kept = multipletests(chances, alpha=0.05, method="fdr_bh")[0]
    found = allowing_for_many([BARE, *made])
    assert found[0] == BARE
    for before, after, stands in zip(made, found[1:], kept, strict=True):
        assert after == (before if stands else replace(before, verdict="no difference", confidence=None, persons=None))
    assert {one.verdict for one in found} > {"no difference"}


def test_nothing_compared_and_nothing_at_all() -> None:
    assert allowing_for_many([]) == []
    assert allowing_for_many([BARE]) == [BARE]


def test_chance_alone_is_seldom_left_among_many() -> None:
    random = np.random.default_rng(2026)
    runs = 60
    wrong = 0
    for _ in range(runs):
        made = [compared(SHARE, share(float(x)), share(float(y))) for x, y in random.binomial(1000, 0.3, (20, 2))]
        wrong += any(one.verdict not in {"no difference", "not compared"} for one in allowing_for_many(made))
    assert wrong <= 0.12 * runs  # without it six pages of ten


def test_how_many_comparisons_would_differ_by_chance_alone() -> None:
    compared_ = replace(BARE, verdict="no difference", basis="sampling", lower=-1.0, upper=1.0)
    assert expected_by_chance([BARE, *[compared_] * 40]) == pytest.approx(2)
    assert expected_by_chance([]) == 0


def test_what_rests_on_yearly_variation_has_no_chance_and_is_not_corrected() -> None:
    by_years = replace(
        BARE, verdict="better", basis="yearly variation", area_value=3.0, benchmark_value=1.0, lower=1.0, upper=3.0
    )
    assert p_value(by_years) is None
    assert by_yearly_variation([BARE, by_years]) == 1
    assert expected_by_chance([by_years]) == 0
    many = [compared(SHARE, share(x), share(500)) for x in range(470, 531, 3)]
    assert allowing_for_many([by_years, *many])[0] == by_years
