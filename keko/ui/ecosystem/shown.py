"""A picture on the page: its finding, what has to be said of its figures, its choices, and what is done from it."""

from collections.abc import Collection
from datetime import date

import streamlit as st

from keko.data.areas import Areas
from keko.ui import html, loads, opening, room
from keko.ui.ecosystem import actions, choices, downloads, place_map, rendered
from keko.ui.session import Visit
from keko.ui.view import View, all_categories
from keko.words import ecosystem as words


def show(view: View, visit: Visit, today: date) -> None:
    """The picture that the view asks for, as it is on a day."""
    picture, areas = rendered.picture(view, today, visit.version), loads.areas(visit.version)
    plain = all_categories(view).with_(sex="total")
    st.html(html.finding(title_of(view, areas), picture.finding))
    opening.show_unknown(choices.unknown(view, visit), view)
    opening.show_left_out(visit.view, plain)
    opening.show_other_period(view, picture.period)
    show_demo(picture.demo_flags, room.register(visit.version).is_demo, visit)
    choices.ask(view, visit, today)
    if view.picture == "kattavuus":
        place_map.draw(view, visit, today, picture.beside)
    for block in picture.blocks:
        st.html(block)
    if view.picture == "esteet":
        actions.offer(view, visit, today)
    downloads.offer(view, visit, today)


def show_demo(flags: Collection[bool], is_demo: bool, visit: Visit) -> None:
    """Say what is invented: the figures, the records or both. `flags`: of each of the figures, `is_demo`: of the records."""
    if is_demo and set(flags) == {True}:
        st.html(html.notice(words.ALL_DEMO.within(visit.view.language)))
        return
    opening.show_demo_notice(flags, visit)
    if is_demo:
        st.html(html.notice(words.DEMO.within(visit.view.language)))


def title_of(view: View, areas: Areas) -> str:
    """What the picture is of, as HTML: a path stands beside that of the benchmark, everything else is of the area."""
    if view.picture == "polku":
        return opening.title_of_pair(all_categories(view).with_(sex="total", period=None), areas)
    return opening.title_of_area(words.PICTURES[view.picture].within(view.language), view, areas)
