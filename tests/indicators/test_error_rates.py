"""How often areas without a true difference are called different: computed from every outcome, not simulated.

Two areas: at most 6 % at 95 % and 0.4 % at 99.8 % for every share and rate from ten expected events up. Areas that overlap,
however much, are simulated: at most 6 %, from fifty persons up.
"""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy import stats

from keko.data.arrays import Flags
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.differences import Overlap, difference_limits, values_of
from keko.indicators.series import Point
from tests.data.figures import item, point

MOST = {0.95: 0.06, 0.998: 0.004}
CONFIDENCES = pytest.mark.parametrize("confidence", MOST)
SHARE, RATE, MEAN, MEDIAN = item(), item("rate", "rate"), item("mean", "mean"), item("median", "median")
UNLIKELY = 3e-6


def counted(one: Indicator, x: float, n: float) -> Point:
    return point(one.multiplier * x / n, numerator=x, denominator=n)


def called(one: Indicator, own: Sequence[Point], other: Sequence[Point], shared: Overlap, confidence: float) -> Flags:
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
    return float(seen @ called(one, *pairs, Overlap(), confidence) + 1 - seen.sum())


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
    differ = called(MEAN, own, other, Overlap(), confidence).sum()
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
    differ = called(MEDIAN, sides[0], sides[1], Overlap(), confidence).sum()
    assert differ <= {0.95: 0.05, 0.998: 0.004}[confidence] * runs


# Persons of the area alone, of both, and of the benchmark alone.
OVERLAPS = {
    "a part of a much larger whole": (0, 500, 100_000),
    "a dominant municipality of its county": (0, 70_000, 30_000),
    "half of each": (20_000, 20_000, 20_000),
    "a small part in common": (40_000, 4_000, 60_000),
    "a whole beside its part": (5_000, 400, 0),
}


@CONFIDENCES
@pytest.mark.parametrize("one", [SHARE, RATE], ids=["shares", "rates"])
@pytest.mark.parametrize("persons", OVERLAPS.values(), ids=OVERLAPS)
@pytest.mark.parametrize("share", [0.05, 0.3])
def test_areas_that_overlap_are_called_different_as_seldom(
    one: Indicator, persons: tuple[int, int, int], share: float, confidence: float
) -> None:
    random = np.random.default_rng(2026)
    runs = 6000
    own, both, other = (
        random.poisson(size * share, runs) if one is RATE else random.binomial(size, share, runs) for size in persons
    )
    n, m = persons[0] + persons[1], persons[1] + persons[2]
    sides = [[counted(one, float(x), size) for x in cases] for cases, size in ((own + both, n), (both + other, m))]
    wrong = called(one, sides[0], sides[1], Overlap(persons[1] / n, persons[1] / m), confidence).sum()
    assert wrong <= MOST[confidence] * runs
    assert wrong >= {0.95: 0.035, 0.998: 0.0}[confidence] * runs  # nor is the test asleep
