"""The map itself, in each of its kinds, and what has to be said under it."""

import streamlit as st

from keko.charts.deck import PICKED
from keko.charts.map_frame import HEIGHT
from keko.charts.shape_map import PICK
from keko.ui import drawn, frame, loads
from keko.ui.maps import choices
from keko.ui.maps.scene import Shown
from keko.ui.session import Visit
from keko.words import maps as words


def draw(shown: Shown, visit: Visit) -> None:
    """The kind of map that the view asks for."""
    view = shown.view
    if view.picture != "ruudut" and view.level not in shown.frame.addresses:
        st.info(words.NO_MAP.within(view.language))
    elif view.picture == "ruudut":
        frame.picture(drawn.tile_map(view, visit.theme, visit.version))
    elif view.picture == "webgl":
        _deck(shown, visit)
    elif view.picture == "vuodet":
        drawing = drawn.shape_map(view, visit.theme, visit.version)
        alt = words.described(shown.found, view.language, words.YEARS_ALT)
        st.vega_lite_chart(drawing.data, drawing.spec, width="content", alt=alt)
    else:
        _shapes(shown, visit)


def _shapes(shown: Shown, visit: Visit) -> None:
    drawing = drawn.shape_map(shown.view, visit.theme, visit.version)
    st.vega_lite_chart(
        drawing.data,
        drawing.spec,
        width="stretch",
        alt=words.described(shown.found, shown.view.language),
        key="shapes",
        on_select=_picked_shape,
        selection_mode=PICK,
    )


def _picked_shape() -> None:
    picked = st.session_state["shapes"]["selection"].get(PICK) or []
    choices.select(picked[0].get("code") if picked else None)


def _deck(shown: Shown, visit: Visit) -> None:
    st.pydeck_chart(
        drawn.deck_map(shown.view, visit.theme, visit.version),
        height=HEIGHT,
        alt=words.described(shown.found, shown.view.language),
        key="deck",
        on_select=_picked_on_deck,
    )


def _picked_on_deck() -> None:
    picked = st.session_state["deck"]["selection"]["objects"].get(PICKED) or []
    choices.select(picked[0]["properties"]["code"] if picked else None)


def notes(shown: Shown, visit: Visit) -> None:
    """What the map is, and where its boundaries are from."""
    view, language = shown.view, shown.view.language
    told = {
        words.TILES_NOTE: view.picture == "ruudut",
        words.YEARS_NOTE: view.picture == "vuodet",
        words.WEBGL_NOTE: view.picture == "webgl",
        words.BORDERS: view.level == "KU" and view.picture in {"piirros", "webgl"},
        words.CHOOSE: view.picture != "vuodet",
    }
    said = [text.within(language) for text, holds in told.items() if holds]
    if view.picture != "ruudut":
        said = [*words.boundaries_in_words(loads.boundaries(visit.version), language), *said]
    st.caption(" ".join(said))
