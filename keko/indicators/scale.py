"""The scale on which a figure's changes are judged: shares as log odds, everything else as it is (METHODS 4 and 6)."""

from math import exp, log

from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point

Z95 = 1.959963984540054


def scaled(item: Indicator, point: Point) -> float:
    """The point's value on the scale of its kind; the point has a value."""
    assert point.value is not None
    return _on_scale(item, point, point.value)


def standard_error(item: Indicator, point: Point) -> float | None:
    """Of `scaled`, from the 95 % limits; None without limits that have a width.

    A share of none or of all has one limit at the edge, where log odds have no end: its other half tells the width.
    """
    if point.value is None or point.lower is None or point.upper is None:
        return None
    lower, value, upper = (_on_scale(item, point, one) for one in (point.lower, point.value, point.upper))
    halves = [half for half in (value - lower, upper - value) if item.kind != "proportion" or half > 0]
    error = sum(halves) / len(halves) / Z95 if halves else 0.0
    return error if error > 0 else None


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


def _on_scale(item: Indicator, point: Point, number: float) -> float:
    if item.kind != "proportion":
        return number
    edge = _edge(item, point)
    share = min(max(number / item.multiplier, edge), 1 - edge)
    return log(share / (1 - share))


def _edge(item: Indicator, point: Point) -> float:
    """The share that stands for none: half a case (Haldane & Anscombe), or half of the last decimal that is shown."""
    if point.denominator:
        return 0.5 / (point.denominator + 1)
    return 0.5 * 10.0**-item.decimals / item.multiplier
