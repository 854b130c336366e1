"""Series over time: the area and its benchmark with their intervals, others in grey, names at the ends of the lines.

What happened meanwhile stands on the time line, the target as a dashed line, the forecast as a dashed band.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from keko.charts.agreed_time import agreed_marks
from keko.charts.drawing import HEIGHT, Drawing, KeyEntry, Marks, Note, drawing, room_for
from keko.charts.label_places import apart
from keko.charts.line_layers import line_sketch, name_sketch
from keko.charts.palette import Theme, palette
from keko.charts.picture_key import ROW, key_marks, key_rows
from keko.charts.timeline import done_since, event_marks, height_above, path_days, target_marks
from keko.charts.value_axis import ValueAxis, value_axis
from keko.config import Language
from keko.data.areas import Areas
from keko.data.periods import first_day
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.stretches import stretches
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.quality import is_uncertain
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.words import charts as words
from keko.words.area_labels import short_names
from keko.words.explanations import explain
from keko.words.formats import number, period, quantity, unit
from keko.words.sentences import verdict_in_words

LINE, PLOT = 18, 330  # px of a line of text, and of a plot that has events above it
_SHORT_UNIT = 3  # letters
_BESIDE_DASHES = 0.8  # of a line of text: how far from its line a name stands where a forecast goes on from it
_COLUMNS = [
    "kind", "area", "part", "alone", "day", "period", "value", "lower", "upper", "shown", "brief", "limits", "note",
    "verdict", "open", "faded",
]  # fmt: skip


def line_chart(development: Development, areas: Areas, language: Language, theme: Theme) -> Drawing:
    """Every series of the standing, with events, target and forecast of its own area."""
    standing, colours = development.standing, palette(theme)
    rows = pd.concat([_rows(standing, areas, language), _forecast_rows(development, areas, language)])
    axis = _axis(rows, development)
    rows = _labelled(rows, standing.item, axis, _level_lines(development), language)
    notes, title = _notes(rows), unit(standing.item.unit, language)
    dates = [*pd.to_datetime(rows["day"]).dt.date, *_due(development)]
    dates += done_since(development.actions, dates)
    merged = [day for code in (standing.own.area, standing.benchmark.area) for day in breaks_of(code, areas)]
    events = event_marks(development.marks, merged, dates, title, colours, language)
    marks = [
        target_marks(development, min(dates), colours, language),
        events,
        agreed_marks(standing.item, min(dates), max(dates), colours, language),
        key_marks(notes, colours, language),
        Marks(pd.DataFrame(), (name_sketch(title, colours),)),
    ]
    sketch = line_sketch(rows, title, colours, language)
    labels = rows["label"].dropna(), rows["short_label"].dropna()
    params = [*axis.params(), *room_for(*labels)]
    height = max(HEIGHT, LINE * len(labels[0]) + HEIGHT - PLOT) + ROW * key_rows(notes, language) + height_above(events)
    return drawing(sketch, rows, language, marks, dates, height, notes, _key(rows), params)


def _axis(rows: pd.DataFrame, development: Development) -> ValueAxis:
    """All values with the limits that are drawn, and what is aimed at and agreed."""
    item, drawn = development.standing.item, rows["role"] != "other"
    limits, path = rows.loc[drawn, ["lower", "upper"]], [value for _, value in path_days(development)]
    if (rows["value"].dropna() >= 0).all():
        limits = limits.clip(lower=0)  # no figure is below nought: room for limits there would only flatten the lines
    held = [*rows["value"], *limits["lower"], *limits["upper"], *_level_lines(development), *path]
    return value_axis(held, item.decimals)


def _notes(rows: pd.DataFrame) -> tuple[Note, ...]:
    """What of that which has to be explained is in the picture."""
    values = rows[rows["kind"] == "value"]
    parts = values.groupby("area")["part"].nunique()
    there: dict[Note, bool] = {
        "interval": bool(((values["role"] != "other") & values["lower"].notna()).any()),
        "open": bool(values["open"].any()),
        "faded": bool(values["faded"].any()),
        "missing": bool((rows["kind"] == "missing").any()),
        "gap": bool((parts > 1).any()),
        "forecast": bool((rows["kind"] == "forecast").any()),
    }
    return tuple(note for note, is_there in there.items() if is_there)


def _key(rows: pd.DataFrame) -> tuple[KeyEntry, ...]:
    named = rows[rows["label"].notna() & (rows["kind"] == "value")].sort_values("place", ascending=False)
    return tuple(KeyEntry(str(row.role), "", f"{row.area} {row.shown}") for row in named.itertuples())


def _level_lines(development: Development) -> list[float]:
    """The target, and the agreed time of a service."""
    wait, aimed = development.standing.item.wait, development.target
    agreed = [float(wait.agreed_days)] if wait and wait.agreed_days is not None else []
    return [*agreed, *([aimed.value] if aimed else [])]


def _due(development: Development) -> list[date]:
    return [day for day, _ in path_days(development)[-1:]]


def _rows(standing: Standing, areas: Areas, language: Language) -> pd.DataFrame:
    roles = {series.area: "other" for series in standing.others}
    roles |= {standing.benchmark.area: "benchmark"} | {standing.own.area: "area"}
    names = _names(standing, areas, language)
    frames = [
        _series_rows(
            series, names[series.area], standing.item, areas, language, with_blanks=roles[series.area] != "other"
        ).assign(role=roles[series.area])
        for series in standing.every_series
    ]
    return pd.concat(frames, ignore_index=True).assign(verdict=lambda rows: _verdicts(rows, standing, language))


def _verdicts(rows: pd.DataFrame, standing: Standing, language: Language) -> pd.Series:
    """The verdict beside the area's value that was compared; nothing beside counts, which are compared per resident."""
    compared, period_ = standing.comparison, standing.comparison.period
    judged = (rows["role"] == "area") & (rows["period"] == (period(period_, language) if period_ else ""))
    is_told = standing.item.comparable and compared.verdict != "not compared"
    return judged.map({True: verdict_in_words(compared, language) if is_told else "", False: ""})


