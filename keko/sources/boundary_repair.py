"""Shapes made sound: areas only, valid, not on each other, put together, clipped, generalised with shared borders.

All of it works in metres (EPSG:3067), on frames indexed by code.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from keko.data.layers import METRES
from keko.data.problems import Problem, Refused
from keko.sources.boundary_problems import (
    EMPTY,
    GAPS,
    NO_LAND,
    OVERLAPPING,
    REPAIRED,
    SIMPLIFIED,
    TRIMMED,
)

if TYPE_CHECKING:
    import geopandas as gpd

MOST_VERTICES = 40_000  # some 300 kB compressed
_TOLERANCE = 100.0  # metres
_SLIVER = 1_000.0  # square metres: less lies on each other wherever two files' roundings meet
_SMALL_OVERLAP = 0.02  # of the smaller area
_LEAST_GAP = 1_000_000.0
_SHOWN = 20


class Repaired(NamedTuple):
    """Shapes and what was done to them."""

    frame: "gpd.GeoDataFrame"
    problems: list[Problem]


def listing(seen: list[str]) -> str:
    """The first twenty of what was seen, as one text."""
    return ", ".join(seen[:_SHOWN]) + (" …" if len(seen) > _SHOWN else "")


def valid_areas(frame: "gpd.GeoDataFrame") -> Repaired:
    """`frame` (columns code and geometry, any system) in metres, with polygons only; broken ones are repaired."""
    import shapely

    known = frame.assign(geometry=shapely.force_2d(frame.geometry.values))
    broken = ~(known.is_valid | known.geometry.isna())
    known["geometry"] = _polygons(shapely.make_valid(known.geometry.values, method="structure", keep_collapsed=False))
    known = known.to_crs(METRES)
    known["geometry"] = _polygons(shapely.make_valid(known.geometry.values, method="structure", keep_collapsed=False))
    empty = known.geometry.isna() | known.is_empty | (known.area == 0)
    problems = []
    if empty.any():
        problems.append(EMPTY.at(count=int(empty.sum()), seen=listing(known.loc[empty, "code"].tolist())))
    repaired = known.loc[broken & ~empty, "code"].tolist()
    if repaired:
        problems.append(REPAIRED.at(count=len(repaired), seen=listing(repaired)))
    return Repaired(known[~empty], problems)


def _polygons(shapes: Any) -> list[Any]:
    """Of collections, their polygons; of lines and points nothing."""
    import shapely

    def areas_of(shape: Any) -> Any:
        if shape is None or shape.geom_type in {"Polygon", "MultiPolygon"}:
            return shape
        parts = [part for part in shapely.get_parts(shape) if part.geom_type in {"Polygon", "MultiPolygon"}]
        return shapely.union_all(parts) if parts else None

    return [areas_of(shape) for shape in shapes]


def without_overlaps(frame: "gpd.GeoDataFrame") -> Repaired:
    """Shapes that do not lie on each other: a small overlap goes to the smaller one.

    Raises:
        Refused: an overlap is large.
    """
    import shapely

    shapes = frame.geometry.to_numpy().copy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    first, second = first[first < second], second[first < second]
    sizes = shapely.area(shapely.intersection(shapes[first], shapes[second]))
    smaller = shapely.area(shapes).take([first, second]).min(axis=0)
    too_large = sizes > _SMALL_OVERLAP * smaller
    pairs = list(zip(first, second, strict=True))
    names = [f"{frame.index[left]}–{frame.index[right]}" for left, right in pairs]
    if too_large.any():
        seen = [text for text, bad in zip(names, too_large, strict=True) if bad]
        raise Refused([OVERLAPPING.at(count=len(seen), seen=listing(seen))])
    trimmed = []
    for pair in (sizes > _SLIVER).nonzero()[0]:
        smaller_shape, larger_shape = sorted(pairs[pair], key=lambda at: shapes[at].area)
        shapes[larger_shape] = _polygons([shapely.difference(shapes[larger_shape], shapes[smaller_shape])])[0]
        trimmed.append(names[pair])
    problems = [TRIMMED.at(count=len(trimmed), seen=listing(trimmed))] if trimmed else []
    return Repaired(frame.set_geometry(shapes, crs=METRES), problems)


def clipped(frame: "gpd.GeoDataFrame", land: Any) -> "gpd.GeoDataFrame":
    """The part of every shape that is on land.

    Raises:
        Refused: nothing is left of one.
    """
    on_land = frame.set_geometry(_polygons(frame.intersection(land)), crs=METRES)
    lost = on_land.index[on_land.geometry.isna() | on_land.is_empty].tolist()
    if lost:
        raise Refused([NO_LAND.at(seen=listing(lost))])
    return on_land


def gaps(frame: "gpd.GeoDataFrame") -> list[Problem]:
    """A warning where land between the municipalities belongs to none."""
    import shapely

    rings = [ring for part in shapely.get_parts(frame.union_all()) for ring in part.interiors]
    sizes = [size for ring in rings if (size := shapely.Polygon(ring).area) >= _LEAST_GAP]
    return [GAPS.at(count=len(sizes), size=round(sum(sizes) / 1_000_000))] if sizes else []


def generalised(frame: "gpd.GeoDataFrame") -> Repaired:
    """Shapes with few enough vertices, borders between them still shared: tolerance grows until they are.

    Method: arcs of the topology simplified by Douglas and Peucker (package `topojson`).
    """
    import shapely
    from topojson.core.topology import Topology

    before = int(shapely.get_num_coordinates(frame.geometry.values).sum())
    topology, metres = Topology(frame[["geometry"]].reset_index(), prequantize=False), _TOLERANCE
    simplified = topology.toposimplify(metres).to_gdf(crs=METRES)
    while shapely.get_num_coordinates(simplified.geometry.values).sum() > MOST_VERTICES:
        metres *= 2
        simplified = topology.toposimplify(metres).to_gdf(crs=METRES)
    simplified["geometry"] = _polygons(
        shapely.make_valid(simplified.geometry.values, method="structure", keep_collapsed=False)
    )
    after = int(shapely.get_num_coordinates(simplified.geometry.values).sum())
    notice = SIMPLIFIED.at(metres=round(metres), before=before, after=after)
    return Repaired(simplified.set_index("code")[["geometry"]], [notice] if after < before else [])
