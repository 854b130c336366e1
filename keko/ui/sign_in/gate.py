"""The gate before everything: who may reach what, by default nobody what is closed, so that a route added later is closed too."""

from urllib.parse import urlsplit

from sqlalchemy.exc import DBAPIError
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from keko.access.sign_ins import SignedIn
from keko.config import language_of, names, settings
from keko.data.people import WORKING
from keko.ui import check_routes, frame_script
from keko.ui.sign_in import addresses, door
from keko.ui.sign_in.limits import UPLOADS
from keko.ui.sign_in.visitors import visitor

_UPLOAD = "/_stcore/upload_file"
_READING = {"GET", "HEAD", "OPTIONS"}
_HEALTH = "/_stcore/health"
# What pages consist of: boundaries, pictures and files that were made for them, the framework's components; seals.
_PUBLISHED = ("/geo/", check_routes.FOLDER, "/media/", "/component/", "/_stcore/bidi-components/")
# What holds no figures: the framework's own files, whether the server lives, and what the page before the door needs.
_OPEN_FOLDERS = ("/static/", f"{addresses.FOLDER}/")
# The connection too: what is sent over it is decided at each rerun, so that who has been put out is told so.
_OPEN = {_HEALTH, "/_stcore/host-config", "/_stcore/stream", "/favicon.png", frame_script.ADDRESS}
# Ways in of the framework's own, which know nobody's roles here.
_NEVER = ("/_stcore/agent/", "/_stcore/metrics", "/auth/", "/oauth2callback")
_CLOSED = "KEKO: sign in first"


class Gate:
    """Lets a request pass or not."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or answer it here."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        try:
            refusal = await _refusal(request)
        except DBAPIError:
            language = language_of(request.query_params.get("kieli"))
            refusal = HTMLResponse(door.unreachable(language), 503, {"Cache-Control": "no-store"})
        if refusal is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send)


async def _refusal(request: HTTPConnection) -> Response | None:
    """The answer to who may not, None for who may."""
    method, path = request.scope.get("method", "GET"), request.scope["path"]
    if path != _HEALTH and not _is_ours(request):
        return PlainTextResponse("KEKO: KEKO_ALLOWED_HOSTS does not name this host", 400)
    changes = request.scope["type"] == "websocket" or method not in _READING
    if changes and not _from_here(request):
        return PlainTextResponse("KEKO: from another site", 403)
    if path.startswith(_NEVER):
        return PlainTextResponse("KEKO: no such address", 404)
    uploads = path.startswith(_UPLOAD) and method not in _READING
    if uploads and not UPLOADS.allows(request):
        return PlainTextResponse("KEKO: too many files in a minute", 429)
    if settings().mode == "machine" or _is_open(path) or (settings().mode == "public" and _is_published(request)):
        return None
    who = await visitor(request)
    if uploads:
        return None if _may_upload(who) else PlainTextResponse(_CLOSED, 403)
    if who is not None and who.person.roles:
        return None
    return _shown_the_door(request) if _is_page(request) else PlainTextResponse(_CLOSED, 403)


def _from_here(request: HTTPConnection) -> bool:
    """Whether a page of this server asks. What is no browser says no origin, and holds nobody's cookie.

    Asked here, before the framework does: of an origin that it does not know it asks an outside host what this server is called.
    """
    origin = request.headers.get("origin")
    return (
        origin is None
        or origin.partition("://")[2] == request.headers.get("host")
        or origin == (settings().url or None)
    )


def _is_ours(request: HTTPConnection) -> bool:
    """Whether it was this server that was asked for: any name can be made to lead here, from a page of whoever owns it."""
    try:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname
    except ValueError:
        return False
    return host in names(settings().allowed_hosts)


def _is_published(request: HTTPConnection) -> bool:
    """Whether it reads what anybody may read in public mode: pages, whose script looks at roles itself, and what they consist of."""
    reads, path = request.scope.get("method", "GET") in _READING, request.scope["path"]
    return reads and (path.startswith(_PUBLISHED) or (_is_page(request) and "/" not in path.strip("/")))


def _is_open(path: str) -> bool:
    return path in _OPEN or path.startswith(_OPEN_FOLDERS)


def _may_upload(who: SignedIn | None) -> bool:
    return who is not None and bool(who.person.roles & set(WORKING))


def _is_page(request: HTTPConnection) -> bool:
    asks_for = request.headers.get("accept", "")
    return request.scope["type"] == "http" and "text/html" in asks_for and request.scope["method"] in {"GET", "HEAD"}


def _shown_the_door(request: HTTPConnection) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(addresses.door(f"{request.url.path}{query}"), 303, {"Cache-Control": "no-store"})
