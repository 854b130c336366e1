"""Signing in, coming back from the identity provider, asking for a role, signing out."""

import logging
from html import escape
from typing import Literal, TypedDict

import httpx2 as httpx
from authlib.common.errors import AuthlibBaseError
from joserfc.errors import JoseError
from sqlalchemy.exc import DBAPIError, OperationalError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from keko.access import accounts, decisions, retention, sign_ins
from keko.access.sign_ins import Identity, ShutOut
from keko.config import Settings, settings
from keko.data.engine import writing_apart
from keko.ui import loads
from keko.ui.sign_in import addresses, door, provider
from keko.ui.sign_in.limits import SIGN_INS, WRITES
from keko.ui.sign_in.visitors import visitor
from keko.words.access import FAILURES, Failure

_LOG = logging.getLogger("keko")
_UNDER_WAY = 600  # seconds that a sign-in may take
_TARGET, _ASKS = "paluu", "pyynto"
_KEPT = 2  # times as long as a sign-in lasts: who signs in anew goes on with what is open in the browser


class _Cookie(TypedDict):
    path: str
    httponly: bool
    samesite: Literal["lax"]
    secure: bool


async def _show(request: Request) -> Response:
    """The page before the door; who is in is led on."""
    language, target = addresses.language(request), addresses.own(request.query_params.get(_TARGET))
    said = request.query_params.get("virhe")
    failure: Failure | None = next((known for known in FAILURES if known == said), None)
    who = await visitor(request)
    if who is None or failure:
        return HTMLResponse(door.closed(target, language, failure), 200, _NOT_KEPT)
    if who.person.roles and _ASKS not in request.query_params:
        return RedirectResponse(target, 303, _NOT_KEPT)
    waits = await run_in_threadpool(_waits, who.person.subject)
    return HTMLResponse(door.asking(who, waits, target, language), 200, _NOT_KEPT)


async def _start(request: Request) -> Response:
    """On to the identity provider, from where the reader comes back to the page that they came from."""
    target = addresses.own(request.query_params.get(_TARGET))
    if not SIGN_INS.allows(request):
        return _failed(target, "too often")
    request.session[_TARGET] = target
    try:
        answer: Response = await provider.client().authorize_redirect(request, f"{settings().url}{addresses.BACK}")
    except (httpx.HTTPError, AuthlibBaseError, ValueError, KeyError, RuntimeError) as error:
        return _failed(target, "unreachable", error)
    return answer


async def _back(request: Request) -> Response:
    """Back from the identity provider: what it says is verified, and the browser signed in."""
    target = addresses.own(request.session.pop(_TARGET, None))
    if not SIGN_INS.allows(request):
        return _failed(target, "too often")
    who = await _verified(request)
    if not isinstance(who, Identity):
        return _failed(target, *who)
    try:
        key = await run_in_threadpool(_admit, who, request.cookies.get(addresses.COOKIE))
    except ShutOut:
        return _failed(target, "shut out")
    except OperationalError:
        return _failed(target, "busy")
    answer = RedirectResponse(target, 303, _NOT_KEPT)
    setting = settings()
    answer.set_cookie(addresses.COOKIE, key, _KEPT * setting.sign_in_hours * 3600, **_cookie(setting))
    return answer


async def _verified(request: Request) -> Identity | tuple[Failure, Exception | None]:
    """Who the provider says it is, or why that is not believed."""
    if "error" in request.query_params:
        return "cancelled", None
    try:
        return provider.identity_of(await provider.verified_claims(request))
    except httpx.HTTPError as error:
        return "unreachable", error
    except AuthlibBaseError as error:
        return "stale" if error.error == "mismatching_state" else "token", error
    except (JoseError, ValueError, KeyError) as error:
        return "token", error


