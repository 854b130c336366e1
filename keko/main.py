"""One visit: which view, which language, who asks, which page. The server runs this script at every rerun."""

import streamlit as st
from sqlalchemy.exc import DBAPIError

from keko.config import ASSETS, language_of
from keko.ui import copy_link, entrance, frame, loads, opening, outage, pinning, presenting, session
from keko.ui.freezing import along
from keko.ui.loads import DataVersion
from keko.ui.navigation import PAGES, PageEntry, address
from keko.ui.session import Visit
from keko.ui.shared_filters import shared_filters


def main() -> None:
    """Draw the frame, then the page; where the database does not answer, say so and go on when it does."""
    st.set_page_config(layout="wide", initial_sidebar_state=240, page_icon=str(ASSETS / "icons" / "keko.svg"))
    try:
        _draw(loads.version())
    except DBAPIError as error:
        outage.show(error, language_of(st.query_params.get("kieli")))


def _draw(version: DataVersion) -> None:
    visit, read = session.begin(st.query_params.to_dict(), version)
    chosen = st.navigation(list(visit.pages.values()), position="hidden")
    page = next(entry for entry in PAGES if visit.pages[entry.file].url_path == chosen.url_path)
    frame.style(visit)
    here = address(page.file, visit.view)
    entrance.stop_unless_in(visit, here)
    if not visit.view.presented:
        frame.sidebar(visit, page)
    with st.container(key=f"page_{page.file}"):
        _choices(visit, page)
        opening.show_other_benchmark(read.view, visit.view, loads.areas(version))
        opening.show_unknown(read.unknown, visit.view)
        if visit.person.roles & set(page.roles):
            chosen.run()
            if page.filtered and not visit.view.presented:
                along.offer(page, visit)
        else:
            entrance.refuse(page.roles, visit, here)
    if visit.view.presented:
        presenting.offer_to_stop(visit)
    frame.end(page)


def _choices(visit: Visit, page: PageEntry) -> None:
    """What the view shows: to be changed, or as a text on the wall; and its link."""
    if page.filtered:
        presenting.show_chosen(visit)
    if visit.view.presented:
        return
    if page.filtered:
        shared_filters(visit, page, pinning.offer)
    elif page.listed:
        with st.container(key="copy"):
            copy_link.offer(page.file, visit.view)


main()
