"""The matrix and the obstacles to take along, as CSV and XLSX that say what they hold."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from keko.ecosystem.obstacles import obstacles
from keko.exchange import tables
from keko.ui.ecosystem import rendered
from keko.ui.ecosystem.matrix import matrix_of
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import downloads as words
from keko.words import ecosystem
from keko.words.area_labels import label


def offer(view: View, visit: Visit, today: date) -> None:
    """The buttons, of the pictures that are tables of records. A file is made when somebody asks for it."""
    frame_of = _FRAMES.get(view.picture)
    if frame_of is None or view.model is None:
        return
    language = view.language

    def file(write: Callable[..., bytes], *more: object) -> bytes:
        scene = rendered.scene_of(view, today, visit.version)
        return write(frame_of(scene), _notes(scene), *more)

    sheets = [ecosystem.PICTURES[view.picture].within(language), words.ABOUT.within(language)]
    files: dict[str, tuple[str, Callable[[], bytes]]] = {
        "csv": ("text/csv", lambda: file(tables.csv_bytes, language)),
        "xlsx": (words.XLSX, lambda: file(tables.xlsx_bytes, sheets)),
    }
    called = [view.picture, view.area, view.model if view.picture == "matriisi" else "", f"v{visit.version.number}"]
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        st.markdown(words.DOWNLOAD.within(language))
        for ending, (kind, make) in files.items():
            name = tables.file_name(called, ending)
            st.download_button(ending.upper(), make, name, kind, key=f"download_{ending}", on_click="ignore")


def matrix_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each group and stage."""
    language = scene.language
    rows = [
        {
            ecosystem.GROUP: scene.group(place.segment),
            ecosystem.PERSONS: scene.sizes.get(place.segment),
            ecosystem.STAGE: scene.stage(place.stage),
            ecosystem.SERVICES: len(place.services),
            ecosystem.SERVICE: "; ".join(scene.named(service.key) for service in place.services),
            ecosystem.ACTORS: len(place.actors),
            ecosystem.ACTOR: "; ".join(scene.named(("actor", actor)) for actor in place.actors),
            ecosystem.OTHER_METHODS: "; ".join(scene.named(method.key) for method in place.unused),
        }
        for place in matrix_of(scene).cells.values()
    ]
    return pd.DataFrame(rows).rename(columns=lambda head: head.within(language))


def obstacle_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each obstacle that has not been removed, the longest open first."""
    language = scene.language
    columns = (
        *(ecosystem.OBSTACLE, ecosystem.STAGE, ecosystem.GROUP, ecosystem.REMOVER),
        *(ecosystem.STATE, ecosystem.OPEN_SINCE),
    )
    rows = [
        (
            obstacle.what.within(language),
            scene.stage(obstacle.stage),
            scene.group(obstacle.segment),
            scene.remover(obstacle.remover),
            ecosystem.STATES[obstacle.state].within(language),
            obstacle.since.isoformat(),
        )
        for obstacle in obstacles(scene.here, scene.today).standing
    ]
    return pd.DataFrame(rows, columns=[column.within(language) for column in columns])


_FRAMES: dict[str, Callable[[EcosystemScene], pd.DataFrame]] = {"matriisi": matrix_frame, "esteet": obstacle_frame}


def _notes(scene: EcosystemScene) -> dict[str, str]:
    language = scene.language
    notes = {
        words.AREA: label(scene.areas[scene.view.area], language),
        words.VERSION: str(scene.version.number),
        words.NOTICE: ecosystem.DEMO.within(language) if scene.register.is_demo else "",
    }
    if scene.model and scene.view.picture == "matriisi":
        notes[ecosystem.MODEL] = scene.model.names.within(language)
    return {name.within(language): text for name, text in notes.items() if text}
