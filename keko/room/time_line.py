"""Every mark that may stand on a time line."""

import sqlalchemy as sa

from keko.room.events import read_events
from keko.room.marks import Mark
from keko.room.undertaking_store import read_undertakings


def read_marks(connection: sa.Connection) -> list[Mark]:
    """Of every event, and of every action that has begun, the oldest first."""
    events = (event.mark for event in read_events(connection))
    begun = (each.mark for each in read_undertakings(connection).values())
    return in_order([*events, *filter(None, begun)])


def in_order(marks: list[Mark]) -> list[Mark]:
    """The oldest first."""
    return sorted(marks, key=lambda mark: (mark.day, mark.id))
