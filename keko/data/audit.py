"""The audit log: who did what, appended in the transaction that did it."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from keko.data.people import Person
from keko.data.schema import audit


def now() -> str:
    """The time as it is stored: UTC, to the second, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def note(
    connection: sa.Connection, who: Person, what: str, object_: str, before: Any = None, after: Any = None
) -> None:
    """Append one line."""
    line = {"at": now(), "who": who.subject, "what": what, "object": object_, "before": before, "after": after}
    connection.execute(audit.insert().values(line))
