"""Records in the database: read as they are or were, written, removed and confirmed; every version is kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlalchemy as sa

from keko.data.audit import note_each, now
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import Person
from keko.data.problems import Refused
from keko.data.schema import ecosystem_record as table
from keko.data.versions import raise_version
from keko.ecosystem.checks import errors_of
from keko.ecosystem.codes import known_codes
from keko.ecosystem.problems import HOLDS_REAL
from keko.ecosystem.records import Key, Record
from keko.ecosystem.register import Entry, Register, must_edit
from keko.ecosystem.versions import Changed, entry_of, object_of, put, refuse_referred_to

Seen = Mapping[Key, Record | None]


def read(connection: sa.Connection, at: str | None = None) -> Register:
    """Every record as it is now, or as it was `at` a moment (UTC, ISO 8601); one query."""
    holds = table.c.until.is_(None) if at is None else sa.and_(
        table.c.since <= at, sa.or_(table.c.until.is_(None), table.c.until > at)
    )  # fmt: skip
    query = sa.select(table).where(holds, table.c.data.is_not(None)).order_by(table.c.kind, table.c.id)
    entries = (entry_of(row, at) for row in connection.execute(query))
    return Register({entry.record.key: entry for entry in entries})


def write(
    connection: sa.Connection,
    records: Iterable[Record],
    by: Person,
    seen: Seen | Unseen = UNSEEN,
    removed: Collection[Key] = (),
) -> int:
    """Add or change records, all or none; readers see them at once, and the writer has confirmed them.

    `removed`: real records that go with the same change. `seen`: by key what each was when `by` looked, None (or no key)
    where it was not there. The first real records come instead of all invented ones. Returns the number of the change set,
    by which `undo` takes it back: the data version.

    Raises:
        NotAllowed: a record is not of their organisation or areas, or was not before.
        ChangedMeanwhile: somebody else has changed one since.
        Refused: something is wrong with one (keko.ecosystem.problems), or another refers to one that would go.
    """
    written = list(records)
    there_is = read(connection)
    kept = there_is.real
    wanted: dict[Key, Record | None] = dict.fromkeys(removed) | {record.key: record for record in written}
    there_would_be = kept.with_records(wanted)
    must_edit(by, written, there_would_be)
    must_edit(by, [kept.records[key] for key in wanted if key in kept.records], kept.records)
    if not isinstance(seen, Unseen):
        for key in wanted:
            refuse_overwriting(kept.records.get(key), seen.get(key))
    if wrong := errors_of(written, there_would_be, known_codes(connection)):
        raise Refused(wrong)
    at = now()
    changed: Changed = {
        record.key: Entry(record, at, by.subject, 0, False, by.subject, at)
        for record in written
        if kept.records.get(record.key) != record
    }
    changed |= {key: None for key, record in wanted.items() if record is None and key in kept.entries}
    refuse_referred_to(kept, changed)
    gone: Changed = dict.fromkeys(there_is.entries.keys() - kept.entries.keys()) if changed else {}
    return put(connection, there_is, gone | changed, by)


def write_invented(connection: sa.Connection, records: Sequence[Record], by: Person, at: str | None = None) -> int:
    """Put invented records there instead of those there are. `at`: since when they are said to hold (UTC, ISO 8601), now where None.

    Raises:
        NotAllowed: `by` is no admin.
        Refused: there are real records, or something is wrong with one.
    """
    by.must("admin")
    there_is, since = read(connection), at or now()
    if not all(entry.is_demo for entry in there_is.entries.values()):
        raise Refused([HOLDS_REAL.at()])
    there_will_be = {record.key: record for record in records}
    if wrong := errors_of(records, there_will_be, known_codes(connection)):
        raise Refused(wrong)
    gone: Changed = dict.fromkeys(there_is.entries.keys() - there_will_be.keys())
    changed: Changed = {
        key: Entry(record, since, by.subject, 0, True, by.subject, since)
        for key, record in there_will_be.items()
        if there_is.records.get(key) != record
    }
    return put(connection, there_is, gone | changed, by, since)


def remove(connection: sa.Connection, keys: Collection[Key], by: Person, seen: Seen | Unseen = UNSEEN) -> int:
    """Remove records that no others refer to; their history is kept. Returns the number of the change set.

    Raises:
        NotAllowed: a record is not of their organisation or areas.
        ChangedMeanwhile: somebody else has changed one since `by` saw it.
        Refused: another record refers to one.
    """
    there_is = read(connection)
    for key in keys:
        if not isinstance(seen, Unseen):
            refuse_overwriting(there_is.records.get(key), seen.get(key))
    here = [there_is.records[key] for key in keys if key in there_is.records]
    must_edit(by, here, there_is.records)
    gone: Changed = dict.fromkeys(record.key for record in here)
    refuse_referred_to(there_is, gone)
    return put(connection, there_is, gone, by)


def confirm(connection: sa.Connection, seen: Iterable[Record], by: Person) -> None:
    """Say that records still hold as they were `seen`, all of them at once.

    Raises:
        NotAllowed: one is not of their organisation or areas.
        ChangedMeanwhile: one is not what was seen.
    """
    there_is, looked_at = read(connection), {record.key: record for record in seen}
    here = [there_is.entries[key] for key in looked_at if key in there_is.entries]
    must_edit(by, [entry.record for entry in here], there_is.records)
    for key, record in looked_at.items():
        refuse_overwriting(there_is.records.get(key), record)
    if not here:
        return
    at = now()
    confirmed = {"confirmed_by": by.subject, "confirmed_at": at}
    its_row = table.c.kind == sa.bindparam("its_kind"), table.c.id == sa.bindparam("its_id"), table.c.until.is_(None)
    rows = [{"its_kind": entry.record.key[0], "its_id": entry.record.key[1]} for entry in here]
    connection.execute(table.update().where(*its_row).values(confirmed), rows)
    before = ({"confirmed_by": entry.confirmed_by, "confirmed_at": entry.confirmed_at} for entry in here)
    lines = [(object_of(entry.record.key), was, confirmed) for entry, was in zip(here, before, strict=True)]
    note_each(connection, by, "ecosystem confirmed", lines)
    raise_version(connection)
