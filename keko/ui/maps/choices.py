"""What a reader chooses on the page Map: level, colours, kind of map, what is in sight, and the time."""

from collections.abc import Sequence

import streamlit as st

from keko.config import Language
from keko.ui.filters import bound, buttons, drop_down
from keko.ui.view import CLASSES, MAP_LEVELS, MAP_PICTURES, PARAMETERS, ZOOMS, View
from keko.words import maps as words
from keko.words.formats import period


def ask_colours(view: View, disabled: bool) -> None:
    """How values become colours; `disabled` where they do not."""
    language = view.language
    drop_down(
        "classes",
        view.classes,
        words.CLASSES.within(language),
        CLASSES,
        lambda classes: words.WAYS[classes].within(language),
        disabled=disabled,
    )


def ask(view: View) -> None:
    """Level, kind of map and extent."""
    picture = view.picture
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons("level", view, words.LEVEL, MAP_LEVELS, words.LEVELS, wrap=True, disabled=picture == "ruudut")
        buttons("picture", view, words.PICTURE, MAP_PICTURES, words.PICTURES, wrap=True)
        whole = picture in {"ruudut", "vuodet"}
        buttons("zoom", view, words.ZOOM, ZOOMS, words.ZOOMS, wrap=True, disabled=whole)


def ask_time(periods: Sequence[str], current: str, language: Language) -> None:
    """The time of the map: its figures change, its geometry is not sent again."""
    if len(periods) > 1:
        bound(
            st.select_slider,
            "period",
            current,
            words.PERIOD.within(language),
            periods,
            key="time",
            format_func=lambda code: period(code, language),
        )


def select(code: object) -> None:
    """Make an area that was picked on the map the view's own."""
    if isinstance(code, str) and code:
        st.query_params[PARAMETERS["area"]] = code
