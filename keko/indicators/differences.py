"""Limits of differences between two areas' values, for many pairs at once (METHODS 3)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Flags, Floats
from keko.indicators.catalogue import IndicatorKind
from keko.indicators.intervals import Limits, limits
from keko.indicators.series import Point

Shared = Literal["nothing", "some", "benchmark within"]  # of the municipalities of two areas


class Values(NamedTuple):
    """What a comparison takes from points: arrays of one length, NaN where a point lacks it."""

    value: Floats
    lower: Floats
    upper: Floats
    numerator: Floats
    denominator: Floats
    deviation: Floats
    q1: Floats
    q3: Floats


def values_of(points: Sequence[Point]) -> Values:
    """The numbers of points, as arrays."""
    rows = [(p.value, p.lower, p.upper, p.numerator, p.denominator, p.deviation, p.q1, p.q3) for p in points]
    return Values(*np.array(rows, dtype=np.float64).reshape(-1, len(Values._fields)).T)


def difference_limits(
    kind: IndicatorKind, multiplier: Floats, own: Values, other: Values, shared: Sequence[Shared], confidence: float
) -> Limits:
    """Limits of own − other in the indicators' units, NaN without an interval; all indicators are of one kind.

    Overlapping areas: the interval of the area against the benchmark's value, or, where the benchmark is a part of the
    area, the interval of that part against the area's value: the uncertainty is the part's, whichever side it is on.
    Disjoint areas: Newcombe for proportions, Welch for means, MOVER (Donner & Zou 2012) on the limits otherwise.
    """
    overlap = np.array(shared, dtype=object)
    mine, theirs = (_own_limits(kind, multiplier, side, confidence) for side in (own, other))
    apart = _apart(kind, multiplier, own, other, mine, theirs, confidence)
    lower, upper = (
        np.select([overlap == "benchmark within", overlap == "some"], [part, whole], disjoint)
        for part, whole, disjoint in zip(
            (own.value - theirs[1], own.value - theirs[0]),
            (mine[0] - other.value, mine[1] - other.value),
            apart,
            strict=True,
        )
    )
    return lower, upper


def _own_limits(kind: IndicatorKind, multiplier: Floats, side: Values, confidence: float) -> Limits:
    """Each value's own limits: computed from its parts, else as the source delivered them (95 % only)."""
    with np.errstate(invalid="ignore"):  # more cases than persons have no limits
        lower, upper = limits(
            kind, multiplier, side.value, side.numerator, side.denominator, side.deviation, confidence, side.q1, side.q3
        )
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
