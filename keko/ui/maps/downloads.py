"""A map as a picture to take along: with its legend and its geometry inside, drawn for paper whatever the theme."""

import json
from collections.abc import Callable
from functools import partial

import streamlit as st

from keko.charts.map_frame import HEIGHT
from keko.charts.map_picture import with_geometry, with_legend
from keko.charts.map_projection import map_projection
from keko.charts.palette import palette
from keko.exchange import pictures
from keko.exchange.tables import file_name
from keko.ui import drawn, loads
from keko.ui.loads import DataVersion
from keko.ui.maps.scene import Shown, over_years, shown
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import downloads as words
from keko.words import maps as map_words
from keko.words.area_labels import label
from keko.words.formats import period
from keko.words.terms import DEMO_NOTICE

KINDS = {"png": ("image/png", pictures.png_bytes), "svg": ("image/svg+xml", pictures.svg_bytes)}


def offer(seen: Shown, visit: Visit) -> None:
    """The buttons; the movable map and tiles leave as the plain map."""
    if not seen.found.values or seen.view.level not in seen.frame.addresses:
        return
    view = seen.view if seen.view.picture == "vuodet" else seen.view.with_(picture="piirros")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(words.DOWNLOAD.within(view.language))
        for ending, (kind, write) in KINDS.items():
            name = file_name(
                [seen.found.item.id, view.level, seen.found.period or "", f"v{visit.version.number}"], ending
            )
            make = partial(picture, write, view, visit.version)
            st.download_button(ending.upper(), make, name, kind, key=f"download_{ending}", on_click="ignore")


def picture(write: Callable[..., bytes], view: View, version: DataVersion) -> bytes:
    """The map of a settled view, as `write` makes it."""
    seen = over_years(view, "light", version)[0] if view.picture == "vuodet" else shown(view, "light", version)
    here, drawing = loads.boundaries(version), drawn.shape_map(view, "light", version)
    geometry = {
        seen.frame.addresses[level]: _features(layer.hash, version)
        for level, layer in (here.layers if here else {}).items()
    }
    spec = with_geometry(with_legend(drawing.spec, seen.legend), geometry)
    if "projection" in spec:  # beside the text around it the chart's own width has another name
        spec["projection"] = map_projection(seen.frame.extent, str(pictures.WIDTH), str(HEIGHT))
    item, areas = seen.found.item, loads.areas(version)
    said = map_words.map_finding(shown(view, "light", version).found, areas, view.language)
    return write(
        spec, drawing.data, item.names.within(view.language), said, _notes(seen, version), palette("light").paper
    )


def _features(hash_: str, version: DataVersion) -> list[dict[str, object]]:
    found = loads.geometry(hash_, version)
    return [
        {"type": "Feature", "properties": {"code": code}, "geometry": json.loads(text)} for code, text in found.items()
    ]


def _notes(seen: Shown, version: DataVersion) -> str:
    """Period, areas, what has no value, sources, and what the map is."""
    view, found, language = seen.view, seen.found, seen.view.language
    areas, here = loads.areas(version), loads.boundaries(version)
    source = next((one.source for one in found.series.values() if one.source), found.item.source).within(language)
    missing = ", ".join(f"{one.label} ({one.count})" for one in seen.legend.entries if one.pattern)
    told = {
        words.PERIOD: period(found.period, language) if found.period else "–",
        words.AREA: label(areas[view.area], language),
        words.COMPARATOR: label(areas[view.benchmark], language),
        map_words.WITHOUT: missing,
        words.SOURCE: source,
        words.VERSION: str(version.number),
        words.NOTICE: DEMO_NOTICE.within(language) if found.is_demo else "",
    }
    lines = [f"{name.within(language)}: {text}" for name, text in told.items() if text]
    return " · ".join([*lines, *map_words.boundaries_in_words(here, language)])
