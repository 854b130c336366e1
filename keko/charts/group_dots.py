"""A group's value beside another area's on a scale of per cents that all rows share, and where everybody stands."""

from keko.charts.marks import bar, dot, drawing, upright

WIDTH, HEIGHT, MARGIN = 170.0, 28.0, 8.0
_MIDDLE = HEIGHT / 2


def group_drawing(own: float | None, benchmark: float | None, everybody: float | None, description: str) -> str:
    """Dots of both areas; the line joins the area's group with everybody in the area, which is upright."""
    body = f'<path class="axis" d="M{MARGIN} {_MIDDLE}H{WIDTH - MARGIN}"/>'
    if everybody is not None:
        if own is not None:
            start, end = sorted((_x(own), _x(everybody)))
            body += bar("join", start, end, _MIDDLE - 2, 4)
        body += upright("nought", _x(everybody), 0, HEIGHT)
    if benchmark is not None:
        body += dot("benchmark", _x(benchmark), _MIDDLE)
    if own is not None:
        body += dot("area", _x(own), _MIDDLE, 6.5)
    return drawing("groups", WIDTH, HEIGHT, description, body)


def _x(value: float) -> float:
    return MARGIN + min(max(value, 0.0), 100.0) / 100 * (WIDTH - 2 * MARGIN)
