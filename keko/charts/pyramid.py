"""Ages of men and women: the area's shares as bars, another area's as an outline, as SVG in the theme's colours."""

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import NamedTuple

from keko.charts.marks import bar
from keko.charts.tooltips import in_lines
from keko.config import Language
from keko.words.formats import number, quantity

WIDTH, MIDDLE, ROW, TOP, BOTTOM = 540.0, 56.0, 27.0, 26.0, 24.0
_SIDE = (WIDTH - MIDDLE) / 2


class AgeRow(NamedTuple):
    """Shares of one age, per cent; those of the other area None where it has none."""

    age: str
    men: float
    women: float
    other_men: float | None = None
    other_women: float | None = None


def pyramid_drawing(
    rows: Sequence[AgeRow], sides: tuple[str, str], areas: Sequence[str], description: str, language: Language
) -> str:
    """The pyramid, the oldest on top; `sides`: what men and women are called, `areas`: the area and the other one."""
    shares = [share for row in rows for share in row[1:] if isinstance(share, float)]
    most = max(2, ceil(max(shares, default=1.0)))
    height = TOP + ROW * len(rows) + BOTTOM
    upwards = list(reversed(rows))
    body = (
        _axis(most, height, language)
        + "".join(
            _row(row, TOP + ROW * place, most, _facts(row, sides, areas, language)) for place, row in enumerate(upwards)
        )
        + _outline([row.other_men for row in upwards], -1, most)
        + _outline([row.other_women for row in upwards], 1, most)
        + f'<text class="side" x="{_x(0, -1, most):.0f}" y="16" text-anchor="end">{escape(sides[0])}</text>'
        + f'<text class="side" x="{_x(0, 1, most):.0f}" y="16">{escape(sides[1])}</text>'
    )
    return (
        f'<svg class="keko-draw keko-pyramid" role="img" aria-label="{escape(description)}" '
        f'viewBox="0 0 {WIDTH:.0f} {height:.0f}">{body}</svg>'
    )


def _x(share: float, side: int, most: float) -> float:
    """Where a share ends; `side`: −1 to the left, 1 to the right of the ages."""
    return WIDTH / 2 + side * (MIDDLE / 2 + share / most * (_SIDE - 12))


def _facts(row: AgeRow, sides: tuple[str, str], areas: Sequence[str], language: Language) -> tuple[str, str]:
    """What is told of the men and of the women of an age."""
    men, women = (
        in_lines(
            language,
            {
                "group": f"{side}, {row.age}",
                "value": _named(areas[0], shares[0], language),
                "beside": _named(areas[-1], shares[1], language),
            },
        )
        for side, shares in zip(sides, ((row.men, row.other_men), (row.women, row.other_women)), strict=True)
    )
    return men, women


def _named(area: str, share: float | None, language: Language) -> str:
    return "" if share is None else f"{area} {quantity(share, 1, '%', language)}"


def _row(row: AgeRow, top: float, most: float, facts: tuple[str, str]) -> str:
    middle = top + ROW / 2
    return (
        bar("area", _x(row.men, -1, most), _x(0, -1, most), top + 2, ROW - 4, facts=facts[0])
        + bar("area", _x(0, 1, most), _x(row.women, 1, most), top + 2, ROW - 4, facts=facts[1])
        + f'<text class="age" x="{WIDTH / 2:.0f}" y="{middle + 4:.1f}" text-anchor="middle">{escape(row.age)}</text>'
    )


def _outline(shares: Sequence[float | None], side: int, most: float) -> str:
    known = [share for share in shares if share is not None]
    if len(known) < len(shares):
        return ""
    steps = "".join(
        f"{'M' if not place else 'H'}{_x(share, side, most):.1f}{f' {TOP:.1f}' if not place else ''}"
        f"V{TOP + ROW * (place + 1):.1f}"
        for place, share in enumerate(known)
    )
    return f'<path class="outline" d="{steps}"/>'


def _axis(most: int, height: float, language: Language) -> str:
    """Lines at every per cent, numbered at every second one."""
    bottom = height - BOTTOM
    marks = []
    for side in (-1, 1):
        for share in range(0, most + 1, 2 if most > 4 else 1):
            x = _x(share, side, most)
            label = f"{number(share, 0, language)} %"
            marks.append(f'<path class="axis" d="M{x:.1f} {TOP:.0f}V{bottom:.1f}"/>')
            marks.append(f'<text class="tick" x="{x:.1f}" y="{bottom + 17:.1f}" text-anchor="middle">{label}</text>')
    return "".join(marks)
