"""Is the difference between two areas real? One function answers, for pages and command line alike (METHODS 3)."""

from dataclasses import dataclass, replace
from math import isnan, sqrt
from typing import Literal

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import limits
from keko.indicators.series import Point, Series

Verdict = Literal["better", "worse", "higher", "lower", "no difference", "not compared"]
Reason = Literal["same area", "same municipalities", "no common period", "no interval", "no data"]
Shared = Literal["nothing", "some", "benchmark within"]  # of the municipalities of two areas
CONFIDENCES = (0.998, 0.95)
BY_CHANCE = 0.05


@dataclass(frozen=True)
class Comparison:
    """An area beside its benchmark at the latest period both have.

    `lower`, `upper`: 95 % limits of the difference, in the indicator's unit. `confidence`: the strictest level at which
    the difference is shown, 99.8 or 95 (per cent), None where none is.
    """

    indicator: str
    area: str
    benchmark: str
    verdict: Verdict
    period: str | None = None
    area_value: float | None = None
    benchmark_value: float | None = None
    lower: float | None = None
    upper: float | None = None
    confidence: float | None = None
    reason: Reason | None = None
    persons: float | None = None
    is_demo: bool = False

    @property
    def difference(self) -> float | None:
        """The area's value less the benchmark's, in the indicator's unit."""
        if self.area_value is None or self.benchmark_value is None:
            return None
        return self.area_value - self.benchmark_value


def compare(item: Indicator, area: Series, benchmark: Series, areas: Areas) -> Comparison:
    """Compare two series of `item` at the latest period both have a value for."""
    codes = area.indicator, area.area, benchmark.area
    mine, theirs = areas.municipalities(area.area), areas.municipalities(benchmark.area)
    if not area.valued:
        return Comparison(*codes, "not compared", reason="no data")
    shared = {point.period for point in benchmark.valued}
    period = next((point.period for point in reversed(area.valued) if point.period in shared), None)
    if period is None:
        latest = area.valued[-1]
        return Comparison(
            *codes, "not compared", latest.period, latest.value, reason="no common period", is_demo=area.is_demo
        )
    own, other = area.at(period), benchmark.at(period)
    assert own is not None and other is not None
    same: Reason | None = (
        "same area" if area.area == benchmark.area else "same municipalities" if mine == theirs else None
    )
    bare = Comparison(
        *codes,
        "not compared",
        period,
        own.value,
        other.value,
        reason=same,
        is_demo=area.is_demo,
    )
    return bare if same else _judged(bare, item, own, other, _shared(mine, theirs))


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> Shared:
    if not mine & theirs:
        return "nothing"
    return "benchmark within" if theirs < mine else "some"


def _judged(bare: Comparison, item: Indicator, own: Point, other: Point, shared: Shared) -> Comparison:
    intervals = {level: difference_limits(item, own, other, shared, level) for level in CONFIDENCES}
    shown = intervals[0.95]
    if shown is None:
        return replace(bare, reason="no interval")
    strict = next((level for level in CONFIDENCES if _excludes_zero(intervals[level])), None)
    verdict = _verdict(item, bare.difference or 0.0) if strict else "no difference"
    return replace(
        bare,
        verdict=verdict,
        lower=shown[0],
        upper=shown[1],
        confidence=None if strict is None else round(100 * strict, 1),
        persons=_persons(item, own, bare.difference),
    )


def _excludes_zero(interval: tuple[float, float] | None) -> bool:
    return interval is not None and (interval[0] > 0 or interval[1] < 0)


def _verdict(item: Indicator, difference: float) -> Verdict:
    direction: Verdict = "higher" if difference > 0 else "lower"
    if item.polarity == "none":
        return direction
    return "better" if direction == item.polarity else "worse"


def _persons(item: Indicator, own: Point, difference: float | None) -> float | None:
    """What a difference in a share corresponds to in persons of the area; None where it does not count them.

    A figure that is limited by age is about persons.
    """
    about_persons = item.kind == "proportion" and item.population.ages is not None and not item.sample
    if not about_persons or own.denominator is None or difference is None:
        return None
    return abs(difference) / item.multiplier * own.denominator


