"""Months and quarters of one area: the usual level, ordinary variation, and the figures that are out of it."""

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from keko.charts.lines import Drawing, drawing, time_axis
from keko.charts.palette import Palette, Theme, palette
from keko.charts.timeline import event_marks, target_marks
from keko.config import Language
from keko.data.periods import first_day
from keko.indicators.catalogue import Indicator, Polarity
from keko.indicators.process import Judged, ProcessChart
from keko.room.development import Development
from keko.words import charts as words
from keko.words.formats import number, period, quantity, unit
from keko.words.terms import VERDICTS

_LOOKS = ["ordinary", "better", "worse", "higher", "lower"]


def process_drawing(development: Development, language: Language, theme: Theme) -> Drawing:
    """The chart of a development that has a process."""
    chart, item, colours = development.process, development.standing.item, palette(theme)
    assert chart is not None
    rows = pd.concat([_rows(chart, item, language), _forecast_rows(development, language)], ignore_index=True)
    dates = [first_day(point.period) for point in chart.points] + [
        first_day(point.period) for point in development.forecast.points
    ]
    dates += [first_day(development.target.due)] if development.target else []
    marks = [
        target_marks(development, min(dates), colours, language),
        event_marks(development.events, (), min(dates), max(dates), colours, language),
    ]
    return drawing(_layers(rows, dates, chart, item, colours, language), rows, marks, language)


def _rows(chart: ProcessChart, item: Indicator, language: Language) -> pd.DataFrame:
    return pd.DataFrame([_row(point, chart, item, language) for point in chart.points])


def _row(point: Judged, chart: ProcessChart, item: Indicator, language: Language) -> dict[str, object]:
    look = _look(point, item.polarity)
    return {
        "kind": "value",
        "day": first_day(point.period).isoformat(),
        "period": period(point.period, language),
        "value": point.plotted,
        "raw": point.value,
        "centre": point.centre,
        "lower": point.lower,
        "upper": point.upper,
        "phase": str(sum(start <= point.period for start in chart.phases)),
        "look": look,
        "shown": quantity(point.value, item.decimals, item.unit, language),
        "note": VERDICTS[look].within(language) if look in VERDICTS else words.LIMITS.within(language),
    }


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
            "shown": f"{number(point.lower, item.decimals, language)}–{number(point.upper, item.decimals, language)}",
            "note": words.FORECAST.within(language),
        }
        for point in development.forecast.points
    ]
    return pd.DataFrame(rows)


def _layers(
    rows: pd.DataFrame, dates: list[date], chart: ProcessChart, item: Indicator, colours: Palette, language: Language
) -> list[alt.Chart]:
    title = unit(item.unit, language)
    y = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, nice=True))
    band = {"y": alt.Y("lower:Q", title=title), "y2": alt.Y2("upper:Q")}
    tooltip = [alt.Tooltip(name, title=" ") for name in ("period:N", "shown:N", "note:N")]
    base = alt.Chart().encode(x=time_axis(dates))
    value, forecast = base.transform_filter("datum.kind == 'value'"), base.transform_filter("datum.kind == 'forecast'")
    phased = value.encode(detail=alt.Detail("phase:N"))
    layers = [
        phased.mark_area(opacity=0.12, color=colours.area, interpolate="step-after").encode(**band),
        phased.mark_line(color=colours.quiet, strokeWidth=1.5).encode(y=alt.Y("centre:Q", title=title)),
        value.mark_line(color=colours.area, strokeWidth=2.5, strokeJoin="round").encode(y=y),
        value.mark_point(filled=True, opacity=1).encode(
            y=y,
            tooltip=tooltip,
            color=alt.Color(
                "look:N",
                legend=None,
                scale=_scale([colours.area, colours.better, colours.worse, colours.ink, colours.ink]),
            ),
            shape=alt.Shape(
                "look:N", legend=None, scale=_scale(["circle", "circle", "diamond", "triangle-up", "triangle-down"])
            ),
            size=alt.Size("look:N", legend=None, scale=_scale([18, 90, 110, 100, 100])),
        ),
    ]
    if chart.seasonally_adjusted:
        layers.insert(
            0, value.mark_line(color=colours.other, strokeWidth=1, opacity=0.8).encode(y=alt.Y("raw:Q", title=title))
        )
    if (rows["kind"] == "forecast").any():
        layers += [
            forecast.mark_area(opacity=0.08, color=colours.area).encode(**band),
            forecast.mark_line(strokeDash=[3, 5], strokeWidth=2, color=colours.area).encode(y=y, tooltip=tooltip),
        ]
    return layers


def _scale(values: list[Any]) -> alt.Scale:
    return alt.Scale(domain=_LOOKS, range=values)
