"""The map of an area's municipalities by the actors that serve them, with the actors' own places."""

from datetime import date

import streamlit as st

from keko.charts.coverage_map import coverage_map
from keko.charts.drawing import Drawing
from keko.charts.palette import Theme
from keko.charts.place_markers import PlaceMarker
from keko.ecosystem.coverage import coverage
from keko.ui import boundaries, loads
from keko.ui.ecosystem import rendered
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures

MARGIN = 0.06  # of its size, around the area


def draw(view: View, visit: Visit, today: date, figures: str) -> None:
    """The map, where there are boundaries, and its figures beside it. `figures`: as HTML."""
    drawing = drawn(view, today, visit.theme, visit.version)
    if drawing is None:
        st.html(figures)
        return
    picture, table = st.columns([3, 2])
    with picture:
        alt = pictures.MAP_ALT.within(view.language)
        st.vega_lite_chart(drawing.data, drawing.spec, width="stretch", alt=alt, key="coverage_map")
    with table:
        st.html(figures)


@kept(50)
def drawn(view: View, today: date, theme: Theme, version: DataVersion) -> Drawing | None:
    """The map; None where there are no boundaries of municipalities."""
    scene = rendered.scene_of(view, today, version)
    extent = boundaries.extent_of(view.area, MARGIN, version)
    frame = boundaries.frame_of(view.area, view.benchmark, extent, version, markers(scene))
    if "KU" not in frame.addresses:
        return None
    return coverage_map(coverage(scene.here).actors, frame, loads.areas(version), view.language, theme)


def markers(scene: EcosystemScene) -> tuple[PlaceMarker, ...]:
    """The actors of the area that have a place, by name and sector."""
    return tuple(
        PlaceMarker(
            scene.named(actor.key), actor.point[1], actor.point[0], words.SECTORS[actor.sector].within(scene.language)
        )
        for actor in scene.here.actors
        if actor.point
    )
