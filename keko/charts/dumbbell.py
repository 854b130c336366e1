"""Two areas' values joined on one line, and their difference with its interval about nought."""

from collections.abc import Iterable

from keko.charts.marks import bar, dot, drawing, upright

WIDTH, HEIGHT, MARGIN = 180.0, 24.0, 7.0
_MIDDLE = HEIGHT / 2


def pair_drawing(own: float, benchmark: float, others: Iterable[float], description: str) -> str:
    """The two values on a scale that reaches over those of the others as well."""
    values = [own, benchmark, *others]
    low, high = min(values), max(values)

    def x(value: float) -> float:
        return MARGIN + (value - low) / ((high - low) or 1.0) * (WIDTH - 2 * MARGIN)

    start, end = sorted((x(own), x(benchmark)))
    body = (
        f'<path class="axis" d="M{MARGIN} {_MIDDLE}H{WIDTH - MARGIN}"/>'
        + bar("join", start, end, _MIDDLE - 1.5, 3)
        + dot("benchmark", x(benchmark), _MIDDLE)
        + dot("area", x(own), _MIDDLE)
    )
    return drawing("pair", WIDTH, HEIGHT, description, body)


def difference_drawing(difference: float, lower: float, upper: float, style: str, description: str) -> str:
    """The interval as a bar about nought, the difference as a mark on it; `style` is the verdict's."""
    reach = max(abs(lower), abs(upper)) or 1.0

    def x(value: float) -> float:
        return WIDTH / 2 + value / reach * (WIDTH / 2 - MARGIN)

    body = (
        upright("nought", WIDTH / 2, 1, HEIGHT - 1)
        + bar(f"interval {style}", x(lower), x(upper), _MIDDLE - 4, 8, least=2)
        + upright("estimate", x(difference), _MIDDLE - 7, _MIDDLE + 7)
    )
    return drawing("difference", WIDTH, HEIGHT, description, body)
