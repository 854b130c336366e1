"""A chart ready to be sent, as all charts look, and its axis of time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd
import pyarrow as pa

from keko.charts.locale import chart_locale
from keko.config import Language

HEIGHT = 400
# What the picture measures where it is drawn: known to charts by these names, as in a picture of several parts each has its own.
SIZE = [{"name": "wide", "expr": "width"}, {"name": "tall", "expr": "height"}]
NARROW = "wide < 480"  # px of the plot, on which names do not find room: they stand below it instead
ROOM = 0.24  # of the width: for what is written after the last period

Note = Literal[
    "interval", "open", "faded", "missing", "gap", "forecast", "level", "special", "before the season", "without season", "change"
]  # fmt: skip


Layer = alt.Chart | alt.LayerChart | alt.FacetChart  # the last only by the types of the library


class KeyEntry(NamedTuple):
    """What a sign of the picture means. `look`: area, benchmark, other or event; `sign`: what stands in the picture."""

    look: str
    sign: str
    label: str


@dataclass(frozen=True)
class Drawing:
    """A chart: its Vega-Lite specification, and its data beside it, converted once.

    `notes`: what is in the picture and has to be explained. `key`: names that a narrow picture has no room for.
    """

    spec: dict[str, Any]
    data: pa.Table
    notes: tuple[Note, ...] = ()
    key: tuple[KeyEntry, ...] = ()


class Marks(NamedTuple):
    """Rows for the data of a chart, the layers that draw them, and what they mean where there is no room for names."""

    rows: pd.DataFrame
    layers: list[alt.Chart]
    key: tuple[KeyEntry, ...] = ()


def drawing(
    layers: Sequence[Layer],
    rows: pd.DataFrame,
    marks: Iterable[Marks],
    language: Language,
    height: int = HEIGHT,
    notes: tuple[Note, ...] = (),
    key: tuple[KeyEntry, ...] = (),
) -> Drawing:
    """A chart of `rows` with its marks, as all charts look."""
    marks = list(marks)
    data = pd.concat([rows, *(mark.rows for mark in marks)], ignore_index=True)
    whole = alt.layer(*layers, *(layer for mark in marks for layer in mark.layers))
    if any(isinstance(layer, alt.LayerChart) for layer in layers):
        whole = whole.resolve_scale(y="independent")  # one picture above another, on one line of time
    spec: dict[str, Any] = (
        whole.properties(height=height, width="container")
        .configure(locale=chart_locale(language))
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal")
        .configure_axisY(titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-14)
        .to_dict()
    )
    # The library writes an empty data set into charts without one; the data come beside the specification.
    del spec["datasets"]
    _without_data(spec["layer"])
    spec["params"] = SIZE
    named = (*key, *(entry for mark in marks for entry in mark.key))
    return Drawing(spec, pa.Table.from_pandas(data, preserve_index=False), notes, named)


def _without_data(layers: list[dict[str, Any]]) -> None:
    for layer in layers:
        layer.pop("data", None)
        _without_data(layer.get("layer", []))


def time_axis(dates: Sequence[date], room: float = ROOM) -> alt.X:
    """The x axis from the first day to so far past the last that names have room: at most eight years are written.

    All in UTC, as days without a time are read: elsewhere the first year would begin before the axis or after it.
    """
    years = range(min(dates).year, max(dates).year + 1)
    ticks = [_moment(date(year, 1, 1)) for year in years[:: -max(1, len(years) // 8)]]
    return alt.X(
        "day:T", title=None, scale=time_scale(dates, room), axis=alt.Axis(format="%Y", values=ticks, grid=False)
    )


def time_scale(dates: Sequence[date], room: float = ROOM) -> alt.Scale:
    """The scale of `time_axis`. `room`: the part of the width that is left after the last day."""
    after = max((max(dates) - min(dates)) * room / (1 - room), timedelta(days=500 * room))
    return alt.Scale(type="utc", domain=[_moment(min(dates)), _moment(max(dates) + after)])


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)
