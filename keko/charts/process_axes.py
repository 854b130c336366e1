"""The axes of a chart of months and quarters: of levels, and of changes where limits are on those."""

from typing import Any

import pandas as pd

from keko.charts.timeline import path_days
from keko.charts.value_axis import MOST, value_axis
from keko.indicators.over_time.process import ProcessChart
from keko.room.development import Development

_LEVELS, _CHANGES = 5, 3  # steps where both stand above each other


def process_axes(chart: ProcessChart, rows: pd.DataFrame, development: Development) -> list[dict[str, Any]]:
    """The parameters of the axes that `rows` need."""
    item = development.standing.item
    aimed = [value for _, value in path_days(development)]
    drawn = ["value", "raw", "lower", "upper"] if "lower" in rows else ["value", "raw"]
    limits = ["least", "most", "centre"]
    is_level = chart.of == "level"
    of_levels = rows[[*drawn, *(limits if is_level else [])]].to_numpy(dtype=float).ravel()
    levels = value_axis([*of_levels, *aimed], item.decimals, MOST if is_level else _LEVELS)
    if is_level:
        return levels.params()
    decimals = 1 if chart.of == "relative change" else item.decimals
    changes = value_axis([0.0, *rows[["judged", *limits]].to_numpy(dtype=float).ravel()], decimals, _CHANGES)
    return [*levels.params(), *changes.params("change")]
