"""Versions of records as rows of the database: what changes together gets one number, and what held before is kept."""

from typing import Any

import sqlalchemy as sa

from keko.data.audit import note_each, now
from keko.data.people import Person
from keko.data.problems import Refused
from keko.data.schema import ecosystem_record as table
from keko.data.text import Text
from keko.data.versions import raise_version, read_version
from keko.ecosystem.naming import called_among
from keko.ecosystem.problems import REFERRED_TO, at_field
from keko.ecosystem.records import KINDS, Key, Record, as_data
from keko.ecosystem.register import Entry, Register, owner_of, referring

Changed = dict[Key, Entry | None]  # by key what there is to be; None: removed
_LONGEST_OBJECT = 120  # what the audit log keeps
_SOME = 3  # names in a sentence


def entry_of(row: "sa.Row[Any]", at: str | None = None) -> Entry:
    """A version of a record that was not removed. `at`: a confirmation that came after this moment is not told."""
    record = KINDS[row.kind].model_validate(row.data)
    is_later = at is not None and (row.confirmed_at or "") > at
    confirmed = (row.by, row.since) if is_later else (row.confirmed_by, row.confirmed_at)
    return Entry(record, row.since, row.by, row.change, bool(row.is_demo), *confirmed)


def object_of(key: Key) -> str:
    """What the audit log calls a record."""
    return "/".join(key)[:_LONGEST_OBJECT]


def records_of(changed: Changed) -> dict[Key, Record | None]:
    """The records of what there is to be."""
    return {key: entry.record if entry else None for key, entry in changed.items()}


def put(connection: sa.Connection, there_is: Register, changed: Changed, by: Person, since: str | None = None) -> int:
    """Make records what is to be, under one number, which is returned; nothing is asked of whether they may be so.

    `since`: from when they hold (UTC, ISO 8601), now where None. Where nothing changes, the number in force is returned.
    """
    if not changed:
        return read_version(connection)
    change, at = raise_version(connection), since or now()
    records = there_is.with_records(records_of(changed))
    standing = table.c.kind == sa.bindparam("its_kind"), table.c.id == sa.bindparam("its_id"), table.c.until.is_(None)
    connection.execute(
        table.update().where(*standing).values(until=at), [{"its_kind": kind, "its_id": id_} for kind, id_ in changed]
    )
    shared = {"change": change, "since": at, "by": by.subject}
    rows = [shared | _row(key, entry, there_is, records) for key, entry in changed.items()]
    connection.execute(table.insert(), rows)
    before = {key: entry and as_data(entry.record) for key in changed for entry in [there_is.entries.get(key)]}
    lines = ((object_of(key), before[key], entry and as_data(entry.record)) for key, entry in changed.items())
    note_each(connection, by, "ecosystem", lines)
    return change


def refuse_referred_to(register: Register, changed: Changed) -> None:
    """Stop where records that are to go are referred to by others that stay.

    Raises:
        Refused: one is.
    """
    staying = register.with_records(records_of(changed))
    by_key = referring(staying.values())
    gone = [register.records[key] for key, entry in changed.items() if entry is None and key in register.records]
    among = register.records | staying
    if broken := [record for record in gone if record.key in by_key]:
        others = [_listed(by_key[record.key], among) for record in broken]
        raise Refused(
            [at_field(REFERRED_TO, record, "id", others=each) for record, each in zip(broken, others, strict=True)]
        )


def _row(key: Key, entry: Entry | None, there_is: Register, records: dict[Key, Record]) -> dict[str, Any]:
    if entry is None:
        gone = there_is.entries[key]
        nobody = {"confirmed_by": None, "confirmed_at": None}
        owner = owner_of(gone.record, there_is.records)
        return {"kind": key[0], "id": key[1], "data": None, "owner": owner, "is_demo": gone.is_demo, **nobody}
    return {
        "kind": key[0],
        "id": key[1],
        "data": as_data(entry.record),
        "owner": owner_of(entry.record, records),
        "is_demo": entry.is_demo,
        "confirmed_by": entry.confirmed_by,
        "confirmed_at": entry.confirmed_at,
    }


def _listed(records: list[Record], among: dict[Key, Record]) -> Text:
    """The first of what they are called, and a sign that there are more."""
    names = [called_among(record, among) for record in records[:_SOME]]
    more = "…" if len(records) > _SOME else ""
    return Text(*(", ".join(filter(None, (*parts, more))) for parts in zip(*names, strict=True)))