def _names(standing: Standing, areas: Areas, language: Language) -> dict[str, str]:
    return short_names([series.area for series in standing.every_series], areas, language)


def _series_rows(
    series: Series, name: str, item: Indicator, areas: Areas, language: Language, with_blanks: bool
) -> pd.DataFrame:
    """The points of a series that have values and, where blanks are wanted, those between them that have none, with why."""
    parts = _parts(series, areas)
    first = next(iter(parts), None)
    counts = pd.Series(parts, dtype=object).value_counts()
    rows = [
        {
            "kind": "missing" if point.value is None else "value",
            "area": name,
            "part": f"{name} {parts.get(point.period, '')}",
            "alone": point.value is not None and counts[parts[point.period]] == 1,
            "faded": is_uncertain(item, point),
            "verdict": "",
            **_point(point, item, language),
        }
        for point in series.points
        if point.value is not None or (with_blanks and first and first < point.period)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _parts(series: Series, areas: Areas) -> dict[str, str]:
    """By period with a value the part of the line it is in: a line goes neither over a merger nor over a missing period."""
    breaks = breaks_of(series.area, areas)
    return {
        point.period: f"{place}.{sum(first_day(point.period) >= day for day in breaks)}"
        for place, run in enumerate(stretches(series.points))
        for point in run
    }


def _point(point: Point, item: Indicator, language: Language) -> dict[str, object]:
    uncertain = words.UNCERTAIN.within(language) if is_uncertain(item, point) else ""
    return {
        "day": first_day(point.period).isoformat(),
        "period": period(point.period, language),
        "value": point.value,
        "lower": point.lower,
        "upper": point.upper,
        "shown": "–" if point.value is None else quantity(point.value, item.decimals, item.unit, language),
        "brief": "" if point.value is None else number(point.value, item.decimals, language),
        "limits": _limits(point.lower, point.upper, item.decimals, language),
        "note": ", ".join(part for part in (explain(point, language), uncertain) if part),
        "open": point.status in {"preliminary", "estimated"},
    }


def _forecast_rows(development: Development, areas: Areas, language: Language) -> pd.DataFrame:
    """The forecast, from the newest value on."""
    own, item, forecast = development.standing.own, development.standing.item, development.forecast.points
    latest = own.latest
    if not forecast or latest is None:
        return pd.DataFrame(columns=[*_COLUMNS, "role"])
    name, note = _names(development.standing, areas, language)[own.area], words.FORECAST.within(language)
    start = {**_point(latest, item, language), "lower": latest.value, "upper": latest.value}
    rows = [start] + [
        {
            "day": first_day(point.period).isoformat(),
            "period": period(point.period, language),
            "value": point.value,
            "lower": point.lower,
            "upper": point.upper,
            "shown": quantity(point.value, item.decimals, item.unit, language),
            "brief": number(point.value, item.decimals, language),
            "limits": _limits(point.lower, point.upper, item.decimals, language),
        }
        for point in forecast
    ]
    common = {"kind": "forecast", "area": name, "part": name, "role": "area", "note": note, "verdict": ""}
    return pd.DataFrame(rows).assign(**common, open=False, faded=False, alone=False)[[*_COLUMNS, "role"]]


def _limits(lower: float | None, upper: float | None, decimals: int, language: Language) -> str:
    if lower is None or upper is None:
        return ""
    return f"{number(lower, decimals, language)}–{number(upper, decimals, language)}"


def _labelled(
    rows: pd.DataFrame, item: Indicator, axis: ValueAxis, level_lines: Sequence[float], language: Language
) -> pd.DataFrame:
    """`rows` with a name beside the last value of every line and of the forecast, moved apart so that no two overlap.

    `level_lines`: values at which a line runs across, where no name stands.
    """
    rows = rows.reset_index(drop=True)
    last = rows[rows["kind"] == "value"].sort_values("day").groupby("area", sort=False).tail(1)
    ahead = rows[rows["kind"] == "forecast"].tail(1)
    names = pd.concat([_with_unit(last, item, language) + "  " + last["area"], _ahead(ahead, item, language)])
    briefs = pd.concat([last["brief"], ahead["brief"]])
    values = rows.loc[names.index, "value"]
    wanted = values.copy()
    gap = LINE * (axis.high - axis.low) / PLOT
    if len(ahead):  # beside the dashes, not on them
        own = last.index[last["area"] == ahead["area"].iloc[0]]
        goes_up = ahead["value"].iloc[0] >= wanted[own[0]]
        wanted[own] += (-_BESIDE_DASHES if goes_up else _BESIDE_DASHES) * gap
    taken = [*wanted, *level_lines]
    height = max(axis.high - axis.low, gap * (len(taken) - 1))
    places = apart(taken, [*values, *level_lines], gap, axis.low, axis.low + height)[: len(values)]
    labels = pd.DataFrame({"place": places, "label": names, "short_label": briefs}, index=names.index)
    return rows.join(labels)


def _with_unit(last: pd.DataFrame, item: Indicator, language: Language) -> pd.Series:
    """Values with their unit where it is short: a long one stands on the axis alone."""
    return last["shown"] if len(unit(item.unit, language)) <= _SHORT_UNIT else last["brief"]


def _ahead(ahead: pd.DataFrame, item: Indicator, language: Language) -> pd.Series:
    """What is forecast for the last year ahead."""
    heads = ahead["period"].map(lambda name: words.FORECAST_FOR.within(language, period=name))
    return _with_unit(ahead, item, language) + "  " + heads