def difference_limits(
    item: Indicator, own: Point, other: Point, shared: Shared, confidence: float
) -> tuple[float, float] | None:
    """Limits of own − other in the indicator's unit, None without an interval.

    Overlapping areas: the interval of the area against the benchmark's value, or, where the benchmark is a part of the
    area, the interval of that part against the area's value: the uncertainty is the part's, whichever side it is on.
    Disjoint areas: Newcombe for proportions, Welch for means, MOVER (Donner & Zou 2012) on the limits otherwise.
    """
    assert own.value is not None and other.value is not None
    if shared == "benchmark within":
        theirs = _limits(item, other, confidence)
        return None if theirs is None else (own.value - theirs[1], own.value - theirs[0])
    mine = _limits(item, own, confidence)
    if mine is None:
        return None
    if shared == "some":
        return mine[0] - other.value, mine[1] - other.value
    if item.kind == "proportion" and _counted(own) and _counted(other):
        return _newcombe(item, own, other, confidence)
    if item.kind == "mean" and own.deviation is not None and other.deviation is not None:
        return _welch(own, other, confidence)
    theirs = _limits(item, other, confidence)
    return None if theirs is None else _mover(own.value, mine, other.value, theirs)


def _limits(item: Indicator, point: Point, confidence: float) -> tuple[float, float] | None:
    """The point's own limits: computed from its parts, else as the source delivered them (95 % only)."""
    value, numerator, denominator, deviation = (
        float("nan") if part is None else part
        for part in (point.value, point.numerator, point.denominator, point.deviation)
    )
    found = limits(item.kind, item.multiplier, value, numerator, denominator, deviation, confidence)
    lower, upper = (float(limit) for limit in found)
    if not isnan(lower):
        return lower, upper
    if confidence == 0.95 and point.lower is not None and point.upper is not None:
        return point.lower, point.upper
    return None


def _counted(point: Point) -> bool:
    """Whether a share comes with cases among persons, no more of them than there are persons."""
    return point.numerator is not None and bool(point.denominator) and 0 <= point.numerator <= (point.denominator or 0)


def _newcombe(item: Indicator, own: Point, other: Point, confidence: float) -> tuple[float, float]:
    from statsmodels.stats.proportion import confint_proportions_2indep  # takes seconds to load: only where it is used

    counts = own.numerator, own.denominator, other.numerator, other.denominator
    lower, upper = confint_proportions_2indep(*counts, method="newcomb", compare="diff", alpha=1 - confidence)
    return float(lower) * item.multiplier, float(upper) * item.multiplier


def _welch(own: Point, other: Point, confidence: float) -> tuple[float, float] | None:
    from scipy import special  # slow to load: only where it is used

    assert own.value is not None and other.value is not None
    parts = [
        ((p.deviation or 0.0) ** 2 / p.denominator, p.denominator)
        for p in (own, other)
        if p.denominator and p.denominator > 1
    ]
    variance = sum(square for square, _ in parts)
    if len(parts) < 2 or variance == 0:
        return None
    freedom = variance**2 / sum(square**2 / (n - 1) for square, n in parts)
    half = float(special.stdtrit(freedom, 0.5 + confidence / 2)) * sqrt(variance)
    return own.value - other.value - half, own.value - other.value + half


def _mover(a: float, mine: tuple[float, float], b: float, theirs: tuple[float, float]) -> tuple[float, float]:
    lower = a - b - sqrt((a - mine[0]) ** 2 + (theirs[1] - b) ** 2)
    upper = a - b + sqrt((mine[1] - a) ** 2 + (b - theirs[0]) ** 2)
    return lower, upper


def made(comparisons: list[Comparison]) -> int:
    """How many of them were compared at all; BY_CHANCE × this many differ by chance alone."""
    return sum(one.verdict != "not compared" for one in comparisons)
