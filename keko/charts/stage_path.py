"""The path of a group as one picture: at each stage the measured wait of both areas with its interval, and who answers; for files."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import Drawing
from keko.charts.palette import Palette, Theme, palette
from keko.charts.rows import row_axis, row_chart
from keko.config import Language

_STAGE = 64  # px of a stage
_PART = 0.3  # of the width: the longest wait, so that words stand beside the bars


class StageWait(NamedTuple):
    """A stage in one area. `days`: the measured wait, with its limits, None where there is none; `told`: what stands beside.

    `stands_out`: whether nobody answers, or the wait is the longest.
    """

    stage: str
    area: str
    days: float | None
    lower: float | None
    upper: float | None
    told: str
    stands_out: bool


def stage_path(waits: Sequence[StageWait], own: str, benchmark: str, language: Language, theme: Theme) -> Drawing:
    """A group of two bars for each stage, in the order of `waits`. `own`, `benchmark`: what the areas are called."""
    rows = pd.DataFrame(waits, columns=StageWait._fields).astype(dict.fromkeys(("days", "lower", "upper"), float))
    longest = max((end for wait in waits for end in (wait.days, wait.upper) if end is not None), default=1.0)
    layers = _layers(list(rows["stage"].unique()), [own, benchmark], longest, palette(theme))
    spec = row_chart(layers, _STAGE * rows["stage"].nunique(), language)
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def _layers(stages: list[str], names: list[str], longest: float, colours: Palette) -> list[dict[str, Any]]:
    place = {
        "y": {
            "field": "stage",
            "type": "ordinal",
            "sort": stages,
            "axis": row_axis(colours),
            "scale": {"paddingInner": 0.2},
        },
        "yOffset": {"field": "area", "type": "nominal", "sort": names},
    }
    scale = {"domain": [0, longest], "range": [0, {"expr": f"{_PART} * wide"}], "nice": False}
    x = {"field": "days", "type": "quantitative", "axis": None, "scale": scale}
    shades = {"domain": names, "range": [colours.area, colours.benchmark]}
    key = {"title": None, "labelFontSize": 15, "labelLimit": 500, "symbolType": "square"}
    area = {"field": "area", "type": "nominal", "scale": shades, "legend": key}
    ink = {"condition": {"test": "datum.stands_out", "value": colours.worse}, "value": colours.ink}
    return [
        {"mark": {"type": "bar", "height": 14}, "encoding": {**place, "x": x, "color": area}},
        {
            "transform": [{"filter": "isValid(datum.lower) && isValid(datum.upper)"}],
            "mark": {"type": "rule", "strokeWidth": 2, "color": colours.ink},
            "encoding": {**place, "x": {**x, "field": "lower"}, "x2": {"field": "upper"}},
        },
        {
            "transform": [{"calculate": "datum.upper || datum.days || 0", "as": "end"}],
            "mark": {"type": "text", "align": "left", "dx": 8, "fontSize": 14},
            "encoding": {**place, "x": {**x, "field": "end"}, "text": {"field": "told"}, "color": ink},
        },
    ]
