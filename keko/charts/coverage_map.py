"""The municipalities of an area by how many actors serve each, and where these are: those that nobody serves are blank and marked."""

import json
from collections import Counter
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import NARROW, SIZE, Drawing
from keko.charts.legend import Legend, LegendEntry
from keko.charts.locale import chart_config
from keko.charts.map_colours import class_colours
from keko.charts.map_frame import HEIGHT, MapFrame
from keko.charts.map_layers import SCHEMA, Spec, area_layer, outline_layers
from keko.charts.map_projection import map_projection
from keko.charts.palette import Palette, Theme, palette
from keko.charts.place_markers import marker_layer
from keko.charts.tooltips import Fact, silence_others
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.classes import classified
from keko.words.area_labels import short
from keko.words.ecosystem import ACTORS as TITLE
from keko.words.ecosystem import NO_ACTOR
from keko.words.ecosystem_sentences import ACTORS
from keko.words.formats import number

NOBODY = "no data"  # the look of a municipality that nobody serves
_CLASSES = 4
_NOWHERE = (None, None)
_NAMED = 12  # municipalities at most whose names find room
_FACTS: tuple[Fact, ...] = ("area", "value")


def coverage_map(counts: Mapping[str, int], frame: MapFrame, areas: Areas, language: Language, theme: Theme) -> Drawing:
    """`counts`: of every municipality of the area, how many actors serve it; `frame`: has geometry of municipalities."""
    colours, legend = palette(theme), coverage_legend(counts, language, theme)
    ground = area_layer("KU", legend, frame.addresses["KU"], colours, language, _FACTS)
    ground["encoding"]["fill"]["legend"] = _key(legend, language) if any(counts.values()) else None
    layers = [ground]
    for role, level, code in frame.outlines(areas):
        if role == "area":
            layers += outline_layers(frame.addresses[level], code, colours.area, colours)
    if frame.markers:
        layers.append(marker_layer(frame.markers, colours, language))
    layers += _names(len(counts) > _NAMED, colours)
    silence_others(layers)
    spec: Spec = {
        "$schema": SCHEMA,
        "height": HEIGHT,
        "width": "container",
        "projection": map_projection(frame.extent, "wide", "tall"),
        "layer": layers,
        "params": SIZE,
        "config": chart_config(language),
    }
    rows = pd.DataFrame(
        {
            "code": list(counts),
            "look": [legend.entry_keys[code] for code in counts],
            "area": [short(areas[code], language) for code in counts],
            "shown": [told(count, language) for count in counts.values()],
            "label": [f"{short(areas[code], language)} {count or '◇'}" for code, count in counts.items()],
            "brief": [str(count or "◇") for count in counts.values()],
            "longitude": [frame.centres.get(code, _NOWHERE)[0] for code in counts],
            "latitude": [frame.centres.get(code, _NOWHERE)[1] for code in counts],
        }
    )
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def told(count: int, language: Language) -> str:
    """How many actors, in words; none by their mark too."""
    return ACTORS.within(language, count=count) if count else f"◇ {NO_ACTOR.within(language)}"


def coverage_legend(counts: Mapping[str, int], language: Language, theme: Theme) -> Legend:
    """Classes of as many municipalities each, by the numbers in them; nobody is a look of its own."""
    places = classified({code: float(count) for code, count in counts.items() if count}, "kvantiilit", _CLASSES)
    count = max(places.values(), default=-1) + 1
    shades, entries = class_colours(count, "none", theme), []
    for place in reversed(range(count)):
        inside = [counts[code] for code, own in places.items() if own == place]
        ends = "–".join(dict.fromkeys(number(end, 0, language) for end in (min(inside), max(inside))))
        entries.append(LegendEntry(str(place), ends, shades[place], len(inside)))
    missing = Counter(count == 0 for count in counts.values())[True]
    if missing:
        label = NO_ACTOR.within(language)
        entries.append(LegendEntry(NOBODY, label, palette(theme).paper, missing, "◇", "dashed"))
    keys = {code: str(places[code]) if code in places else NOBODY for code in counts}
    return Legend("kvantiilit", tuple(entries), keys)


def _key(legend: Legend, language: Language) -> Spec:
    """The classes under the map, in words."""
    coloured = [entry for entry in legend.entries if not entry.pattern]
    return {
        "title": TITLE.within(language),
        "titleFontSize": 14,
        "orient": "bottom",
        "labelFontSize": 14,
        "symbolType": "square",
        "symbolSize": 220,
        "labelExpr": f"{json.dumps({entry.key: entry.label for entry in coloured}, ensure_ascii=False)}[datum.value]",
    }


def _names(is_brief: bool, colours: Palette) -> list[Spec]:
    """How many serve each municipality, with its name where that finds room: of few municipalities, and on no telephone."""
    look = {"type": "text", "aria": False, "fontSize": 13, "baseline": "middle"}
    halo = {"stroke": colours.paper, "strokeWidth": 4, "strokeJoin": "round"}
    place = {name: {"field": name, "type": "quantitative"} for name in ("longitude", "latitude")}
    text = {"value": {"expr": "datum.brief" if is_brief else f"{NARROW} ? datum.brief : datum.label"}}
    known = [{"filter": "isValid(datum.longitude)"}]
    return [
        {"transform": known, "mark": {**look, **more}, "encoding": {**place, "text": text}}
        for more in (halo, {"color": colours.ink})
    ]
