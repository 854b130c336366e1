"""Limits of differences between two areas' values, for many pairs at once (METHODS 3)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from keko.data.arrays import Flags, Floats
from keko.indicators.catalogue import IndicatorKind
from keko.indicators.intervals import Limits, limits
from keko.indicators.series import Point


class Overlap(NamedTuple):
    """What two areas have in common: the shares of their people who live in municipalities of both, 0 to 1."""

    of_own: float = 0.0
    of_other: float = 0.0


class Values(NamedTuple):
    """What a comparison takes from points: arrays of one length, NaN where a point lacks it.

    `rounding`: by how much a figure may be off since it was rounded, in its unit.
    """

    value: Floats
    lower: Floats
    upper: Floats
    numerator: Floats
    denominator: Floats
    deviation: Floats
    q1: Floats
    q3: Floats
    rounding: Floats

    def dispersed(self, dispersion: Floats) -> "Values":
        """As if of fewer persons, so that variances are `dispersion` times as large; limits that were delivered too."""
        wider = np.sqrt(dispersion)
        return self._replace(
            numerator=self.numerator / dispersion,
            denominator=self.denominator / dispersion,
            lower=self.value - (self.value - self.lower) * wider,
            upper=self.value + (self.upper - self.value) * wider,
        )


def values_of(points: Sequence[Point], rounding: Floats | None = None) -> Values:
    """The numbers of points, as arrays."""
    rows = [(p.value, p.lower, p.upper, p.numerator, p.denominator, p.deviation, p.q1, p.q3) for p in points]
    numbers = np.array(rows, dtype=np.float64).reshape(-1, len(Values._fields) - 1).T
    return Values(*[*numbers, np.zeros(len(points)) if rounding is None else rounding])


def difference_limits(
    kind: IndicatorKind, multiplier: Floats, own: Values, other: Values, shared: Sequence[Overlap], confidence: float
) -> Limits:
    """Limits of own − other in the indicators' units, NaN without an interval; all indicators are of one kind.

    Disjoint areas: Newcombe for proportions, Welch for means, MOVER (Donner & Zou 2012) on the limits otherwise. Areas
    that overlap, wholly or in part: a normal interval whose variance allows for the people they share.
    """
    overlap = np.array(shared, dtype=np.float64).reshape(-1, 2).T
    mine, theirs = (_own_limits(kind, multiplier, side, confidence) for side in (own, other))
    apart = _apart(kind, multiplier, own, other, mine, theirs, confidence)
    half = _quantile(confidence) * _overlapping_error(kind, multiplier, own, other, mine, theirs, overlap, confidence)
    half = np.hypot(half, np.hypot(own.rounding, other.rounding))
    overlaps = overlap.min(axis=0) > 0
    difference = own.value - other.value
    return (
        np.where(overlaps, difference - half, apart[0]),
        np.where(overlaps, difference + half, apart[1]),
    )


def _quantile(confidence: float) -> float:
    from scipy import special  # slow to load: only where it is used

    return float(special.ndtri(0.5 + confidence / 2))


def _overlapping_error(
    kind: IndicatorKind,
    multiplier: Floats,
    own: Values,
    other: Values,
    mine: Limits,
    theirs: Limits,
    overlap: Floats,
    confidence: float,
) -> Floats:
    """Standard errors of differences between areas that have people in common.

    The variance of the difference is v (1/n + 1/m − 2c/(nm)), c of the n and m persons being in both, v that of one person
    in both areas together; where persons are not known, what the limits of both tell.
    """
    n, m = own.denominator, other.denominator
    common = _common_persons(n, m, overlap)
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (own.numerator + other.numerator) / (n + m)
        person = pooled * (1 - pooled) if kind == "proportion" else pooled
        counted = multiplier * np.sqrt(np.maximum(person * (1 / n + 1 / m - 2 * common / (n * m)), 0.0))
    errors = [(upper - lower) / (2 * _quantile(confidence)) for lower, upper in (mine, theirs)]
    squares = errors[0] ** 2 + errors[1] ** 2 - 2 * np.sqrt(overlap[0] * overlap[1]) * errors[0] * errors[1]
    told = np.sqrt(np.maximum(squares, 0.0))
    has_persons = _counted(own) & _counted(other) if kind == "proportion" else (n > 0) & (m > 0) & (own.numerator >= 0)
    return np.where(has_persons & (kind in {"proportion", "rate"}), counted, told)


def _common_persons(n: Floats, m: Floats, overlap: Floats) -> Floats:
    """Persons in both areas: all of the part where one lies in the other, else by the people who live in both."""
    by_own, by_other = overlap[0] * n, overlap[1] * m
    common = np.where(overlap[0] >= 1, n, np.where(overlap[1] >= 1, m, np.sqrt(by_own * by_other)))
    return np.fmin(common, np.fmin(n, m))  # a part that was asked of more people than its whole


def _own_limits(kind: IndicatorKind, multiplier: Floats, side: Values, confidence: float) -> Limits:
    """Each value's own limits: computed from its parts, else as the source delivered them (95 % only)."""
    with np.errstate(invalid="ignore"):  # more cases than persons have no limits
        lower, upper = limits(
            kind, multiplier, side.value, side.numerator, side.denominator, side.deviation, confidence, side.q1, side.q3
        )
    lower, upper = lower - side.rounding, upper + side.rounding
    if confidence != 0.95:
        return lower, upper
    delivered = np.isnan(lower) & ~np.isnan(side.lower) & ~np.isnan(side.upper)
    return np.where(delivered, side.lower, lower), np.where(delivered, side.upper, upper)


def _apart(
    kind: IndicatorKind, multiplier: Floats, own: Values, other: Values, mine: Limits, theirs: Limits, confidence: float
) -> Limits:
    a, b = own.value, other.value
    if kind == "proportion":  # Newcombe's method is MOVER on Wilson's limits about the shares as they were counted
        counted = _counted(own) & _counted(other)
        a, b = (np.where(counted, _share(side) * multiplier, side.value) for side in (own, other))
    limits = _mover(a, mine, b, theirs)
    if kind != "mean":
        return limits
    spread = ~np.isnan(own.deviation) & ~np.isnan(other.deviation)
    lower, upper = (
        np.where(spread, welch, mover) for welch, mover in zip(_welch(own, other, confidence), limits, strict=True)
    )
    return lower, upper


def _counted(side: Values) -> Flags:
    """Whether shares come with cases among persons, no more of them than there are persons."""
    counted: Flags = (side.denominator > 0) & (side.numerator >= 0) & (side.numerator <= side.denominator)
    return counted


def _share(side: Values) -> Floats:
    return side.numerator / np.where(side.denominator > 0, side.denominator, np.nan)


def _mover(a: Floats, mine: Limits, b: Floats, theirs: Limits) -> Limits:
    return (
        a - b - np.hypot(a - mine[0], theirs[1] - b),
        a - b + np.hypot(mine[1] - a, b - theirs[0]),
    )


def _welch(own: Values, other: Values, confidence: float) -> Limits:
    from scipy import special  # slow to load: only where it is used

    sizes = [np.where(side.denominator > 1, side.denominator, np.nan) for side in (own, other)]
    squares = [side.deviation**2 / n for side, n in zip((own, other), sizes, strict=True)]
    variance = np.where(squares[0] + squares[1] > 0, squares[0] + squares[1], np.nan)
    freedom = variance**2 / sum(square**2 / (n - 1) for square, n in zip(squares, sizes, strict=True))
    half = special.stdtrit(freedom, 0.5 + confidence / 2) * np.sqrt(variance)
    return own.value - other.value - half, own.value - other.value + half
