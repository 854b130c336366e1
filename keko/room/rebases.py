"""Limits of ordinary variation computed anew from what happened: a chart proposes it, a person accepts it, and it is kept."""

from typing import NamedTuple

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.people import Person
from keko.data.schema import rebase
from keko.data.versions import raise_version


class Accepted(NamedTuple):
    """Who accepted that limits are computed anew, and when (UTC, ISO 8601)."""

    by: str
    at: str


def read_rebases(connection: sa.Connection, indicator: str, area: str) -> dict[str, Accepted]:
    """The marks from which the limits of an area's indicator are computed anew, by id, and who accepted each, when."""
    here = (rebase.c.indicator == indicator) & (rebase.c.area == area)
    return {row.event: Accepted(row.by, row.at) for row in connection.execute(sa.select(rebase).where(here))}


def count_rebases(connection: sa.Connection, mark: str) -> int:
    """How many limits are computed anew from an event or an action on."""
    query = sa.select(sa.func.count()).select_from(rebase).where(rebase.c.event == mark)
    return connection.execute(query).scalar_one()


def forget_rebases(connection: sa.Connection, mark: str) -> None:
    """Compute no limits anew from an event or an action that is taken away."""
    connection.execute(rebase.delete().where(rebase.c.event == mark))


def accept_rebase(connection: sa.Connection, indicator: str, area: str, event: str, by: Person) -> None:
    """Compute limits anew from `event` on; readers see it at once.

    Raises:
        NotAllowed: the person may not.
    """
    by.must("analyst", areas=[area])
    if event in read_rebases(connection, indicator, area):
        return
    values = {"indicator": indicator, "area": area, "event": event}
    connection.execute(rebase.insert().values(values | {"by": by.subject, "at": now()}))
    note(connection, by, "rebase", f"{indicator} {area}", None, {"event": event})
    raise_version(connection)


def withdraw_rebase(connection: sa.Connection, indicator: str, area: str, event: str, by: Person) -> bool:
    """Compute limits as before; whether they had been computed anew.

    Raises:
        NotAllowed: the person may not.
    """
    by.must("analyst", areas=[area])
    here = (rebase.c.indicator == indicator) & (rebase.c.area == area) & (rebase.c.event == event)
    if not connection.execute(rebase.delete().where(here)).rowcount:
        return False
    note(connection, by, "rebase", f"{indicator} {area}", {"event": event}, None)
    raise_version(connection)
    return True
