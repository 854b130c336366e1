"""The button that copies the address of the view. The framework has none: the script of the frame does what it says."""

from html import escape

import streamlit as st

from keko.ui.navigation import PageName, address
from keko.ui.view import View
from keko.words import interface as words


def offer(page: PageName, view: View) -> None:
    """A button that copies the link to a page with the view, says so, and shows the link where copying is not allowed."""
    st.html(button(page, view))


def button(page: PageName, view: View) -> str:
    """The same as HTML."""
    language = view.language
    return (
        f'<div class="keko-copy"><button type="button">{escape(words.COPY_LINK.within(language))}</button>'
        f'<span role="status" data-copied="{escape(words.LINK_COPIED.within(language))}"'
        f' data-by-hand="{escape(words.COPY_BY_HAND.within(language))}"></span>'
        f'<input readonly hidden aria-label="{escape(words.LINK_TO_VIEW.within(language))}"'
        f' data-address="{escape(address(page, view))}"></div>'
    )
