"""What a reader chooses on the benchmark page only: picture, themes, correction, swap; and what can be taken away."""

from functools import partial

import streamlit as st

from keko.exchange.comparisons import comparison_frame, comparison_notes
from keko.exchange.tables import csv_bytes, file_name, parts_of, xlsx_bytes
from keko.ui import loads
from keko.ui.benchmark import queries
from keko.ui.filters import bound, buttons, swap
from keko.ui.session import Visit
from keko.ui.view import BENCHMARK_PICTURES, View
from keko.words import benchmark as words
from keko.words import interface
from keko.words.area_labels import label
from keko.words.downloads import XLSX
from keko.words.terms import THEMES


def ask(view: View, visit: Visit) -> None:
    """One row: the picture, the themes, whether the number of comparisons counts, and swapping."""
    language = view.language
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons("picture", view, words.PICTURE, BENCHMARK_PICTURES, words.PICTURES, wrap=True)
        _themes(visit)
        corrected = words.CORRECTED.within(language)
        bound(st.toggle, "corrected", view.corrected, corrected, help=words.CORRECTED_HELP.within(language))
        st.button(interface.SWAP.within(language), icon=":material/swap_horiz:", on_click=swap, args=(view,))


def _themes(visit: Visit) -> None:
    view, catalogue, language = visit.view, loads.catalogue(visit.version), visit.view.language
    offered = {catalogue[id_].theme for id_ in loads.with_figures(visit.version)} | set(view.themes)
    bound(
        st.multiselect,
        "themes",
        list(view.themes),
        words.THEMES.within(language),
        [theme for theme in THEMES if theme in offered],
        format_func=lambda theme: THEMES[theme].within(language),
        placeholder=words.ALL_THEMES.within(language),
        width=220,
    )


def downloads(view: View, visit: Visit) -> None:
    """The comparison as CSV and XLSX, made when somebody asks for it."""
    language = view.language
    areas = loads.areas(visit.version)
    names = [label(areas[code], language) for code in (view.area, view.benchmark)]
    called = [interface.BENCHMARK.within(language), *names, *parts_of(view.question), *view.themes, view.period or ""]
    with st.container(key="downloads", horizontal=True):
        for extension, mime in (("csv", "text/csv"), ("xlsx", XLSX)):
            st.download_button(
                words.DOWNLOAD.within(language, format=extension.upper()),
                partial(_file, extension, view, visit.version),
                file_name(called, extension),
                mime,
                key=f"download_{extension}",
                on_click="ignore",
                icon=":material/download:",
            )


def _file(extension: str, view: View, version: loads.DataVersion) -> bytes:
    rows, areas, language = queries.benchmark(view, version), loads.areas(version), view.language
    pair = " – ".join(label(areas[code], language) for code in (view.area, view.benchmark))
    title = f"{interface.BENCHMARK.within(language)}: {pair}"
    table = comparison_frame(rows, areas, language)
    notes = comparison_notes(rows, title, view.period, view.sex, version.number, view.corrected, language)
    if extension == "csv":
        return csv_bytes(table, notes, language)
    return xlsx_bytes(table, notes, (words.SHEET.within(language), words.NOTES.within(language)))
