"""What the page shows to take along: as CSV and XLSX, and as PNG and SVG, each saying what it holds."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from keko.exchange import pictures, tables
from keko.ui.ecosystem import drawings, rendered
from keko.ui.ecosystem.frames import FRAMES
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import downloads as words
from keko.words import ecosystem
from keko.words.area_labels import label
from keko.words.formats import day_in_words
from keko.words.terms import BENCHMARK_AREA, DEMO_NOTICE

_BY_GROUP = ("polku", "matriisi", "muutokset")  # pictures of the groups of a model


def offer(view: View, visit: Visit, today: date) -> None:
    """The buttons. A file is made when somebody asks for it."""
    if view.picture not in FRAMES or view.model is None:
        return
    language = view.language

    def table(write: Callable[..., bytes], *more: object) -> bytes:
        scene = rendered.scene_of(view, today, visit.version)
        return write(FRAMES[view.picture](scene), notes(scene), *more)

    def picture(write: Callable[..., bytes]) -> bytes:
        scene = rendered.scene_of(view, today, visit.version)
        return drawings.picture(write, scene, notes(scene))

    sheets = [ecosystem.PICTURES[view.picture].within(language), words.ABOUT.within(language)]
    files: dict[str, tuple[str, Callable[[], bytes]]] = {
        "csv": ("text/csv", lambda: table(tables.csv_bytes, language)),
        "xlsx": (words.XLSX, lambda: table(tables.xlsx_bytes, sheets)),
    }
    if drawings.is_drawn(rendered.scene_of(view, today, visit.version)):
        files |= {
            "png": ("image/png", lambda: picture(pictures.png_bytes)),
            "svg": ("image/svg+xml", lambda: picture(pictures.svg_bytes)),
        }
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        st.markdown(words.DOWNLOAD.within(language))
        for ending, (kind, make) in files.items():
            name = tables.file_name(_called(view, visit), ending)
            st.download_button(ending.upper(), make, name, kind, key=f"download_{ending}", on_click="ignore")


def _called(view: View, visit: Visit) -> list[str]:
    model = (view.model or "") if view.picture in _BY_GROUP else ""
    segment = (view.segment or "") if view.picture == "polku" else ""
    return [view.picture, view.area, model, segment, f"v{visit.version.number}"]


def notes(scene: EcosystemScene) -> dict[str, str]:
    """What has to be said of every file: its area, whose groups, the day, the data version, and whether it is invented."""
    language, view = scene.language, scene.view
    flags = rendered.picture(view, scene.today, scene.version).demo_flags
    demo = [ecosystem.DEMO.within(language)] if scene.register.is_demo else []
    demo += [DEMO_NOTICE.within(language)] if any(flags) else []
    told = {
        words.AREA: label(scene.areas[view.area], language),
        BENCHMARK_AREA: label(scene.areas[view.benchmark], language) if view.picture == "polku" else "",
        ecosystem.MODEL: scene.model.names.within(language) if scene.model and view.picture in _BY_GROUP else "",
        ecosystem.GROUP: scene.group(view.segment) if view.picture == "polku" else "",
        words.DAY: day_in_words(scene.today, language),
        words.VERSION: str(scene.version.number),
        words.NOTICE: " ".join(demo),
    }
    return {name.within(language): text for name, text in told.items() if text}
