"""Where the name of the selected area stands on a map: on it where it is large, else beside it, where little is covered."""

from collections.abc import Iterable
from math import cos, hypot, pi, sin
from typing import NamedTuple

from keko.charts.map_frame import HEIGHT, MapFrame
from keko.charts.map_projection import Box, extent_box, projected, unprojected
from keko.charts.text_width import text_width

SIZE = 15  # px of the type
_NARROW = 340  # px: a map on a telephone
_LINE = 20.0  # px that a line of type takes
_GAP = 12.0  # px between an area and its name
# The places that are tried: in how many directions, how far apart, and how far at most (px).
_DIRECTIONS, _STEP, _FAR = 24, 8, 260
_COVERED = 12.0  # px that a name goes farther rather than cover the middle of one more area
_WITHIN = (0.8, 0.3)  # of the width and the height of an area: a larger name would hide it


class NamePlace(NamedTuple):
    """In degrees, the middle of a name and, where it stands beside its area, where the line to it begins."""

    longitude: float
    latitude: float
    leader: tuple[float, float] | None = None


def name_place(name: str, frame: MapFrame) -> NamePlace | None:
    """Where the name of the frame's area stands; None where the place of the area is not known."""
    if frame.area not in frame.centres:
        return None
    on_area = NamePlace(*frame.centres[frame.area])
    if frame.bounds is None:
        return on_area
    shown, own = extent_box(frame.extent), extent_box(frame.bounds)
    pixel = max((shown.right - shown.left) / _NARROW, (shown.high - shown.low) / HEIGHT)
    width, height = (text_width(name, SIZE, is_bold=True) + 4) * pixel, _LINE * pixel
    if width <= _WITHIN[0] * (own.right - own.left) and height <= _WITHIN[1] * (own.high - own.low):
        return on_area
    middles = [projected(*centre) for centre in frame.centres.values()]
    # The name must be clear of its area and within the map: its middle of smaller bounds, by half of its size.
    clear, within = own.grown(width / 2 + _GAP * pixel, height / 2 + _GAP * pixel), shown.grown(-width / 2, -height / 2)
    tried = [at for at in _around(own, pixel) if within.holds(*at) and not clear.holds(*at)]
    if not tried:
        return on_area

    def cost(at: tuple[float, float]) -> float:
        covered = Box(*at, *at).grown(width / 2, height / 2)
        away = hypot(at[0] - own.middle[0], at[1] - own.middle[1]) / pixel
        return away + _COVERED * sum(covered.holds(*middle) for middle in middles)

    best = min(tried, key=cost)
    return NamePlace(*unprojected(*best), unprojected(*_edge(own, best)))


def _around(own: Box, pixel: float) -> Iterable[tuple[float, float]]:
    x, y = own.middle
    for turn in range(_DIRECTIONS):
        angle = 2 * pi * turn / _DIRECTIONS
        for far in range(_STEP, _FAR, _STEP):
            yield x + far * pixel * cos(angle), y + far * pixel * sin(angle)


def _edge(own: Box, towards: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle of an area leaves the ellipse that fills its bounds: about where it leaves the area."""
    (x, y), across, up = own.middle, (own.right - own.left) / 2, (own.high - own.low) / 2
    right, higher = towards[0] - x, towards[1] - y
    part = 1 / hypot(right / across, higher / up)
    return x + part * right, y + part * higher
