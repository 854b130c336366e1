"""The project's own map as files of every format, for tests that read, change and break them."""

import io
import json
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd

from keko.sources.boundaries import SCHEMATIC

KEY = "natcode"


@cache
def _read() -> gpd.GeoDataFrame:
    frame = gpd.read_file(SCHEMATIC).set_crs(4326, allow_override=True)
    frame["geometry"] = frame.make_valid()
    frame[KEY] = frame["code"].str.removeprefix("KU")
    return frame[[KEY, "geometry"]]


def municipalities() -> gpd.GeoDataFrame:
    """308 municipalities: column natcode ("005") and their shapes in degrees; a copy to do with as one likes."""
    return _read().copy()


def geojson(frame: gpd.GeoDataFrame) -> bytes:
    """Without a member that tells the system, as RFC 7946 wants it."""
    document = json.loads(frame.to_json(to_wgs84=False))
    document.pop("crs", None)
    return json.dumps(document).encode()


def written(frame: gpd.GeoDataFrame, driver: str, suffix: str) -> dict[str, bytes]:
    """The files that a driver writes, by name."""
    with TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / f"rajat{suffix}", driver=driver)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def geopackage(frame: gpd.GeoDataFrame) -> bytes:
    """In the frame's own system."""
    return written(frame, "GPKG", ".gpkg")["rajat.gpkg"]


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def shapefile(frame: gpd.GeoDataFrame, without: str = "", folder: str = "") -> bytes:
    """A Shapefile in a zip. `without`: a suffix to leave out; `folder`: where in the archive it stands."""
    files = written(frame, "ESRI Shapefile", ".shp")
    return zipped({folder + name: data for name, data in files.items() if not (without and name.endswith(without))})


def changed(frame: gpd.GeoDataFrame, code: str, **cells: Any) -> gpd.GeoDataFrame:
    """The frame with other cells in the row of a municipality."""
    for name, cell in cells.items():
        frame.loc[frame[KEY] == code, name] = cell
    return frame


def shape(frame: gpd.GeoDataFrame, code: str) -> Any:
    """The shape of a municipality."""
    return frame.loc[frame[KEY] == code, "geometry"].iloc[0]
