"""From municipalities with their shapes to every level as it is stored and served: dissolved, compact, hashed.

Heavy libraries are imported where they are used: pages that only read what is stored never load them.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from keko.data.areas import Areas
from keko.data.levels import LEVELS

if TYPE_CHECKING:
    import geopandas as gpd

DEGREES = 4326  # WGS 84
METRES = 3067  # ETRS-TM35FIN, in which areas are computed
STEP = 0.0001  # degrees: 11 m to the north, 5 m to the east
_DECIMALS = 4


class Place(NamedTuple):
    """Where an area is: a point inside it and its bounds, in degrees; its area as drawn."""

    longitude: float
    latitude: float
    west: float
    south: float
    east: float
    north: float
    square_kilometres: float


@dataclass(frozen=True)
class Layer:
    """One level. `geojson`: a FeatureCollection whose features have the property `code`, by code, compressed by gzip.

    `hash`: of the uncompressed GeoJSON, the name under which it is served; `size`: its bytes.
    """

    level: str
    geojson: bytes
    hash: str
    size: int
    places: dict[str, Place]


def layers(municipalities: "gpd.GeoDataFrame", areas: Areas) -> list[Layer]:
    """Every level of the living municipalities in `municipalities`: index code, geometry in any known CRS.

    All levels are made of the same rounded corners, so their borders lie on each other.
    """
    import shapely

    own = municipalities[["geometry"]].to_crs(DEGREES).sort_index()
    own["geometry"] = shapely.set_precision(own.geometry.values, STEP)
    parents = {code: {areas[parent].level: parent for parent in areas.parents(code)} for code in own.index}
    return [_layer(level, _dissolved(own, parents, level)) for level in LEVELS]


def _dissolved(own: "gpd.GeoDataFrame", parents: Mapping[str, Mapping[str, str]], level: str) -> "gpd.GeoDataFrame":
    if level == "KU":
        return own
    return own.assign(area=[parents[code][level] for code in own.index]).dissolve("area", grid_size=STEP)


def _layer(level: str, frame: "gpd.GeoDataFrame") -> Layer:
    import shapely

    # Clockwise from outside, against RFC 7946: d3 and Vega draw by it, and take the other way for all the world but that.
    shapes = shapely.orient_polygons(frame.geometry.values, exterior_cw=True)
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": _geometry(shape)}
        for code, shape in zip(frame.index, shapes, strict=True)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode()
    packed = gzip.compress(text, compresslevel=9, mtime=0)
    return Layer(level, packed, hashlib.sha256(text).hexdigest()[:32], len(text), _places(frame))


def _geometry(shape: Any) -> dict[str, Any]:
    import shapely

    geometry: dict[str, Any] = json.loads(
        shapely.to_geojson(shape), parse_float=lambda text: round(float(text), _DECIMALS)
    )
    return geometry


def _places(frame: "gpd.GeoDataFrame") -> dict[str, Place]:
    points = frame.representative_point()
    sizes = frame.to_crs(METRES).area / 1_000_000
    columns = (points.x, points.y, *(frame.bounds[name] for name in ("minx", "miny", "maxx", "maxy")))
    rounded = [column.round(_DECIMALS) for column in columns]
    rows = zip(*(column.tolist() for column in (*rounded, sizes.round(2))), strict=True)
    return {code: Place(*row) for code, row in zip(frame.index, rows, strict=True)}
