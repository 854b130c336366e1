"""A frozen view as it was drawn: its paragraph, pictures and tables, on the light ground that charts were drawn for."""

from html import escape
from typing import Any

import streamlit as st

from keko.charts.palette import Theme, palette
from keko.room.frozen import Chart, FrozenView
from keko.ui import html
from keko.ui.session import Width

_FONT = "Source Sans, sans-serif"  # the page's
# Of a chart on its light ground, in pixels; side by side: the framework adds to one of them.
_AROUND = dict.fromkeys(("left", "top", "right", "bottom"), 16)


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


def _on_light_ground(spec: dict[str, Any]) -> dict[str, Any]:
    """A chart as it was drawn in light colours, which the page's dark ones would take away: what it left to the page is light too."""
    light, own = palette("light"), spec.get("config", {})
    texts = {"labelColor": light.quiet, "titleColor": light.quiet}
    lines = {"gridColor": light.line, "domainColor": light.line, "tickColor": light.line, "domain": False}
    usual: dict[str, dict[str, Any]] = {
        "axis": {**texts, **lines},
        "legend": texts,
        "title": {"color": light.ink},
        "text": {"font": _FONT},
        "view": {"stroke": None},
    }
    config = {**own, "font": _FONT, **{name: {**part, **own.get(name, {})} for name, part in usual.items()}}
    return {**spec, "background": light.paper, "padding": _AROUND, "config": config}


def _draw_chart(chart: Chart, theme: Theme, key: str) -> None:
    width: Width = "stretch" if chart.spec.get("width") == "container" else "content"
    if theme == "light":
        st.vega_lite_chart(chart.spec, width=width, alt=chart.alt, key=key)
    else:
        st.vega_lite_chart(_on_light_ground(chart.spec), width=width, theme=None, alt=chart.alt, key=key)
