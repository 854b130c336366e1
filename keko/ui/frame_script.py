"""Serves the script of the frame: what the framework's own document lacks for whoever listens, or uses a keyboard."""

import json
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from keko.config import ASSETS, LANGUAGES
from keko.ui.navigation import PAGES, path_of
from keko.words import framework as words


def _script() -> str:
    said = {
        language: {
            "pages": words.PAGES.within(language),
            "paths": [path_of(entry.file) for entry in PAGES if entry.listed],
            "said": {} if language == "en" else {text.en: text.within(language) for text in words.SAID},
        }
        for language in LANGUAGES
    }
    return f"const WORDS = {json.dumps(said, ensure_ascii=False)};\n{(ASSETS / 'frame.js').read_text(encoding='utf-8')}"


_BODY = _script().encode()
ADDRESS = f"/frame/{sha256(_BODY).hexdigest()[:16]}.js"


async def _answer(request: Request) -> Response:
    """The script; its address changes with it, so that a browser may keep it."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_BODY, headers=headers, media_type="text/javascript")


routes = [Route(ADDRESS, _answer)]
