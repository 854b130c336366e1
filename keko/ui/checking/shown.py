"""What a seal stands for: the view as it was, and what has become of its figures since."""

from html import escape

import streamlit as st

from keko.room.frozen import FrozenView
from keko.room.provenance import Kept, Since
from keko.ui import frozen_parts, html, loads
from keko.ui.checking.queries import Checked
from keko.ui.descriptions import as_list
from keko.ui.navigation import PAGES
from keko.ui.opening import show_demo_notice, show_finding
from keko.ui.session import Visit
from keko.ui.tables import figure, table, text
from keko.words import interface, taking_along
from keko.words import provenance as words
from keko.words.formats import moment
from keko.words.provenance import standing_in_words
from keko.words.terms import DATA_VERSION, INDICATOR, PUBLISHED


def show(checked: Checked, visit: Visit) -> None:
    """What the seal stands for, or why that is not known."""
    language = visit.view.language
    if checked.kept is None:
        sentence = words.UNKNOWN if checked.is_readable else words.OTHER_FORM
        show_finding(words.PAGE.within(language), sentence.within(language))
        return
    show_finding(checked.kept.view.title, standing_in_words(checked.changes, language))
    show_demo_notice([checked.kept.view.is_demo], visit)
    st.html(html.note(words.COMPARE.within(language)))
    st.html(_facts(checked.kept, visit) + _way_to_now(checked.kept.view, visit))
    if checked.changes:
        st.html(_releases(checked.changes, visit))
    st.html(html.heading(words.KEPT_VIEW.within(language)))
    draw(checked.kept.view, visit)


def draw(view: FrozenView, visit: Visit) -> None:
    """A frozen view as it was drawn."""
    st.html(f'<p class="keko-effect" lang="{view.language}">{escape(view.finding)}</p>')
    frozen_parts.draw(view, visit.theme, "checked")
    st.html(html.spoken(as_list(list(view.notes)), view.language))


def _facts(kept: Kept, visit: Visit) -> str:
    language, view = visit.view.language, kept.view
    versions = words.VERSIONS.within(language, then=view.data_version, now=visit.version.number)
    return as_list(
        [
            (taking_along.SEAL.within(language), kept.seal),
            (taking_along.FROZEN_AT.within(language), moment(view.frozen_at, language)),
            (DATA_VERSION.within(language), versions),
        ]
    )


def _way_to_now(view: FrozenView, visit: Visit) -> str:
    """To the page with the figures of now, where there still is such a page."""
    path = next((entry.path for entry in PAGES if entry.file == view.page), None)
    return html.way_in(f"/{path}?{view.query}", words.OPEN_NOW.within(visit.view.language)) if path else ""


def _releases(changes: tuple[Since, ...], visit: Visit) -> str:
    language, names = visit.view.language, loads.names(visit.version)
    providers = loads.providers(visit.version)
    titles = (interface.NUMBER, INDICATOR, interface.PROVIDER, words.NOW, PUBLISHED)
    rows = [
        [
            figure(str(change.release)),
            text(names[change.indicator].within(language) if change.indicator in names else "–", header=True),
            text(providers[change.provider].within(language) if change.provider in providers else "–"),
            text(words.NOW_IN_WORDS[change.standing].within(language)),
            text(moment(change.published_at, language) if change.published_at else "–"),
        ]
        for change in changes
    ]
    return table(
        words.RELEASES_CAPTION.within(language), [title.within(language) for title in titles], rows, numeric=(0,)
    )
