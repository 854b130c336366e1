"""Layers of a map in Vega-Lite: areas in the colours and patterns of their legend, borders, outlines."""

from collections.abc import Sequence
from typing import Any

from keko.charts.legend import Legend, LegendEntry, Pattern
from keko.charts.map_frame import MapFrame
from keko.charts.map_labels import SIZE, name_place
from keko.charts.palette import Palette
from keko.charts.tooltips import Fact, tooltip
from keko.config import Language

Spec = dict[str, Any]

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_DIRECTIONS: dict[Pattern, tuple[int, int]] = {"stripes": (1, 1), "upright": (1, 0), "level": (0, 1)}
_STRIPES = 8


def area_layer(
    level: str, legend: Legend, address: str, colours: Palette, language: Language, facts: Sequence[Fact]
) -> Spec:
    """The areas of a level as the legend has them. `address`: of their geometry; `facts`: what is told of one that is pointed at."""
    return {
        "transform": [
            {"lookup": "code", "from": {"data": _features(address), "key": "properties.code"}, "as": "geo"},
        ],
        "mark": {"type": "geoshape", "aria": False, "strokeJoin": "round"},
        "encoding": {
            "shape": {"field": "geo", "type": "geojson"},
            "fill": _fill(legend, colours),
            "stroke": {"condition": _where(_patterned(legend), colours.other), "value": colours.paper},
            "strokeDash": {"condition": _where(_dashed(legend), [3, 3]), "value": [1, 0]},
            "strokeWidth": {"value": 0.6 if level == "KU" else 1},
            "tooltip": tooltip(language, *facts),
        },
    }


def border_layer(address: str, colours: Palette) -> Spec:
    """The borders of every area at an address."""
    return {"data": _features(address), "mark": _line(colours.ink, 1.3)}


def outline_layers(address: str, code: str, colour: str, colours: Palette, scale: float = 1.0) -> list[Spec]:
    """A line in the area's own colour on a wider one of the paper's, so that it is seen on every ground."""
    lines = ((colours.paper, 5.5), (colour, 3.5))
    only = [{"filter": f"datum.properties.code === '{code}'"}]
    return [
        {"data": _features(address), "transform": only, "mark": _line(stroke, width * scale)} for stroke, width in lines
    ]


def name_layers(name: str, frame: MapFrame, colours: Palette) -> list[Spec]:
    """The name of the selected area in its colour, before a border of the paper's, on the area or at a line that leads to it.

    Nothing where its place is not known.
    """
    place = name_place(name, frame)
    if place is None:
        return []
    text = {"type": "text", "fontSize": SIZE, "fontWeight": 600}
    halo = {"stroke": colours.paper, "strokeWidth": 5, "strokeJoin": "round"}
    row = {"longitude": place.longitude, "latitude": place.latitude, "label": name}
    texts = [_placed(row, {**text, **look}, text={"field": "label"}) for look in (halo, {"color": colours.area})]
    if place.leader is None:
        return texts
    row |= {"longitude2": place.leader[0], "latitude2": place.leader[1]}
    ends = {name: {"field": name} for name in ("longitude2", "latitude2")}
    lines = ((colours.paper, 4), (colours.area, 1.5))
    leader = [_placed(row, {"type": "rule", "color": colour, "strokeWidth": width}, **ends) for colour, width in lines]
    return [*leader, *texts]


def _placed(row: Spec, mark: Spec, **channels: Spec) -> Spec:
    at = {name: {"field": name, "type": "quantitative"} for name in ("longitude", "latitude")}
    return {"data": {"values": [row]}, "mark": {**mark, "aria": False}, "encoding": {**at, **channels}}


def _features(address: str) -> Spec:
    return {"url": address, "format": {"type": "json", "property": "features"}}


def _line(stroke: str, width: float) -> Spec:
    return {
        "type": "geoshape",
        "aria": False,
        "filled": False,
        "stroke": stroke,
        "strokeWidth": width,
        "strokeJoin": "round",
    }


def _fill(legend: Legend, colours: Palette) -> Spec:
    coloured = [entry for entry in legend.entries if not entry.pattern]
    return {
        "condition": [{"test": _is(entry), "value": _pattern(entry.pattern, colours)} for entry in _patterned(legend)],
        "field": "look",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": [entry.key for entry in coloured], "range": [entry.colour for entry in coloured]},
    }


def _patterned(legend: Legend) -> list[LegendEntry]:
    return [entry for entry in legend.entries if entry.pattern]


def _dashed(legend: Legend) -> list[LegendEntry]:
    return [entry for entry in legend.entries if entry.pattern == "dashed"]


def _where(entries: Sequence[LegendEntry], value: object) -> list[Spec]:
    return [{"test": _is(entry), "value": value} for entry in entries]


def _is(entry: LegendEntry) -> str:
    return f"datum.look === '{entry.key}'"


def _pattern(pattern: Pattern, colours: Palette) -> object:
    """The ground of what has no value: stripes as a gradient with hard edges, or the colour of the paper."""
    if pattern not in _DIRECTIONS:
        return colours.paper
    x, y = _DIRECTIONS[pattern]
    edges = [stripe / _STRIPES for stripe in range(_STRIPES + 1)]
    stops = [
        {"offset": edge, "color": colours.other if stripe % 2 else colours.paper}
        for stripe in range(_STRIPES)
        for edge in edges[stripe : stripe + 2]
    ]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": x, "y2": y, "stops": stops}
