"""Where areas stand among others: positions on a spine about the benchmark, and fifths (METHODS 3)."""

from bisect import bisect_left
from collections.abc import Mapping

from keko.indicators.catalogue import Polarity

SPINE_AREAS = 4
FIFTHS_AREAS = 5


def spine(values: Mapping[str, float | None], benchmark: float | None, polarity: Polarity) -> dict[str, float]:
    """Signed positions by area, −1 to 1, of the areas shown that have a value; the benchmark is at 0.

    The farthest area is at −1 or 1. To the right is better: where lower is better the spine is mirrored; without
    polarity it is higher. Empty without a benchmark, and where fewer than four areas have values.
    """
    distances = {
        area: value - benchmark for area, value in values.items() if value is not None and benchmark is not None
    }
    if len(distances) < SPINE_AREAS:
        return {}
    scale = max(abs(distance) for distance in distances.values())
    turn = -1 if polarity == "lower" else 1
    return {area: turn * distance / scale if scale else 0.0 for area, distance in distances.items()}


def fifths(values: Mapping[str, float | None]) -> dict[str, int]:
    """Class 1 (lowest values) to 5 (highest) by area; equal values share the lowest class that one of them is in.

    A class is as large as the number of areas allows. Empty where fewer than five areas have values.
    """
    valued = {area: value for area, value in values.items() if value is not None}
    if len(valued) < FIFTHS_AREAS:
        return {}
    ordered = sorted(valued.values())
    return {area: 1 + 5 * bisect_left(ordered, value) // len(ordered) for area, value in valued.items()}
