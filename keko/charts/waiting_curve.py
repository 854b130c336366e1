"""What share of people had got a service in so many days: a line for an area and for its benchmark, as SVG."""

from collections.abc import Callable, Sequence
from html import escape

from keko.charts.marks import Role, dot
from keko.charts.tooltips import Fact, in_lines
from keko.config import Language
from keko.indicators.waiting import Waiting
from keko.words import waits as words
from keko.words.formats import number

WIDTH, HEIGHT = 360.0, 230.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 60.0, 26.0, 40.0
_HIT = 9.0  # px about a point that may be pointed at
_LINE = 14.0  # what a line of text needs


def waiting_curve(
    waitings: Sequence[tuple[Waiting, Role, str]], agreed_days: int | None, description: str, language: Language
) -> str:
    """The line of each area, by its name, in the colour of its role, to the end of the last closed class.

    `description`: the alternative text. The agreed time is an upright line.
    """
    last = max([*(_ends(waiting)[-1] for waiting, *_ in waitings), agreed_days or 0]) or 1

    def x(days: float) -> float:
        return _LEFT + days / last * (WIDTH - _LEFT - _RIGHT)

    lines = "".join(
        _line(waiting, role, x) + _points(waiting, name, x, language) for waiting, role, name in reversed(waitings)
    )
    names = _names([(_upto(waiting)[-1], role) for waiting, role, _ in waitings], language)
    body = _grid(x, sorted({end for waiting, *_ in waitings for end in _ends(waiting)}), language)
    if agreed_days is not None:
        text = escape(words.AGREED_MARK.within(language, days=words.in_days(agreed_days, language)))
        side = "end" if agreed_days > 0.6 * last else "start"
        body += f'<path class="agreed" d="M{x(agreed_days):.1f} {_TOP - 4}V{HEIGHT - _BOTTOM}"/>'
        body += f'<text class="agreed" x="{x(agreed_days):.1f}" y="{_TOP - 10}" text-anchor="{side}">{text}</text>'
    label = escape(description)
    box = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"'
    return f'<svg class="keko-draw keko-waiting" role="img" aria-label="{label}" {box}>{body}{lines}{names}</svg>'


def _ends(waiting: Waiting) -> list[int]:
    return [own.last for own in waiting.classes if own.last is not None] or [1]


def _upto(waiting: Waiting) -> list[float]:
    """The share that had been served at the end of each closed class."""
    return [waiting.within(end) or 0.0 for end in _ends(waiting)]


def _y(share: float) -> float:
    return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _line(waiting: Waiting, role: str, x: Callable[[float], float]) -> str:
    points = [(0.0, 0.0), *zip(map(float, _ends(waiting)), _upto(waiting), strict=True)]
    places = " ".join(f"{x(days):.1f},{_y(share):.1f}" for days, share in points)
    return f'<polyline class="{role}" points="{places}"/>'


def _points(waiting: Waiting, name: str, x: Callable[[float], float], language: Language) -> str:
    """What is told at the end of each class: places that are pointed at, and not seen."""
    points = ""
    for end, share in zip(_ends(waiting), _upto(waiting), strict=True):
        facts: dict[Fact, str] = {
            "area": name,
            "group": words.up_to(end, language),
            "value": words.per_cent(share, language),
        }
        points += dot("hit", x(end), _y(share), _HIT, in_lines(language, facts))
    return points


def _names(ends: Sequence[tuple[float, str]], language: Language) -> str:
    """The share at the end of each line, moved apart where they would overlap."""
    texts, lowest = "", 0.0
    for share, role in sorted(ends, reverse=True):
        lowest = max(_y(share) + 4, lowest + _LINE)
        shown = escape(words.per_cent(share, language))
        texts += f'<text class="{role}" x="{WIDTH - _RIGHT + 8:.1f}" y="{lowest:.1f}">{shown}</text>'
    return texts


def _grid(x: Callable[[float], float], ends: Sequence[int], language: Language) -> str:
    grid = ""
    for share in (0.0, 0.5, 1.0):
        grid += f'<path class="axis" d="M{_LEFT} {_y(share):.1f}H{WIDTH - _RIGHT}"/>'
        shown = escape(words.per_cent(share, language))
        grid += f'<text class="scale" x="{_LEFT - 6}" y="{_y(share) + 4:.1f}" text-anchor="end">{shown}</text>'
    before = -_LINE * 2
    for end in [0, *ends]:
        if x(end) - before >= _LINE * 1.6:
            before = x(end)
            shown = escape(number(end, 0, language))
            grid += (
                f'<text class="scale" x="{before:.1f}" y="{HEIGHT - _BOTTOM + 16}" text-anchor="middle">{shown}</text>'
            )
    title = escape(words.DAYS_WAITED.within(language))
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    return grid + f'<text class="scale" x="{middle:.1f}" y="{HEIGHT - 6}" text-anchor="middle">{title}</text>'
