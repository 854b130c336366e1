"""Small multiples: one small chart beside another on one scale, as SVG that follows the theme's colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from keko.charts.marks import dot
from keko.charts.text_width import text_width
from keko.charts.tooltips import in_lines
from keko.charts.value_axis import ValueAxis, value_axis
from keko.config import Language
from keko.data.periods import position
from keko.indicators.over_time.stretches import stretches
from keko.indicators.series import Point, Series
from keko.words.formats import number, period, quantity

WIDTH, HEIGHT = 260.0, 132.0
_HIT = 7.0  # px about a point that may be pointed at
_STEPS = 5  # across a panel
LEFT, RIGHT, TOP, BOTTOM = 44.0, 8.0, 8.0, 20.0


@dataclass(frozen=True)
class Panel:
    """One chart. `lines`: series with the name of their look (area, benchmark, other); the last is drawn on top.

    `subtitle`: what stands beside the title; `description`: the alternative text; `unit`: of the values of its points.
    """

    title: str
    lines: Sequence[tuple[Series, str]]
    subtitle: str
    description: str
    unit: str = ""


@dataclass(frozen=True)
class _Frame:
    """What all panels share: time and values from end to end, and where lines across stand."""

    start: int
    end: int
    axis: ValueAxis
    labels: tuple[str, ...]
    left: float
    ends: tuple[str, str]

    def x(self, at: str) -> float:
        return self.left + (position(at) - self.start) / ((self.end - self.start) or 1) * (WIDTH - self.left - RIGHT)

    def y(self, value: float) -> float:
        return TOP + (self.axis.high - value) / (self.axis.high - self.axis.low) * (HEIGHT - TOP - BOTTOM)


def panels(every: Sequence[Panel], decimals: int, language: Language) -> str:
    """A grid of panels, in their order, on one scale; empty without values."""
    points = [point for panel in every for series, _ in panel.lines for point in series.valued]
    if not points:
        return ""
    frame = _frame(points, decimals, language)
    return f'<div class="keko-panels">{"".join(_panel(panel, frame, decimals, language) for panel in every)}</div>'


def _frame(points: Sequence[Point], decimals: int, language: Language) -> _Frame:
    axis = value_axis((point.value for point in points), decimals, _STEPS)
    ordered = sorted({point.period for point in points}, key=position)
    ends = ordered[0], ordered[-1]
    labels = tuple(number(level, axis.decimals, language) for level in axis.levels)
    left = max(LEFT, max(text_width(label, 11) for label in labels) + 10)
    return _Frame(position(ends[0]), position(ends[1]), axis, labels, left, ends)


def _panel(panel: Panel, frame: _Frame, decimals: int, language: Language) -> str:
    across = "".join(_across(value, label, frame) for value, label in zip(frame.axis.levels, frame.labels, strict=True))
    lines = "".join(_line(series, look, frame) for series, look in panel.lines)
    start, end = (escape(period(at, language)) for at in frame.ends)
    below = (
        f'<text x="{frame.left:.1f}" y="{HEIGHT - 4}">{start}</text>'
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 4}" text-anchor="end">{end}</text>'
    )
    picture = (
        f'<svg viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" aria-label="{escape(panel.description)}">'
        f"{across}{lines}{below}{_points(panel, frame, decimals, language)}</svg>"
    )
    return f"<figure><figcaption>{escape(panel.title)} <small>{escape(panel.subtitle)}</small></figcaption>{picture}</figure>"


def _points(panel: Panel, frame: _Frame, decimals: int, language: Language) -> str:
    """What is told of each point of the line on top: places that are pointed at, and not seen."""
    return "".join(
        dot("hit", frame.x(point.period), frame.y(point.value or 0.0), _HIT, _facts(panel, point, decimals, language))
        for series, _ in panel.lines[-1:]
        for point in series.valued
    )


def _facts(panel: Panel, point: Point, decimals: int, language: Language) -> str:
    has_limits = point.lower is not None and point.upper is not None
    limits = [number(limit, decimals, language) for limit in (point.lower, point.upper) if limit is not None]
    value = quantity(point.value or 0.0, decimals, panel.unit, language)
    return in_lines(
        language,
        {
            "group": panel.title,
            "period": period(point.period, language),
            "value": value,
            "interval": "–".join(limits) if has_limits else "",
        },
    )


def _across(value: float, label: str, frame: _Frame) -> str:
    y = frame.y(value)
    return (
        f'<path class="grid" d="M{frame.left:.1f} {y:.1f}H{WIDTH - RIGHT}"/>'
        f'<text x="{frame.left - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{escape(label)}</text>'
    )


def _line(series: Series, look: str, frame: _Frame) -> str:
    """Lines that end where a period is missing, and a dot at the newest value."""
    runs = [[(frame.x(point.period), frame.y(point.value or 0.0)) for point in run] for run in stretches(series.points)]
    if not runs:
        return ""
    x, y = runs[-1][-1]
    return "".join(_run(places, look) for places in runs) + f'<path class="dot {look}" d="M{x:.1f} {y:.1f}h.01"/>'


def _run(places: Sequence[tuple[float, float]], look: str) -> str:
    points = places if len(places) > 1 else [*places, (places[0][0] + 0.01, places[0][1])]  # round ends make it a dot
    return f'<polyline class="{look}" points="{" ".join(f"{x:.2f},{y:.1f}" for x, y in points)}"/>'
