"""Boundaries of municipalities from a file or from Statistics Finland: read, checked against the areas, repaired."""

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.geometry import Origin, current_boundaries, publish_boundaries
from keko.data.layers import DEGREES, METRES, layers
from keko.data.people import Person
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.sources.boundary_files import read_layers
from keko.sources.boundary_keys import with_codes
from keko.sources.boundary_problems import JOINED, LEFT_OUT, MERGED, MISSING, OUTSIDE_FINLAND
from keko.sources.boundary_repair import clipped, gaps, generalised, listing, valid_areas, without_overlaps
from keko.sources.http import Http
from keko.sources.settings import SourceSettings

if TYPE_CHECKING:
    import geopandas as gpd

SCHEMATIC = ASSETS / "geo" / "municipalities.topo.json"
STATFI_ORIGIN = Origin(
    source=Text(
        "Tilastokeskus, kuntarajat 1:4 500 000",
        "Statistikcentralen, kommungränser 1:4 500 000",
        "Statistics Finland, municipal boundaries 1:4 500 000",
    ),
    licence="CC BY 4.0",
    crs="",
)
_SCHEMATIC_ORIGIN = Origin(
    source=Text.same("KEKO; GeoNames; Natural Earth"),
    licence="CC BY 4.0",
    crs="EPSG:4326",
    is_schematic=True,
    year=2026,
)
_FINLAND = (18.0, 58.5, 33.0, 71.0)  # degrees: west, south, east, north, the sea to its outer border included


@dataclass(frozen=True)
class BoundaryFile:
    """What a file of boundaries holds. `municipalities`: the living ones, index code, in metres; `crs`, `key`: as found in the file."""

    municipalities: "gpd.GeoDataFrame"
    crs: str
    key: str
    problems: list[Problem]


def read_boundaries(data: bytes, areas: Areas, key: str | None = None, land: Any = None) -> BoundaryFile:
    """The municipalities of today in a file of boundaries.

    `key`: the column of codes, found by itself where not given; `land`: a shape in metres to clip the sea away with.

    Raises:
        Refused: the file cannot be read, is not of Finland's municipalities, lacks one, or has them on each other.
    """
    layer, column = with_codes(read_layers(data), areas, key)
    _refuse_outside_finland(layer)
    repaired = valid_areas(layer)
    municipalities, notices = _of_today(repaired.frame, areas)
    separate = without_overlaps(municipalities)
    shapes = separate.frame if land is None else clipped(separate.frame, land)
    simplified = generalised(shapes)
    problems = [*repaired.problems, *notices, *separate.problems, *gaps(shapes), *simplified.problems]
    return BoundaryFile(simplified.frame, layer.crs.to_string(), column, problems)


def read_land(data: bytes) -> Any:
    """The land in a file, one shape in metres: every area of its first layer.

    Raises:
        Refused: the file cannot be read.
    """
    return valid_areas(read_layers(data)[0].assign(code="")).frame.union_all()


def ensure_boundaries(connection: sa.Connection, by: Person) -> None:
    """Make the project's own map the current one where there is none, or where an older form of it is."""
    data, current = SCHEMATIC.read_bytes(), current_boundaries(connection)
    origin = replace(_SCHEMATIC_ORIGIN, sha256=checksum(data))
    if current is not None and (not current.origin.is_schematic or current.origin.sha256 == origin.sha256):
        return
    areas = area_tables.load(connection)
    layer, _ = with_codes(read_layers(data), areas, "code")
    municipalities = valid_areas(layer).frame.set_index("code")  # nothing else is wrong with what is shipped
    made_layers = layers(municipalities, areas)
    publish_boundaries(connection, origin, made_layers, by)


def publish_file(engine: sa.Engine, file: BoundaryFile, origin: Origin, by: Person) -> int:
    """Make what was read the current boundaries, at every level; returns the number of the release."""
    with engine.connect() as connection:
        made_layers = layers(file.municipalities, area_tables.load(connection))
    with writing(engine) as connection:
        return publish_boundaries(connection, replace(origin, crs=file.crs), made_layers, by)


def checksum(data: bytes) -> str:
    """SHA-256 of a file, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def fetch_statfi(year: int, http: Http, at: SourceSettings) -> bytes:
    """The municipalities of a year, 1:4.5M, from the WFS of Statistics Finland, as GeoJSON in degrees.

    Counties, employment areas and regions are put together of them: not all have a layer of their own.

    Raises:
        Refused: the service does not answer, or has no such year.
    """
    arguments = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeName": f"tilastointialueet:kunta4500k_{year}",
        "outputFormat": "json",
        "srsName": f"EPSG:{METRES}",
    }
    return http.get(at.statfi_wfs_url, list(arguments.items()))


def _refuse_outside_finland(frame: "gpd.GeoDataFrame") -> None:
    from pyproj.exceptions import ProjError

    try:
        west, south, east, north = frame.to_crs(DEGREES).total_bounds
    except ProjError as error:  # a plan of some site, or another planet
        raise Refused([OUTSIDE_FINLAND.at(seen=frame.crs.name)]) from error
    if not (west >= _FINLAND[0] and south >= _FINLAND[1] and east <= _FINLAND[2] and north <= _FINLAND[3]):
        raise Refused([OUTSIDE_FINLAND.at(seen=f"{west:.4g}…{east:.4g}°, {south:.4g}…{north:.4g}°")])


def _of_today(frame: "gpd.GeoDataFrame", areas: Areas) -> tuple["gpd.GeoDataFrame", list[Problem]]:
    """The shapes by municipality of today, index code.

    Raises:
        Refused: one is missing.
    """
    codes = frame["code"].tolist()
    living = {area.code for area in areas.of_level("KU") if area.valid_to is None}
    heirs = {code: _heir(code, areas) for code in set(codes)}
    unknown = sorted(code for code, heir in heirs.items() if heir not in living)
    merged = sorted(f"{code} → {heir}" for code, heir in heirs.items() if heir in living and heir != code)
    twice = sorted(code for code, times in Counter(codes).items() if times > 1 and heirs[code] in living)
    missing = sorted(living - set(heirs.values()))
    if missing:
        seen = listing([f"{code} {areas[code].short.fi}" for code in missing])
        raise Refused([MISSING.at(count=len(missing), seen=seen)])
    kept = frame.assign(code=[heirs[code] for code in codes])
    shapes = kept[kept["code"].isin(living)].dissolve("code")[["geometry"]]
    kinds = ((LEFT_OUT, unknown), (JOINED, twice))
    problems = [kind.at(count=len(seen), seen=listing(seen)) for kind, seen in kinds if seen]
    return shapes, [*problems, *([MERGED.at(seen=listing(merged))] if merged else [])]


def _heir(code: str, areas: Areas) -> str:
    """The municipality of today that a code means."""
    while code in areas.successions:
        code = areas.successions[code].new
    return code
