"""How often areas without a true difference are called different: computed from every outcome, not simulated.

Two areas: at most 6 % at 95 % and 0.4 % at 99.8 % for every share and rate from ten expected events up. One area against
the value of a whole it is part of is one binomial count against a fixed share: cases come in whole numbers, so the rate
goes up and down with the share and is 6 % only as a mean over shares; at the worst point it is 7.1 % (27 persons, share
37.1 %).
"""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy import stats

from keko.data.arrays import Flags, Floats
from keko.indicators.catalogue import Indicator
from keko.indicators.differences import Shared, difference_limits, values_of
from keko.indicators.intervals import poisson, wilson
from keko.indicators.series import Point
from tests.data.figures import item, point

MOST = {0.95: 0.06, 0.998: 0.004}
CONFIDENCES = pytest.mark.parametrize("confidence", MOST)
SHARE, RATE, MEAN, MEDIAN = item(), item("rate", "rate"), item("mean", "mean"), item("median", "median")
UNLIKELY = 3e-6


def counted(one: Indicator, x: float, n: float) -> Point:
    return point(one.multiplier * x / n, numerator=x, denominator=n)


def called(one: Indicator, own: Sequence[Point], other: Sequence[Point], shared: Shared, confidence: float) -> Flags:
    """Of each pair of points, whether it is called different."""
    sides, every = (values_of(own), values_of(other)), len(own)
    lower, upper = difference_limits(one.kind, np.full(every, one.multiplier), *sides, [shared] * every, confidence)
    return (lower > 0) | (upper < 0)


def wrong(one: Indicator, sizes: tuple[int, int], share: float, confidence: float) -> float:
    """The probability that two areas with the same share or rate are called different.

    Outcomes that hardly ever occur are left out of the count and added as if all of them were called different.
    """
    kind = stats.poisson if one is RATE else stats.binom
    ways = [kind(size * share) if one is RATE else kind(size, share) for size in sizes]
    spans = [np.arange(int(way.ppf(1e-5)), int(way.isf(1e-5)) + 1) for way in ways]
    chances = np.outer(*(way.pmf(span) for way, span in zip(ways, spans, strict=True)))
    likely = np.argwhere(chances > UNLIKELY)
    pairs = [[counted(one, float(spans[side][ij[side]]), sizes[side]) for ij in likely] for side in (0, 1)]
    seen = chances[chances > UNLIKELY]
    return float(seen @ called(one, *pairs, "nothing", confidence) + 1 - seen.sum())


@CONFIDENCES
@pytest.mark.parametrize(
    ("sizes", "share"),
    [((24, 24), 0.5), ((33, 66), 0.3), ((100, 50), 0.2), ((200, 400), 0.05), ((1000, 3000), 0.01), ((34, 34), 0.7)],
)
def test_two_shares_alike_are_seldom_called_different(sizes: tuple[int, int], share: float, confidence: float) -> None:
    assert wrong(SHARE, sizes, share, confidence) <= MOST[confidence]


@CONFIDENCES
@pytest.mark.parametrize(
    ("sizes", "share"), [((1000, 1000), 0.01), ((1000, 5000), 0.01), ((2000, 1000), 0.02), ((1500, 3000), 0.02)]
)
def test_two_rates_alike_are_seldom_called_different(sizes: tuple[int, int], share: float, confidence: float) -> None:
    assert wrong(RATE, sizes, share, confidence) <= MOST[confidence]


@CONFIDENCES
@pytest.mark.parametrize(
    ("sizes", "spreads"), [((10, 10), (1, 1)), ((12, 60), (3, 1)), ((60, 12), (3, 1)), ((200, 1000), (2, 2))]
)
def test_two_means_alike_are_seldom_called_different(
    sizes: tuple[int, int], spreads: tuple[int, int], confidence: float
) -> None:
    random = np.random.default_rng(2026)
    runs = 4000
    # Of normal samples mean and variance are independent, with these distributions.
    draws = [
        (random.normal(5, s / np.sqrt(n), runs), s * np.sqrt(random.chisquare(n - 1, runs) / (n - 1)))
        for n, s in zip(sizes, spreads, strict=True)
    ]
    own, other = (
        [point(float(a), denominator=float(n), deviation=float(b)) for a, b in zip(*drawn, strict=True)]
        for drawn, n in zip(draws, sizes, strict=True)
    )
    differ = called(MEAN, own, other, "nothing", confidence).sum()
    assert differ <= MOST[confidence] * runs


@CONFIDENCES
@pytest.mark.parametrize("sizes", [(30, 30), (40, 400), (200, 300)])
@pytest.mark.parametrize("whole_days", [False, True])
def test_two_medians_alike_are_seldom_called_different(
    sizes: tuple[int, int], whole_days: bool, confidence: float
) -> None:
    random = np.random.default_rng(2026)
    runs = 2000
    sides = []
    for n in sizes:
        waits = random.lognormal(3, 0.8, (runs, n))
        quartiles = np.quantile(np.floor(waits) if whole_days else waits, [0.25, 0.5, 0.75], axis=1).T.tolist()
        sides.append([point(middle, denominator=float(n), q1=q1, q3=q3) for q1, middle, q3 in quartiles])
    differ = called(MEDIAN, sides[0], sides[1], "nothing", confidence).sum()
    assert differ <= {0.95: 0.05, 0.998: 0.004}[confidence] * runs


def against_a_value(one: Indicator, size: int, shares: Floats, confidence: float) -> Floats:
    """The probability, for each of `shares`, that an area is called different from that share or rate."""
    x = np.arange(size + 1.0)
    lower, upper = (limit / size for limit in poisson(x, confidence)) if one is RATE else wilson(x, size, confidence)
    out = (lower[:, None] > shares) | (upper[:, None] < shares)
    ways = stats.poisson(size * shares) if one is RATE else stats.binom(size, shares)
    return np.asarray((ways.pmf(x[:, None]) * out).sum(axis=0))


def test_an_area_against_a_value_is_judged_by_its_own_interval() -> None:
    for one, x, n in ((SHARE, 15.0, 148.0), (RATE, 9.0, 1000.0), (RATE, 65.0, 1000.0)):
        for value in (5.0, 9.0, 20.0, 60.0, 90.0):
            shares = np.array([value / one.multiplier])
            limits = wilson(x, n) if one is SHARE else tuple(limit / n for limit in poisson(x))
            expected = bool(limits[0] > shares[0] or limits[1] < shares[0])
            assert called(one, [counted(one, x, n)], [point(value)], "some", 0.95)[0] == expected


@CONFIDENCES
@pytest.mark.parametrize("size", [24, 27, 41, 60, 100, 500, 1000])
def test_a_share_like_its_countrys_is_seldom_called_different(size: int, confidence: float) -> None:
    shares = np.linspace(10 / size, 1 - 10 / size, 301)
    found = against_a_value(SHARE, size, shares, confidence)
    assert found.mean() <= MOST[confidence]
    assert found.max() <= {0.95: 0.0725, 0.998: 0.004}[confidence]  # where whole numbers fall worst


@CONFIDENCES
def test_a_rate_like_its_countrys_is_seldom_called_different(confidence: float) -> None:
    shares = np.linspace(0.01, 0.2, 300)
    assert against_a_value(RATE, 1000, shares, confidence).max() <= MOST[confidence]
