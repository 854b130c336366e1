"""What stands on the time line of an area's indicator. Whoever judges its figures asks here, so that they are judged by the same limits."""

from collections.abc import Iterable

import sqlalchemy as sa

from keko.indicators.situation import Standing
from keko.room.events import Event, read_events
from keko.room.marks import Mark
from keko.room.undertaking_store import read_undertakings, stored_undertakings
from keko.room.undertakings import Undertaking


def read_actions(connection: sa.Connection, standing: Standing) -> tuple[Undertaking, ...]:
    """The actions that have begun and concern it, the oldest first; invented ones beside invented figures only."""
    here = standing.item.id, standing.own.area
    begun = [(each, each.mark) for each in read_undertakings(connection).values() if each.mark and each.concerns(*here)]
    return tuple(
        each
        for each, mark in sorted(begun, key=lambda pair: (pair[1].day, pair[0].id))
        if standing.is_demo or not each.is_demo
    )


def read_marks(connection: sa.Connection, standing: Standing) -> tuple[Mark, ...]:
    """Of every event that concerns it and of `read_actions`, the oldest first."""
    here = standing.item.id, standing.own.area
    events = (event for event in read_events(connection) if event.concerns(*here))
    happened = [event.mark for event in events if standing.is_demo or not event.is_demo]
    return _in_order([*happened, *(mark for each in read_actions(connection, standing) if (mark := each.mark))])


def every_mark(connection: sa.Connection) -> dict[str, Event | Undertaking]:
    """By the id of its mark everything that stands on some time line, or would if it were not invented."""
    events = {event.id: event for event in read_events(connection)}
    return events | {each.mark_id: each for each in stored_undertakings(connection) if each.mark}


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.day, mark.id)))
