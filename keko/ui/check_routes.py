"""The short address of a seal, as files have it: it leads to the page that tells what the seal stands for."""

from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

PAGE = "/tarkista"
FOLDER = f"{PAGE}/"
PARAMETER = "tarkiste"
_LONGEST = 80


async def _lead(request: Request) -> Response:
    """On to the page, which explains what is no seal too."""
    asked = {PARAMETER: request.path_params["seal"][:_LONGEST], **_language(request)}
    return RedirectResponse(f"{quote(PAGE)}?{urlencode(asked)}", 303, {"Cache-Control": "no-store"})


def _language(request: Request) -> dict[str, str]:
    language = request.query_params.get("kieli")
    return {"kieli": language[:2]} if language else {}


routes = [Route(FOLDER + "{seal}", _lead)]
