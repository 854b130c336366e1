"""What stands on a time line besides figures: events and actions, mergers, and the target."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal

import altair as alt
import pandas as pd

from keko.charts.drawing import NARROW, KeyEntry, Marks, Sketch
from keko.charts.palette import Palette
from keko.charts.text_width import text_width, wrapped
from keko.config import Language
from keko.room.development import Development
from keko.room.marks import Mark
from keko.room.undertakings import Undertaking
from keko.words import charts as words
from keko.words.formats import day_in_words, period, quantity

Spot = tuple[int, Literal["left", "right"]]  # the line of a text, and which end of it is at its day
_ROW, _SIZE = 17, 13  # px between two lines of text above the chart, and of their font
_LETTERS = 37  # of a line: a longer name has several
_SOON = timedelta(days=3 * 365)  # after the last figure: later ones would leave the figures no room
_TIME = 420.0  # px of the time shown on the narrowest plot that has names


def event_marks(
    happened: Iterable[Mark],
    merged: Iterable[date],
    dates: Sequence[date],
    unit: str,
    colours: Palette,
    language: Language,
) -> Marks:
    """A line down from the name and day of everything that happened within `dates`; where names have no room, its number.

    `unit`: what stands above the axis of values already.
    """
    first, last = min(dates), max(dates)
    names = [(mark.day, mark.name.within(language)) for mark in happened]
    names += [(day, words.MERGED.within(language)) for day in set(merged)]
    visible = [(day, f"{name} {day_in_words(day, language)}") for day, name in sorted(names) if first < day <= last]
    lines = [(day, wrapped(name, _LETTERS)) for day, name in visible]
    places = _places(lines, first, last, text_width(unit, 14))
    rows = pd.DataFrame(
        [
            {"kind": "event", "day": day.isoformat(), "what": name, "mark": str(place), "line": line, "side": side}
            for place, ((day, name), (line, side)) in enumerate(zip(lines, places, strict=True), 1)
        ]
    )
    key = tuple(KeyEntry("event", str(place), name) for place, (_, name) in enumerate(visible, 1))
    texts = (Sketch(_texts, (*spot, colours)) for spot in sorted(set(places)))
    return Marks(rows, (Sketch(_rules, (colours,)), *texts) if visible else (), key)


def done_since(actions: Iterable[Undertaking], dates: Iterable[date]) -> list[date]:
    """Days of the actions that came after the last of `dates`: there is no figure of them yet, and they have to be seen."""
    last = max(dates)
    begun = (mark.day for action in actions if (mark := action.mark))
    return [day for day in begun if last < day <= last + _SOON]


def height_above(events: Marks) -> int:
    """How much higher a chart is for its events, in pixels: two lines of text find room as it is."""
    lines = int(events.rows["line"].max()) + 1 if len(events.rows) else 0
    return _ROW * max(0, lines - 2)


def _rules(colours: Palette) -> list[alt.Chart]:
    return [_events().mark_rule(color=colours.quiet, strokeWidth=1, strokeDash=[2, 3])]


def _texts(line: int, side: Literal["left", "right"], colours: Palette) -> list[alt.Chart]:
    """The names of the events on one line that begin or end at their day."""
    here = _events().transform_filter(f"datum.line == {line} && datum.side == '{side}'")
    look = here.mark_text(
        align=side,
        baseline="bottom",
        dx=-4 if side == "right" else 4,
        fontSize=_SIZE,
        color=colours.quiet,
        lineBreak="\n",
        lineHeight=_ROW - 1,
    )
    name = alt.condition(NARROW, alt.value(alt.expr("datum.mark")), "what:N")
    return [look.encode(text=name, y=alt.value(-4 - _ROW * line))]


def _events() -> alt.Chart:
    events: alt.Chart = alt.Chart().transform_filter("datum.kind == 'event'").encode(x="day:T")
    return events


def _places(visible: Sequence[tuple[date, str]], first: date, last: date, unit: float) -> list[Spot]:
    """On which line above the chart the top of each text stands, so that no two overlap, and which end of it is at its day.

    Texts end at their day, but begin there where there is no room before it. `unit`: px of what stands on the lowest line.
    """
    shown = (last - first).days
    places: list[Spot] = []
    taken: list[list[tuple[float, float]]] = [[(-90.0, unit + 10)], [(-90.0, unit + 10)]]
    for day, name in visible:
        at, long = (day - first).days / shown * _TIME, text_width(name, _SIZE) + 16
        side: Literal["left", "right"] = "right" if at >= long else "left"
        span = (at - long, at) if side == "right" else (at, at + long)
        lines = name.count("\n") + 1
        line = next(n for n in range(len(taken) + 1) if all(_is_free(row, span) for row in taken[n : n + lines]))
        taken += [[] for _ in range(line + lines - len(taken))]
        for row in taken[line : line + lines]:
            row.append(span)
        places.append((line + lines - 1, side))
    return places


def _is_free(row: Sequence[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] < low or high < span[0] for low, high in row)


def path_days(development: Development) -> list[tuple[date, float]]:
    """The days on which the path to the target bends, with its values; none without one."""
    path = development.path
    return path.days if path else []


def target_marks(development: Development, first: date, colours: Palette, language: Language) -> Marks:
    """The path to the target from when it begins to when it is due, and what it is where it ends."""
    aimed, item = development.target, development.standing.item
    if aimed is None:
        return Marks(pd.DataFrame())
    text = words.TARGET.within(
        language,
        value=quantity(aimed.value, item.decimals, item.unit, language),
        due=period(aimed.due, language),
    )
    bends = [(max(day, first), value) for day, value in path_days(development)]
    rows = pd.DataFrame(
        {"kind": "target", "day": [day.isoformat() for day, _ in bends], "value": [v for _, v in bends]}
    )
    rows["what"] = [*[""] * (len(bends) - 1), text]
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
