"""Charts for files whose rows have names: what they have in common."""

from typing import Any

from keko.charts.drawing import SIZE
from keko.charts.locale import chart_config
from keko.charts.map_layers import SCHEMA
from keko.charts.palette import Palette
from keko.charts.tooltips import silence_others
from keko.config import Language


def row_axis(colours: Palette) -> dict[str, Any]:
    """The names of the rows, whole."""
    return {
        "title": None,
        "labelFontSize": 15,
        "labelLimit": 400,
        "labelColor": colours.ink,
        "domain": False,
        "ticks": False,
    }


def row_chart(layers: list[dict[str, Any]], height: int, language: Language) -> dict[str, Any]:
    """The specification of a chart of layers that tell nothing to who points at them: all of it is written."""
    silence_others(layers)
    return {
        "$schema": SCHEMA,
        "width": "container",
        "height": height,
        "layer": layers,
        "params": SIZE,
        "config": chart_config(language),
    }
