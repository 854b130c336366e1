"""The projection of a map in Vega-Lite: transverse Mercator, as the Finnish grid, so that the country stands upright."""

from math import asin, atan2, atanh, cos, cosh, degrees, radians, sin, sinh, tan
from typing import Any, NamedTuple

from keko.charts.map_frame import Extent

MERIDIAN = 27.0  # of the Finnish grid, TM35FIN
_FILLED = 0.98  # of the chart: outlines have a width


class Box(NamedTuple):
    """A part of the projected plane, of a sphere whose radius is 1."""

    left: float
    low: float
    right: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.low + self.high) / 2

    def grown(self, across: float, up: float) -> "Box":
        """The same with so much more on either side, and above and below."""
        return Box(self.left - across, self.low - up, self.right + across, self.high + up)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is within it."""
        return self.left <= x <= self.right and self.low <= y <= self.high


def extent_box(extent: Extent) -> Box:
    """What `extent` takes of the plane."""
    middle = (extent.south + extent.north) / 2
    upright = min(max(MERIDIAN, extent.west), extent.east)  # where a parallel is farthest south
    meridians, parallels = (extent.west, upright, extent.east), (extent.south, middle, extent.north)
    points = [projected(longitude, latitude) for longitude in meridians for latitude in parallels]
    (left, right), (low, high) = ((min(ends), max(ends)) for ends in zip(*points, strict=True))
    return Box(left, low, right, high)


def map_projection(extent: Extent, width: str, height: str) -> dict[str, Any]:
    """A projection that fits `extent` into a chart of `width` and `height` (expressions or numbers)."""
    box = extent_box(extent)
    scale = f"{_FILLED}*min({width}/{box.right - box.left:.6f}, {height}/{box.high - box.low:.6f})"
    x, y = box.middle
    translate = f"[{width}/2 - {scale}*{x:.6f}, {height}/2 + {scale}*{y:.6f}]"
    return {
        "type": "transverseMercator",
        "rotate": [-MERIDIAN, 0, 0],
        "scale": {"expr": scale},
        "translate": {"expr": translate},
    }


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees as a point of the plane."""
    x, y = radians(longitude - MERIDIAN), radians(latitude)
    return atanh(cos(y) * sin(x)), atan2(tan(y), cos(x))


def unprojected(x: float, y: float) -> tuple[float, float]:
    """A point of the plane as degrees: longitude, latitude."""
    return MERIDIAN + degrees(atan2(sinh(x), cos(y))), degrees(asin(sin(y) / cosh(x)))
