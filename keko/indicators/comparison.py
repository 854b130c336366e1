"""Is the difference between two areas real? One function answers, for pages and command line alike (METHODS 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from typing import Any, Literal, NamedTuple

import numpy as np

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.indicators.differences import Shared, difference_limits, values_of
from keko.indicators.series import Point, Series
from keko.indicators.sets import NOT_ADDITIVE

Verdict = Literal["better", "worse", "higher", "lower", "no difference", "not compared"]
Reason = Literal["same area", "same municipalities", "no common period", "no interval", "no data", "not additive"]
BY_CHANCE = 0.05  # of comparisons at 95 %


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


Pair = tuple[Indicator, Series, Series]


def compare(item: Indicator, area: Series, benchmark: Series, areas: Areas) -> Comparison:
    """Compare two series of `item` at the latest period both have a value for."""
    return compare_many([(item, area, benchmark)], areas)[0]


def compare_many(pairs: Sequence[Pair], areas: Areas) -> list[Comparison]:
    """The same of many pairs of area and benchmark at once, in their order."""
    shared = _Shared(areas)
    comparisons = []
    due: dict[IndicatorKind, list[_Due]] = {}
    for place, (item, area, benchmark) in enumerate(pairs):
        bare, own, other = _side_by_side(item, area, benchmark)
        overlap = shared.between(area.area, benchmark.area) if own else "nothing"
        if overlap in {"same area", "same municipalities"}:
            bare = replace(bare, reason=overlap)
        elif own and other:
            due.setdefault(item.kind, []).append(_Due(place, item, own, other, overlap))
        comparisons.append(bare)
    for kind, group in due.items():
        for pair, *numbers in zip(group, *_both_limits(kind, group), strict=True):
            comparisons[pair.place] = _judged(comparisons[pair.place], pair, *numbers)
    return comparisons


class _Due(NamedTuple):
    """A pair of points to be judged; `place`: of the pair among all."""

    place: int
    item: Indicator
    own: Point
    other: Point
    shared: Any


class _Shared:
    """How areas overlap, each pair of areas looked at once."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas
        self._known: dict[tuple[str, str], Shared | Reason] = {}

    def between(self, area: str, benchmark: str) -> Shared | Reason:
        """What two areas share; a reason where they are the same."""
        if (area, benchmark) not in self._known:
            self._known[area, benchmark] = self._found(area, benchmark)
        return self._known[area, benchmark]

    def _found(self, area: str, benchmark: str) -> Shared | Reason:
        mine, theirs = self._areas.municipalities(area), self._areas.municipalities(benchmark)
        if area == benchmark:
            return "same area"
        if mine == theirs:
            return "same municipalities"
        if not mine & theirs:
            return "nothing"
        return "benchmark within" if theirs < mine else "some"


def _side_by_side(item: Indicator, area: Series, benchmark: Series) -> tuple[Comparison, Point | None, Point | None]:
    """The values of the latest period both have, not judged yet, with their points; no points with a reason why not."""
    codes = area.indicator, area.area, benchmark.area
    valued = area.valued
    if not valued:
        return Comparison(*codes, "not compared", reason="no data"), None, None
    others = {point.period: point for point in benchmark.valued}
    own = next((point for point in reversed(valued) if point.period in others), None)
    if own is None:
        latest = valued[-1].period, valued[-1].value
        reason: Reason = "not additive" if _never_added(benchmark) else "no common period"
        bare = Comparison(*codes, "not compared", *latest, reason=reason, is_demo=area.is_demo)
        return bare, None, None
    other = others[own.period]
    values = own.period, own.value, other.value
    return Comparison(*codes, "not compared", *values, is_demo=area.is_demo), own, other


def _never_added(benchmark: Series) -> bool:
    """Whether it is a set of areas whose figures give no figure of the set."""
    return bool(benchmark.points) and all(point.reason == NOT_ADDITIVE for point in benchmark.points)


def _both_limits(kind: IndicatorKind, group: Sequence[_Due]) -> list[list[float]]:
    """Lower and upper limits of each difference at 95 %, then at 99.8 %."""
    multiplier = np.array([pair.item.multiplier for pair in group])
    own, other = values_of([pair.own for pair in group]), values_of([pair.other for pair in group])
    shared = [pair.shared for pair in group]
    both = (difference_limits(kind, multiplier, own, other, shared, level) for level in (0.95, 0.998))
    return [limit.tolist() for pair in both for limit in pair]


def _judged(bare: Comparison, due: _Due, lower: float, upper: float, lowest: float, highest: float) -> Comparison:
    if isnan(lower) or isnan(upper):
        return replace(bare, reason="no interval")
    confidence = 99.8 if _excludes_zero(lowest, highest) else 95 if _excludes_zero(lower, upper) else None
    return replace(
        bare,
        verdict=_verdict(due.item, bare.difference or 0.0) if confidence else "no difference",
        lower=lower,
        upper=upper,
        confidence=confidence,
        persons=_persons(due.item, due.own, bare.difference),
    )


def _excludes_zero(lower: float, upper: float) -> bool:
    return lower > 0 or upper < 0


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


def made(comparisons: Sequence[Comparison]) -> int:
    """How many of them were compared at all."""
    return sum(comparison.verdict != "not compared" for comparison in comparisons)


def expected_by_chance(made: int) -> float:
    """How many of so many comparisons would show a difference by chance alone."""
    return BY_CHANCE * made
