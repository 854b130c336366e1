"""What stands on a time line besides figures: events, mergers, and the target."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import altair as alt
import pandas as pd

from keko.charts.drawing import NARROW, KeyEntry, Marks, Sketch
from keko.charts.palette import Palette
from keko.config import Language
from keko.data.periods import first_day
from keko.room.development import Development
from keko.room.events import Event
from keko.words import charts as words
from keko.words.formats import day_in_words, period, quantity

Spot = tuple[int, Literal["left", "right"]]  # the line of a text, and which end of it is at its day
_ROW = 18  # px between two lines of text above the chart
_WIDE = 0.28  # of the time shown: what a name and its day may need
_LETTER = 0.009  # of the time shown: one letter of a name
_UNIT = 0.1  # of the time shown: the unit stands before it on the lowest line


def event_marks(
    events: Iterable[Event], merged: Iterable[date], dates: Sequence[date], colours: Palette, language: Language
) -> Marks:
    """A line down from the name and day of everything that happened within `dates`; where names have no room, its number."""
    first, last = min(dates), max(dates)
    names = [(event.day, event.name.within(language)) for event in events]
    names += [(day, words.MERGED.within(language)) for day in set(merged)]
    visible = [(day, f"{name} {day_in_words(day, language)}") for day, name in sorted(names) if first < day <= last]
    places = _places(visible, first, last)
    rows = pd.DataFrame(
        [
            {"kind": "event", "day": day.isoformat(), "what": name, "mark": str(place), "line": line, "side": side}
            for place, ((day, name), (line, side)) in enumerate(zip(visible, places, strict=True), 1)
        ]
    )
    key = tuple(KeyEntry("event", str(place), name) for place, (_, name) in enumerate(visible, 1))
    texts = (Sketch(_texts, (*spot, colours)) for spot in sorted(set(places)))
    return Marks(rows, (Sketch(_rules, (colours,)), *texts) if visible else (), key)


def _rules(colours: Palette) -> list[alt.Chart]:
    return [_events().mark_rule(color=colours.quiet, strokeWidth=1, strokeDash=[2, 3])]


def _texts(line: int, side: Literal["left", "right"], colours: Palette) -> list[alt.Chart]:
    """The names of the events on one line that begin or end at their day."""
    here = _events().transform_filter(f"datum.line == {line} && datum.side == '{side}'")
    look = here.mark_text(
        align=side, baseline="bottom", dx=-4 if side == "right" else 4, fontSize=13, color=colours.quiet
    )
    name = alt.condition(NARROW, alt.value(alt.expr("datum.mark")), "what:N")
    return [look.encode(text=name, y=alt.value(-4 - _ROW * line))]


def _events() -> alt.Chart:
    events: alt.Chart = alt.Chart().transform_filter("datum.kind == 'event'").encode(x="day:T")
    return events


def _places(visible: Sequence[tuple[date, str]], first: date, last: date) -> list[Spot]:
    """On which line above the chart each text stands, so that no two overlap, and which end of it is at its day.

    Texts end at their day, but begin there where there is no room before it.
    """
    shown = (last - first).days
    places: list[Spot] = []
    taken = [[(-_UNIT, _UNIT)]]
    for day, name in visible:
        at, long = (day - first).days / shown, max(_WIDE, _LETTER * len(name))
        side: Literal["left", "right"] = "right" if at >= long else "left"
        start, end = (at - long, at) if side == "right" else (at, at + long)
        free = (n for n, spans in enumerate(taken) if all(end < low or high < start for low, high in spans))
        line = next(free, len(taken))
        if line == len(taken):
            taken.append([])
        taken[line].append((start, end))
        places.append((line, side))
    return places


def target_marks(development: Development, first: date, colours: Palette, language: Language) -> Marks:
    """The target from when it was set to when it is due, with its value at its start."""
    aimed, item = development.target, development.standing.item
    if aimed is None:
        return Marks(pd.DataFrame())
    text = words.TARGET.within(
        language,
        value=quantity(aimed.value, item.decimals, item.unit, language),
        due=period(aimed.due, language),
    )
    dates = max(first_day(aimed.since), first), first_day(aimed.due)
    rows = pd.DataFrame(
        {"kind": "target", "day": [day.isoformat() for day in dates], "value": aimed.value, "what": [text, ""]}
    )
    return Marks(rows, (Sketch(target_layers, (colours,)),), (KeyEntry("event", "┅", text),))


def target_layers(colours: Palette) -> list[alt.Chart]:
    """A dashed line and what it is."""
    base = alt.Chart().transform_filter("datum.kind == 'target'").encode(x="day:T", y="value:Q")
    return [
        base.mark_line(color=colours.ink, strokeDash=[8, 4], strokeWidth=2),
        base.mark_text(align="left", baseline="bottom", dy=-6, fontSize=14, color=colours.ink).encode(
            text=alt.condition(NARROW, alt.value(""), "what:N")
        ),
    ]
