"""The scale on which a figure's changes are judged: shares as log odds, what is counted over months as
logarithms, everything else as it is (METHODS 4 and 6)."""

from collections.abc import Sequence
from math import exp, log

import numpy as np

from keko.data.arrays import Floats
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point

Z95 = 1.959963984540054
HALF_A_CASE = 0.5


def scaled(item: Indicator, point: Point) -> float:
    """The point's value on the scale of its kind; the point has a value."""
    assert point.value is not None
    if item.kind != "proportion":
        return point.value
    share, edge = point.value / item.multiplier, _edge(item, point)
    return _log_odds(edge if share <= 0 else 1 - edge if share >= 1 else share)


def standard_error(item: Indicator, point: Point) -> float | None:
    """Of `scaled`, from the 95 % limits; None without limits that have a width.

    A share of none or of all has a limit where log odds have no end: the other half of its interval tells the width.
    """
    if point.value is None or point.lower is None or point.upper is None:
        return None
    ends = [point.lower, point.upper]
    if item.kind == "proportion":
        none, every = point.value <= 0, point.value >= item.multiplier
        ends = ends[1:] if none else ends[:1] if every else ends
        ends = [_log_odds(end / item.multiplier) for end in ends if 0 < end < item.multiplier]
    halves = [abs(end - scaled(item, point)) for end in ends]
    return (sum(halves) / len(halves) / Z95 or None) if halves else None


def unscaled(item: Indicator, number: float) -> float:
    """Back from the scale to the indicator's unit."""
    if item.kind != "proportion":
        return number
    return item.multiplier * (1 / (1 + exp(-number)) if number > 0 else exp(number) / (1 + exp(number)))


def slope_in_unit(item: Indicator, slope: float, at: float) -> float:
    """What a slope on the scale is in the indicator's unit, where the scaled value is `at` (delta method)."""
    if item.kind != "proportion":
        return slope
    share = unscaled(item, at) / item.multiplier
    return slope * share * (1 - share) * item.multiplier


def stepwise(item: Indicator, points: Sequence[Point]) -> Floats:
    """Values on the scale on which steps and seasons are alike at any level: as `scaled`, counts as logarithms.

    None is half a case there.
    """
    if item.kind == "count":
        return np.log(np.maximum([point.value or 0.0 for point in points], HALF_A_CASE))
    return np.array([scaled(item, point) for point in points], dtype=np.float64)


def from_steps(item: Indicator, numbers: Floats) -> Floats:
    """Back from `stepwise` to the indicator's unit."""
    if item.kind == "count":
        return np.exp(numbers)
    return np.array([unscaled(item, float(number)) for number in numbers], dtype=np.float64)


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _edge(item: Indicator, point: Point) -> float:
    """The share that stands for none: half a case (Haldane & Anscombe), or half of the last decimal that is shown."""
    if point.denominator:
        return 0.5 / (point.denominator + 1)
    return 0.5 * 10.0**-item.decimals / item.multiplier
