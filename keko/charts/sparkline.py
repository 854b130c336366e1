"""A small line of an area's series beside its benchmark's: SVG that follows the theme's colours."""

from collections.abc import Sequence
from html import escape

from keko.data.periods import position
from keko.indicators.over_time.stretches import stretches
from keko.indicators.series import Point, Series

WIDTH, HEIGHT, MARGIN = 160.0, 64.0, 6.0


def sparkline(own: Series, benchmark: Series, description: str) -> str:
    """One-line SVG, `description` its alternative text; empty where the area has fewer than two values.

    A line ends where a period is missing.
    """
    if len(own.valued) < 2:
        return ""
    start, end = position(own.valued[0].period), position(own.valued[-1].period)
    benchmark_points = (
        [point for point in benchmark.valued if start <= position(point.period) <= end]
        if benchmark.area != own.area
        else []
    )
    values = [point.value or 0.0 for point in (*own.valued, *benchmark_points)]
    low, high = min(values), max(values)

    def place(point: Point) -> tuple[float, float]:
        x = MARGIN + (position(point.period) - start) / ((end - start) or 1) * (WIDTH - 2 * MARGIN)
        y = HEIGHT - MARGIN - ((point.value or 0.0) - low) / ((high - low) or 1.0) * (HEIGHT - 2 * MARGIN)
        return x, y

    drawn = [("benchmark", benchmark_points), ("area", own.valued)]
    lines = "".join(_line([place(point) for point in run], look) for look, points in drawn for run in stretches(points))
    x, y = place(own.valued[-1])
    # The picture is stretched to its place: a dot that stays round is a line without length and with round ends.
    dot = f'<path class="dot" d="M{x:.1f} {y:.1f}h0.01"></path>'
    box = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" preserveAspectRatio="none"'
    return f'<svg class="keko-spark" role="img" aria-label="{escape(description)}" {box}>{lines}{dot}</svg>'


def _line(places: Sequence[tuple[float, float]], look: str) -> str:
    """A line through places; a point between two gaps is a line without length."""
    if len(places) == 1:
        return f'<path class="{look}" d="M{places[0][0]:.1f} {places[0][1]:.1f}h0.01"></path>'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<polyline class="{look}" points="{points}"></polyline>'
