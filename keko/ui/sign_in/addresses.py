"""Where signing in happens, and where it leads back to."""

from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.requests import HTTPConnection

from keko.config import Language, language_of, settings

COOKIE = "keko_sign_in"
FOLDER = "/kirjaudu"
DOOR = f"{FOLDER}/ovi"
START = f"{FOLDER}/alku"
BACK = f"{FOLDER}/paluu"
OUT = f"{FOLDER}/ulos"
REQUEST = f"{FOLDER}/pyynto"
LONGEST = 2_000
_LANGUAGE = "kieli"


def start(target: str) -> str:
    """The address that begins a sign-in which comes back to `target`, a page here with what it shows."""
    return f"{START}?paluu={quote(target, safe='')}"


def request(target: str) -> str:
    """The address that a request for a role is sent to, which leads back to the page before the door of `target`."""
    return f"{REQUEST}?paluu={quote(target, safe='')}"


def door(target: str, **said: str) -> str:
    """The address of the page before the door."""
    return f"{DOOR}?paluu={quote(target, safe='')}" + "".join(f"&{name}={quote(text)}" for name, text in said.items())


def own(target: str | None) -> str:
    """`target` if it is a page of this server, else the first page: nobody is led to another site."""
    text = (target or "")[:LONGEST]
    fits = text.startswith("/") and not text.startswith(("//", "/\\")) and text.isprintable()
    return text if fits and not urlsplit(text.replace("\\", "/")).path.startswith(FOLDER) else "/"


def in_language(target: str, wanted: Language) -> str:
    """The same page in another language."""
    parts = urlsplit(own(target))
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != _LANGUAGE]
    return f"{parts.path}?{urlencode([*query, (_LANGUAGE, wanted)])}"


def language(request: HTTPConnection) -> Language:
    """The reader's language: that of the page they come from or go to."""
    back = dict(parse_qsl(urlsplit(own(request.query_params.get("paluu"))).query))
    return language_of(back.get(_LANGUAGE) or settings().language)
