"""The button that copies the address of the view. The framework has none, so the page brings a script of its own."""

from html import escape

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from keko.config import ASSETS
from keko.ui.navigation import PageName, address
from keko.ui.view import View
from keko.words import interface as words

_SCRIPT = ASSETS / "copy_link.js"
_PATH = f"/{_SCRIPT.name}"


def offer(page: PageName, view: View) -> None:
    """A button that copies the link to a page with the view, says so, and shows the link where copying is not allowed."""
    st.html(button(page, view), unsafe_allow_javascript=True)


def button(page: PageName, view: View) -> str:
    """The same as HTML. A module runs once in a document, however often the page is drawn."""
    language = view.language
    return (
        f'<div class="keko-copy"><button type="button">{escape(words.COPY_LINK.within(language))}</button>'
        f'<span role="status" data-copied="{escape(words.LINK_COPIED.within(language))}"'
        f' data-by-hand="{escape(words.COPY_BY_HAND.within(language))}"></span>'
        f'<input readonly hidden aria-label="{escape(words.LINK_TO_VIEW.within(language))}"'
        f' data-address="{escape(address(page, view))}">'
        f'<script type="module" src="{_PATH}"></script></div>'
    )


def _answer(_: Request) -> FileResponse:
    return FileResponse(_SCRIPT, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


routes = [Route(_PATH, _answer)]
