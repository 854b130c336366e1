"""What stands on a time line besides figures: events, mergers, and the target."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import altair as alt
import pandas as pd

from keko.charts.palette import Palette
from keko.config import Language
from keko.data.periods import first_day
from keko.room.development import Development
from keko.room.events import Event
from keko.words import charts as words
from keko.words.formats import day_in_words, period, quantity

_ROW = 18  # px between two lines of text above the chart
_CLOSE = 0.28  # of the time shown: events closer than this stand on lines of their own


class Marks(NamedTuple):
    """Rows for the data of a chart, and the layers that draw them."""

    rows: pd.DataFrame
    layers: list[alt.Chart]


def event_marks(
    events: Iterable[Event],
    merged: Iterable[date],
    first: date,
    last: date,
    colours: Palette,
    language: Language,
) -> Marks:
    """A line down from the name and day of everything that happened between `first` and `last`."""
    names = [(event.day, event.name.within(language)) for event in events]
    names += [(day, words.MERGED.within(language)) for day in set(merged)]
    visible = sorted((day, name) for day, name in names if first < day <= last)
    lines = _rows([day for day, _ in visible], first, last)
    rows = pd.DataFrame(
        [
            {"kind": "event", "day": day.isoformat(), "what": f"{name} {day_in_words(day, language)}", "line": line}
            for (day, name), line in zip(visible, lines, strict=True)
        ]
    )
    base = alt.Chart().transform_filter("datum.kind == 'event'").encode(x="day:T")
    texts = [
        base.transform_filter(f"datum.line == {line}")
        .mark_text(align="right", baseline="bottom", dx=-4, fontSize=13, color=colours.quiet)
        .encode(text="what:N", y=alt.value(-4 - _ROW * line))
        for line in sorted(set(lines))
    ]
    return Marks(
        rows, [base.mark_rule(color=colours.quiet, strokeWidth=1, strokeDash=[2, 3]), *texts] if visible else []
    )


def _rows(dates: list[date], first: date, last: date) -> list[int]:
    """On which line above the chart each text stands, so that no two overlap."""
    rows: list[int] = []
    ends: list[date] = []
    for day in dates:
        row = next((n for n, end in enumerate(ends) if (day - end).days > _CLOSE * (last - first).days), len(ends))
        ends[row : row + 1] = [day]
        rows.append(row)
    return rows


def target_marks(development: Development, first: date, colours: Palette, language: Language) -> Marks:
    """The target from when it was set to when it is due, with its value at its start."""
    aimed, item = development.target, development.standing.item
    if aimed is None:
        return Marks(pd.DataFrame(), [])
    text = words.TARGET.within(
        language,
        value=quantity(aimed.value, item.decimals, item.unit, language),
        due=period(aimed.due, language),
    )
    dates = max(first_day(aimed.since), first), first_day(aimed.due)
    rows = pd.DataFrame(
        {"kind": "target", "day": [day.isoformat() for day in dates], "value": aimed.value, "what": [text, ""]}
    )
    base = alt.Chart().transform_filter("datum.kind == 'target'").encode(x="day:T", y="value:Q")
    return Marks(
        rows,
        [
            base.mark_line(color=colours.ink, strokeDash=[8, 4], strokeWidth=2),
            base.mark_text(align="left", baseline="bottom", dy=-6, fontSize=14, color=colours.ink).encode(
                text="what:N"
            ),
        ],
    )
