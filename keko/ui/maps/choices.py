"""What a reader chooses on the page Map: level, colours, kind of map, what is in sight, and the time."""

from collections.abc import Mapping, Sequence

import streamlit as st

from keko.config import Language
from keko.data.text import Text
from keko.ui import frame
from keko.ui.view import CLASSES, MAP_LEVELS, MAP_PICTURES, PARAMETERS, ZOOMS, View
from keko.words import maps as words
from keko.words.formats import period


def colours(view: View) -> None:
    """How values become colours."""
    st.session_state["filter_classes"] = view.classes
    st.selectbox(
        words.CLASSES.within(view.language),
        CLASSES,
        format_func=lambda name: words.WAYS[name].within(view.language),
        key="filter_classes",
        on_change=frame.choose,
        args=("classes", "filter_classes"),
    )


def ask(view: View) -> None:
    """Level, kind of map and extent; the address is the truth, as for the filters of every page."""
    language, kind = view.language, view.picture
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        _buttons("level", view.level, words.LEVEL, MAP_LEVELS, words.LEVELS, language, kind == "ruudut")
        _buttons("picture", kind, words.PICTURE, MAP_PICTURES, words.PICTURES, language)
        _buttons("zoom", view.zoom, words.ZOOM, ZOOMS, words.ZOOMS, language, kind in {"ruudut", "vuodet"})


def _buttons(
    name: str,
    value: str,
    title: Text,
    options: Sequence[str],
    names: Mapping[str, Text],
    language: Language,
    disabled: bool = False,
) -> None:
    key = f"filter_{name}"
    st.session_state[key] = value
    st.segmented_control(
        title.within(language),
        options,
        format_func=lambda option: names[option].within(language),
        key=key,
        required=True,
        wrap=True,
        disabled=disabled,
        on_change=frame.choose,
        args=(name, key),
    )


def slide(periods: Sequence[str], here: str, language: Language) -> None:
    """The time of the map: its figures change, its geometry is not sent again."""
    if len(periods) < 2:
        return
    st.session_state["filter_time"] = here
    st.select_slider(
        words.PERIOD.within(language),
        periods,
        format_func=lambda code: period(code, language),
        key="filter_time",
        on_change=frame.choose,
        args=("period", "filter_time"),
    )


def select(code: object) -> None:
    """Make an area that was picked on the map the view's own."""
    if isinstance(code, str) and code:
        st.query_params[PARAMETERS["area"]] = code
