"""Events: reforms and other happenings, marked on the time line of what they touched. Actions are undertakings."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data.areas import WHOLE_COUNTRY
from keko.data.audit import note
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.identity_codes import refuse_identity_code
from keko.data.people import Person
from keko.data.schema import event as event_table
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.data.versions import raise_version
from keko.room.marks import Mark
from keko.room.rebases import forget_rebases, with_limits
from keko.room.targets import EDITORS

EventKind = Literal["reform", "event"]


@dataclass(frozen=True)
class Event:
    """One event. `areas`, `indicators`: what it touched, None for all."""

    id: str
    day: date
    kind: EventKind
    name: Text
    areas: tuple[str, ...] | None = None
    indicators: tuple[str, ...] | None = None
    is_demo: bool = False

    @property
    def mark(self) -> Mark:
        """What stands on a time line."""
        return Mark(self.id, self.day, self.name)

    def concerns(self, indicator: str, area: str) -> bool:
        """Whether it touched an area's figures of an indicator."""
        return (self.areas is None or area in self.areas) and (self.indicators is None or indicator in self.indicators)


def shipped(file: Path = ASSETS / "events.yaml") -> list[Event]:
    """The events of the project: reforms that every area has in common."""
    entries: list[dict[str, Any]] = read_yaml(file)
    return [event_of(entry) for entry in entries]


def event_of(entry: Mapping[str, Any]) -> Event:
    """An event as YAML or the database holds it."""
    lists = {name: tuple(entry[name]) for name in ("areas", "indicators") if entry.get(name) is not None}
    return Event(
        **{name: part for name, part in entry.items() if part is not None} | lists | {"name": Text.of(entry["name"])}
    )


def read_events(connection: sa.Connection) -> list[Event]:
    """Every event, the oldest first."""
    rows = connection.execute(sa.select(event_table).order_by(event_table.c.day, event_table.c.id)).mappings()
    return [event_of(dict(row)) for row in rows]


def write_events(connection: sa.Connection, events: Iterable[Event]) -> None:
    """Put events there, each instead of the one with its id."""
    for event in events:
        row = asdict(event) | {"name": event.name._asdict()}
        changed = connection.execute(event_table.update().where(event_table.c.id == event.id).values(row))
        if not changed.rowcount:
            connection.execute(event_table.insert().values(row))


def add_event(connection: sa.Connection, event: Event, by: Person, seen: Event | Unseen | None = UNSEEN) -> None:
    """Add or change an event; readers see it at once. `seen`: how it was when `by` looked, None for a new one.

    Limits that were computed anew from it go where it no longer touches what they are of.

    Raises:
        NotAllowed: the person may not.
        IdentityCode: a name holds somebody's.
        ChangedMeanwhile: somebody else has changed it since.
    """
    before = _event(connection, event.id)
    _must_edit(by, before, event)
    refuse_identity_code(*event.name)
    refuse_overwriting(before, seen)
    write_events(connection, [event])
    forgotten = forget_rebases(connection, event.id, event.concerns)
    note(connection, by, "event", event.id, before and with_limits(_as_json(before), forgotten), _as_json(event))
    raise_version(connection)


def remove_event(connection: sa.Connection, id_: str, by: Person, seen: Event | Unseen | None = UNSEEN) -> bool:
    """Remove an event, with the limits that were computed anew from it; whether there was one.

    Raises:
        NotAllowed: the person may not.
        ChangedMeanwhile: somebody else has changed it since `by` saw it.
    """
    before = _event(connection, id_)
    _must_edit(by, before)
    refuse_overwriting(before, seen)
    if before is None:
        return False
    forgotten = forget_rebases(connection, id_)
    connection.execute(event_table.delete().where(event_table.c.id == id_))
    note(connection, by, "event", id_, with_limits(_as_json(before), forgotten), None)
    raise_version(connection)
    return True


def new_id() -> str:
    """The id of an event that a person adds on a page, made by chance."""
    return f"event-{secrets.token_hex(5)}"


def may_edit(by: Person, event: Event) -> bool:
    """Whether somebody may edit all that an event touched; what touched every area is the whole country's."""
    return by.may(*EDITORS, areas=event.areas or (WHOLE_COUNTRY,))


def _event(connection: sa.Connection, id_: str) -> Event | None:
    return next((known for known in read_events(connection) if known.id == id_), None)


def _as_json(event: Event) -> dict[str, Any]:
    return asdict(event) | {"name": event.name._asdict(), "day": event.day.isoformat()}


def _must_edit(by: Person, *events: Event | None) -> None:
    touched = [event.areas or (WHOLE_COUNTRY,) for event in events if event]
    by.must(*EDITORS, areas=[code for areas in touched for code in areas])
