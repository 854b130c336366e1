"""Series over time: the area and its benchmark with their intervals, others in grey, names at the ends of the lines."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from keko.charts.locale import chart_locale
from keko.charts.palette import Palette, Theme, palette
from keko.config import Language
from keko.data.areas import Areas
from keko.data.periods import first_day
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.words.area_labels import short
from keko.words.explanations import explain
from keko.words.formats import number, period, quantity, unit

HEIGHT = 400
_LABEL_GAP = 0.065  # of the height: what two lines of text need
_LABEL_ROOM = 0.24  # of the width: the room for names after the last period


@dataclass(frozen=True)
class Drawing:
    """A chart ready to be sent: its Vega-Lite specification, and its data beside it, converted once."""

    spec: dict[str, Any]
    data: pa.Table


def line_chart(standing: Standing, areas: Areas, language: Language, theme: Theme) -> Drawing:
    """Every series of `standing`."""
    rows = _labelled(_rows(standing, areas, language))
    chart = alt.layer(*_layers(rows, standing.item, palette(theme), language))
    spec: dict[str, Any] = (
        chart.properties(height=HEIGHT, width="container")
        .configure(locale=chart_locale(language))
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=14, titleFontSize=14, titleFontWeight="normal")
        .configure_axisY(titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-14)
        .to_dict()
    )
    return Drawing(spec, pa.Table.from_pandas(rows, preserve_index=False))


def _roles(standing: Standing) -> dict[str, str]:
    """Which colour each area has."""
    others = {one.area: "other" for one in standing.others}
    return others | {standing.benchmark.area: "benchmark"} | {standing.own.area: "area"}


def _rows(standing: Standing, areas: Areas, language: Language) -> pd.DataFrame:
    roles, item = _roles(standing), standing.item
    frames = [_series_rows(one, item, areas, language).assign(role=roles[one.area]) for one in standing.every_series]
    return pd.concat(frames, ignore_index=True)


def _series_rows(series: Series, item: Indicator, areas: Areas, language: Language) -> pd.DataFrame:
    name = short(areas[series.area], language)
    rows = [
        {
            "area": name,
            "day": first_day(point.period).isoformat(),
            "period": period(point.period, language),
            "value": point.value,
            "lower": point.lower,
            "upper": point.upper,
            "shown": quantity(point.value, item.decimals, item.unit, language),
            "limits": _limits(point.lower, point.upper, item.decimals, language),
            "note": explain(point, language),
            "open": point.status in {"preliminary", "estimated"},
        }
        for point in series.valued
        if point.value is not None
    ]
    columns = ["area", "day", "period", "value", "lower", "upper", "shown", "limits", "note", "open"]
    return pd.DataFrame(rows, columns=columns)


def _limits(lower: float | None, upper: float | None, decimals: int, language: Language) -> str:
    if lower is None or upper is None:
        return "–"
    return f"{number(lower, decimals, language)}–{number(upper, decimals, language)}"


def _labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with a name beside the last point of every line, moved up just so much that no two names overlap."""
    last = rows.sort_values("day").groupby("area", sort=False).tail(1).sort_values("value")
    spread = (rows[["value", "upper"]].max().max() - rows[["value", "lower"]].min().min()) or 1.0
    places: list[float] = []
    for value in last["value"]:
        places.append(max(value, places[-1] + _LABEL_GAP * spread) if places else value)
    labels = pd.DataFrame({"place": places, "label": last["area"] + "  " + last["shown"]}, index=last.index)
    return rows.join(labels)


def _layers(rows: pd.DataFrame, item: Indicator, colours: Palette, language: Language) -> list[alt.Chart]:
    colour = alt.Color("role:N", legend=None, scale=_colour_scale(colours))
    x = alt.X("day:T", title=None, scale=_time_scale(rows), axis=_time_axis(rows))
    title = unit(item.unit, language)
    y = alt.Y("value:Q", title=title, scale=alt.Scale(zero=False, nice=True))
    tooltip = [alt.Tooltip(name, title=" ") for name in ("area:N", "period:N", "shown:N", "limits:N", "note:N")]
    base = alt.Chart().encode(x=x, detail=alt.Detail("area:N"), color=colour)
    return [
        base.transform_filter("datum.role != 'other' && isValid(datum.lower)")
        .mark_area(opacity=0.16)
        .encode(y=alt.Y("lower:Q", title=title), y2="upper:Q"),
        base.mark_line(strokeJoin="round").encode(y=y, strokeWidth=_width_by_role()),
        base.transform_filter("!datum.open").mark_point(size=55, filled=True, opacity=1).encode(y=y, tooltip=tooltip),
        base.transform_filter("datum.open")
        .mark_point(size=70, filled=True, fill=colours.paper, strokeWidth=2.5, opacity=1)
        .encode(y=y, stroke=colour, tooltip=tooltip),
        base.transform_filter("isValid(datum.label)")
        .mark_text(align="left", dx=12, fontSize=15, fontWeight=600, limit=230)
        .encode(y=alt.Y("place:Q", title=title), text="label:N"),
    ]


def _colour_scale(colours: Palette) -> alt.Scale:
    return alt.Scale(domain=["area", "benchmark", "other"], range=[colours.area, colours.benchmark, colours.other])


def _width_by_role() -> alt.StrokeWidth:
    return alt.StrokeWidth(
        "role:N", legend=None, scale=alt.Scale(domain=["area", "benchmark", "other"], range=[4, 3, 1.6])
    )


def _time_scale(rows: pd.DataFrame) -> alt.Scale:
    """From the first day to well past the last, so that the names have room."""
    days = pd.to_datetime(rows["day"])
    first, last = days.min(), days.max()
    room = max((last - first) * _LABEL_ROOM / (1 - _LABEL_ROOM), timedelta(days=120))
    return alt.Scale(domain=[first.strftime("%Y-%m-%d"), (last + room).strftime("%Y-%m-%d")])


def _time_axis(rows: pd.DataFrame) -> alt.Axis:
    years = sorted({day[:4] for day in rows["day"]})
    step = max(1, len(years) // 8)
    ticks = [alt.DateTime(year=int(year), month=1, date=1) for year in years[::-step]]
    return alt.Axis(format="%Y", values=ticks, grid=False)
