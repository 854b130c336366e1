"""The frame around every page: its style, the navigation, and the languages."""

from functools import cache
from html import escape

import streamlit as st

from keko.charts.palette import as_css
from keko.config import ASSETS, LANGUAGES, Language
from keko.ui import entrance, presenting, sheet
from keko.ui.html import link
from keko.ui.navigation import PAGES, PageEntry, address, path_of
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import interface as words
from keko.words.access import LANGUAGE_NAMES


@cache
def _theme() -> str:
    return (ASSETS / "theme.css").read_text(encoding="utf-8")


def style(visit: Visit) -> None:
    """The project's own style, on top of the framework's theme."""
    st.html(f"<style>{as_css(visit.theme)}{_theme()}{sheet.style(visit) if visit.person.roles else ''}</style>")


def end(current: PageEntry) -> None:
    """Mark that all of the page has come, and which it is: where it stands in another order than it comes in, it is seen only then."""
    st.html(f'<i class="keko-complete" data-path="{path_of(current.file)}"></i>')


def sidebar(visit: Visit, current: PageEntry) -> None:
    """Name, pages and languages."""
    view = visit.view
    with st.sidebar:
        st.html(
            f'<div class="keko-brand"><strong>KEKO</strong><span>{escape(words.TAGLINE.within(view.language))}</span></div>'
        )
        with st.container(key="pages"):
            for entry in PAGES:
                if entry.listed and visit.person.roles & set(entry.roles):
                    visit.link(entry.file, entry.name.within(view.language), icon=entry.icon, width="stretch")
        st.html(_languages(view, current))
        presenting.offer(visit)
        entrance.offer(visit, address(current.file, view))


def _languages(view: View, current: PageEntry) -> str:
    """Links that load the page anew, so that the document's language follows too."""
    languages = "".join(_language(language, view, current) for language in LANGUAGES)
    return f'<nav class="keko-languages" aria-label="{words.LANGUAGE.within(view.language)}">{languages}</nav>'


def _language(language: Language, view: View, current: PageEntry) -> str:
    name = LANGUAGE_NAMES[language]
    if language == view.language:
        return f'<strong lang="{language}" aria-current="true">{name}</strong>'
    return link(current.file, view.with_(language=language), name, f'lang="{language}" hreflang="{language}"')
