"""Limits of ordinary variation computed anew from what happened: a chart proposes it, a person accepts it, and it is kept."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.people import Person
from keko.data.schema import rebase
from keko.data.versions import raise_version

Concerns = Callable[
    [str, str], bool
]  # whether something concerns an area's figures of an indicator, the indicator first


class Accepted(NamedTuple):
    """Who accepted that limits are computed anew, and when (UTC, ISO 8601)."""

    by: str
    at: str


def read_rebases(connection: sa.Connection, indicator: str, area: str) -> dict[str, Accepted]:
    """The marks from which the limits of an area's indicator are computed anew, by id, and who accepted each, when."""
    here = (rebase.c.indicator == indicator) & (rebase.c.area == area)
    return {row.event: Accepted(row.by, row.at) for row in connection.execute(sa.select(rebase).where(here))}


def rebases_from(connection: sa.Connection, mark: str) -> list[tuple[str, str]]:
    """The indicators and areas whose limits are computed anew from an event or an action on."""
    query = sa.select(rebase.c.indicator, rebase.c.area).where(rebase.c.event == mark)
    return [(row.indicator, row.area) for row in connection.execute(query.order_by(*query.selected_columns))]


def forget_rebases(connection: sa.Connection, mark: str, concerns: Concerns | None = None) -> list[dict[str, str]]:
    """Compute no limits anew from an event or an action that is taken away, or only what it still `concerns`.

    What was forgotten is given back as the audit log keeps it, for `restore_rebases`.
    """
    forgotten = []
    for row in connection.execute(sa.select(rebase).where(rebase.c.event == mark)).all():
        if concerns is None or not concerns(row.indicator, row.area):
            connection.execute(rebase.delete().where(_is(row.indicator, row.area, mark)))
            forgotten.append({"indicator": row.indicator, "area": row.area, "by": row.by, "at": row.at})
    return forgotten


def restore_rebases(connection: sa.Connection, mark: str, forgotten: Iterable[dict[str, str]]) -> None:
    """Compute limits anew again, as they were accepted before they were forgotten."""
    for each in forgotten:
        if mark not in read_rebases(connection, each["indicator"], each["area"]):
            connection.execute(rebase.insert().values(each | {"event": mark}))


def with_limits(data: dict[str, Any], forgotten: list[dict[str, str]]) -> dict[str, Any]:
    """What the audit log keeps of a mark as it was, with the limits that went with it."""
    return data | {"limits": forgotten} if forgotten else data


def accept_rebase(connection: sa.Connection, indicator: str, area: str, mark: str, by: Person) -> None:
    """Compute limits anew from `mark` on; readers see it at once.

    Raises:
        NotAllowed: the person may not.
    """
    by.must("analyst", areas=[area])
    if mark in read_rebases(connection, indicator, area):
        return
    values = {"indicator": indicator, "area": area, "event": mark}
    connection.execute(rebase.insert().values(values | {"by": by.subject, "at": now()}))
    note(connection, by, "rebase", f"{indicator} {area}", None, {"event": mark})
    raise_version(connection)


def withdraw_rebase(connection: sa.Connection, indicator: str, area: str, mark: str, by: Person) -> bool:
    """Compute limits as before; whether they had been computed anew.

    Raises:
        NotAllowed: the person may not.
    """
    by.must("analyst", areas=[area])
    if not connection.execute(rebase.delete().where(_is(indicator, area, mark))).rowcount:
        return False
    note(connection, by, "rebase", f"{indicator} {area}", {"event": mark}, None)
    raise_version(connection)
    return True


def _is(indicator: str, area: str, mark: str) -> sa.ColumnElement[bool]:
    return (rebase.c.indicator == indicator) & (rebase.c.area == area) & (rebase.c.event == mark)
