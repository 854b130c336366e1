"""A bar of an area with the marks of its benchmark and of the country on it, and a range of most people: small drawings."""

from keko.charts.marks import bar, dot, drawing, upright

WIDTH, HEIGHT, MARGIN = 150.0, 24.0, 4.0
MONTHS_A_YEAR = 12.0
_MIDDLE = HEIGHT / 2


def benchmark_bar(
    own: float | None, benchmark: float | None, country: float | None, reach: float, description: str
) -> str:
    """Values on a scale from nought to `reach`; one that is None is left out."""

    def x(value: float) -> float:
        return MARGIN + min(value / (reach or 1.0), 1.0) * (WIDTH - 2 * MARGIN)

    body = f'<path class="axis" d="M{MARGIN} {HEIGHT - 2}H{WIDTH - MARGIN}"/>'
    if own is not None:
        body += bar("area", x(0), x(own), _MIDDLE - 5, 10, least=1)
    if country is not None:
        body += upright("other", x(country), 2, HEIGHT - 2)
    if benchmark is not None:
        body += upright("benchmark", x(benchmark), 2, HEIGHT - 2)
    return drawing("beside", WIDTH, HEIGHT, description, body)


def range_drawing(mean: float, low: float | None, high: float | None, style: str, description: str) -> str:
    """Months a year: where most people are as a bar, the mean as a dot in the colour of `style`."""

    def x(value: float) -> float:
        return MARGIN + 4 + value / MONTHS_A_YEAR * (WIDTH - 2 * MARGIN - 8)

    body = f'<path class="axis" d="M{x(0):.1f} {_MIDDLE}H{x(MONTHS_A_YEAR):.1f}"/>'
    if low is not None and high is not None:
        body += bar("range", x(low), x(high), _MIDDLE - 5, 10, least=1)
    return drawing("months", WIDTH, HEIGHT, description, body + dot(style, x(mean), _MIDDLE))


def signed_drawing(value: float, reach: float, style: str, description: str) -> str:
    """A bar to the right or to the left of nought on a scale of ±`reach`."""
    middle = WIDTH / 2
    end = middle + value / (reach or 1.0) * (middle - MARGIN)
    start, end = sorted((middle, end))
    body = bar(style, start, end, _MIDDLE - 5, 10, least=1) + upright("nought", middle, 2, HEIGHT - 2)
    return drawing("signed", WIDTH, HEIGHT, description, body)
