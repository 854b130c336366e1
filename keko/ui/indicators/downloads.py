"""What is shown, to take along: figures as CSV and XLSX, the picture as PNG and SVG, each saying what it holds."""

from collections.abc import Callable

import streamlit as st

from keko.charts.palette import palette
from keko.data.areas import Areas
from keko.exchange import pictures, tables
from keko.exchange.figures import series_frame, series_notes
from keko.indicators.situation import Standing
from keko.ui import loads
from keko.ui.indicators import rendered
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import downloads as words
from keko.words.area_labels import label, short_names
from keko.words.charts import explained
from keko.words.subject import subject


def offer(standing: Standing, finding: str, view: View, others: tuple[str, ...], visit: Visit) -> None:
    """The buttons. A file is made when somebody asks for it; pictures are drawn for paper, whatever the theme."""
    language, areas = view.language, loads.areas(visit.version)

    def figures(write: Callable[..., bytes], *more: object) -> bytes:
        asked = [(series, view.question) for series in standing.every_series]
        return write(series_frame(asked, standing.item, areas, language), _notes(standing, view, visit), *more)

    def picture(write: Callable[..., bytes]) -> bytes:
        drawing = rendered.development(standing.item.id, view, others, "light", visit.version)
        title = _title(standing, view, areas)
        signs = explained(drawing.notes, language)
        facts = _notes(standing, view, visit).items()
        beneath = " · ".join([*signs, *(f"{name}: {text}" for name, text in facts)])
        return write(drawing.spec, drawing.data, title, finding, beneath, palette("light").paper)

    sheets = [words.FIGURES.within(language), words.ABOUT.within(language)]
    files: dict[str, tuple[str, Callable[[], bytes]]] = {
        "csv": ("text/csv", lambda: figures(tables.csv_bytes, language)),
        "xlsx": (words.XLSX, lambda: figures(tables.xlsx_bytes, sheets)),
    }
    if view.picture == "kehitys":
        files |= {
            "png": ("image/png", lambda: picture(pictures.png_bytes)),
            "svg": ("image/svg+xml", lambda: picture(pictures.svg_bytes)),
        }
    with st.container(key="downloads", horizontal=True, vertical_alignment="center"):
        st.markdown(words.DOWNLOAD.within(language))
        called = _called(standing, view, visit)
        for ending, (kind, make) in files.items():
            st.download_button(
                ending.upper(),
                make,
                tables.file_name(called, ending),
                kind,
                key=f"download_{ending}",
                on_click="ignore",
            )


def _title(standing: Standing, view: View, areas: Areas) -> str:
    """What the picture is of, and of which area."""
    return f"{subject(standing.item, view.question, view.language)} – {label(areas[view.area], view.language)}"


def _notes(standing: Standing, view: View, visit: Visit) -> dict[str, str]:
    """Area and comparator, and what has to be said of the series."""
    areas, language = loads.areas(visit.version), view.language
    pair = {words.AREA: label(areas[view.area], language), words.COMPARATOR: label(areas[view.benchmark], language)}
    notes = series_notes(standing.item, standing.every_series, visit.version.number, language)
    notes[words.INDICATOR.within(language)] = subject(standing.item, view.question, language)
    return {**{name.within(language): text for name, text in pair.items()}, **notes}


def _called(standing: Standing, view: View, visit: Visit) -> list[str]:
    areas, language = loads.areas(visit.version), visit.view.language
    names = short_names([series.area for series in standing.every_series[:2]], areas, language).values()
    return [standing.item.id, *tables.parts_of(view.question), *names, f"v{visit.version.number}"]
