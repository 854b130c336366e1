"""One visit: which view, which language, who asks, which page. The server runs this script at every rerun."""

import streamlit as st

from keko.config import ASSETS
from keko.data.engine import is_set_up
from keko.ui import frame, loads, session
from keko.ui.navigation import PAGES, page_of
from keko.ui.view import read_view
from keko.words import interface as words


def main() -> None:
    """Draw the frame, then the page."""
    st.set_page_config(layout="wide", initial_sidebar_state=240, page_icon=str(ASSETS / "icons" / "keko.svg"))
    if not is_set_up(loads.engine()):
        st.error(words.NOT_SET_UP.fi)
        st.stop()
    version = loads.version()
    read = read_view(st.query_params.to_dict(), loads.areas(version), loads.catalogue(version))
    visit = session.begin(read.view, version)
    pages = {entry: page_of(entry, visit.view.language) for entry in PAGES}
    chosen = st.navigation(list(pages.values()), position="hidden")
    here = next(entry for entry, page in pages.items() if page.url_path == chosen.url_path)
    frame.style(visit)
    frame.sidebar(visit, here)
    if here.filtered:
        frame.filters(visit)
    frame.say_unknown(read.unknown, visit.view)
    chosen.run()


main()
