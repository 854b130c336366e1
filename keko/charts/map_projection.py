"""The projection of a map in Vega-Lite: transverse Mercator, as the Finnish grid, so that the country stands upright."""

from math import atan2, atanh, cos, radians, sin, tan
from typing import Any

from keko.charts.map_frame import Extent

MERIDIAN = 27.0  # of the Finnish grid, TM35FIN
_FILLED = 0.98  # of the chart: outlines have a width


def map_projection(extent: Extent, width: str, height: str) -> dict[str, Any]:
    """A projection that fits `extent` into a chart of `width` and `height` (expressions or numbers)."""
    middle = (extent.south + extent.north) / 2
    upright = min(max(MERIDIAN, extent.west), extent.east)  # where a parallel is farthest south
    meridians, parallels = (extent.west, upright, extent.east), (extent.south, middle, extent.north)
    points = [_projected(longitude, latitude) for longitude in meridians for latitude in parallels]
    (left, right), (low, high) = ((min(ends), max(ends)) for ends in zip(*points, strict=True))
    scale = f"{_FILLED}*min({width}/{right - left:.6f}, {height}/{high - low:.6f})"
    x, y = (left + right) / 2, (low + high) / 2
    translate = f"[{width}/2 - {scale}*{x:.6f}, {height}/2 + {scale}*{y:.6f}]"
    return {
        "type": "transverseMercator",
        "rotate": [-MERIDIAN, 0, 0],
        "scale": {"expr": scale},
        "translate": {"expr": translate},
    }


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = radians(longitude - MERIDIAN), radians(latitude)
    return atanh(cos(y) * sin(x)), atan2(tan(y), cos(x))
