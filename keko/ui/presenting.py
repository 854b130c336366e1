"""Showing a page to a room: without navigation and what can be chosen, and the choices said as text instead."""

from html import escape

import streamlit as st

from keko.data.areas import Areas
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, YES, View
from keko.words import interface as words
from keko.words.area_labels import label
from keko.words.formats import period
from keko.words.terms import SEXES

_ADDRESS = PARAMETERS["presented"]


def offer(visit: Visit) -> None:
    """The button that begins; the address says it too, so that a link presents as well."""
    name = words.PRESENT.within(visit.view.language)
    st.button(name, key="present", icon=":material/present_to_all:", type="tertiary", on_click=begin)


def offer_to_stop(visit: Visit) -> None:
    """The small button that ends; Esc does the same."""
    name = words.STOP_PRESENTING.within(visit.view.language)
    st.button(name, key="stop_presenting", type="tertiary", shortcut="Esc", on_click=stop)


def show_chosen(visit: Visit) -> None:
    """Area, benchmark, sex and period as a line of text: on paper and in a presentation it stands for the filters."""
    st.html(f'<p class="keko-chosen">{escape(_chosen(visit.view, loads.areas(visit.version)))}</p>')


def _chosen(view: View, areas: Areas) -> str:
    language = view.language
    parts = {
        words.AREA: label(areas[view.area], language),
        words.BENCHMARK_AREA: label(areas[view.benchmark], language),
        words.SEX: SEXES[view.sex].within(language),
        words.PERIOD: period(view.period, language) if view.period else words.NEWEST.within(language),
    }
    return " · ".join(f"{title.within(language)}: {value}" for title, value in parts.items())


def begin() -> None:
    """Show the page to the room (a button's callback)."""
    st.query_params[_ADDRESS] = YES


def stop() -> None:
    """Show the page with all that belongs to it."""
    st.query_params.pop(_ADDRESS, None)
