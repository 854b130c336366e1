"""A spine: where an area is from its benchmark, within the range of its peers."""

from collections.abc import Mapping
from statistics import quantiles

from keko.charts.marks import RADIUS, bar, drawing, upright, verdict_mark
from keko.indicators.comparing.comparison import Verdict

WIDTH, HEIGHT = 240.0, 26.0
_HALF = WIDTH / 2 - RADIUS - 1


def spine_drawing(positions: Mapping[str, float], area: str, verdict: Verdict, description: str) -> str:
    """`positions`: by area from −1 to 1, the benchmark at 0 (`keko.indicators.position.spine`), `area` among them."""
    spread = sorted(positions.values())
    low, _, high = quantiles(spread, n=4, method="inclusive")
    middle = HEIGHT / 2
    body = (
        bar("range", _x(spread[0]), _x(spread[-1]), middle - 5, 10)
        + bar("half", _x(low), _x(high), middle - 5, 10, least=1)
        + upright("centre", _x(0), 1, HEIGHT - 1)
        + verdict_mark(verdict, _x(positions[area]), middle)
    )
    return drawing("spine", WIDTH, HEIGHT, description, body)


def _x(position: float) -> float:
    return WIDTH / 2 + position * _HALF
