"""Many comparisons at once: how likely each is by chance alone, and which stand when that is allowed for (METHODS 3)."""

from collections.abc import Sequence
from dataclasses import replace
from math import erfc, sqrt

from keko.indicators.comparing.comparison import Comparison
from keko.indicators.scale import Z95

STRICT = 0.002
BY_CHANCE = 0.05  # of comparisons at 95 %


def p_value(comparison: Comparison) -> float | None:
    """How likely a difference this large is by chance alone; None where nothing was compared, or by yearly variation.

    From the interval shown: the normal quantile of its half towards nought, so that p is below 0.05 where the interval
    leaves nought out, and below 0.002 where the one at 99.8 % does.
    """
    difference, lower, upper = comparison.difference, comparison.lower, comparison.upper
    if comparison.basis in {None, "yearly variation"} or difference is None or lower is None or upper is None:
        return None
    half = difference - lower if difference > 0 else upper - difference
    if half <= 0:
        return 0.0 if difference else 1.0
    p = erfc(Z95 * abs(difference) / half / sqrt(2))
    if comparison.confidence == 99.8:
        return min(p, STRICT)
    return max(p, STRICT) if comparison.confidence == 95 else p


def allowing_for_many(comparisons: Sequence[Comparison], rate: float = 0.05) -> list[Comparison]:
    """The comparisons with "no difference" where a difference does not stand beside the others; those without a p-value
    stay as they are.

    Benjamini & Hochberg 1995: of the differences left, a share of `rate` at most is expected to be chance alone.
    """
    from scipy import stats  # slow to load: only where it is used

    chances = {number: p for number, comparison in enumerate(comparisons) if (p := p_value(comparison)) is not None}
    adjusted = stats.false_discovery_control(list(chances.values())) if chances else ()
    falls = {number for number, p in zip(chances, adjusted, strict=True) if p > rate}
    return [
        replace(comparison, verdict="no difference", confidence=None, persons=None) if number in falls else comparison
        for number, comparison in enumerate(comparisons)
    ]


def made(comparisons: Sequence[Comparison]) -> int:
    """How many of them were compared at all."""
    return sum(comparison.verdict != "not compared" for comparison in comparisons)


def by_yearly_variation(comparisons: Sequence[Comparison]) -> int:
    """How many of them rest on yearly variation, so that nobody knows how many of those differ by chance."""
    return sum(comparison.basis == "yearly variation" for comparison in comparisons)


def expected_by_chance(comparisons: Sequence[Comparison]) -> float:
    """How many of them would show a difference by chance alone, of those for which that is known."""
    return BY_CHANCE * (made(comparisons) - by_yearly_variation(comparisons))
