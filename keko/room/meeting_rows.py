"""Meetings as the database holds them: rows to records and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from keko.data import schema
from keko.data.people import Person
from keko.data.text import Text
from keko.room.frozen import FrozenView, figure_from, frozen_from
from keko.room.meeting_rights import may_read
from keko.room.meetings import Book, Decision, Item, Meeting, Record, Series, Step

TABLES: dict[type[Record], sa.Table] = {
    Series: schema.meeting_series,
    Meeting: schema.meeting,
    Item: schema.agenda_item,
    Decision: schema.decision,
}


def read_meetings(connection: sa.Connection, by: Person) -> Book:
    """The series that somebody may read, real ones before invented ones, with their meetings, agenda items and decisions; pinned
    views are read one by one.
    """

    def every(kind: type[Any]) -> list[Any]:
        table = TABLES[kind]
        return [record_of(kind, row) for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings()]

    readable = [series for series in every(Series) if may_read(by, series.area)]
    series = {
        each.id: each for each in sorted(readable, key=lambda each: (each.is_demo, each.name.fi.casefold(), each.id))
    }
    meetings = {each.id: each for each in every(Meeting) if each.series in series}
    items, decisions = (
        {each.id: each for each in every(kind) if each.meeting in meetings} for kind in (Item, Decision)
    )
    return Book(series, meetings, items, decisions)


def read_record(connection: sa.Connection, kind: type[Record], id_: str) -> Record | None:
    """One of them."""
    row = connection.execute(sa.select(TABLES[kind]).where(TABLES[kind].c.id == id_)).mappings().first()
    return None if row is None else record_of(kind, row)


def pinned_text(connection: sa.Connection, seal: str) -> str | None:
    """A pinned view word for word."""
    table = schema.pinned_view
    return connection.execute(sa.select(table.c.view).where(table.c.seal == seal)).scalar()


def pinned(connection: sa.Connection, seal: str) -> FrozenView | None:
    """A pinned view; None where it is not there or of a shape that this version of KEKO does not know."""
    text = pinned_text(connection, seal)
    try:
        return frozen_from(text) if text is not None else None
    except ValueError:
        return None


def record_of(kind: type[Record], row: Mapping[Any, Any]) -> Record:
    """A record of a row."""
    values = dict(row)
    if kind is Series:
        values["name"] = Text.of(values["name"])
    if "history" in values:
        values["history"] = tuple(Step(**step) for step in values["history"])
    if values.get("figure") is not None:
        values["figure"] = figure_from(values["figure"])
    return kind(**values)


def row_of(record: Record) -> dict[str, Any]:
    """A row of a record."""
    values = asdict(record)
    if isinstance(record, Series):
        values["name"] = record.name._asdict()
    if "history" in values:
        values["history"] = list(values["history"])
    return values


def logged(record: Record | None) -> dict[str, Any] | None:
    """A record as the audit log tells it: without what it kept of figures, which stands where it is."""
    if record is None:
        return None
    days = {name: day.isoformat() for name in ("day", "due") if (day := getattr(record, name, None))}
    return {name: value for name, value in (row_of(record) | days).items() if name not in {"history", "kept", "figure"}}
