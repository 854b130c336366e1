"""Serves boundaries from the database: named by their content, so that a browser fetches each once and any replica has it."""

import gzip

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from keko.data.geometry import served
from keko.ui import loads

_FOLDER = "/geo"
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
