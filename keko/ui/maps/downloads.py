"""A map as a picture to take along: with its legend and its geometry inside, drawn for paper whatever the theme."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from keko.charts.map_frame import HEIGHT
from keko.charts.map_picture import with_geometry, with_legend
from keko.charts.map_projection import map_projection
from keko.charts.palette import palette
from keko.exchange import pictures
from keko.exchange.tables import file_name, parts_of
from keko.ui.loads import DataVersion
from keko.ui.maps import queries, rendered
from keko.ui.maps.scene import MapScene, map_scene, map_scene_over_years
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import downloads as words
from keko.words import maps as map_words
from keko.words.area_labels import label
from keko.words.formats import period
from keko.words.terms import DEMO_NOTICE

KINDS = {"png": ("image/png", pictures.png_bytes), "svg": ("image/svg+xml", pictures.svg_bytes)}


def offer(scene: MapScene, visit: Visit) -> None:
    """The buttons; the movable map and tiles leave as the plain map."""
    section, view = scene.section, scene.view
    if not section.values or not scene.has_shapes:
        return
    drawn_view = view if view.picture == "vuodet" else view.with_(picture="piirros")
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        st.markdown(words.DOWNLOAD.within(view.language))
        for ending, (kind, write) in KINDS.items():
            name = file_name(
                [
                    section.item.id,
                    *parts_of(view.question),
                    view.level,
                    section.period or "",
                    f"v{visit.version.number}",
                ],
                ending,
            )
            make = partial(picture, write, drawn_view, visit.version)
            st.download_button(ending.upper(), make, name, kind, key=f"download_{ending}", on_click="ignore")


def picture(write: Callable[..., bytes], view: View, version: DataVersion) -> bytes:
    """The map of a settled view, as `write` makes it."""
    at_period = map_scene(view, "light", version)
    scene = map_scene_over_years(view, "light", version) if view.picture == "vuodet" else at_period
    drawing = rendered.shape_map(view, "light", version)
    spec = with_geometry(with_legend(drawing.spec, scene.legend), queries.features(version))
    if "projection" in spec:  # beside the text around it the chart's own width has another name
        spec["projection"] = map_projection(scene.frame.extent, str(pictures.WIDTH), str(HEIGHT))
    title = map_words.map_title(scene.section, view.language)
    finding = map_words.map_finding(at_period.section, view.area, scene.areas, view.language)
    return write(spec, drawing.data, title, finding, _notes(scene, version), palette("light").paper)


def _notes(scene: MapScene, version: DataVersion) -> str:
    """Period, areas, what has no value, sources, and what the map is."""
    view, section, language = scene.view, scene.section, scene.language
    sources = (series.source for series in section.series.values() if series.source)
    missing = ", ".join(f"{entry.label} ({entry.count})" for entry in scene.legend.entries if entry.pattern)
    facts = {
        words.PERIOD: period(section.period, language) if section.period else "–",
        words.AREA: label(scene.areas[view.area], language),
        words.COMPARATOR: label(scene.areas[view.benchmark], language),
        map_words.WITHOUT: missing,
        words.SOURCE: next(sources, section.item.source).within(language),
        words.VERSION: str(version.number),
        words.NOTICE: DEMO_NOTICE.within(language) if section.is_demo else "",
    }
    lines = [f"{name.within(language)}: {text}" for name, text in facts.items() if text]
    lines += filter(None, [map_words.bases_in_words(section, language)])
    return " · ".join([*lines, *map_words.boundaries_in_words(queries.boundaries(version), language)])
