"""An axis of values: round numbers, with no more decimals than the indicator has, written as the language writes numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10
from typing import Any

import altair as alt

MOST = 7  # steps from end to end
_LEAST = 3  # lines across
_PAST = 0.08  # of the span of the values: how far the axis may go past them
_FLAT = 0.02  # of a value: the step where all are the same


@dataclass(frozen=True)
class ValueAxis:
    """From `low` to `high`; lines across at `levels` between them, which are written with so many `decimals`."""

    low: float
    high: float
    levels: tuple[float, ...]
    decimals: int

    def params(self, name: str = "value") -> list[dict[str, Any]]:
        """The parameters by which a chart draws it: figures that change while the chart stays the same."""
        values = {"low": self.low, "high": self.high, "levels": list(self.levels), "sign": f",.{self.decimals}f"}
        return [{"name": f"{name}_{part}", "value": value} for part, value in values.items()]


def value_axis(values: Iterable[float | None], decimals: int, most: int = MOST) -> ValueAxis:
    """The axis on which `values` fill most of the height; `decimals`: of the indicator, which no line across exceeds.

    It ends at round numbers, or a little past the values where these would leave much of it empty.
    """
    known = [value for value in values if value is not None and isfinite(value)]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    step = max(_round_step((high - low) / (most - 1) or abs(high) * _FLAT), 10.0**-decimals)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    if first == last:
        first, last = first - 1, last + 1
    levels = tuple(round(step * n, 10) for n in range(first, last + 1))
    room = _PAST * (high - low)
    start, end = max(levels[0], low - room), min(levels[-1], high + room)
    inside = tuple(level for level in levels if start <= level <= end)
    if len(inside) < _LEAST or not room:
        start, end, inside = levels[0], levels[-1], levels
    return ValueAxis(min(start, low), max(end, high), inside, _needed(step, decimals))


def _round_step(span: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is no smaller than `span`."""
    if span <= 0:
        return 0.0
    power = 10.0 ** floor(log10(span))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= span * (1 - 1e-9))


def _needed(step: float, decimals: int) -> int:
    """As many decimals as the step needs."""
    return next((n for n in range(decimals) if abs(step - round(step, n)) < 1e-9 * max(step, 1e-9)), decimals)


def value_scale(name: str = "value", **options: Any) -> alt.Scale:
    """The scale of an axis whose parameters a chart has; `options`: of the scale."""
    return alt.Scale(
        domain=[alt.ExprRef(f"{name}_low"), alt.ExprRef(f"{name}_high")], nice=False, zero=False, **options
    )


def value_ticks(name: str = "value", **options: Any) -> alt.Axis:
    """Lines across at its levels, and how they are written."""
    return alt.Axis(
        values=alt.ExprRef(f"{name}_levels"),
        labelExpr=f"format(datum.value, {name}_sign)",
        labelOverlap=False,
        **options,
    )
