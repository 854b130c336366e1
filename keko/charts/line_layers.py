"""How the lines of a chart over time are drawn: from rows that tell what each is."""

from typing import Any, Literal

import altair as alt
import pandas as pd

from keko.charts.drawing import NAME_SIZE, NARROW, Sketch, time_axis, time_scale
from keko.charts.palette import Palette
from keko.charts.tooltips import facts_of
from keko.charts.value_axis import value_scale, value_ticks
from keko.config import Language

Part = Literal["alone", "open", "forecast", "missing"]


def line_sketch(rows: pd.DataFrame, title: str, colours: Palette, language: Language) -> Sketch:
    """How lines are drawn: with layers of what there is. `title`: of the y axis."""
    kinds, compared = rows["kind"], rows["role"] != "other"
    there: dict[Part, bool] = {
        "alone": bool((rows["alone"] & rows["lower"].notna() & compared).any()),
        "open": bool(rows["open"].eq(True).any()),
        "forecast": bool((kinds == "forecast").any()),
        "missing": bool((kinds == "missing").any()),
    }
    return Sketch(_line_layers, (tuple(part for part, is_there in there.items() if is_there), title, colours, language))


def _line_layers(parts: tuple[Part, ...], title: str, colours: Palette, language: Language) -> list[alt.Chart]:
    """From the back to the front."""
    colour = _by_role_colour(colours)
    base = alt.Chart().encode(x=time_axis(), detail=alt.Detail("part:N"), color=colour)
    y = alt.Y("value:Q", title=title, scale=value_scale(), axis=value_ticks())
    tooltip = facts_of(language, "area", "period", "value", "interval", "verdict", "note")
    band = {"y": alt.Y("lower:Q", title=title), "y2": alt.Y2("upper:Q")}
    value = base.transform_filter("datum.kind == 'value'")
    layers = [
        *_limits(parts, value, band),
        value.mark_line(strokeJoin="round").encode(y=y, strokeWidth=_width_by_role()),
        *_points(parts, value.encode(y=y, tooltip=tooltip), colour, colours),
    ]
    if "forecast" in parts:
        layers += _forecast(base.transform_filter("datum.kind == 'forecast'"), y, band, tooltip)
    if "missing" in parts:
        missing = base.transform_filter("datum.kind == 'missing'").mark_text(text="×", fontSize=20, fontWeight=700)
        layers.append(missing.encode(y=alt.value(alt.expr("tall - 10")), tooltip=tooltip))
    return layers


def _limits(parts: tuple[Part, ...], value: alt.Chart, band: dict[str, Any]) -> list[alt.Chart]:
    """The intervals of the area and its benchmark; of a point between two gaps a stroke, as an area needs two."""
    with_limits = value.transform_filter("datum.role != 'other' && isValid(datum.lower)")
    layers = [with_limits.mark_area(opacity=0.16).encode(**band)]
    if "alone" in parts:
        layers.append(with_limits.transform_filter("datum.alone").mark_rule(opacity=0.3, strokeWidth=5).encode(**band))
    return layers


def _points(parts: tuple[Part, ...], value: alt.Chart, colour: alt.Color, colours: Palette) -> list[alt.Chart]:
    """Filled and open ones; no layer without points, which to a screen reader is a picture without a name."""
    faded = alt.condition("datum.faded", alt.value(0.35), alt.value(1.0))
    layers = [value.transform_filter("!datum.open").mark_point(size=55, filled=True).encode(opacity=faded)]
    if "open" in parts:
        ringed = value.transform_filter("datum.open").mark_point(
            size=70, filled=True, fill=colours.paper, strokeWidth=2.5
        )
        layers.append(ringed.encode(stroke=colour, opacity=faded))
    return layers


def name_sketch(title: str, colours: Palette) -> Sketch:
    """How names are drawn: over everything else."""
    return Sketch(_names, (title, colours))


def _names(title: str, colours: Palette) -> list[alt.Chart]:
    """The newest value and the name of each line at its own end, and what is forecast at the end of the forecast."""
    named = (
        alt.Chart()
        .transform_filter("isValid(datum.label)")
        .encode(
            color=_by_role_colour(colours),
            x=alt.X("day:T", scale=time_scale()),
            y=alt.Y("place:Q", title=title),
            text=alt.condition(NARROW, alt.value(alt.expr("datum.short_label")), "label:N"),
        )
    )
    mark: dict[str, Any] = {"align": "left", "baseline": "middle", "dx": 12, "fontSize": NAME_SIZE, "fontWeight": 600}
    # On a border in the colour of the paper, so that it is read on shading and dashes too.
    border = named.mark_text(**mark, stroke=colours.paper, strokeWidth=4, strokeJoin="round").encode(
        color=alt.value(colours.paper)
    )
    return [border, named.mark_text(**mark)]


def _forecast(base: alt.Chart, y: alt.Y, band: dict[str, Any], tooltip: alt.TooltipValue) -> list[alt.Chart]:
    return [
        base.mark_area(opacity=0.08).encode(**band),
        base.mark_line(strokeDash=[3, 5], strokeWidth=2.5).encode(y=y),
        base.mark_point(size=25, filled=True, opacity=0.7).encode(y=y, tooltip=tooltip),
    ]


def _by_role_colour(colours: Palette) -> alt.Color:
    return alt.Color("role:N", legend=None, scale=_by_role([colours.area, colours.benchmark, colours.other]))


def _by_role(values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=["area", "benchmark", "other"], range=values)


def _width_by_role() -> alt.StrokeWidth:
    return alt.StrokeWidth("role:N", legend=None, scale=_by_role([4, 3, 1.6]))
