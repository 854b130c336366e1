"""A map as Vega-Lite draws it, without WebGL: geometry by its address, fetched once and kept by the browser; figures beside it."""

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import Drawing
from keko.charts.legend import Legend
from keko.charts.locale import chart_config
from keko.charts.map_frame import HEIGHT, MapFrame
from keko.charts.map_layers import SCHEMA, Spec, area_layer, border_layer, name_layers, outline_layers
from keko.charts.map_projection import map_projection
from keko.charts.map_symbols import RADIUS, places, symbol_layer
from keko.charts.palette import Theme, palette
from keko.charts.place_markers import marker_layer
from keko.charts.tooltips import Fact, silence_others
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.cross_section import CrossSection
from keko.words import maps as words
from keko.words.area_labels import short
from keko.words.formats import period
from keko.words.sentences import verdict_in_words

PICK = "picked"  # what the selection of an area is called
_FACTS: tuple[Fact, ...] = ("area", "period", "value", "interval", "verdict")


def shape_map(
    section: CrossSection, legend: Legend, frame: MapFrame, areas: Areas, language: Language, theme: Theme
) -> Drawing:
    """The areas of a level as the legend has them, county borders over municipalities, outlines of area and benchmark."""
    colours = palette(theme)
    ground = area_layer(section.level, legend, frame.addresses[section.level], colours, language, _FACTS)
    ground["params"] = [{"name": PICK, "select": {"type": "point", "fields": ["code"]}}]
    ground["mark"]["cursor"] = "pointer"
    layers = [ground]
    if section.level == "KU":
        layers.append(border_layer(frame.addresses["HVA"], colours))
    for role, level, code in frame.outlines(areas):
        layers += outline_layers(frame.addresses[level], code, getattr(colours, role), colours)
    if section.is_total:
        layers.append(symbol_layer(legend, RADIUS, colours, language, _FACTS))
    layers += name_layers(short(areas[frame.area], language), frame, colours)
    if frame.markers:
        layers.append(marker_layer(frame.markers, colours, language))
    silence_others(layers)
    spec: Spec = {
        "$schema": SCHEMA,
        "height": HEIGHT,
        "width": "container",
        "projection": map_projection(frame.extent, "width", "height"),
        "layer": layers,
        "config": chart_config(language),
    }
    return Drawing(spec, pa.Table.from_pandas(_rows(section, legend, frame, areas, language), preserve_index=False))


def _rows(section: CrossSection, legend: Legend, frame: MapFrame, areas: Areas, language: Language) -> pd.DataFrame:
    codes = list(legend.entry_keys)
    when = period(section.period, language) if section.period else ""
    verdicts = [told_verdict(section, code, language) for code in codes]
    return pd.DataFrame(
        {
            "code": codes,
            "look": pd.Categorical(list(legend.entry_keys.values())),
            "area": [short(areas[code], language) for code in codes],
            "period": pd.Categorical([when] * len(codes)),
            "shown": [value_or_reason(section, legend, code, language) for code in codes],
            "limits": [words.interval_in_words(section, code, language) for code in codes],
            "verdict": pd.Categorical(verdicts),
            **(places(section, codes, codes, frame) if section.is_total else {}),
        }
    )


def told_verdict(section: CrossSection, key: str, language: Language) -> str:
    """The verdict on an area; nothing on a total."""
    return "" if section.is_total else verdict_in_words(section.comparisons[key], language)


def value_or_reason(section: CrossSection, legend: Legend, key: str, language: Language) -> str:
    """The value, or why there is none. `key`: an area's code, with its period where the section is of several."""
    return words.value_in_words(section, key, language) if key in section.values else legend.entry(key).label
