"""Is the difference between two areas real? One function answers, for pages and command line alike (METHODS 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import Literal, NamedTuple

import numpy as np

from keko.data.areas import Areas
from keko.data.arrays import Floats
from keko.indicators.absence import absence
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.indicators.comparing.differences import Overlap, Values, difference_limits, values_of
from keko.indicators.comparing.dispersion import DISPERSED
from keko.indicators.comparing.overlaps import Overlaps
from keko.indicators.comparing.usual_variation import usual_variation
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.point_limits import rounding_of
from keko.indicators.reasons import Reason, of_benchmark
from keko.indicators.series import Point, Series
from keko.indicators.sets import NOT_ADDITIVE

Verdict = Literal["better", "worse", "higher", "lower", "no difference", "not compared"]
# What a verdict rests on, the first that the figures allow.
Basis = Literal["sampling", "population", "yearly variation"]
REAL: frozenset[Verdict] = frozenset({"better", "worse", "higher", "lower"})


@dataclass(frozen=True)
class Comparison:
    """An area beside its benchmark at the latest period both have.

    `basis`: what the verdict rests on: the interval of samples, the same with residents as denominators, or how much the
    difference usually varies from year to year; None where nothing was compared. `lower`, `upper`: limits of the
    difference by that, in the indicator's unit. `confidence`: the strictest level at which the difference is shown, 99.8 or
    95 (per cent), None where none is, and where yearly variation tells, which has no level. `is_relevant`: whether the
    difference is as large as what is worth speaking of.
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
    basis: Basis | None = None
    is_relevant: bool = True

    @property
    def is_real(self) -> bool:
        """Whether a difference is shown."""
        return self.verdict in REAL

    @property
    def difference(self) -> float | None:
        """The area's value less the benchmark's, in the indicator's unit."""
        if self.area_value is None or self.benchmark_value is None:
            return None
        return self.area_value - self.benchmark_value


Pair = tuple[Indicator, Series, Series]


def compare(item: Indicator, area: Series, benchmark: Series, areas: Areas) -> Comparison:
    """Compare two series of `item` at the latest period both have a value for."""
    return compare_many([(item, area, benchmark)], areas)[0]


def compare_many(pairs: Sequence[Pair], areas: Areas) -> list[Comparison]:
    """The same of many pairs of area and benchmark at once, in their order.

    Series whose points have neither numerators nor limits are compared by the years that they hold.
    """
    overlaps = Overlaps(areas)
    comparisons = []
    due: dict[IndicatorKind, list[_Due]] = {}
    for place, (item, area, benchmark) in enumerate(pairs):
        bare, own, other = _side_by_side(item, area, benchmark)
        shared = overlaps.between(area.area, benchmark.area) if own else Overlap()
        if isinstance(shared, str):
            bare = replace(bare, reason=shared)
        elif own and other:
            due.setdefault(item.kind, []).append(_Due(place, item, area, benchmark, own, other, shared))
        comparisons.append(bare)
    for kind, group in due.items():
        for pair, *numbers in zip(group, *_both_limits(kind, group), strict=True):
            comparisons[pair.place] = _judged(comparisons[pair.place], pair, areas, *numbers)
    return comparisons


class _Due(NamedTuple):
    """A pair of points to be judged, and the series they are of; `place`: of the pair among all."""

    place: int
    item: Indicator
    area: Series
    benchmark: Series
    own: Point
    other: Point
    shared: Overlap


def _side_by_side(item: Indicator, area: Series, benchmark: Series) -> tuple[Comparison, Point | None, Point | None]:
    """The values of the latest period both have, not judged yet, with their points; no points with a reason why not."""
    codes = area.indicator, area.area, benchmark.area
    valued = area.valued
    if not valued:
        return Comparison(*codes, "not compared", reason=_why_formless(item, area) or absence(area)), None, None
    others = {point.period: point for point in benchmark.valued}
    own = next((point for point in reversed(valued) if point.period in others), None)
    if own is None:
        latest = valued[-1].period, valued[-1].value
        unlike = _why_formless(item, benchmark) or of_benchmark(absence(benchmark))
        reason: Reason = "not additive" if _never_added(benchmark) else unlike
        bare = Comparison(*codes, "not compared", *latest, reason=reason, is_demo=area.is_demo)
        return bare, None, None
    other = others[own.period]
    values = own.period, own.value, other.value
    return Comparison(*codes, "not compared", *values, is_demo=area.is_demo), own, other


def _why_formless(item: Indicator, series: Series) -> Reason | None:
    """Why what was counted could not be turned to what is compared; None where nothing was counted."""
    if not any(point.value is None and point.numerator is not None for point in series.points):
        return None
    return "too few years" if item.counted == "residents" else "no residents"


