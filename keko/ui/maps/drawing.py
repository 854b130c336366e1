"""The map itself, in each of its kinds, and what has to be said under it."""

import streamlit as st

from keko.charts.deck import PICKED
from keko.charts.map_frame import HEIGHT
from keko.charts.shape_map import PICK
from keko.ui import html
from keko.ui.loads import DataVersion
from keko.ui.maps import choices, queries, rendered
from keko.ui.maps.scene import MapScene
from keko.ui.session import Visit
from keko.words import maps as words


def draw(scene: MapScene, visit: Visit) -> None:
    """The kind of map that the view asks for."""
    view = scene.view
    if view.picture == "ruudut":
        html.show(rendered.tile_map(view, visit.theme, visit.version))
    elif not scene.has_shapes:
        st.info(words.NO_MAP.within(view.language))
    elif view.picture == "webgl":
        _draw_deck(scene, visit)
    elif view.picture == "vuodet":
        drawing = rendered.shape_map(view, visit.theme, visit.version)
        alt = words.described(scene.section, view.language, words.YEARS_ALT)
        st.vega_lite_chart(drawing.data, drawing.spec, width="content", alt=alt)
    else:
        _draw_shapes(scene, visit)


def _draw_shapes(scene: MapScene, visit: Visit) -> None:
    drawing = rendered.shape_map(scene.view, visit.theme, visit.version)
    st.vega_lite_chart(
        drawing.data,
        drawing.spec,
        width="stretch",
        alt=words.described(scene.section, scene.language),
        key="shapes",
        on_select=_select_shape,
        selection_mode=PICK,
    )


def _select_shape() -> None:
    picked = st.session_state["shapes"]["selection"].get(PICK) or []
    choices.select(picked[0].get("code") if picked else None)


def _draw_deck(scene: MapScene, visit: Visit) -> None:
    st.pydeck_chart(
        rendered.deck_map(scene.view, visit.theme, visit.version),
        height=HEIGHT,
        alt=words.described(scene.section, scene.language),
        key="deck",
        on_select=_select_on_deck,
    )


def _select_on_deck() -> None:
    picked = st.session_state["deck"]["selection"]["objects"].get(PICKED) or []
    choices.select(picked[0]["properties"]["code"] if picked else None)


def show_notes(scene: MapScene, visit: Visit) -> None:
    """What the map is, and where its boundaries are from."""
    st.caption(notes(scene, visit.version))


def notes(scene: MapScene, version: DataVersion, is_still: bool = False) -> str:
    """The same as text. `is_still`: of a map on which nothing is chosen."""
    view, language = scene.view, scene.language
    applying = {
        words.TOTALS_NOTE: scene.section.is_total and view.picture != "ruudut",
        words.TILES_NOTE: view.picture == "ruudut",
        words.YEARS_NOTE: not scene.section.is_total and view.picture == "vuodet",
        words.WEBGL_NOTE: view.picture == "webgl",
        words.BORDERS: view.level == "KU" and view.picture in {"piirros", "webgl"},
        words.CHOOSE: view.picture != "vuodet" and not is_still,
    }
    sentences = [note.within(language) for note, applies in applying.items() if applies]
    sentences.append(words.bases_in_words(scene.section, language))
    if view.picture != "ruudut":
        sentences = [*words.boundaries_in_words(queries.boundaries(version), language), *sentences]
    return " ".join(filter(None, sentences))
