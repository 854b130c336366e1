"""What a page shows, to take along: frozen when somebody asks for a file of it."""

import streamlit as st

from keko.room.frozen import FrozenView
from keko.ui import taking_along
from keko.ui.navigation import PageEntry
from keko.ui.session import Visit
from keko.words import taking_along as words

_OPEN = "keko_taking_along"


def offer(page: PageEntry, visit: Visit) -> None:
    """The button under a page that opens the forms in which its view leaves."""
    language, view = visit.view.language, visit.view
    if st.session_state.get(_OPEN) != page.file:
        with st.container(key="taking_along"):
            name = words.TAKE_PAGE_ALONG.within(language)
            st.button(name, key="take_page", icon=":material/ios_share:", on_click=_open, args=(page.file,))
        return

    def frozen() -> list[FrozenView]:
        from keko.ui.freezing.freeze import freeze  # with all pages: only where a file is made

        return [freeze(page.file, view, visit.version)]

    taking_along.offer(frozen, "", visit)


def _open(page: str) -> None:
    st.session_state[_OPEN] = page