def _never_added(benchmark: Series) -> bool:
    """Whether it is a set of areas whose figures give no figure of the set."""
    return bool(benchmark.points) and all(point.reason == NOT_ADDITIVE for point in benchmark.points)


def _both_limits(kind: IndicatorKind, group: Sequence[_Due]) -> list[list[float]]:
    """Lower and upper limits of each difference at 95 %, then at 99.8 %."""
    multiplier = np.array([pair.item.multiplier for pair in group])
    own, other = _values(kind, group)
    shared = [pair.shared for pair in group]
    both = (difference_limits(kind, multiplier, own, other, shared, level) for level in (0.95, 0.998))
    return [limit.tolist() for pair in both for limit in pair]


def _values(kind: IndicatorKind, group: Sequence[_Due]) -> tuple[Values, Values]:
    """Of both sides. Where they overlap, the dispersion of both is that of the part, whose variance it is."""
    own = values_of([pair.own for pair in group], _rounding(group, [pair.area for pair in group]))
    other = values_of([pair.other for pair in group], _rounding(group, [pair.benchmark for pair in group]))
    if kind not in DISPERSED:
        return own, other
    mine, theirs = (np.array(sizes) for sizes in zip(*(_dispersions(pair) for pair in group), strict=True))
    return own.dispersed(mine), other.dispersed(theirs)


def _rounding(group: Sequence[_Due], sides: Sequence[Series]) -> Floats:
    """Of the figures that are published without numerators; counts are not rounded."""
    return np.array(
        [
            rounding_of(pair.item) if pair.own.period in side.estimated and not pair.item.counted else 0.0
            for pair, side in zip(group, sides, strict=True)
        ]
    )


def _dispersions(pair: _Due) -> tuple[float, float]:
    mine, theirs = pair.area.dispersion, pair.benchmark.dispersion
    if not pair.shared.of_own:
        return mine, theirs
    part = mine if pair.shared.of_own >= pair.shared.of_other else theirs
    return part, part


def _judged(
    bare: Comparison, due: _Due, areas: Areas, lower: float, upper: float, lowest: float, highest: float
) -> Comparison:
    if isnan(lower) or isnan(upper):
        return _by_yearly_variation(bare, due, areas)
    apart = bool(bare.difference)
    confidence = (
        99.8 if apart and _excludes_zero(lowest, highest) else 95 if apart and _excludes_zero(lower, upper) else None
    )
    is_estimated = due.own.period in due.area.estimated | due.benchmark.estimated
    basis: Basis = "population" if is_estimated else "sampling"
    limits = _Limits(lower, upper)
    return _with_verdict(replace(bare, confidence=confidence, basis=basis), due, limits, confidence is not None)


def _by_yearly_variation(bare: Comparison, due: _Due, areas: Areas) -> Comparison:
    breaks = {*breaks_of(due.area.area, areas), *breaks_of(due.benchmark.area, areas)}
    usual = usual_variation(due.area, due.benchmark, due.own.period, breaks, 2 * rounding_of(due.item))
    if isinstance(usual, str):
        return replace(bare, reason=usual)
    limits = _Limits(usual.lower, usual.upper)
    return _with_verdict(replace(bare, basis="yearly variation"), due, limits, _excludes_zero(*limits))


class _Limits(NamedTuple):
    lower: float
    upper: float


def _with_verdict(bare: Comparison, due: _Due, limits: _Limits, differs: bool) -> Comparison:
    difference = bare.difference or 0.0
    return replace(
        bare,
        verdict=_verdict(due.item, difference) if differs else "no difference",
        lower=limits.lower,
        upper=limits.upper,
        persons=in_persons(due.item, due.own, difference),
        is_relevant=abs(difference) >= (due.item.least_difference or 0.0),
    )


def _excludes_zero(lower: float, upper: float) -> bool:
    return lower > 0 or upper < 0


def _verdict(item: Indicator, difference: float) -> Verdict:
    direction: Verdict = "higher" if difference > 0 else "lower"
    if item.polarity == "none":
        return direction
    return "better" if direction == item.polarity else "worse"


def in_persons(item: Indicator, own: Point, difference: float | None) -> float | None:
    """What a difference in a share corresponds to in persons of the area; None where it does not count them.

    A share that is limited by age is about persons, and so is a count of persons per resident.
    """
    is_share = item.kind == "proportion" and item.population.ages is not None and not item.sample
    about_persons = is_share or item.counted == "persons"
    if not about_persons or own.denominator is None or difference is None:
        return None
    return abs(difference) / item.multiplier * own.denominator
