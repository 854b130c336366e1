"""The audit log: who did what, appended in the transaction that did it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.people import Person
from keko.data.schema import audit


@dataclass(frozen=True)
class Line:
    """One line: who did `what` to `object`, when (UTC, ISO 8601), and what it was before and after, where that says something."""

    id: int
    at: str
    who: str
    what: str
    object: str
    before: Any
    after: Any


class Word(NamedTuple):
    """A word that is looked for. `deeds`, `names`: what was done, and who or what, that are called so where people read it."""

    text: str
    deeds: Collection[str] = ()
    names: Collection[str] = ()


@dataclass(frozen=True)
class Wanted:
    """Which lines are looked for. `words`: each is in the line, or means something in it; `since`, `until`: days, both included."""

    words: tuple["Word", ...] = ()
    since: date | None = None
    until: date | None = None


def now() -> str:
    """The time as it is stored: UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def note(
    connection: sa.Connection, who: Person, what: str, object_: str, before: Any = None, after: Any = None
) -> None:
    """Append one line."""
    note_each(connection, who, what, [(object_, before, after)])


def note_each(connection: sa.Connection, who: Person, what: str, changes: Iterable[tuple[str, Any, Any]]) -> None:
    """Append a line for each object, with what it was before and after."""
    shared = {"at": now(), "who": who.subject, "what": what}
    lines = [{**shared, "object": object_, "before": before, "after": after} for object_, before, after in changes]
    if lines:
        connection.execute(audit.insert(), lines)


def last_change(connection: sa.Connection, what: str, object_: str) -> Line | None:
    """The newest line of an object, for whoever takes back what was done to it; None where there is none, or no longer."""
    query = sa.select(audit).where(audit.c.what == what, audit.c.object == object_).order_by(audit.c.id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return Line(**row) if row else None


def read_log(connection: sa.Connection, wanted: Wanted, by: Person, most: int | None = None) -> list[Line]:
    """The lines, newest first; the first `most` of them where that is given.

    Raises:
        NotAllowed: `by` is no admin.
    """
    by.must("admin")
    query = sa.select(audit).where(*_tests(wanted)).order_by(audit.c.id.desc()).limit(most)
    return [Line(**row) for row in connection.execute(query).mappings()]


def count_log(connection: sa.Connection, wanted: Wanted, by: Person) -> int:
    """How many lines there are of those.

    Raises:
        NotAllowed: `by` is no admin.
    """
    by.must("admin")
    return connection.execute(sa.select(sa.func.count()).select_from(audit).where(*_tests(wanted))).scalar_one()


def _tests(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    tests = [_holds(word) for word in wanted.words]
    if wanted.since:
        tests.append(audit.c.at >= wanted.since.isoformat())
    if wanted.until:
        tests.append(audit.c.at < (wanted.until + timedelta(days=1)).isoformat())
    return tests


def _holds(word: Word) -> sa.ColumnElement[bool]:
    stored = (
        audit.c.what,
        audit.c.object,
        audit.c.who,
        sa.cast(audit.c.before, sa.Text),
        sa.cast(audit.c.after, sa.Text),
    )
    meant = (audit.c.what.in_(word.deeds), audit.c.who.in_(word.names), audit.c.object.in_(word.names))
    return sa.or_(*(column.icontains(word.text, autoescape=True) for column in stored), *meant)
