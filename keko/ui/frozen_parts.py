"""A frozen view as it was drawn: its paragraph, pictures and tables, on the light ground that charts were drawn for."""

from html import escape

import streamlit as st

from keko.charts.palette import Theme, palette
from keko.room.frozen import Chart, FrozenView
from keko.ui import html
from keko.ui.session import Width


def draw(view: FrozenView, theme: Theme, key: str) -> None:
    """What stood under its finding. `key`: of its charts."""
    if view.paragraph:
        st.html(f'<p class="keko-said" lang="{view.language}">{escape(view.paragraph)}</p>')
    with st.container(key=f"{key}_frozen"):
        for place, part in enumerate(view.parts):
            if isinstance(part, Chart):
                _draw_chart(part, theme, f"{key}_{place}")
            elif "<svg" in part.html:
                html.show(html.spoken(part.html, view.language))
            else:
                st.html(html.spoken(part.html, view.language))


def _draw_chart(chart: Chart, theme: Theme, key: str) -> None:
    width: Width = "stretch" if chart.spec.get("width") == "container" else "content"
    if theme == "light":
        st.vega_lite_chart(chart.spec, width=width, alt=chart.alt, key=key)
    else:
        spec = {**chart.spec, "background": palette("light").paper, "padding": 16}
        st.vega_lite_chart(spec, width=width, theme=None, alt=chart.alt, key=key)
