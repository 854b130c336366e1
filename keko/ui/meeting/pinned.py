"""A pinned view on the page: as it was drawn, with what has happened to its figures since."""

from html import escape
from urllib.parse import parse_qsl

import streamlit as st

from keko.data.sealed import keko_version
from keko.room.frozen import FrozenView
from keko.ui import frozen_parts, html, loads
from keko.ui.addresses import read_view
from keko.ui.meeting import queries
from keko.ui.navigation import PAGES
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import meetings as words
from keko.words.formats import moment
from keko.words.provenance import standing_in_words


def heading(view: FrozenView) -> str:
    """Its title and finding, as the page had them."""
    return html.spoken(html.finding(escape(view.title), view.finding), view.language)


def draw(view: FrozenView, key: str, visit: Visit) -> None:
    """What stood under its finding, and what has to be said of it. `key`: of its charts."""
    frozen_parts.draw(view, visit.theme, key)
    st.html(html.spoken(html.note(" · ".join(f"{name}: {text}" for name, text in view.notes)), view.language))


def show_state(view: FrozenView, seal: str, visit: Visit) -> None:
    """Since when it is as it is, whether newer figures exist, and the way to them. `seal`: that it is kept by."""
    language = visit.view.language
    sentences = [
        words.PINNED.within(language, at=moment(view.frozen_at, language), version=view.data_version),
    ]
    if view.releases:
        sentences.append(standing_in_words(queries.since_frozen(seal, visit.version), language))
    if view.keko != keko_version():
        sentences.append(words.OTHER_KEKO.within(language, version=view.keko))
    st.html(html.notice(" ".join(sentences)))
    if entry := next((entry for entry in PAGES if entry.file == view.page), None):
        now = _as_asked(view, visit)
        visit.link(
            entry.file, words.OPEN_NOW.within(language), now.with_(language=language), icon=":material/open_in_new:"
        )


def _as_asked(view: FrozenView, visit: Visit) -> View:
    """The view that its address asks for, as far as there is such."""
    parameters = dict(parse_qsl(view.query))
    return read_view(parameters, loads.areas(visit.version), loads.catalogue(visit.version)).view
