"""The short address of a seal, as files have it: it leads to the page that tells what the seal stands for."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

PAGE = "/tarkista"
FOLDER = f"{PAGE}/"
PARAMETER = "tarkiste"
_LONGEST = 80


async def _lead(request: Request) -> Response:
    """On to the page, which explains what is no seal too."""
    seal = quote(request.path_params["seal"][:_LONGEST], safe="")
    language = request.query_params.get("kieli", "")[:2]
    asked = f"{PARAMETER}={seal}" + (f"&kieli={quote(language, safe='')}" if language else "")
    return RedirectResponse(f"{PAGE}?{asked}", 303, {"Cache-Control": "no-store"})


routes = [Route(FOLDER + "{seal}", _lead)]
