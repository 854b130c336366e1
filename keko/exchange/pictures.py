"""A chart as a picture that can be put anywhere: it says itself what it shows, of what, from where and from when."""

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

WIDTH = 1100
_WRAP = 120
_PADDING = {"left": 24, "right": 24, "top": 16, "bottom": 24}
# As the theme of the pages draws axes; its greys are read on both grounds.
_AXIS = {
    "domain": False,
    "ticks": False,
    "gridColor": "#8884",
    "labelColor": "#777",
    "titleColor": "#777",
    "labelPadding": 12,
}
# The fonts of pictures have no such sign: a line with one would be written in another font.
_SIGNS = str.maketrans({"◇": "◊"})
_FONT = "Source Sans Pro, Liberation Sans, DejaVu Sans, sans-serif"


def svg_bytes(spec: Mapping[str, Any], data: pa.Table | None, title: str, said: str, notes: str, paper: str) -> bytes:
    """The chart of a Vega-Lite specification as SVG.

    `data`: None where the chart holds its own; `title` and `said`: what it shows, above it; `notes`: area, comparator,
    period, source and data version, below it; `paper`: the colour of the ground.
    """
    import vl_convert  # starts an engine of its own: only where a picture is made

    return vl_convert.vegalite_to_svg(_whole(spec, data, title, said, notes, paper)).encode()


def png_bytes(spec: Mapping[str, Any], data: pa.Table | None, title: str, said: str, notes: str, paper: str) -> bytes:
    """The same as PNG, two pixels for one."""
    import vl_convert  # as above

    picture: bytes = vl_convert.vegalite_to_png(_whole(spec, data, title, said, notes, paper), scale=2)
    return picture


def _in_font(value: object) -> object:
    return value.translate(_SIGNS) if isinstance(value, str) else value


def _values(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {"values": [{name: _in_font(value) for name, value in row.items()} for row in rows]}


def _whole(
    spec: Mapping[str, Any], data: pa.Table | None, title: str, said: str, notes: str, paper: str
) -> dict[str, Any]:
    """The specification with its data, and with all that has to be said around it."""
    settings: dict[str, Any] = spec.get("config", {})
    chart = {name: part for name, part in spec.items() if name not in {"config", "$schema", "data", "params"}}
    title, said, notes = (text.translate(_SIGNS) for text in (title, said, notes))
    chart["data"] = spec["data"] if data is None else _values(data.to_pylist())
    if "width" in chart:  # several charts side by side have widths of their own
        chart["width"] = WIDTH
    chart["title"] = {
        "text": textwrap.wrap(title, _WRAP),
        "subtitle": textwrap.wrap(said, _WRAP),
        "anchor": "start",
        "fontSize": 20,
        "subtitleFontSize": 16,
        "subtitlePadding": 8,
        "offset": 44,
    }
    below = {
        "data": {"values": [{"note": textwrap.wrap(notes, _WRAP + 30)}]},
        "mark": {"type": "text", "align": "left", "baseline": "top", "fontSize": 13, "lineHeight": 18},
        "encoding": {"text": {"field": "note"}, "x": {"value": 0}, "y": {"value": 0}},
        "width": WIDTH,
        "height": 40,
    }
    return {
        "$schema": spec["$schema"],
        "background": paper,
        "padding": _PADDING,
        "config": {**settings, "font": _FONT, "axis": {**_AXIS, **settings.get("axis", {})}},
        "vconcat": [chart, below],
        "spacing": 12,
        # Beside the notes a chart cannot ask how large it is: it is told.
        "params": [
            {"name": "wide", "value": WIDTH},
            {"name": "tall", "value": spec.get("height", 0)},
            *(param for param in spec.get("params", []) if "value" in param),
        ],
    }
