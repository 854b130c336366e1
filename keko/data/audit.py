"""The audit log: who did what, appended in the transaction that did it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

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


@dataclass(frozen=True)
class Wanted:
    """Which lines are looked for. `text`: in what was done and to what; `who`: ids; `since`, `until`: days, both included."""

    text: str = ""
    who: Collection[str] | None = None
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


def read_log(connection: sa.Connection, wanted: Wanted, by: Person, most: int | None = None) -> list[Line]:
    """The lines, newest first; the first `most` of them where that is given.

    Raises:
        NotAllowed: `by` is no admin.
    """
    by.must("admin")
    query = sa.select(audit).where(*_tests(wanted)).order_by(audit.c.id.desc()).limit(most)
    return [Line(**row) for row in connection.execute(query).mappings()]


def count_log(connection: sa.Connection, wanted: Wanted) -> int:
    """How many lines there are of those."""
    return connection.execute(sa.select(sa.func.count()).select_from(audit).where(*_tests(wanted))).scalar_one()


def _tests(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    for word in wanted.text.split():
        columns = (
            audit.c.what,
            audit.c.object,
            audit.c.who,
            *(sa.cast(c, sa.Text) for c in (audit.c.before, audit.c.after)),
        )
        tests.append(sa.or_(*(column.icontains(word, autoescape=True) for column in columns)))
    if wanted.who is not None:
        tests.append(audit.c.who.in_(wanted.who))
    if wanted.since:
        tests.append(audit.c.at >= wanted.since.isoformat())
    if wanted.until:
        tests.append(audit.c.at < (wanted.until + timedelta(days=1)).isoformat())
    return tests
