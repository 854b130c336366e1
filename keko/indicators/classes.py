"""Values in classes for a map: as many areas in each, natural breaks, or steps of one size."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np

from keko.data.arrays import Floats

Way = Literal["kvantiilit", "luonnolliset", "tasavalit"]
CLASSES = 5


def classified(values: Mapping[str, float], way: Way, most: int = CLASSES) -> dict[str, int]:
    """Class of each area, 0 for the lowest values; no class is empty, and equal values are in the same one.

    At most `most` classes, fewer where there are fewer different values.
    """
    if not values:
        return {}
    ordered = np.sort(np.array(list(values.values()), dtype=np.float64))
    most = min(most, len(np.unique(ordered)))
    uppers = WAYS[way](ordered, most).tolist()
    places = {area: min(bisect_left(uppers, value), most - 1) for area, value in values.items()}
    used = sorted(set(places.values()))
    return {area: used.index(place) for area, place in places.items()}


def quantiles(ordered: Floats, most: int) -> Floats:
    """Upper limits of classes with the same number of areas, as near as equal values allow."""
    limits: Floats = np.quantile(ordered, np.arange(1, most + 1) / most)
    return limits


def equal_steps(ordered: Floats, most: int) -> Floats:
    """Upper limits of classes that are equally wide."""
    return np.linspace(ordered[0], ordered[-1], most + 1)[1:]


def natural_breaks(ordered: Floats, most: int) -> Floats:
    """Upper limits of the classes whose values lie closest together (Fisher 1958, Jenks 1977).

    The least sum of squares within classes, found exactly by dynamic programming over the sorted values: the same as
    `mapclassify.FisherJenks`, which takes a quarter of a second for the municipalities and seconds to load.
    """
    costs = _squares_within(ordered)
    least = costs[0]
    starts = []
    for _ in range(most - 1):
        # Where the last class starts at i, its cost comes on top of the least cost of all before i.
        total = least[:-1, None] + costs[1:]
        start = total.argmin(axis=0)
        starts.append(start + 1)
        least = total[start, np.arange(len(ordered))]
    uppers, end = [ordered[-1]], len(ordered) - 1
    for start in reversed(starts):
        end = int(start[end]) - 1
        uppers.append(ordered[end])
    return np.array(uppers[::-1])


def _squares_within(ordered: Floats) -> Floats:
    """Sum of squares about their mean of the values from i to j, by (i, j); infinite where i is after j."""
    n = len(ordered)
    centred = ordered - ordered.mean()
    sums, squares = (np.concatenate([[0.0], np.cumsum(part)]) for part in (centred, centred**2))
    first, last = np.indices((n, n))
    counts = np.maximum(last - first + 1, 1)
    within = squares[last + 1] - squares[first] - (sums[last + 1] - sums[first]) ** 2 / counts
    return np.where(first <= last, np.maximum(within, 0.0), np.inf)


WAYS: dict[Way, Callable[[Floats, int], Floats]] = {
    "kvantiilit": quantiles,
    "luonnolliset": natural_breaks,
    "tasavalit": equal_steps,
}
