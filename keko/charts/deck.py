"""A map that is moved and zoomed, drawn by the graphics card (deck.gl). Nothing is fetched but the borders, from this server."""

import json
from html import escape
from math import atan, degrees, exp, log, log2, pi, radians, tan
from typing import Any

import pydeck

from keko.charts.legend import Legend
from keko.charts.map_colours import rgb
from keko.charts.map_frame import HEIGHT, Extent, MapFrame
from keko.charts.map_symbols import deck_symbol_layer
from keko.charts.palette import Palette, Theme, palette
from keko.charts.place_markers import deck_marker_layer
from keko.charts.shape_map import told_verdict, value_or_reason
from keko.charts.tooltips import Fact, in_lines
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.cross_section import CrossSection
from keko.words import maps as words
from keko.words.area_labels import short
from keko.words.formats import period

PICKED = "areas"
# Stand where ready texts are put in.
_LAYERS, _FEATURES = "LAYERS", "FEATURES"
_TILE = 512  # px of the world at zoom 0
_WIDTH = 440  # px that the map has on a desk screen
_NOTHING = [0, 0, 0, 0]
_MARKS = {"stripes": "×", "level": "?", "upright": "/", "dashed": "–", "empty": ""}
_STYLE = {"fontFamily": "inherit", "fontSize": "15px", "borderRadius": "2px", "maxWidth": "320px"}

Layer = dict[str, Any]


class Deck(pydeck.Deck):  # type: ignore[misc]
    """A map whose JSON is ready: compact, and made once. No base map: nothing is asked of anybody."""

    def __init__(self, layers: list[str], sight: dict[str, float], tooltip: dict[str, Any]) -> None:
        super().__init__(layers=[], map_provider=None, initial_view_state=pydeck.ViewState(**sight), tooltip=tooltip)
        frame = {**json.loads(super().to_json()), "layers": _LAYERS}
        self._text = _dumped(frame).replace(_dumped(_LAYERS), f"[{','.join(layers)}]")

    def to_json(self) -> str:
        """The map as deck.gl reads it."""
        return self._text


def deck(
    section: CrossSection,
    legend: Legend,
    geometry: dict[str, str],
    frame: MapFrame,
    areas: Areas,
    language: Language,
    theme: Theme,
) -> Deck:
    """The areas as the legend has them. `geometry`: GeoJSON of each area, as text."""
    colours = palette(theme)
    features = ",".join(
        f'{{"type":"Feature","geometry":{geometry[code]},"properties":{_properties(code, section, legend, areas, language)}}}'
        for code in legend.entry_keys
        if code in geometry
    )
    ground = _dumped(_areas(legend, colours)).replace(_dumped(_FEATURES), f"[{features}]")
    above = [_marks(legend, frame, colours), *_lines(section, frame, areas, colours)]
    if section.is_total:
        above.append(deck_symbol_layer(section, legend, frame, colours))
    if frame.markers:
        above.append(deck_marker_layer(frame.markers, colours))
    layers = [ground, *(_dumped(layer) for layer in above)]
    return Deck(layers, _sight(frame.extent), _tooltip(colours))


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _properties(code: str, section: CrossSection, legend: Legend, areas: Areas, language: Language) -> str:
    """With what is told of the area, as HTML."""
    facts: dict[Fact, str] = {
        "area": short(areas[code], language),
        "period": period(section.period, language) if section.period else "",
        "value": value_or_reason(section, legend, code, language),
        "interval": "" if section.is_total else words.interval_in_words(section, code, language),
        "verdict": told_verdict(section, code, language),
    }
    told = escape(in_lines(language, facts)).replace("\n", "<br>")
    return _dumped({"code": code, "look": legend.entry(code).key, "told": told})


def _areas(legend: Legend, colours: Palette) -> Layer:
    ground = f"{[*rgb(colours.line), 110]}"
    fills = [(entry.key, ground if entry.pattern else f"{rgb(entry.colour)}") for entry in legend.entries]
    fill = "".join(f"properties.look === '{key}' ? {colour} : " for key, colour in fills)
    return {
        "@@type": "GeoJsonLayer",
        "id": PICKED,
        "data": _FEATURES,
        "pickable": True,
        "autoHighlight": True,
        "getFillColor": f"@@={fill}{_NOTHING}",
        "getLineColor": rgb(colours.paper),
        "lineWidthUnits": "pixels",
        "getLineWidth": 0.7,
    }


def _marks(legend: Legend, frame: MapFrame, colours: Palette) -> Layer:
    """A sign on each area without a value: which sign, the legend tells."""
    signs = {entry.key: _MARKS[entry.pattern] for entry in legend.entries if entry.pattern}
    data = [
        {"at": frame.centres[code], "sign": signs[key]}
        for code, key in legend.entry_keys.items()
        if signs.get(key) and code in frame.centres
    ]
    return {
        "@@type": "TextLayer",
        "id": "marks",
        "data": data,
        "getPosition": "@@=at",
        "getText": "@@=sign",
        "getColor": rgb(colours.ink),
        "getSize": 14,
        "characterSet": [sign for sign in _MARKS.values() if sign],
    }


def _lines(section: CrossSection, frame: MapFrame, areas: Areas, colours: Palette) -> list[Layer]:
    """County borders over municipalities, and the outlines of benchmark and area; their geometry comes by address."""
    borders = [("borders", "HVA", f"{rgb(colours.ink)}", 1.3)] if section.level == "KU" else []
    lines = borders + [
        (role, level, f"@@=properties.code === '{code}' ? {rgb(getattr(colours, role))} : {_NOTHING}", 4.0)
        for role, level, code in frame.outlines(areas)
    ]
    return [
        {
            "@@type": "GeoJsonLayer",
            "id": name,
            "data": frame.addresses[level],
            "filled": False,
            "pickable": False,
            "getLineColor": colour if colour.startswith("@@") else json.loads(colour),
            "lineWidthUnits": "pixels",
            "getLineWidth": width,
            "lineJointRounded": True,
        }
        for name, level, colour, width in lines
    ]


def _sight(extent: Extent) -> dict[str, float]:
    """What a web Mercator map of the usual size has to look at to show `extent`."""
    low, high = (log(tan(pi / 4 + radians(end) / 2)) for end in (extent.south, extent.north))
    across, up = (extent.east - extent.west) / 360 * _TILE, (high - low) / (2 * pi) * _TILE
    return {
        "longitude": round((extent.west + extent.east) / 2, 3),
        "latitude": round(degrees(2 * atan(exp((low + high) / 2)) - pi / 2), 3),
        "zoom": round(min(log2(_WIDTH / across), log2(HEIGHT / up)) - 0.05, 2),
        "height": HEIGHT,
    }


def _tooltip(colours: Palette) -> dict[str, Any]:
    return {"html": "{told}", "style": {**_STYLE, "backgroundColor": colours.ink, "color": colours.paper}}
