"""The pages, in the order of the navigation, with their names and addresses."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from keko.config import ROOT, Language
from keko.data.people import WORKING, Role
from keko.data.text import Text
from keko.ui.view import View
from keko.words import admin as admin_words
from keko.words import ecosystem as ecosystem_words
from keko.words import goals as goal_words
from keko.words import interface as words
from keko.words import meetings as meeting_words
from keko.words import provenance
from keko.words import segments as segment_words

PageName = Literal[
    "overview",
    "population",
    "indicators",
    "benchmark",
    "map",
    "segments",
    "actors",
    "goals",
    "meeting",
    "data",
    "import_data",
    "admin",
    "check",
]


@dataclass(frozen=True)
class PageEntry:
    """One page.

    `file`: what it is called here; `path`: in the address; `filtered`: whether the shared filters mean something on it;
    `roles`: who may open it; `listed`: whether it stands in the navigation.
    """

    file: PageName
    path: str
    name: Text
    icon: str
    roles: tuple[Role, ...] = ("reader",)
    filtered: bool = True
    listed: bool = True


PAGES = (
    PageEntry("overview", "tilannekuva", words.OVERVIEW, ":material/dashboard:"),
    PageEntry("population", "tyoikaiset", words.POPULATION_PAGE, ":material/groups:"),
    PageEntry("indicators", "mittarit", words.INDICATORS, ":material/monitoring:"),
    PageEntry("benchmark", "aluevertailu", words.BENCHMARK, ":material/compare_arrows:"),
    PageEntry("map", "kartta", words.MAP, ":material/map:"),
    PageEntry("segments", "segmentit", segment_words.PAGE, ":material/donut_small:"),
    PageEntry("actors", "toimijat", ecosystem_words.PAGE, ":material/hub:"),
    PageEntry("goals", "tavoitteet-ja-toimet", goal_words.PAGE, ":material/flag:"),
    PageEntry("meeting", "kokous", meeting_words.PAGE, ":material/co_present:", filtered=False),
    PageEntry("data", "aineistot", words.DATA, ":material/menu_book:", filtered=False),
    PageEntry("import_data", "tuonti", words.IMPORT, ":material/upload_file:", roles=("analyst",), filtered=False),
    PageEntry("admin", "yllapito", admin_words.PAGE, ":material/tune:", roles=WORKING, filtered=False),
    PageEntry("check", "tarkista", provenance.PAGE, ":material/verified:", filtered=False, listed=False),
)


def address(page: PageName, view: View) -> str:
    """Where a page shows the view."""
    return f"{path_of(page)}?{view.query()}"


def path_of(page: PageName) -> str:
    """Where a page is; the first is at the root."""
    return next("/" if entry is PAGES[0] else f"/{entry.path}" for entry in PAGES if entry.file == page)


def streamlit_pages(language: Language) -> dict[PageName, StreamlitPage]:
    """The pages as the framework knows them, named in the reader's language."""

    def page(entry: PageEntry) -> StreamlitPage:
        title = f"{entry.name.within(language)} – KEKO"
        return st.Page(ROOT / "pages" / f"{entry.file}.py", title=title, url_path=entry.path, default=entry is PAGES[0])

    return {entry.file: page(entry) for entry in PAGES}
