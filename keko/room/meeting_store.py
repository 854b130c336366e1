"""Meetings written: who may, what is refused, and what is kept of it. They are no figures: no data version is raised, each page
that shows them reads them anew.
"""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import NotAllowed, Person
from keko.data.problems import Refused
from keko.data.schema import agenda_item, pinned_view
from keko.room.frozen import FrozenView, as_json
from keko.room.meeting_problems import CLOSED, problems_of
from keko.room.meeting_rights import may_add, may_change, may_lead
from keko.room.meeting_rows import TABLES, logged, read_record, row_of
from keko.room.meetings import LONGEST_TITLE, Decision, Item, Meeting, Record, Series, Step

Seen = Record | Unseen | None


def new_id(kind: str) -> str:
    """The id of a new record, made by chance."""
    return f"{kind}-{secrets.token_hex(6)}"


def put(connection: sa.Connection, record: Record, by: Person, seen: Seen = UNSEEN) -> None:
    """Add or change a record. `seen`: how it was when `by` looked, None for a new one.

    Raises:
        NotAllowed: `by` may not edit the meetings of the area.
        Refused: a field is missing or holds personal data, each problem names the field; or the meeting has been closed.
        ChangedMeanwhile: somebody else has changed it since.
    """
    before = _editable(connection, record, by, seen)
    if not _is_follow_up(record, before):
        _refuse_closed(connection, record, before)
    if problems := problems_of(record):
        raise Refused(problems)
    record = _with_history(record, before, by)
    table = TABLES[type(record)]
    if connection.execute(table.update().where(table.c.id == record.id).values(row_of(record))).rowcount == 0:
        connection.execute(table.insert().values(row_of(record)))
    note(connection, by, _KINDS[type(record)], record.id, logged(before), logged(record))


def remove(connection: sa.Connection, record: Record, by: Person, seen: Seen = UNSEEN) -> bool:
    """Take a record away, with what belongs to it; whether it was there.

    Raises:
        NotAllowed, Refused, ChangedMeanwhile: as of `put`.
    """
    before = _editable(connection, record, by, seen)
    if before is None:
        return False
    _refuse_closed(connection, before)
    table = TABLES[type(record)]
    connection.execute(table.delete().where(table.c.id == record.id))
    note(connection, by, _KINDS[type(record)], record.id, logged(before), None)
    return True


def pin(connection: sa.Connection, meeting: str, view: FrozenView, title: str, text: str, by: Person) -> Item:
    """Put a frozen view at the end of a meeting's agenda. `title`: what the item is called; `text`: a note to it.

    Raises:
        NotAllowed, Refused: as of `put`.
    """
    return add_item(connection, meeting, title[:LONGEST_TITLE], text, by, keep_view(connection, view))


def add_item(
    connection: sa.Connection, meeting: str, title: str, text: str, by: Person, seal: str | None = None
) -> Item:
    """Put an item at the end of a meeting's agenda.

    Raises:
        NotAllowed, Refused: as of `put`.
    """
    item = Item(new_id("item"), meeting, _next_place(connection, meeting), title, text, seal)
    put(connection, item, by, None)
    return item


def keep_view(connection: sa.Connection, view: FrozenView) -> str:
    """Keep a view word for word, once; its seal."""
    seal, there = view.seal, sa.select(pinned_view.c.seal).where(pinned_view.c.seal == view.seal)
    if connection.execute(there).first() is None:
        connection.execute(pinned_view.insert().values(seal=seal, view=as_json(view)))
    return seal


def move(connection: sa.Connection, item: Item, to: Meeting, by: Person) -> None:
    """Move an item to the end of another meeting's agenda; its history tells where it came from.

    Raises:
        NotAllowed, ChangedMeanwhile: as of `put`.
    """
    step = Step(now(), by.subject, "moved", item.meeting)
    place = _next_place(connection, to.id)
    put(connection, replace(item, meeting=to.id, place=place, history=(*item.history, step)), by, item)


def swap(connection: sa.Connection, first: Item, second: Item, by: Person) -> None:
    """Let two items change places.

    Raises:
        NotAllowed, ChangedMeanwhile: as of `put`.
    """
    put(connection, replace(first, place=second.place), by, first)
    put(connection, replace(second, place=first.place), by, second)


def hold(connection: sa.Connection, meeting: Meeting, kept: Mapping[str, Any], by: Person) -> None:
    """Close a meeting, and keep what it opened with.

    Raises:
        NotAllowed, ChangedMeanwhile: as of `put`.
    """
    put(connection, replace(meeting, held_at=now(), kept=dict(kept)), by, meeting)


_KINDS: dict[type[Record], str] = {
    Series: "meeting series",
    Meeting: "meeting",
    Item: "agenda item",
    Decision: "decision",
}


def _editable(connection: sa.Connection, record: Record, by: Person, seen: Seen) -> Record | None:
    """The record as it is now, if `by` may edit it, and has seen it so."""
    before = read_record(connection, type(record), record.id)
    for each in (record, before):
        if each is not None:
            _must(by, record, before, _area(connection, each))
    refuse_overwriting(before, seen)
    return before


def _must(by: Person, record: Record, before: Record | None, area: str) -> None:
    """Stop unless somebody may write a record of an area, which was `before`.

    Raises:
        NotAllowed: they may not.
    """
    if isinstance(before, Item):
        is_allowed = may_change(by, before, area)
    else:
        is_allowed = may_add(by, area) if isinstance(record, Item) else may_lead(by, area)
    if not is_allowed:
        raise NotAllowed(f"{by.subject} may not: meetings of {area}")


def _is_follow_up(record: Record, before: Record | None) -> bool:
    """Whether no more of a decision changes than what becomes of it after its meeting."""
    if not isinstance(record, Decision) or not isinstance(before, Decision):
        return False
    return replace(record, state=before.state, action=before.action, history=before.history) == before


def _refuse_closed(connection: sa.Connection, *records: Record | None) -> None:
    """Stop where one is of a meeting that has been closed.

    Raises:
        Refused: one is.
    """
    for id_ in {each.meeting for each in records if isinstance(each, Item | Decision)}:
        meeting = read_record(connection, Meeting, id_)
        if isinstance(meeting, Meeting) and meeting.held_at:
            raise Refused([CLOSED.at()])


def _area(connection: sa.Connection, record: Record) -> str:
    """The area that a record's meetings are about.

    Raises:
        ChangedMeanwhile: its meeting or series is gone.
    """
    meeting = read_record(connection, Meeting, record.meeting) if isinstance(record, Item | Decision) else record
    series = read_record(connection, Series, meeting.series) if isinstance(meeting, Meeting) else meeting
    if not isinstance(series, Series):
        refuse_overwriting(None, record)
        raise AssertionError("unreachable")
    return series.area


def _with_history(record: Record, before: Record | None, by: Person) -> Record:
    """With a line for what is new of it, where it keeps a history."""
    if isinstance(record, Item) and before is None:
        return replace(record, history=(Step(now(), by.subject, "added", record.meeting),))
    if isinstance(record, Decision):
        was = before.state if isinstance(before, Decision) else None
        if was != record.state:
            return replace(record, history=(*record.history, Step(now(), by.subject, record.state, record.meeting)))
    return record


def _next_place(connection: sa.Connection, meeting: str) -> int:
    query = sa.select(sa.func.max(agenda_item.c.place)).where(agenda_item.c.meeting == meeting)
    return (connection.execute(query).scalar() or 0) + 1
