"""What the server does to every answer: security headers, and the language and the script of the document."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from keko.config import Language, language_of, settings
from keko.ui import frame_script
from keko.ui.waiting import with_shape
from keko.words.framework import NO_SCRIPTS


def _inline_scripts() -> str:
    """Hashes of the scripts that stand in the framework's own document, so that no other inline script may run."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    return "".join(f" 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)


# Scripts, styles, fonts, images and connections come from this server only. Styles are set inline by the framework;
# charts are compiled from their specification without eval. WebAssembly (not eval) is allowed, since the library of movable
# maps starts a decoder in it as it is loaded.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval'{_inline_scripts()}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


_ONLY_SAFELY = "max-age=31536000"
_FRAMEWORKS = b"<title>Streamlit</title>"


class SecurityHeaders:
    """Adds the headers to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete its answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                if settings().url.startswith("https:"):
                    headers["Strict-Transport-Security"] = _ONLY_SAFELY
            await send(message)

        await self.app(scope, receive, complete if scope["type"] == "http" else send)


class Document:
    """Completes the HTML document of the framework, which is English and names itself: language, title, script of the frame."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite documents."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("kieli", [settings().language])[0]
        scope = (
            {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
            if _is_page(scope)
            else scope
        )
        start: Message | None = None
        body = b""

        async def rewrite(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and b"text/html" in dict(message["headers"]).get(
                b"content-type", b""
            ):
                start = message
                return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            changed = _whole(body, language_of(wanted))
            MutableHeaders(scope=start)["content-length"] = str(len(changed))
            await send(start)
            await send({"type": "http.response.body", "body": changed})

        await self.app(scope, receive, rewrite)


def _whole(document: bytes, language: Language) -> bytes:
    """The framework's document as readers get it; any other stays as it is."""
    if _FRAMEWORKS not in document:
        return document
    return with_shape(completed(document.decode(), language).encode())


def completed(document: str, language: Language) -> str:
    """The framework's document in the reader's language."""
    script = f'<script src="{frame_script.ADDRESS}"></script>'
    document = document.replace('<html lang="en"', f'<html lang="{language}"', 1)
    document = re.sub("<title>.*?</title>", f"<title>KEKO</title>{script}", document, count=1)
    without = f"<noscript><p>{NO_SCRIPTS.within(language)}</p></noscript>"
    return re.sub("<noscript>.*?</noscript>", without, document, count=1, flags=re.DOTALL)


def _is_page(scope: Scope) -> bool:
    """Whether a document is asked for: it must come uncompressed, to be rewritten."""
    return "." not in scope["path"].rsplit("/", 1)[-1] and not scope["path"].startswith("/_stcore")
