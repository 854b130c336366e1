"""A strip: every peer a grey dot on the row's own scale, area and benchmark named beside their own."""

from collections.abc import Mapping
from html import escape

from keko.charts.marks import dot, drawing, upright, verdict_mark
from keko.indicators.comparing.comparison import Verdict

WIDTH, HEIGHT, MARGIN = 460.0, 56.0, 10.0
_MIDDLE, _STEP, _CLOSE = HEIGHT / 2, 6.0, 6.5
_CHARACTER = 6.6  # px, of a label


def strip_drawing(
    values: Mapping[str, float],
    labels: Mapping[str, str],
    area: str,
    benchmark: str,
    others: tuple[str, ...],
    verdict: Verdict,
    description: str,
) -> str:
    """`values` by area; `labels`: what stands above the area's mark and below the benchmark's."""
    low, high = min(values.values()), max(values.values())

    def x(value: float) -> float:
        return MARGIN + (value - low) / ((high - low) or 1.0) * (WIDTH - 2 * MARGIN)

    places = {code: x(value) for code, value in values.items()}
    grey = [place for code, place in places.items() if code not in {area, benchmark, *others}]
    dots = "".join(f"M{place:.0f} {height:.0f}h0" for place, height in _swarm(grey))
    body = f'<path class="axis" d="M{MARGIN} {_MIDDLE}H{WIDTH - MARGIN}"/><path class="peers" d="{dots}"/>'
    body += "".join(dot("chosen", places[code], _MIDDLE, 4) for code in others if code in places)
    if benchmark in places:
        body += upright("benchmark", places[benchmark], _MIDDLE - 10, _MIDDLE + 10)
        body += _label("benchmark", places[benchmark], HEIGHT - 4, labels[benchmark])
    if area in places:
        body += verdict_mark(verdict, places[area], _MIDDLE)
        body += _label("area", places[area], 12, labels[area])
    return drawing("strip", WIDTH, HEIGHT, description, body)


def _swarm(places: list[float]) -> list[tuple[float, float]]:
    """Places that would cover one another are moved up and down from the middle."""
    lanes = (0.0, -_STEP, _STEP)
    last = dict.fromkeys(lanes, float("-inf"))
    swarm = []
    for place in sorted(places):
        lane = next(
            (position for position in lanes if place - last[position] >= _CLOSE), min(lanes, key=last.__getitem__)
        )
        last[lane] = place
        swarm.append((place, _MIDDLE + lane))
    return swarm


def _label(kind: str, x: float, y: float, text: str) -> str:
    """A name at its mark, turned inwards at the edges."""
    half = len(text) * _CHARACTER / 2
    anchor = "start" if x < half else "end" if x > WIDTH - half else "middle"
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
