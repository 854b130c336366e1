"""Marks of small drawings in tables: SVG whose colours are the classes of the theme."""

from html import escape
from typing import Literal

from keko.indicators.comparing.comparison import Verdict

RADIUS = 6.0
Role = Literal["area", "benchmark"]


def drawing(kind: str, width: float, height: float, description: str, body: str) -> str:
    """One drawing that keeps its size, `description` its alternative text."""
    return (
        f'<svg class="keko-draw {kind}" role="img" aria-label="{escape(description)}" '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">{told(description)}{body}</svg>'
    )


def told(facts: str) -> str:
    """What is told of a shape, or of the drawing as a whole, to who points at it: its first part."""
    return f"<title>{escape(facts).replace(chr(10), '&#10;')}</title>" if facts else ""


def verdict_mark(verdict: Verdict, x: float, y: float, radius: float = RADIUS) -> str:
    """The mark of an area: its shape tells the verdict to those who do not see the colour."""
    r = radius
    style = verdict.replace(" ", "-")
    match verdict:
        case "worse":
            shape = f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z"
        case "higher":
            shape = f"M{x:.1f} {y - r:.1f}l{r:.1f} {2 * r:.1f}h{-2 * r:.1f}z"
        case "lower":
            shape = f"M{x:.1f} {y + r:.1f}l{r:.1f} {-2 * r:.1f}h{-2 * r:.1f}z"
        case _:
            shape = f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"
    return f'<path class="mark {style}" d="{shape}"/>'


def dot(kind: str, x: float, y: float, radius: float = 5.0, facts: str = "") -> str:
    """A point of the area or of the benchmark, in the colour it has everywhere; `facts`: what is told of it alone."""
    return _shape(f'circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"', facts)


def bar(kind: str, start: float, end: float, y: float, height: float, least: float = 0.0, facts: str = "") -> str:
    """A level bar from `start` to `end`, at least `least` wide; `facts`: what is told of it alone."""
    wide = max(end - start, least)
    left = (start + end - wide) / 2
    return _shape(f'rect class="{kind}" x="{left:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{height:.1f}"', facts)


def upright(kind: str, x: float, top: float, bottom: float) -> str:
    """An upright line."""
    return f'<path class="{kind}" d="M{x:.1f} {top:.1f}V{bottom:.1f}"/>'


def _shape(opening: str, facts: str) -> str:
    return f"<{opening}>{told(facts)}</{opening.split(maxsplit=1)[0]}>" if facts else f"<{opening}/>"