async def _ask(request: Request) -> Response:
    """A request for a role, which waits for an admin."""
    target, who = addresses.own(request.query_params.get(_TARGET)), await visitor(request)
    if who is not None and WRITES.allows_of(who.person.subject):  # what anybody else sends is not even read
        form = await request.form()
        await run_in_threadpool(_note_request, who, str(form.get("syy", "")))
    more = {_ASKS: "1"} if who is not None and who.person.roles else {}
    return RedirectResponse(addresses.door(target, **more), 303, _NOT_KEPT)


async def _out(request: Request) -> Response:
    """Out of KEKO, everywhere, and then of the identity provider where it can be told so.

    By a page that leads on: browsers do not let a form be redirected to another site.
    """
    if key := request.cookies.get(addresses.COOKIE):
        await run_in_threadpool(_end, key)
    onward = addresses.DOOR if settings().mode == "closed" else "/"
    try:
        led = await provider.client().create_logout_url(
            f"{settings().url}{onward}", client_id=settings().oidc_client_id
        )
        onward = led["url"]
    except (httpx.HTTPError, AuthlibBaseError, ValueError, KeyError, RuntimeError):
        pass  # it has no such address, or does not answer: out of KEKO is all that can be done
    answer = HTMLResponse(f'<meta http-equiv="refresh" content="0;url={escape(onward)}">', 200, _NOT_KEPT)
    answer.delete_cookie(addresses.COOKIE, **_cookie(settings()))
    return answer


def _admit(who: Identity, former: str | None) -> str:
    setting = settings()
    with writing_apart(loads.engine()) as connection:
        retention.erase_due(connection, setting.keep_days)
        return sign_ins.begin(connection, sign_ins.admit(connection, who), setting.sign_in_hours, former)


def _note_request(who: sign_ins.SignedIn, reason: str) -> None:
    with writing_apart(loads.engine()) as connection:
        decisions.ask(connection, who.person, reason)


def _waits(id_: str) -> bool:
    with loads.engine().connect() as connection:
        return accounts.account_of(connection, id_).waits


def _end(key: str) -> None:
    with writing_apart(loads.engine()) as connection:
        sign_ins.end(connection, key)


async def _no_database(request: Request, _: Exception) -> Response:
    return HTMLResponse(door.unreachable(addresses.language(request)), 503, _NOT_KEPT)


def _failed(target: str, failure: Failure, error: Exception | None = None) -> Response:
    """To the page before the door, which says why; the log gets a line for who runs the server, without who it was."""
    why = f": {error}" if isinstance(error, provider.OtherHost) else f": {type(error).__name__}" if error else ""
    _LOG.warning("A sign-in failed: %s%s", failure, why)
    return RedirectResponse(addresses.door(target, virhe=failure), 303, _NOT_KEPT)


def _cookie(setting: Settings) -> _Cookie:
    """No script reads it, no other site sends it, and where there is https nothing else carries it."""
    return {"path": "/", "httponly": True, "samesite": "lax", "secure": setting.url.startswith("https:")}


_NOT_KEPT = {"Cache-Control": "no-store"}
_ROUTES = [
    Route(addresses.DOOR.removeprefix(addresses.FOLDER), _show),
    Route(addresses.START.removeprefix(addresses.FOLDER), _start),
    Route(addresses.BACK.removeprefix(addresses.FOLDER), _back),
    Route(addresses.REQUEST.removeprefix(addresses.FOLDER), _ask, methods=["POST"]),
    Route(addresses.OUT.removeprefix(addresses.FOLDER), _out, methods=["POST"]),
]


def routes() -> list[Mount]:
    """The routes, where people sign in; what a sign-in under way must remember is in a signed cookie of its own."""
    setting = settings()
    if setting.mode == "machine":
        return []
    remembering = Middleware(
        SessionMiddleware,
        secret_key=setting.secret,
        session_cookie=f"{addresses.COOKIE}_under_way",
        max_age=_UNDER_WAY,
        path=addresses.FOLDER,
        same_site="lax",
        https_only=setting.url.startswith("https:"),
    )
    return [
        Mount(
            addresses.FOLDER,
            Starlette(routes=_ROUTES, middleware=[remembering], exception_handlers={DBAPIError: _no_database}),
        )
    ]
