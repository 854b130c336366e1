"""What stands where in a drawn picture: the texts of an SVG with the room that they take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, radians, sin
from xml.etree.ElementTree import Element, fromstring

from keko.charts.text_width import text_width

_ASCENT, _DESCENT = 0.72, 0.2  # of the size of the font
_NUMBER = r"-?\d*\.?\d+(?:e-?\d+)?"
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class DrawnText:
    """A text, its size, and the corners of the room it takes, in pixels of the picture."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "DrawnText") -> float:
        """How much of the smaller text the other one lies on, 0 to 1."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(_area(self), _area(other))
        return max(across, 0) * max(down, 0) / smaller if smaller else 0.0


def _area(text: DrawnText) -> float:
    return (text.right - text.left) * (text.bottom - text.top)


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a picture."""
    box = re.search(rf'viewBox="{_NUMBER} {_NUMBER} ({_NUMBER}) ({_NUMBER})"', svg)
    assert box is not None
    return float(box[1]), float(box[2])


def texts(svg: str, size: float = 11) -> list[DrawnText]:
    """Every text that is seen, in the order of drawing; `size`: of a font that the style gives and the picture does not."""
    return list(_texts(fromstring(svg), (1, 0, 0, 1, 0, 0), size))


def outside(svg: str, size: float = 11, slack: float = 2.0) -> list[str]:
    """The texts that leave the picture."""
    wide, high = size_of(svg)
    return [
        each.text
        for each in texts(svg, size)
        if each.left < -slack or each.top < -slack or each.right > wide + slack or each.bottom > high + slack
    ]


def overlapping(svg: str, size: float = 11, share: float = 0.12) -> list[tuple[str, str]]:
    """Pairs of texts of which one lies on the other; a text on its own border is one text."""
    return [
        (one_.text, other.text)
        for one_, other in combinations(texts(svg, size), 2)
        if one_.covers(other) > share and not (one_.text == other.text and one_.left == other.left)
    ]


def _texts(element: Element, at: Matrix, size: float) -> Iterator[DrawnText]:
    at = _times(at, element.get("transform", ""))
    tag = element.tag.rpartition("}")[2]
    if tag in {"title", "defs", "style"} or element.get("opacity") == "0" or element.get("fill-opacity") == "0":
        return
    if tag == "text":
        lines = [(span.text or "", float(span.get("dy", 0))) for span in element] or [(element.text or "", 0.0)]
        down = 0.0
        for text, dy in lines:
            down += dy
            if text.strip():
                yield _placed(element, text, down, at, size)
    for inner in element:
        if inner.tag.rpartition("}")[2] != "tspan":
            yield from _texts(inner, at, size)


def _placed(element: Element, text: str, down: float, at: Matrix, size: float) -> DrawnText:
    size = float((element.get("font-size") or str(size)).removesuffix("px"))
    wide = text_width(text, size, element.get("font-weight") in {"bold", "600", "700"})
    x, y = float(element.get("x", 0)), float(element.get("y", 0)) + down
    x -= {"middle": wide / 2, "end": wide}.get(element.get("text-anchor", ""), 0.0)
    corners = [
        (at[0] * a + at[2] * b + at[4], at[1] * a + at[3] * b + at[5])
        for a in (x, x + wide)
        for b in (y - _ASCENT * size, y + _DESCENT * size)
    ]
    across, downwards = zip(*corners, strict=True)
    return DrawnText(text, size, min(across), min(downwards), max(across), max(downwards))


def _times(at: Matrix, transform: str) -> Matrix:
    a, b, c, d, e, f = at
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(number) for number in re.findall(_NUMBER, inside)]
        if name == "translate":
            x, y = (*numbers, 0.0)[:2]
            e, f = a * x + c * y + e, b * x + d * y + f
        elif name == "rotate":
            turn = radians(numbers[0])
            a, b, c, d = (
                a * cos(turn) + c * sin(turn), b * cos(turn) + d * sin(turn),
                c * cos(turn) - a * sin(turn), d * cos(turn) - b * sin(turn),
            )  # fmt: skip
        elif name == "scale":
            a, b, c, d = a * numbers[0], b * numbers[0], c * numbers[-1], d * numbers[-1]
    return a, b, c, d, e, f
