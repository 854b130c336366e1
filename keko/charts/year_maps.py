"""Small maps of several periods beside each other, all with the same legend."""

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import Drawing
from keko.charts.legend import Legend
from keko.charts.locale import chart_config
from keko.charts.map_frame import MapFrame
from keko.charts.map_layers import SCHEMA, Spec, area_layer, outline_layers
from keko.charts.map_projection import map_projection
from keko.charts.map_symbols import SMALL_RADIUS, places, symbol_layer
from keko.charts.palette import Palette, Theme, palette
from keko.charts.shape_map import told_verdict, value_or_reason
from keko.charts.tooltips import Fact, silence_others
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.cross_section import CrossSection, key
from keko.words import maps as words
from keko.words.area_labels import short
from keko.words.formats import period

WIDTH, HEIGHT = 110, 178  # px of each
_FACTS: tuple[Fact, ...] = ("area", "period", "value", "interval", "verdict")


def year_maps(
    section: CrossSection,
    legend: Legend,
    periods: Sequence[str],
    frame: MapFrame,
    areas: Areas,
    language: Language,
    theme: Theme,
) -> Drawing:
    """A small map a period; `section` and `legend` are pooled over `periods`."""
    colours = palette(theme)
    ground = area_layer(section.level, legend, frame.addresses[section.level], colours, language, _FACTS)
    lookup = ground.pop("transform")  # of all maps at once
    ground["mark"]["cursor"] = "default"
    layers = [ground, *_own_outline(frame, areas, colours)]
    if section.is_total:
        layers.append(symbol_layer(legend, SMALL_RADIUS, colours, language, _FACTS))
    silence_others(layers)
    spec: Spec = {
        "$schema": SCHEMA,
        "transform": lookup,
        "facet": {
            "field": "period",
            "type": "nominal",
            "header": {"title": None, "labelFontSize": 14, "labelColor": colours.ink},
            "sort": [period(name, language) for name in periods],
        },
        "columns": 3,
        "spacing": 8,
        "spec": {
            "width": WIDTH,
            "height": HEIGHT,
            "projection": map_projection(frame.extent, str(WIDTH), str(HEIGHT)),
            "layer": layers,
        },
        "config": chart_config(language),
    }
    rows = _rows(section, legend, periods, frame, areas, language)
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def _own_outline(frame: MapFrame, areas: Areas, colours: Palette) -> list[Spec]:
    return [
        layer
        for _, level, code in frame.outlines(areas)[-1:]
        for layer in outline_layers(frame.addresses[level], code, colours.area, colours, 0.5)
    ]


def _rows(
    section: CrossSection, legend: Legend, periods: Sequence[str], frame: MapFrame, areas: Areas, language: Language
) -> pd.DataFrame:
    codes = sorted({name.split()[0] for name in legend.entry_keys})
    pairs = [(code, when) for when in periods for code in codes if key(code, when) in legend.entry_keys]
    return pd.DataFrame(
        {
            "code": [code for code, _ in pairs],
            "look": pd.Categorical([legend.entry_keys[key(*pair)] for pair in pairs]),
            "area": pd.Categorical([short(areas[code], language) for code, _ in pairs]),
            "shown": [value_or_reason(section, legend, key(*pair), language) for pair in pairs],
            "limits": [words.interval_in_words(section, key(*pair), language) for pair in pairs],
            "verdict": pd.Categorical([told_verdict(section, key(*pair), language) for pair in pairs]),
            **(_places(section, pairs, frame) if section.is_total else {}),
            "period": pd.Categorical([period(when, language) for _, when in pairs]),
        }
    )


def _places(section: CrossSection, pairs: Sequence[tuple[str, str]], frame: MapFrame) -> dict[str, list[float | None]]:
    return places(section, [code for code, _ in pairs], [key(*pair) for pair in pairs], frame)
