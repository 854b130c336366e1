"""Totals on a map: circles by size inside their areas, all of one colour, as no area is better for being larger."""

from math import sqrt
from typing import Any

from keko.charts.legend import Legend
from keko.charts.map_colours import rgb
from keko.charts.map_frame import MapFrame
from keko.charts.palette import Palette
from keko.charts.tooltips import Fact, tooltip
from keko.config import Language
from keko.indicators.cross_section import CrossSection

RADIUS, SMALL_RADIUS = 20.0, 9.0  # px of the largest figure, on a map and on a small one
_OPACITY = 0.75


def places(section: CrossSection, codes: list[str], keys: list[str], frame: MapFrame) -> dict[str, list[float | None]]:
    """Of each area its figure and where its circle is, as columns of a map's data. `keys`: of its figures in the section."""
    centres = [frame.centres.get(code, (None, None)) for code in codes]
    return {
        "value": [section.values.get(key) for key in keys],
        "longitude": [longitude for longitude, _ in centres],
        "latitude": [latitude for _, latitude in centres],
    }


def symbol_layer(
    legend: Legend, radius: float, colours: Palette, language: Language, facts: tuple[Fact, ...]
) -> dict[str, Any]:
    """The circles as a layer of Vega-Lite, over data with `places`."""
    return {
        "transform": [{"filter": "isValid(datum.value) && isValid(datum.longitude)"}],
        "mark": {
            "type": "circle", "aria": False, "color": colours.other, "opacity": _OPACITY,
            "stroke": colours.paper, "strokeWidth": 1, "cursor": "pointer",
        },
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {
                "field": "value", "type": "quantitative", "legend": None,
                "scale": {"type": "linear", "domain": [0, legend.largest], "range": [0, (2 * radius) ** 2]},
            },
            "order": {"field": "value", "sort": "descending"},
            "tooltip": tooltip(language, *facts),
        },
    }  # fmt: skip


def deck_symbol_layer(section: CrossSection, legend: Legend, frame: MapFrame, colours: Palette) -> dict[str, Any]:
    """The same as a layer of deck.gl."""
    data = [
        {"at": frame.centres[code], "radius": round(RADIUS * sqrt(max(value, 0.0) / (legend.largest or 1.0)), 1)}
        for code, value in section.values.items()
        if code in frame.centres
    ]
    return {
        "@@type": "ScatterplotLayer",
        "id": "totals",
        "data": data,
        "getPosition": "@@=at",
        "radiusUnits": "pixels",
        "getRadius": "@@=radius",
        "stroked": True,
        "lineWidthUnits": "pixels",
        "getLineWidth": 1,
        "getFillColor": [*rgb(colours.other), round(255 * _OPACITY)],
        "getLineColor": rgb(colours.paper),
    }
