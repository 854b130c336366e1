"""A map as Vega-Lite draws it, without WebGL: geometry by its address, fetched once and kept by the browser; figures beside it."""

import copy
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan2, atanh, cos, radians, sin, tan
from typing import Any

import pandas as pd
import pyarrow as pa

from keko.charts.legend import Legend, Pattern
from keko.charts.lines import Drawing
from keko.charts.locale import chart_locale
from keko.charts.palette import Palette, Theme, palette
from keko.charts.place_markers import Spot, spot_layer
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.cross_section import CrossSection, key
from keko.words import maps as words
from keko.words.area_labels import short
from keko.words.formats import period

HEIGHT = 560
SMALL = (110, 178)  # width and height of each of several maps
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
MERIDIAN = 27.0  # of the Finnish grid, TM35FIN: the country stands upright
PICK = "picked"
_FILLED = 0.98  # of the chart: outlines have a width
Spec = dict[str, Any]


@dataclass(frozen=True)
class Extent:
    """What is shown, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Scene:
    """What a map shows besides figures: the address of each level's geometry, what is in sight, and which areas are outlined.

    `spots`: places to mark.
    """

    addresses: Mapping[str, str]
    extent: Extent
    area: str
    benchmark: str
    spots: tuple[Spot, ...] = ()

    def outlined(self, areas: Areas) -> list[tuple[str, str, str]]:
        """Role, level and code of what gets an outline, the selected area last; the country is none."""
        pairs = (("benchmark", self.benchmark), ("area", self.area))
        found = [(role, areas[code].level, code) for role, code in pairs]
        return [one for one in found if one[1] != "MAA" and one[1] in self.addresses]


def shape_map(
    found: CrossSection, looks: Legend, scene: Scene, areas: Areas, language: Language, theme: Theme
) -> Drawing:
    """The areas of a level in their looks, county borders over municipalities, outlines of area and benchmark."""
    colours = palette(theme)
    layers = [_areas(found, looks, scene, colours, language)]
    if found.level == "KU":
        layers.append(_borders(scene.addresses["HVA"], colours))
    for role, level, code in scene.outlined(areas):
        layers += _outline(scene.addresses[level], code, getattr(colours, role), colours)
    if scene.spots:
        layers.append(spot_layer(scene.spots, colours))
    spec: Spec = {
        "$schema": _SCHEMA,
        "height": HEIGHT,
        "width": "container",
        "projection": projection(scene.extent, "width", "height"),
        "layer": layers,
        "config": {"locale": chart_locale(language), "view": {"stroke": None}},
    }
    return Drawing(spec, pa.Table.from_pandas(_rows(found, looks, areas, language), preserve_index=False))


def year_maps(
    found: CrossSection,
    looks: Legend,
    periods: Sequence[str],
    scene: Scene,
    areas: Areas,
    language: Language,
    theme: Theme,
) -> Drawing:
    """A small map a period, all with the same looks; `found` and `looks` are pooled over `periods`."""
    colours = palette(theme)
    codes = sorted({name.split()[0] for name in looks.looks})
    pairs = [(code, one) for one in periods for code in codes if key(code, one) in looks.looks]
    rows = pd.DataFrame(
        {
            "code": [code for code, _ in pairs],
            "look": pd.Categorical([looks.looks[key(*pair)] for pair in pairs]),
            "name": pd.Categorical([short(areas[code], language) for code, _ in pairs]),
            "shown": [_told(found, looks, key(*pair), language) for pair in pairs],
            "when": pd.Categorical([period(one, language) for _, one in pairs]),
        }
    )
    layer = _areas(found, looks, scene, colours, language, ("value", "period"))
    lookup = layer.pop("transform")
    del layer["params"]
    layer["mark"]["cursor"] = "default"
    outlines = [
        one
        for _, level, code in scene.outlined(areas)[-1:]
        for one in _outline(scene.addresses[level], code, colours.area, colours, 0.5)
    ]
    header = {"title": None, "labelFontSize": 14, "labelColor": colours.ink}
    spec: Spec = {
        "$schema": _SCHEMA,
        "transform": lookup,
        "facet": {
            "field": "when",
            "type": "nominal",
            "header": header,
            "sort": [period(one, language) for one in periods],
        },
        "columns": 3,
        "spacing": 8,
        "spec": {
            "width": SMALL[0],
            "height": SMALL[1],
            "projection": projection(scene.extent, *map(str, SMALL)),
            "layer": [layer, *outlines],
        },
        "config": {"locale": chart_locale(language), "view": {"stroke": None}},
    }
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def projection(extent: Extent, width: str, height: str) -> Spec:
    """A transverse Mercator projection that fits `extent` into a chart of `width` and `height` (expressions or numbers)."""
    middle = (extent.south + extent.north) / 2
    upright = min(max(MERIDIAN, extent.west), extent.east)  # where a parallel is farthest south
    meridians, parallels = (extent.west, upright, extent.east), (extent.south, middle, extent.north)
    places = [_projected(x, y) for x in meridians for y in parallels]
    (left, right), (low, high) = ((min(part), max(part)) for part in zip(*places, strict=True))
    scale = f"{_FILLED}*min({width}/{right - left:.6f}, {height}/{high - low:.6f})"
    x, y = (left + right) / 2, (low + high) / 2
    translate = f"[{width}/2 - {scale}*{x:.6f}, {height}/2 + {scale}*{y:.6f}]"
    return {
        "type": "transverseMercator",
        "rotate": [-MERIDIAN, 0, 0],
        "scale": {"expr": scale},
        "translate": {"expr": translate},
    }


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    x, y = radians(longitude - MERIDIAN), radians(latitude)
    return atanh(cos(y) * sin(x)), atan2(tan(y), cos(x))


def _rows(found: CrossSection, looks: Legend, areas: Areas, language: Language) -> pd.DataFrame:
    verdicts = [words.verdict_in_words(found.comparisons[code], language) for code in looks.looks]
    return pd.DataFrame(
        {
            "code": list(looks.looks),
            "look": pd.Categorical(list(looks.looks.values())),
            "name": [short(areas[code], language) for code in looks.looks],
            "shown": [_told(found, looks, code, language) for code in looks.looks],
            "limits": [words.interval_in_words(found, code, language) for code in looks.looks],
            "verdict": pd.Categorical(verdicts),
        }
    )  # fmt: skip


def _areas(
    found: CrossSection,
    looks: Legend,
    scene: Scene,
    colours: Palette,
    language: Language,
    tooltip: Sequence[str] = ("value", "interval", "period", "verdict"),
) -> Spec:
    filled = [one for one in looks.entries if not one.pattern]
    patterns = [
        {"test": f"datum.look === '{one.key}'", "value": _pattern(one.pattern, colours)}
        for one in looks.entries
        if one.pattern
    ]
    when = period(found.period, language) if found.period else "–"
    geometry = {"url": scene.addresses[found.level], "format": {"type": "json", "property": "features"}}
    told = {"value": "shown", "interval": "limits", "period": "when", "verdict": "verdict"}
    return {
        "transform": [
            {"lookup": "code", "from": {"data": geometry, "key": "properties.code"}, "as": "geo"},
            {"calculate": f"datum.when || '{when}'", "as": "when"},
        ],
        "params": [{"name": PICK, "select": {"type": "point", "fields": ["code"]}}],
        "mark": {"type": "geoshape", "aria": False, "strokeJoin": "round", "cursor": "pointer"},
        "encoding": {
            "shape": {"field": "geo", "type": "geojson"},
            "fill": {
                "condition": patterns,
                "field": "look",
                "type": "nominal",
                "legend": None,
                "scale": {"domain": [one.key for one in filled], "range": [one.colour for one in filled]},
            },
            "stroke": {"condition": _when_missing(looks, colours.other), "value": colours.paper},
            "strokeDash": {"condition": _dashed(looks), "value": [1, 0]},
            "strokeWidth": {"value": 0.6 if found.level == "KU" else 1},
            "tooltip": [
                {"field": "name", "title": words.COLUMNS["area"].within(language)},
                *(
                    {"field": field, "title": words.COLUMNS[name].within(language)}
                    for name, field in told.items()
                    if name in tooltip
                ),
            ],
        },
    }


def _told(found: CrossSection, looks: Legend, name: str, language: Language) -> str:
    """The value, or why there is none."""
    return words.value_in_words(found, name, language) if name in found.values else looks.entry(name).label


def _when_missing(looks: Legend, value: object) -> list[Spec]:
    return [{"test": f"datum.look === '{one.key}'", "value": value} for one in looks.entries if one.pattern]


def _dashed(looks: Legend) -> list[Spec]:
    return [
        {"test": f"datum.look === '{one.key}'", "value": [3, 3]} for one in looks.entries if one.pattern == "dashed"
    ]


_DIRECTIONS: dict[Pattern, tuple[int, int]] = {"stripes": (1, 1), "upright": (1, 0), "level": (0, 1)}
_STRIPES = 8


def _pattern(pattern: Pattern, colours: Palette) -> object:
    """The ground of what has no value: stripes as a gradient with hard edges, or the colour of the paper."""
    if pattern not in _DIRECTIONS:
        return colours.paper
    x, y = _DIRECTIONS[pattern]
    edges = [place / _STRIPES for place in range(_STRIPES + 1)]
    stops = [
        {"offset": edge, "color": colours.other if place % 2 else colours.paper}
        for place in range(_STRIPES)
        for edge in edges[place : place + 2]
    ]
    return {"gradient": "linear", "x1": 0, "y1": 0, "x2": x, "y2": y, "stops": stops}


def _borders(address: str, colours: Palette) -> Spec:
    return {
        "data": {"url": address, "format": {"type": "json", "property": "features"}},
        "mark": {
            "type": "geoshape",
            "aria": False,
            "filled": False,
            "stroke": colours.ink,
            "strokeWidth": 1.3,
            "strokeJoin": "round",
        },
    }


def _outline(address: str, code: str, colour: str, colours: Palette, scale: float = 1.0) -> list[Spec]:
    """A line in the area's own colour on a wider one of the paper's, so that it is seen on every ground."""
    data = {"url": address, "format": {"type": "json", "property": "features"}}
    lines = ((colours.paper, 5.5), (colour, 3.5))
    return [
        {
            "data": data,
            "transform": [{"filter": f"datum.properties.code === '{code}'"}],
            "mark": {
                "type": "geoshape",
                "aria": False,
                "filled": False,
                "stroke": line,
                "strokeWidth": width * scale,
                "strokeJoin": "round",
            },
        }
        for line, width in lines
    ]


def explained(spec: Spec, looks: Legend) -> Spec:
    """The chart with its legend inside: for a picture, which goes where no page stands around it."""
    chart = copy.deepcopy(spec)
    inner = chart["spec"] if "facet" in chart else chart
    names = {one.key: f"{one.mark} {one.label} ({one.count})".strip() for one in looks.entries if not one.pattern}
    legend = {"title": None, "labelExpr": f"{json.dumps(names)}[datum.value]", "symbolType": "square"}
    inner["layer"][0]["encoding"]["fill"]["legend"] = {
        **legend,
        "symbolSize": 220,
        "labelFontSize": 14,
        "labelLimit": 400,
    }
    return chart


def on_the_spot(part: Any, geometry: Mapping[str, Sequence[Any]]) -> Any:
    """A specification with the features of each address of `geometry` in the place of the address."""
    if isinstance(part, dict):
        if part.get("url") in geometry:
            return {"values": geometry[part["url"]]}
        return {name: on_the_spot(value, geometry) for name, value in part.items()}
    return [on_the_spot(one, geometry) for one in part] if isinstance(part, list) else part
