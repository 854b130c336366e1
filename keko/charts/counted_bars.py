"""How many there are of each, as bars with their numbers: for files, beside the page's table."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from keko.charts.drawing import Drawing
from keko.charts.palette import Theme, palette
from keko.charts.rows import row_axis, row_chart
from keko.config import Language

_BAR = 40  # px of a bar with the space beside it
_ROOM = 1.1  # of the longest bar: its number stands beside it


def counted_bars(counts: Sequence[tuple[str, int]], language: Language, theme: Theme) -> Drawing:
    """A bar for each, in their order. `counts`: what is counted, and how many there are."""
    colours, rows = palette(theme), pd.DataFrame(counts, columns=["name", "count"])
    most = max((count for _, count in counts), default=0) or 1
    scale = {"domain": [0, most * _ROOM], "nice": False}
    place = {
        "y": {"field": "name", "type": "ordinal", "sort": None, "axis": row_axis(colours)},
        "x": {"field": "count", "type": "quantitative", "axis": None, "scale": scale},
    }
    number = {"type": "text", "align": "left", "dx": 8, "fontSize": 15, "fontWeight": 600, "color": colours.ink}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "bar", "height": 22, "color": colours.area}, "encoding": place},
        {"mark": number, "encoding": {**place, "text": {"field": "count"}}},
    ]
    spec = row_chart(layers, _BAR * max(len(counts), 1), language)
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))
