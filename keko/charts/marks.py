"""What stands on a time line besides figures: events, mergers, and the target."""

from collections.abc import Iterable, Mapping
from datetime import date

import altair as alt

from keko.charts.palette import Palette
from keko.config import Language
from keko.data.periods import first_day
from keko.room.development import Development
from keko.room.events import Event
from keko.words import charts as words
from keko.words.formats import day_in_words, period, quantity

_ROW = 18  # px between two lines of text above the chart
_CLOSE = 0.28  # of the time shown: events closer than this stand on lines of their own


def happenings(
    events: Iterable[Event],
    breaks: Mapping[str, Iterable[date]],
    first: date,
    last: date,
    colours: Palette,
    language: Language,
) -> list[alt.Chart]:
    """A line down from the name and day of everything that happened between `first` and `last`."""
    merged = {day for days in breaks.values() for day in days}
    told = [(one.day, one.name.within(language)) for one in events] + [
        (day, words.MERGED.within(language)) for day in merged
    ]
    shown = sorted((day, name) for day, name in told if first < day <= last)
    if not shown:
        return []
    values = [
        {"day": day.isoformat(), "what": f"{name} {day_in_words(day, language)}", "row": row}
        for (day, name), row in zip(shown, _rows([day for day, _ in shown], first, last), strict=True)
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(x="day:T")
    return [
        base.mark_rule(color=colours.quiet, strokeWidth=1, strokeDash=[2, 3]),
        *(
            base.transform_filter(f"datum.row == {row}")
            .mark_text(align="right", baseline="bottom", dx=-4, fontSize=13, color=colours.quiet)
            .encode(text="what:N", y=alt.value(-4 - _ROW * row))
            for row in sorted({int(str(one["row"])) for one in values})
        ),
    ]


def _rows(days: list[date], first: date, last: date) -> list[int]:
    """On which line above the chart each text stands, so that no two overlap."""
    rows: list[int] = []
    ends: list[date] = []
    for day in days:
        row = next((n for n, end in enumerate(ends) if (day - end).days > _CLOSE * (last - first).days), len(ends))
        ends[row : row + 1] = [day]
        rows.append(row)
    return rows


def target_lines(
    development: Development, first: date, colours: Palette, language: Language
) -> list[alt.LayerChart | alt.Chart]:
    """The target from when it was set to when it is due, with its value at its start."""
    aimed, item = development.target, development.standing.item
    if aimed is None:
        return []
    text = words.TARGET.within(
        language,
        value=quantity(aimed.value, item.decimals, item.unit, language),
        due=period(aimed.due, language),
    )
    start = max(first_day(aimed.since), first)
    values = [
        {"day": start.isoformat(), "value": aimed.value, "what": text},
        {"day": first_day(aimed.due).isoformat(), "value": aimed.value, "what": ""},
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(x="day:T", y="value:Q")
    return [
        base.mark_line(color=colours.ink, strokeDash=[8, 4], strokeWidth=2),
        base.mark_text(align="left", baseline="bottom", dy=-6, fontSize=14, color=colours.ink).encode(text="what:N"),
    ]
