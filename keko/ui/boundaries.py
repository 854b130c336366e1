"""Boundaries from the database: read by pages, and served by their content, so that a browser fetches each once."""

import gzip
import json
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from keko.charts.map_frame import Extent, MapFrame
from keko.charts.place_markers import PlaceMarker
from keko.data.areas import WHOLE_COUNTRY
from keko.data.geometry import Boundaries, current_boundaries, served
from keko.data.geometry import places as read_places
from keko.data.layers import Place
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion

_FOLDER = "/geo"
_FINLAND = Extent(19.0, 59.5, 31.7, 70.2)  # where there are no boundaries
_FOREVER = "public, max-age=31536000, immutable"


def address(hash_: str) -> str:
    """Where the level whose content has this hash is served."""
    return f"{_FOLDER}/{hash_}.json"


def _answer(request: Request) -> Response:
    """A level as GeoJSON, compressed as it is stored. (A plain function: the framework runs it beside its loop.)"""
    with loads.engine().connect() as connection:
        packed = served(connection, request.path_params["hash"])
    if packed is None:
        return PlainTextResponse("Not found", 404, {"Cache-Control": "no-store"})
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), headers=headers, media_type="application/geo+json")
    return Response(packed, headers={**headers, "Content-Encoding": "gzip"}, media_type="application/geo+json")


routes = [Route(address("{hash}"), _answer)]


@kept(2)
def boundaries(version: DataVersion) -> Boundaries | None:
    """The boundaries in force, without their geometry."""
    with loads.engine().connect() as connection:
        return current_boundaries(connection)


@kept(2)
def places_by_area(version: DataVersion) -> dict[str, Place]:
    """By code, where every area is; empty without boundaries."""
    current = boundaries(version)
    if current is None:
        return {}
    with loads.engine().connect() as connection:
        return read_places(connection, current.id)


@kept(4)
def geometry(hash_: str, version: DataVersion) -> dict[str, str]:
    """The GeoJSON of each area of a level, as text."""
    with loads.engine().connect() as connection:
        packed = served(connection, hash_)
    features = json.loads(gzip.decompress(packed))["features"] if packed else []
    return {
        feature["properties"]["code"]: json.dumps(feature["geometry"], separators=(",", ":")) for feature in features
    }


def features(layers: Iterable[str], version: DataVersion) -> dict[str, list[dict[str, Any]]]:
    """The features of levels by the address they are served at, for a picture that nobody serves anything."""
    current = boundaries(version)
    hashes = [current.layers[level].hash for level in layers] if current else []
    return {address(hash_): _features(hash_, version) for hash_ in hashes}


def _features(hash_: str, version: DataVersion) -> list[dict[str, Any]]:
    return [
        {"type": "Feature", "properties": {"code": code}, "geometry": json.loads(shape)}
        for code, shape in geometry(hash_, version).items()
    ]


def frame_of(
    area: str, benchmark: str, extent: Extent, version: DataVersion, markers: tuple[PlaceMarker, ...] = ()
) -> MapFrame:
    """What every map of an area shows besides figures."""
    current, places = boundaries(version), places_by_area(version)
    addresses = {level: address(layer.hash) for level, layer in current.layers.items()} if current else {}
    centres = {code: (place.longitude, place.latitude) for code, place in places.items()}
    own = places.get(area)
    bounds = Extent(own.west, own.south, own.east, own.north) if own else None
    return MapFrame(addresses, extent, area, benchmark, markers, centres=centres, bounds=bounds)


def extent_of(area: str, margin: float, version: DataVersion) -> Extent:
    """What is in sight around an area, with so much of its size on every side; the country where its place is not known."""
    places = places_by_area(version)
    place = places.get(area) or places.get(WHOLE_COUNTRY)
    if place is None:
        return _FINLAND
    across, up = (place.east - place.west) * margin, (place.north - place.south) * margin
    return Extent(place.west - across, place.south - up, place.east + across, place.north + up)
