"""Months and quarters of one area: the usual level or change, ordinary variation, and what is out of it.

Where limits are on changes, the level stands above them on the same line of time.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from keko.charts.drawing import HEIGHT, Drawing, Layer, Note, Sketch, drawing, time_axis
from keko.charts.palette import Palette, Theme, palette
from keko.charts.picture_key import ROW, key_marks, key_rows
from keko.charts.process_axes import process_axes
from keko.charts.timeline import done_since, event_marks, height_above, path_days, target_layers, target_marks
from keko.charts.tooltips import Fact, facts_of
from keko.charts.value_axis import value_scale, value_ticks
from keko.config import Language
from keko.data.areas import Areas
from keko.data.periods import first_day
from keko.indicators.catalogue import Indicator, Polarity
from keko.indicators.over_time.process import Judged, ProcessChart
from keko.indicators.over_time.stretches import follows
from keko.room.development import Development
from keko.words import charts as words
from keko.words.area_labels import short
from keko.words.formats import number, period, quantity, unit
from keko.words.process import change_in_words
from keko.words.terms import VERDICTS

_LOOKS = ["ordinary", "better", "worse", "higher", "lower"]
_ROOM = 0.02  # of the width: nothing is written after the last period
# Where each picture ends and begins, from the top: of a height that is known only where the chart is drawn.
_LEVELS: list[Any] = [alt.expr("tall * 0.66"), 0]
_CHANGES: list[Any] = [alt.expr("tall"), alt.expr("tall * 0.8")]
_CHANGES_TITLE = alt.expr("tall * 0.8 - 14")


def process_drawing(development: Development, areas: Areas, language: Language, theme: Theme) -> Drawing:
    """The chart of a development that has a process."""
    chart, item, colours = development.process, development.standing.item, palette(theme)
    assert chart is not None
    rows = pd.concat([_rows(chart, item, language), _forecast_rows(development, language)], ignore_index=True)
    rows["area"] = short(areas[development.standing.own.area], language)
    periods = [point.period for point in chart.points] + [point.period for point in development.forecast.points]
    dates = [first_day(code) for code in periods]
    dates += [day for day, _ in path_days(development)[-1:]]
    dates += done_since(development.actions, dates)
    target = target_marks(development, min(dates), colours, language)
    title = unit(item.unit, language)
    events = event_marks(development.marks, (), dates, title, colours, language)
    notes = _notes(chart, rows)
    parts = _Parts(
        chart.of == "level",
        chart.seasonally_adjusted,
        bool((rows["kind"] == "forecast").any()),
        bool(target.sketches),
    )
    sketch = Sketch(_layers, (parts, title, _change_title(chart, item, language), colours, language))
    marks = [target._replace(sketches=()), events, key_marks(notes, colours, language)]
    height = HEIGHT + ROW * key_rows(notes, language) + height_above(events)
    return drawing(sketch, rows, language, marks, dates, height, notes, params=process_axes(chart, rows, development))


class _Parts(NamedTuple):
    """What is in the picture. `is_level`: limits are on levels, else on changes below them."""

    is_level: bool
    is_adjusted: bool
    has_forecast: bool
    has_target: bool


def _layers(parts: _Parts, title: str, change_title: str, colours: Palette, language: Language) -> Sequence[Layer]:
    target = target_layers(colours) if parts.has_target else []
    levels = [*_levels(parts, title, colours, language), *target]
    return levels if parts.is_level else [alt.layer(*levels), alt.layer(*_changes(change_title, colours, language))]


def _change_title(chart: ProcessChart, item: Indicator, language: Language) -> str:
    of_per_cent = chart.of == "relative change" or item.unit == "%"
    return words.CHANGE.within(language, unit="%" if of_per_cent else unit(item.unit, language))


def _notes(chart: ProcessChart, rows: pd.DataFrame) -> tuple[Note, ...]:
    """What of that which has to be explained is in the picture."""
    notes: dict[Note, bool] = {
        "ordinary": bool(rows["centre"].notna().any()),
        "level": chart.of == "level" and bool(rows["centre"].notna().any()),
        "without season": chart.of != "level" and chart.seasonally_adjusted,
        "before the season": chart.seasonally_adjusted,
        "change": chart.of != "level",
        "special": any(point.cause for point in chart.points),
        "gap": rows["part"].nunique() > 1,
        "forecast": bool((rows["kind"] == "forecast").any()),
    }
    return tuple(note for note, is_there in notes.items() if is_there)


def _rows(chart: ProcessChart, item: Indicator, language: Language) -> pd.DataFrame:
    part, before, rows = 0, "", []
    for point in chart.points:
        part += bool(before) and not follows(before, point.period)
        before = point.period
        rows.append(_row(point, chart, item, language) | {"part": str(part)})
    frame = pd.DataFrame(rows)
    return frame.assign(alone=~frame["part"].duplicated(keep=False))


def _row(point: Judged, chart: ProcessChart, item: Indicator, language: Language) -> dict[str, object]:
    look = _look(point, item.polarity)
    return {
        "kind": "value",
        "day": first_day(point.period).isoformat(),
        "period": period(point.period, language),
        "value": point.level,
        "raw": point.value,
        "judged": point.plotted,
        "centre": point.centre,
        "least": point.lower,
        "most": point.upper,
        "phase": str(sum(start <= point.period for start in chart.phases)),
        "look": look,
        "shown": quantity(point.value, item.decimals, item.unit, language),
        "moved": ""
        if chart.of == "level" or point.plotted is None
        else change_in_words(chart, point.plotted, item, language),
        "ordinary": _ordinary(point, chart, item, language),
        "verdict": VERDICTS[look].within(language) if look in VERDICTS else words.LIMITS.within(language),
    }


def _ordinary(point: Judged, chart: ProcessChart, item: Indicator, language: Language) -> str:
    """From where to where figures, or their changes, usually are."""
    if point.lower is None or point.upper is None:
        return ""
    if chart.of == "level":
        ends = (quantity(limit, item.decimals, item.unit, language) for limit in (point.lower, point.upper))
    else:
        ends = (change_in_words(chart, limit, item, language) for limit in (point.lower, point.upper))
    return " … ".join(ends)


def _look(point: Judged, polarity: Polarity) -> str:
    if point.direction is None:
        return "ordinary"
    if polarity == "none":
        return point.direction
    return "better" if point.direction == polarity else "worse"


def _forecast_rows(development: Development, language: Language) -> pd.DataFrame:
    item = development.standing.item
    rows = [
        {
            "kind": "forecast",
            "day": first_day(point.period).isoformat(),
            "period": period(point.period, language),
            "value": point.value,
            "lower": point.lower,
            "upper": point.upper,
            "look": "ordinary",
            "shown": quantity(point.value, item.decimals, item.unit, language),
            "limits": f"{number(point.lower, item.decimals, language)}–{number(point.upper, item.decimals, language)}",
            "note": words.FORECAST.within(language),
        }
        for point in development.forecast.points
    ]
    return pd.DataFrame(rows)


def _levels(parts: _Parts, title: str, colours: Palette, language: Language) -> list[alt.Chart]:
    """Levels, within their limits where they have any, and where they go if they go on as before."""
    of_level = parts.is_level
    ends = alt.Undefined if of_level else _LEVELS
    scale, axis = value_scale(range=ends), value_ticks()
    y = alt.Y("value:Q", title=title, scale=scale, axis=axis)
    judged: tuple[Fact, ...] = ("ordinary", "verdict") if of_level else ()
    tooltip = facts_of(language, "area", "period", "value", "interval", *judged, "note")
    base = alt.Chart().encode(x=time_axis(_ROOM))
    value, forecast = base.transform_filter("datum.kind == 'value'"), base.transform_filter("datum.kind == 'forecast'")
    parted = value.encode(detail=alt.Detail("part:N"))
    layers = _variation(value, title, colours) if of_level else []
    if parts.is_adjusted:
        raw = alt.Y("raw:Q", title=title)
        layers.append(parted.mark_line(color=colours.other, strokeWidth=1, opacity=0.8).encode(y=raw))
    layers.append(parted.mark_line(color=colours.area, strokeWidth=2.5, strokeJoin="round").encode(y=y))
    layers.append(
        _looks(value, colours).encode(y=y, tooltip=tooltip)
        if of_level
        else value.mark_point(filled=True, size=40, color=colours.area).encode(
            y=y, tooltip=tooltip, opacity=alt.condition("datum.alone", alt.value(1), alt.value(0))
        )
    )
    if parts.has_forecast:
        band = {"y": alt.Y("lower:Q", title=title), "y2": alt.Y2("upper:Q")}
        layers += [
            forecast.mark_area(opacity=0.08, color=colours.area).encode(**band),
            forecast.mark_line(strokeDash=[3, 5], strokeWidth=2, color=colours.area).encode(y=y, tooltip=tooltip),
        ]
    return layers


def _changes(title: str, colours: Palette, language: Language) -> list[alt.Chart]:
    """Changes from the period before within their limits, each a line from nought; what is out of them has its shape."""
    y = alt.Y(
        "judged:Q",
        title=title,
        scale=value_scale("change", range=_CHANGES),
        axis=value_ticks("change", orient="left", titleY=_CHANGES_TITLE),
    )
    value = alt.Chart().encode(x=time_axis(_ROOM)).transform_filter("datum.kind == 'value' && isValid(datum.judged)")
    special = value.transform_filter("datum.look != 'ordinary'")
    tooltip = facts_of(language, "area", "period", "change", "ordinary", "verdict")
    return [
        *_variation(value, title, colours),
        value.mark_rule(color=colours.quiet, strokeWidth=1.5).encode(y=y, y2=alt.datum(0), tooltip=tooltip),
        _looks(special, colours).encode(y=y, tooltip=tooltip),
    ]


def _variation(value: alt.Chart, title: str, colours: Palette) -> list[alt.Chart]:
    """Ordinary variation and its centre, by phase."""
    phased = value.transform_filter("isValid(datum.centre)").encode(detail=alt.Detail("phase:N"))
    band = {"y": alt.Y("least:Q", title=title), "y2": alt.Y2("most:Q")}
    return [
        phased.mark_area(opacity=0.12, color=colours.area, interpolate="step-after").encode(**band),
        phased.mark_line(color=colours.quiet, strokeWidth=1.5).encode(y=alt.Y("centre:Q", title=title)),
    ]


def _looks(value: alt.Chart, colours: Palette) -> alt.Chart:
    """A point for each figure: out of ordinary variation it is larger and has a shape of its own."""
    colour = [colours.area, colours.better, colours.worse, colours.ink, colours.ink]
    shape = ["circle", "circle", "diamond", "triangle-up", "triangle-down"]
    points: alt.Chart = value.mark_point(filled=True, opacity=1).encode(
        color=alt.Color("look:N", legend=None, scale=_scale(colour)),
        shape=alt.Shape("look:N", legend=None, scale=_scale(shape)),
        size=alt.Size("look:N", legend=None, scale=_scale([18, 90, 110, 100, 100])),
    )
    return points


def _scale(values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=_LOOKS, range=values)
