"""Charts of frozen views as pictures, drawn for paper: as they were drawn on the page, or from the figures of a plot."""

import json
import re
from functools import cache
from struct import pack
from typing import Any
from xml.sax.saxutils import escape
from zlib import crc32

from keko.config import ASSETS, Language
from keko.exchange import plots
from keko.exchange.handout import Colours
from keko.room.frozen import Plot

FONTS = ASSETS / "fonts"
FONT = "Source Sans Pro"
WIDTH, HEIGHT = 600, 260
_LOCALES: dict[Language, Any] = {"fi": "fi-FI", "sv": "sv-SE", "en": "en-GB"}
_DASHES: list[list[int]] = [[], [], [6, 3], [2, 2], [6, 2, 2, 2]]
_AXIS = {"titleFontWeight": "normal", "labelFontSize": 13, "titleFontSize": 13}
_SIGNATURE = 8  # bytes that every PNG begins with


@cache
def _engine() -> Any:
    """What draws charts, with the fonts that every server has from us."""
    import vl_convert  # starts an engine of its own: only where a picture is made

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def svg_of(spec: dict[str, Any], language: Language) -> str:
    """A chart that holds its data, as SVG."""
    drawn: str = _engine().vegalite_to_svg(_for_paper(spec), format_locale=_LOCALES[language])
    return drawn


def png_of(spec: dict[str, Any], language: Language) -> bytes:
    """The same as PNG, two pixels for one."""
    drawn: bytes = _engine().vegalite_to_png(_for_paper(spec), scale=2, format_locale=_LOCALES[language])
    return drawn


def plotted(plot: Plot, colours: Colours, language: Language) -> dict[str, Any]:
    """A plot as a Vega-Lite specification: lines with gaps where there is no figure, or bars with their figures."""
    names = [name for name, _ in plot.series]
    categories = plots.names(plot, language)
    rows = [
        {"name": name, "at": at, "value": value}
        for name, values in plot.series
        for at, value in zip(categories, values, strict=True)
    ]
    scale = {"domain": names, "range": [colours.of_series(place) for place in range(len(names))]}
    legend = {"title": None, "orient": "bottom", "labelLimit": 400, "columns": 2} if len(names) > 1 else None
    drawn = _lines if plot.form == "line" else _bars
    colour = {"field": "name", "type": "nominal", "scale": scale, "legend": legend}
    axis = {"gridColor": colours.line, "labelColor": colours.ink, "titleColor": colours.ink, **_AXIS}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": rows},
        "title": {"text": plot.title, "anchor": "start", "fontSize": 14, "color": colours.ink},
        "width": WIDTH,
        **drawn(plot, colour, categories, names),
        "config": {"axis": axis, "legend": {"labelColor": colours.ink, "labelFontSize": 13}, "view": {"stroke": None}},
    }


def _lines(plot: Plot, colour: dict[str, Any], categories: list[str], names: list[str]) -> dict[str, Any]:
    dashes = {"domain": names, "range": [_DASHES[min(place, len(_DASHES) - 1)] for place in range(len(names))]}
    stroked = colour["legend"] and {**colour["legend"], "symbolType": "stroke", "symbolSize": 500}
    below = {"title": None, "labelAngle": 0, "labelOverlap": True}
    return {
        "height": HEIGHT,
        "mark": {
            "type": "line",
            "point": {"filled": True, "size": 50},
            "strokeWidth": 2.5,
            "invalid": "break-paths-filter-domains",
        },
        "encoding": {
            "x": {"field": "at", "type": "ordinal", "sort": categories, "axis": below},
            "y": {**_value(plot), "scale": {"zero": False, "nice": True}},
            "color": {**colour, "legend": stroked},
            "strokeDash": {"field": "name", "type": "nominal", "scale": dashes, "legend": stroked},
        },
    }


def _bars(plot: Plot, colour: dict[str, Any], categories: list[str], names: list[str]) -> dict[str, Any]:
    beside = {"title": None, "labelLimit": 320, "domain": False, "ticks": False}
    figure = {"field": "value", "type": "quantitative", "format": f",.{plots.decimals(plot)}f"}
    return {
        "height": {"step": 22},
        "encoding": {
            "y": {"field": "at", "type": "ordinal", "sort": categories, "axis": beside},
            "x": _value(plot),
            **({"yOffset": {"field": "name", "type": "nominal", "sort": names}} if len(names) > 1 else {}),
        },
        "layer": [
            {"mark": {"type": "bar", "height": {"band": 0.85}}, "encoding": {"color": colour}},
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 13, "invalid": "filter"},
                "encoding": {"text": figure},
            },
        ],
    }


def _value(plot: Plot) -> dict[str, Any]:
    return {"field": "value", "type": "quantitative", "axis": {"title": plot.unit, "domain": False, "ticks": False}}


def sealed_svg(svg: str, title: str, alt: str, marks: list[str]) -> bytes:
    """A picture that says what it shows, and carries seals."""
    texts = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in (("title", title), ("desc", alt)))
    begins = re.search(r"<svg\b[^>]*>", svg)
    at = begins.end() if begins else 0
    return f"{svg[:at]}{texts}<metadata>{' '.join(marks)}</metadata>{svg[at:]}".encode()


def sealed_png(png: bytes, title: str, alt: str, marks: list[str]) -> bytes:
    """The same of a PNG, in texts of its own after its header."""
    texts = {"Title": title, "Description": alt, "KEKO": " ".join(marks)}
    chunks = b"".join(_chunk(b"iTXt", f"{name}\0\0\0\0\0{text}".encode()) for name, text in texts.items())
    header = _SIGNATURE + 25  # the first chunk has a fixed length
    return png[:header] + chunks + png[header:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))


def _for_paper(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification with a width of its own, our font, and no ground."""
    chart: dict[str, Any] = json.loads(json.dumps(spec))
    _give_width(chart)
    chart.pop("autosize", None)
    settings = chart.get("config") or {}
    chart["background"] = "white"
    chart["config"] = {**settings, "font": FONT}
    return chart


def _give_width(chart: dict[str, Any]) -> None:
    """Charts are as wide as their page: on paper they are told how wide that is."""
    if chart.get("width") == "container":
        chart["width"] = WIDTH
    if chart.get("height") == "container":
        chart["height"] = HEIGHT
    for parts in ("layer", "hconcat", "vconcat", "concat"):
        for part in chart.get(parts, []):
            _give_width(part)
