"""What was written together: listed, and taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import sqlalchemy as sa

from keko.data.people import WORKING, Person
from keko.data.problems import Refused
from keko.data.schema import ecosystem_record as table
from keko.data.text import Text
from keko.ecosystem.checks import errors_of
from keko.ecosystem.codes import known_codes
from keko.ecosystem.drafts import take_back_choices
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.naming import called_among
from keko.ecosystem.problems import CHANGED_SINCE, NO_SUCH_CHANGE
from keko.ecosystem.records import Key, Record
from keko.ecosystem.register import Register, may_edit, must_edit
from keko.ecosystem.store import read
from keko.ecosystem.versions import Changed, entry_of, put, records_of, refuse_referred_to


@dataclass(frozen=True)
class ChangeSet:
    """What was written together. `at`: UTC, ISO 8601; `keys`: of the records, invented ones that gave way left out."""

    number: int
    at: str
    by: str
    keys: tuple[Key, ...]


def recent_changes(connection: sa.Connection, by: Person, register: Register, most: int = 20) -> list[ChangeSet]:
    """The newest change sets that somebody may take back, as far as their roles go, the newest first.

    Those of invented records alone are left out. `register`: what there is.
    """
    own = (change for change in _of_own(connection, by) if may_undo(connection, change, by, register))
    query = (
        sa.select(table.c.change, table.c.since, table.c.by, table.c.kind, table.c.id)
        .where(table.c.change.in_(list(islice(own, most))), ~table.c.is_demo)
        .order_by(table.c.change.desc(), table.c.kind, table.c.id)
    )
    sets: dict[tuple[int, str, str], list[Key]] = {}
    for row in connection.execute(query):
        sets.setdefault((row.change, row.since, row.by), []).append((row.kind, row.id))
    return [ChangeSet(*each, tuple(keys)) for each, keys in sets.items()]


def _of_own(connection: sa.Connection, by: Person) -> Sequence[int]:
    """The change sets whose records are all of organisations that somebody works for, the newest first.

    Told by the organisations alone, so that what others wrote is not read.
    """
    owners = connection.execute(sa.select(table.c.owner).distinct().where(~table.c.is_demo)).scalars()
    others = [owner for owner in owners if owner and not by.may(*WORKING, provider=owner)]
    is_common = table.c.owner.is_(None) & (not by.may_for_all("analyst"))
    is_others = sa.or_(table.c.owner.in_(others), is_common)
    real = sa.select(table.c.change).where(~table.c.is_demo).group_by(table.c.change)
    own = real.having(sa.func.max(sa.case((is_others, 1), else_=0)) == 0).order_by(table.c.change.desc())
    return connection.execute(own).scalars().all()


def may_undo(connection: sa.Connection, change: int, by: Person, register: Register) -> bool:
    """Whether somebody may take a change set back, as far as their roles go; one of invented records alone an admin."""
    touched = _touched(register, _before(connection, change, register))
    return all(may_edit(by, record, records) for record, records in touched) if touched else by.may("admin")


def undo(connection: sa.Connection, change: int, by: Person) -> int:
    """Take a change set back: every record of it is what it was before. Returns the number of the change set that does so.

    Invented records come back only where no real ones are left.

    Raises:
        NotAllowed: a record is not of their organisation or areas.
        Refused: there is no such change set, a record has changed since, or records would refer to what is not there.
    """
    there_is = read(connection)
    before = _before(connection, change, there_is)
    if not before:
        raise Refused([NO_SUCH_CHANGE.at()])
    touched = _touched(there_is, before)
    for record, records in touched:
        must_edit(by, [record], records)
    if not touched:
        by.must("admin")
    _refuse_changed_since(connection, change, there_is, before)
    back = {key: entry for key, entry in before.items() if entry or key in there_is.entries}
    refuse_referred_to(there_is, back)
    restored = [entry.record for entry in back.values() if entry and not entry.is_demo]
    there_would_be = there_is.with_records(records_of(back))
    if wrong := errors_of(restored, there_would_be, known_codes(connection)):
        raise Refused(wrong)
    number = put(connection, there_is, back, by)
    take_back_choices(connection, change, number)
    return number


def _before(connection: sa.Connection, change: int, there_is: Register) -> Changed:
    """What the records of a change set are to be without it, by key; None where they were not there.

    Invented records are to be there again only where no real ones stay.
    """
    before = _versions_before(connection, change)
    mine = sa.select(table.c.kind, table.c.id).where(table.c.change == change)
    gave_way = {(row.kind, row.id) for row in connection.execute(mine.where(table.c.data.is_(None), table.c.is_demo))}
    others = (entry for key, entry in there_is.entries.items() if key not in before.keys() - gave_way)
    if all(entry.is_demo for entry in others):
        return before
    written = {key: entry for key, entry in before.items() if key not in gave_way}
    return {key: None if entry and entry.is_demo else entry for key, entry in written.items()}


def _versions_before(connection: sa.Connection, change: int) -> Changed:
    """The versions that the records of a change set had before it, by key."""
    mine, older = table.alias("mine"), table.alias("older")
    is_before = sa.and_(older.c.kind == mine.c.kind, older.c.id == mine.c.id, older.c.change < change)
    query = (
        sa.select(mine.c.kind, mine.c.id, sa.func.max(older.c.change).label("older"))
        .outerjoin(older, is_before)
        .where(mine.c.change == change)
        .group_by(mine.c.kind, mine.c.id)
    )
    last = query.subquery()
    rows = connection.execute(
        sa.select(last.c.kind.label("its_kind"), last.c.id.label("its_id"), table).outerjoin(
            table, sa.and_(table.c.kind == last.c.kind, table.c.id == last.c.id, table.c.change == last.c.older)
        )
    )
    return {(row.its_kind, row.its_id): entry_of(row) if row.data else None for row in rows}


def _touched(there_is: Register, before: Changed) -> list[tuple[Record, dict[Key, Record]]]:
    """The records that taking back would change, as they are and as they were, each with what there is beside it.

    Invented ones, which give way to real ones and come back, are nobody's.
    """
    were = there_is.with_records(records_of(before))
    both = [
        side for key, entry in before.items() for side in ((there_is.entries.get(key), there_is.records), (entry, were))
    ]
    return [(entry.record, records) for entry, records in both if entry and not entry.is_demo]


def _refuse_changed_since(connection: sa.Connection, change: int, there_is: Register, before: Changed) -> None:
    newer = sa.select(table.c.kind, table.c.id).where(table.c.change == change, table.c.until.is_not(None))
    keys: list[Key] = [key for row in connection.execute(newer) if (key := (row.kind, row.id)) in before]
    known = there_is.with_records({key: entry.record for key, entry in before.items() if entry and key in keys})
    names = [called_among(known[key], known) if key in known else Text.same(key[1]) for key in keys]
    if keys:
        told = zip(keys, names, strict=True)
        raise Refused([CHANGED_SINCE.at(of=key, kind=KIND_NAMES[key[0]], name=name) for key, name in told])
