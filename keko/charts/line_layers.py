"""How the lines of a chart over time are drawn: from rows that tell what each is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from keko.charts.drawing import NARROW, ROOM, time_axis, time_scale
from keko.charts.palette import Palette


def line_layers(rows: pd.DataFrame, dates: Sequence[date], title: str, colours: Palette) -> list[alt.Chart]:
    """The layers of what there is, from the back to the front. `title`: of the y axis."""
    colour = alt.Color("role:N", legend=None, scale=_by_role([colours.area, colours.benchmark, colours.other]))
    base = alt.Chart().encode(x=time_axis(dates), detail=alt.Detail("part:N"), color=colour)
    y = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, nice=True))
    tooltip = [alt.Tooltip(name, title=" ") for name in ("area:N", "period:N", "shown:N", "limits:N", "note:N")]
    band = {"y": alt.Y("lower:Q", title=title), "y2": alt.Y2("upper:Q")}
    value = base.transform_filter("datum.kind == 'value'")
    layers = [
        *_limits(rows, value, band),
        value.mark_line(strokeJoin="round").encode(y=y, strokeWidth=_width_by_role()),
        *_points(rows, value.encode(y=y, tooltip=tooltip), colour, colours),
        _names(base, dates, title),
    ]
    if (rows["kind"] == "forecast").any():
        layers += _forecast(base.transform_filter("datum.kind == 'forecast'"), y, band, tooltip)
    if (rows["kind"] == "missing").any():
        missing = base.transform_filter("datum.kind == 'missing'").mark_text(text="×", fontSize=20, fontWeight=700)
        layers.append(missing.encode(y=alt.value(alt.expr("tall - 10")), tooltip=tooltip))
    return layers


def _limits(rows: pd.DataFrame, value: alt.Chart, band: dict[str, Any]) -> list[alt.Chart]:
    """The intervals of the area and its benchmark; of a point between two gaps a stroke, as an area needs two."""
    with_limits = value.transform_filter("datum.role != 'other' && isValid(datum.lower)")
    layers = [with_limits.mark_area(opacity=0.16).encode(**band)]
    if (rows["alone"] & rows["lower"].notna() & (rows["role"] != "other")).any():
        layers.append(with_limits.transform_filter("datum.alone").mark_rule(opacity=0.3, strokeWidth=5).encode(**band))
    return layers


def _points(rows: pd.DataFrame, value: alt.Chart, colour: alt.Color, colours: Palette) -> list[alt.Chart]:
    """Filled and open ones; no layer without points, which to a screen reader is a picture without a name."""
    faded = alt.condition("datum.faded", alt.value(0.35), alt.value(1.0))
    layers = [value.transform_filter("!datum.open").mark_point(size=55, filled=True).encode(opacity=faded)]
    if rows["open"].eq(True).any():
        ringed = value.transform_filter("datum.open").mark_point(
            size=70, filled=True, fill=colours.paper, strokeWidth=2.5
        )
        layers.append(ringed.encode(stroke=colour, opacity=faded))
    return layers


def _names(base: alt.Chart, dates: Sequence[date], title: str) -> alt.Chart:
    """The newest value and the name of each line: the value comes first, as of a long name what does not fit is cut."""
    names: alt.Chart = (
        base.transform_filter("isValid(datum.label)")
        .mark_text(align="left", dx=12, fontSize=15, fontWeight=600, limit=alt.expr(f"wide * {ROOM} - 14"))
        .encode(
            x=alt.X("end:T", scale=time_scale(dates)),
            y=alt.Y("place:Q", title=title),
            text=alt.condition(NARROW, alt.value(alt.expr("datum.brief")), "label:N"),
        )
    )
    return names


def _forecast(base: alt.Chart, y: alt.Y, band: dict[str, Any], tooltip: list[alt.Tooltip]) -> list[alt.Chart]:
    return [
        base.mark_area(opacity=0.08).encode(**band),
        base.mark_line(strokeDash=[3, 5], strokeWidth=2.5).encode(y=y),
        base.mark_point(size=25, filled=True, opacity=0.7).encode(y=y, tooltip=tooltip),
    ]


def _by_role(values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=["area", "benchmark", "other"], range=values)


def _width_by_role() -> alt.StrokeWidth:
    return alt.StrokeWidth("role:N", legend=None, scale=_by_role([4, 3, 1.6]))
