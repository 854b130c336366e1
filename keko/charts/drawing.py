"""A chart ready to be sent, as all charts look, and its axis of time."""

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd
import pyarrow as pa

from keko.charts.locale import chart_config
from keko.charts.text_width import text_width
from keko.charts.tooltips import silence_others
from keko.config import Language

HEIGHT = 400
# What the picture measures where it is drawn: known to charts by these names, as in a picture of several parts each has its own.
SIZE = [{"name": "wide", "expr": "width"}, {"name": "tall", "expr": "height"}]
NARROW = "wide < 560"  # px of the plot, on which names do not find room: they stand below it instead
_DAY = 86_400_000  # milliseconds
_LEAST_SPAN = 200  # days: of a single period
NAME_SIZE = 15  # px of the font of names at the ends of lines
_BESIDE = 18.0  # px between the end of a line and the edge, beside its name

Note = Literal[
    "interval", "open", "faded", "missing", "gap", "forecast", "projection", "level", "ordinary", "special",
    "before the season", "without season", "change",
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

    def whole(self) -> dict[str, Any]:
        """The specification with the data inside, days as text: for what has to stand alone."""
        rows = [{name: _as_text(value) for name, value in row.items()} for row in self.data.to_pylist()]
        return {**self.spec, "data": {"values": rows}}


def _as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


class Sketch(NamedTuple):
    """How layers are drawn: a function, and everything that they depend on.

    Layers of one sketch are drawn once, as the library takes long; charts differ in their data, and when they begin and end.
    """

    layers: Callable[..., Sequence[Layer]]
    of: tuple[Hashable, ...] = ()


class Marks(NamedTuple):
    """Rows for the data of a chart, how they are drawn, and what they mean where there is no room for names."""

    rows: pd.DataFrame
    sketches: tuple[Sketch, ...] = ()
    key: tuple[KeyEntry, ...] = ()


def drawing(
    sketch: Sketch,
    rows: pd.DataFrame,
    language: Language,
    marks: Iterable[Marks] = (),
    dates: Sequence[date] = (),
    height: int = HEIGHT,
    notes: tuple[Note, ...] = (),
    key: tuple[KeyEntry, ...] = (),
    params: Sequence[dict[str, Any]] = (),
) -> Drawing:
    """A chart of `rows` with its marks, as all charts look. `dates`: what a time axis has to hold.

    `params`: figures that scales are drawn by, as Vega-Lite has parameters: they change while the layers stay.
    """
    marks = list(marks)
    data = pd.concat([rows, *(mark.rows for mark in marks)], ignore_index=True)
    every = (sketch, *(each for mark in marks for each in mark.sketches))
    layers = [layer for each in every for layer in json.loads(_drawn(each))]
    parted = any("layer" in layer for layer in layers)  # one picture above another, on one line of time
    spec: dict[str, Any] = {
        **json.loads(_frame(language)),
        "height": height,
        "layer": layers,
        "params": [*SIZE, *params, *_times(dates)],
        **({"resolve": {"scale": {"y": "independent"}}} if parted else {}),
    }
    named = (*key, *(entry for mark in marks for entry in mark.key))
    return Drawing(spec, pa.Table.from_pandas(data, preserve_index=False), notes, named)


@lru_cache(maxsize=1000)
def _drawn(sketch: Sketch) -> str:
    """The layers of a sketch as JSON: whoever reads it may change what it gets."""
    # The library checks more slowly than it draws; tests check every kind of chart against the schema.
    layers: list[dict[str, Any]] = alt.layer(*sketch.layers(*sketch.of)).to_dict(validate=False)["layer"]
    _without_data(layers)  # the library writes an empty data set into charts without one
    silence_others(layers)
    return json.dumps(layers)


@lru_cache
def _frame(language: Language) -> str:
    """What all charts have, as JSON."""
    empty = (
        alt.layer()
        .properties(width="container")
        .configure(**chart_config(language))
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal")
        .configure_axisY(titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-14)
    )
    return json.dumps(empty.to_dict())


def _without_data(layers: list[dict[str, Any]]) -> None:
    for layer in layers:
        layer.pop("data", None)
        _without_data(layer.get("layer", []))


def room_for(names: Iterable[str], briefs: Iterable[str]) -> list[dict[str, Any]]:
    """The parameter that `time_axis` leaves names room by: px of the longest of them, or of its brief form where it is narrow."""
    wide, narrow = (
        max((text_width(text, NAME_SIZE, is_bold=True) for text in texts), default=0.0) + _BESIDE
        for texts in (names, briefs)
    )
    return [{"name": "names", "value": round(wide)}, {"name": "briefs", "value": round(narrow)}]


def time_axis(room: float | None = None) -> alt.X:
    """The x axis from the first day to so far past the last that names have room: at most eight years are written.

    All in UTC, as days without a time are read: elsewhere the first year would begin before the axis or after it.
    """
    axis = alt.Axis(format="%Y", values=alt.ExprRef("years"), grid=False)
    return alt.X("day:T", title=None, scale=time_scale(room), axis=axis)


def time_scale(room: float | None = None) -> alt.Scale:
    """The scale of `time_axis`. `room`: the part of the width that is left after the last day, else that of `room_for`."""
    left = f"({NARROW} ? briefs : names) / max(wide, 1)" if room is None else f"{room}"
    share = f"min({left}, 0.6)"
    after = f"last + max(last - first, {_LEAST_SPAN * _DAY}) * {share} / (1 - {share})"
    return alt.Scale(type="utc", domain=[alt.ExprRef("first"), alt.ExprRef(after)])


def _times(dates: Sequence[date]) -> list[dict[str, Any]]:
    """The parameters that time axes are drawn by: the first and last day, and the years written, in UTC."""
    if not dates:
        return []
    years = range(min(dates).year, max(dates).year + 1)
    ticks = [_moment(date(year, 1, 1)) for year in years[:: -max(1, len(years) // 8)]]
    values = {"first": _moment(min(dates)), "last": _moment(max(dates)), "years": ticks}
    return [{"name": name, "value": value} for name, value in values.items()]


def _moment(day: date) -> int:
    """Milliseconds since 1970 began, in UTC."""
    return (day - date(1970, 1, 1)).days * _DAY
