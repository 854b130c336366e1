"""The pages, in the order of the navigation, with their names and addresses."""

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from keko.config import ROOT, Language
from keko.data.people import Role
from keko.data.text import Text
from keko.ui.view import View
from keko.words import interface as words


@dataclass(frozen=True)
class PageEntry:
    """One page. `filtered`: whether the shared filters mean something on it; `role`: who may open it."""

    file: str
    path: str
    name: Text
    icon: str
    role: Role = "reader"
    filtered: bool = True

    @property
    def address(self) -> str:
        """The path in the address: the first page has none."""
        return "" if self is PAGES[0] else self.path


PAGES = (
    PageEntry("overview", "tilannekuva", words.OVERVIEW, ":material/dashboard:"),
    PageEntry("indicators", "mittarit", words.INDICATORS, ":material/monitoring:"),
    PageEntry("benchmark", "aluevertailu", words.BENCHMARK, ":material/compare_arrows:"),
    PageEntry("data", "aineistot", words.DATA, ":material/menu_book:", filtered=False),
    PageEntry("import_data", "tuonti", words.IMPORT, ":material/upload_file:", role="analyst", filtered=False),
)


def page_of(entry: PageEntry, language: Language) -> StreamlitPage:
    """The page as the framework knows it, named in the reader's language."""
    name = entry.name.within(language)
    return st.Page(ROOT / "pages" / f"{entry.file}.py", title=f"{name} – KEKO", url_path=entry.path, default=entry is PAGES[0])


def link(path: str, label: str, view: View, **options: object) -> None:
    """A link to a page that carries the view along."""
    entry = next(one for one in PAGES if one.path == path)
    st.page_link(page_of(entry, view.language), label=label, query_params=view.parameters(), **options)  # type: ignore[arg-type]
