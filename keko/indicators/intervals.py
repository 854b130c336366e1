"""Confidence intervals of values, from what they were made of (METHODS 2)."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from keko.data.arrays import Floats
from keko.indicators.catalogue import Indicator, IndicatorKind

Limits = tuple[Floats, Floats]
MEDIAN_LEAST = 30  # persons of a median whose limits are computed


def wilson(events: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    """Limits of a proportion, 0 to 1 (Wilson; Newcombe 1998)."""
    from scipy import special  # takes as long to load as half of pandas: only where it is used

    x, size = _numbers(events), _numbers(n)
    z = -special.ndtri((1 - confidence) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        share, shrinking = x / size, 1 + z**2 / size
        middle = (share + z**2 / (2 * size)) / shrinking
        half = z * np.sqrt(share * (1 - share) / size + z**2 / (4 * size**2)) / shrinking
    # None and all are limits themselves, to the last bit.
    none, every = (x == 0) & (size > 0), (x == size) & (size > 0)
    return np.where(none, 0.0, middle - half), np.where(every, 1.0, middle + half)


def poisson(events: ArrayLike, confidence: float = 0.95) -> Limits:
    """Limits of a count of events: Byar from 10 events up, exact (gamma quantiles, the same as χ²/2) below."""
    from scipy import special  # as above

    x = _numbers(events)
    z = special.ndtri(0.5 + confidence / 2)
    alpha = 1 - confidence
    with np.errstate(divide="ignore", invalid="ignore"):
        byar_lower = x * (1 - 1 / (9 * x) - z / (3 * np.sqrt(x))) ** 3
    byar_upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))) ** 3
    exact_lower = np.where(x > 0, special.gammaincinv(np.maximum(x, 1e-12), alpha / 2), 0.0)
    exact_upper = special.gammaincinv(x + 1, 1 - alpha / 2)
    return np.where(x >= 10, byar_lower, exact_lower), np.where(x >= 10, byar_upper, exact_upper)


def student(mean: ArrayLike, deviation: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    """Limits of a mean from its standard deviation and n; NaN where n is below 2."""
    from scipy import special  # as above

    size = _numbers(n)
    with np.errstate(divide="ignore", invalid="ignore"):
        half = special.stdtrit(size - 1, 0.5 + confidence / 2) * _numbers(deviation) / np.sqrt(size)
    return _numbers(mean) - half, _numbers(mean) + half


def order_statistics(median: ArrayLike, q1: ArrayLike, q3: ArrayLike, n: ArrayLike, confidence: float = 0.95) -> Limits:
    """Distribution-free limits of a median from its quartiles and n, in its unit; NaN below `MEDIAN_LEAST` persons.

    The ranks of the limits by the normal approximation (Conover 1999), the quantile function taken as linear between the
    quartiles. What cannot be negative has no negative limit.
    """
    from scipy import special  # as above

    middle, low, high, size = (_numbers(part) for part in (median, q1, q3, n))
    usable = (size >= MEDIAN_LEAST) & (low <= middle) & (middle <= high)
    ranks = special.ndtri(0.5 + confidence / 2) * 0.5 / np.sqrt(np.where(usable, size, np.nan)) / 0.25
    lower, upper = middle - (middle - low) * ranks, middle + (high - middle) * ranks
    return np.where(low >= 0, np.maximum(lower, 0), lower), upper


def limits(
    kind: IndicatorKind,
    multiplier: ArrayLike,
    value: ArrayLike,
    numerator: ArrayLike,
    denominator: ArrayLike,
    deviation: ArrayLike,
    confidence: float = 0.95,
    q1: ArrayLike = np.nan,
    q3: ArrayLike = np.nan,
) -> Limits:
    """Limits in the indicator's unit; NaN where the kind has no interval or the parts are missing.

    `denominator` of a mean or a median is its n.
    """
    n, multiplier = _numbers(denominator), _numbers(multiplier)
    if kind == "proportion":
        lower, upper = wilson(numerator, np.where(n > 0, n, np.nan), confidence)
        return lower * multiplier, upper * multiplier
    if kind == "rate":
        lower, upper = poisson(numerator, confidence)
        base = np.where(n > 0, n, np.nan)
        return lower / base * multiplier, upper / base * multiplier
    if kind == "mean":
        return student(value, deviation, n, confidence)
    if kind == "median":
        return order_statistics(value, q1, q3, n, confidence)
    empty = np.full(np.shape(_numbers(value)), np.nan)
    return empty, empty.copy()


def with_limits(observations: pd.DataFrame, item: Indicator) -> pd.DataFrame:
    """Observations with their 95 % limits filled in; limits that the source delivered are kept."""
    value, numerator, denominator, deviation, q1, q3 = (
        observations[name].to_numpy() for name in ("value", "numerator", "denominator", "deviation", "q1", "q3")
    )
    lower, upper = limits(item.kind, item.multiplier, value, numerator, denominator, deviation, q1=q1, q3=q3)
    valued = observations["value"].notna()
    return observations.assign(
        lower=observations["lower"].fillna(pd.Series(lower, observations.index).where(valued)),
        upper=observations["upper"].fillna(pd.Series(upper, observations.index).where(valued)),
    )


def _numbers(values: Any) -> Floats:
    return np.asarray(values, dtype=np.float64)
