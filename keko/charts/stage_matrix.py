"""Groups by stages as one picture: what is offered, where nothing is, where several do the same; for files, beside the page's table."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import Drawing
from keko.charts.palette import Palette, Theme, palette
from keko.charts.rows import row_axis, row_chart
from keko.charts.text_width import wrapped
from keko.config import Language

Look = Literal["gap", "overlap", "offered", "nothing"]
_ROW, _LETTERS = 48, 14  # px of a row; letters of a line of a stage's name
_LINES = "split(datum.label, '\\n')"
_MIDDLE = "-8.5 * (length(split(datum.told, '\\n')) - 1)"  # px: so that several lines stand in the middle of their cell


class StageCell(NamedTuple):
    """A group at a stage. `told`: what stands in it, a line after another."""

    group: str
    stage: str
    told: str
    look: Look


def stage_matrix(cells: Sequence[StageCell], language: Language, theme: Theme) -> Drawing:
    """A row for each group, a column for each stage, in the order of the cells."""
    rows = pd.DataFrame(cells, columns=StageCell._fields)
    rows["stage"] = [wrapped(name, _LETTERS) for name in rows["stage"]]
    spec = row_chart(_layers(palette(theme)), _ROW * rows["group"].nunique(), language)
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def _layers(colours: Palette) -> list[dict[str, Any]]:
    axis = row_axis(colours) | {"labelFontSize": 14, "labelExpr": _LINES}
    across = axis | {"orient": "top", "labelAngle": 0, "labelOverlap": False, "labelPadding": 28}
    place = {
        "x": {"field": "stage", "type": "ordinal", "sort": None, "axis": across},
        "y": {"field": "group", "type": "ordinal", "sort": None, "axis": axis},
    }
    plain = colours.paper
    grounds = {"gap": colours.worse_soft, "overlap": colours.direction_soft, "offered": plain, "nothing": plain}
    inks = {"gap": colours.worse, "overlap": colours.ink, "offered": colours.ink, "nothing": colours.quiet}
    text = {"type": "text", "fontSize": 13, "lineBreak": "\n", "lineHeight": 17, "dy": {"expr": _MIDDLE}}
    return [
        {"mark": {"type": "rect", "stroke": colours.line}, "encoding": {**place, "fill": _by_look(grounds)}},
        {"mark": text, "encoding": {**place, "text": {"field": "told"}, "color": _by_look(inks)}},
    ]


def _by_look(shades: Mapping[str, str]) -> dict[str, Any]:
    scale = {"domain": list(shades), "range": list(shades.values())}
    return {"field": "look", "type": "nominal", "legend": None, "scale": scale}
