"""From the bytes of a file to its layers: GeoPackage, GeoJSON, TopoJSON, or a Shapefile in a zip.

The format is seen from what the file holds, not from its name; members of an archive get names of our own.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from keko.data.problems import Refused
from keko.intake.read.archive import DAMAGED_FILE, refuse_bombs
from keko.sources.boundary_problems import NO_CRS, NOT_BOUNDARIES, TOO_DETAILED

if TYPE_CHECKING:
    import geopandas as gpd

DEGREES = "EPSG:4326"
MOST_VERTICES = 3_000_000
_MOST_LAYERS = 50
_SQLITE, _ZIP = b"SQLite format 3\0", b"PK\x03\x04"
_SHAPEFILE = {".shp", ".shx", ".dbf", ".prj", ".cpg"}
_SYSTEM = re.compile(r"(?:urn:(?:x-)?ogc:def:crs:)?[A-Za-z]+:[\w.]*:?\w+")  # EPSG:3067, urn:ogc:def:crs:OGC:1.3:CRS84
_JSON = {"FeatureCollection": "GeoJSON", "Topology": "TopoJSON"}


def read_layers(data: bytes) -> list["gpd.GeoDataFrame"]:
    """The layers of a file that have geometry, each with its coordinate reference system.

    Raises:
        Refused: the file is of another format, damaged, too large when unpacked, too detailed, or says no system.
    """
    import pyogrio
    from shapely.errors import ShapelyError

    damage = (
        ShapelyError,
        RuntimeError,
        ValueError,
        OSError,
        zipfile.BadZipFile,
        zlib.error,
    )  # pyogrio's are RuntimeErrors
    format_name, suffix = _format(data)
    with TemporaryDirectory(prefix="keko-boundaries-") as folder:
        try:
            with _laid_out(data, suffix, Path(folder)) as path:
                layers = [str(name) for name, kind in pyogrio.list_layers(path) if kind][:_MOST_LAYERS]
                frames = [_with_crs(pyogrio.read_dataframe(path, layer=name), format_name) for name in layers]
        except damage as error:
            raise Refused([DAMAGED_FILE.at(format=format_name)]) from error
    if not frames:
        raise Refused([NOT_BOUNDARIES.at()])
    return frames


def _format(data: bytes) -> tuple[str, str]:
    """What the format is called, and the suffix by which the library knows it."""
    if data.startswith(_SQLITE):
        return "GeoPackage", ".gpkg"
    if data.startswith(_ZIP):
        return "Shapefile", ".zip"
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        looks_so = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        raise Refused([DAMAGED_FILE.at(format="GeoJSON") if looks_so else NOT_BOUNDARIES.at()]) from error
    kind = _JSON.get(str(document.get("type"))) if isinstance(document, dict) else None
    if kind is None:
        raise Refused([NOT_BOUNDARIES.at()])
    _refuse_foreign_systems(document)
    if kind == "TopoJSON":
        _refuse_many(_vertices(document))
    return kind, f".{kind.lower()}"


def _refuse_foreign_systems(document: dict[str, Any]) -> None:
    """The library would fetch a system that is told by an address: a file must not make KEKO ask anything of anybody."""
    features = document.get("features")
    inner = [feature for feature in features if isinstance(feature, dict)] if isinstance(features, list) else []
    shapes = [feature["geometry"] for feature in inner if isinstance(feature.get("geometry"), dict)]
    for part in (document, *inner, *shapes):
        system = part.get("crs")
        named = system.get("properties") if isinstance(system, dict) and system.get("type") == "name" else None
        name = named.get("name") if isinstance(named, dict) else None
        if system is not None and not (isinstance(name, str) and _SYSTEM.fullmatch(name)):
            raise Refused([NO_CRS.at()])


def _vertices(topology: dict[str, Any]) -> int:
    """How many vertices the shapes of a TopoJSON have: it is small where arcs are used again and again."""
    try:
        lengths = [len(arc) for arc in topology["arcs"]]
        return sum(_used(shape, lengths) for shape in topology["objects"].values())
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refused([DAMAGED_FILE.at(format="TopoJSON")]) from error


def _used(node: Any, lengths: list[int]) -> int:
    if isinstance(node, int):
        return lengths[node if node >= 0 else ~node]
    if isinstance(node, dict):
        node = [*node.get("geometries", ()), *node.get("arcs", ())]
    return sum(_used(part, lengths) for part in node)


def _refuse_many(vertices: int) -> None:
    if vertices > MOST_VERTICES:
        raise Refused([TOO_DETAILED.at(count=vertices, limit=MOST_VERTICES)])


@contextmanager
def _laid_out(data: bytes, suffix: str, folder: Path) -> Iterator[Path]:
    """The file where the library can open it."""
    path = folder / f"boundaries{suffix}"
    if suffix != ".zip":
        path.write_bytes(data)
        yield path
        return
    refuse_bombs(data, "Shapefile")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [
            member for member in archive.infolist() if PurePosixPath(member.filename).suffix.lower() in _SHAPEFILE
        ]
        stems = {str(PurePosixPath(member.filename).with_suffix("")) for member in members}
        if len(stems) != 1:
            raise Refused([NOT_BOUNDARIES.at()])
        for member in members:
            (folder / f"boundaries{PurePosixPath(member.filename).suffix.lower()}").write_bytes(archive.read(member))
    yield folder / "boundaries.shp"


def _with_crs(frame: "gpd.GeoDataFrame", format_name: str) -> "gpd.GeoDataFrame":
    import shapely

    _refuse_many(int(shapely.get_num_coordinates(frame.geometry.values).sum()))
    if frame.crs is not None:
        return frame
    if format_name not in _JSON.values():
        raise Refused([NO_CRS.at()])
    return frame.set_crs(DEGREES)
