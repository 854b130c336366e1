"""Undertakings in the database: written by whom they belong to, with what they were before in the audit log."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from keko.data.audit import last_change, note
from keko.data.days import today
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import NotAllowed, Person
from keko.data.problems import Refused
from keko.data.schema import audit
from keko.data.schema import undertaking as table
from keko.data.versions import raise_version
from keko.room.rebases import forget_rebases, restore_rebases, with_limits
from keko.room.undertaking_checks import problems_of
from keko.room.undertakings import Undertaking, as_data, may_edit
from keko.room.undoing import before_last_change

MOST_REMOVED = 20  # of which the newest that is somebody's to edit may be put back


def stored_undertakings(connection: sa.Connection) -> list[Undertaking]:
    """Every one of them, invented ones too, by id."""
    rows = connection.execute(sa.select(table.c.data).order_by(table.c.id)).scalars()
    return [Undertaking.model_validate(row) for row in rows]


def read_undertakings(connection: sa.Connection) -> dict[str, Undertaking]:
    """Every one of them by id; invented ones only of kinds that nobody has written a real one of."""
    every = stored_undertakings(connection)
    real = {each.kind for each in every if not each.is_demo}
    return {each.id: each for each in every if not (each.is_demo and each.kind in real)}


def write_undertaking(
    connection: sa.Connection, wanted: Undertaking, by: Person, seen: Undertaking | Unseen | None = UNSEEN
) -> None:
    """Add or change one; readers see it at once. `seen`: how it was when `by` looked, None for a new one.

    Limits that were computed anew from it go where it no longer aims at what they are of, or has not begun.

    Raises:
        Refused: what is wrong with it, in sentences.
        NotAllowed: the person may not.
        ChangedMeanwhile: somebody else has changed it since.
    """
    before = _one(connection, wanted.id)
    _must_edit(by, before, wanted)
    if problems := problems_of(connection, wanted, before):
        raise Refused(problems)
    refuse_overwriting(before, seen)
    wanted = wanted.model_copy(update={"recorded": _recorded(wanted, before)})
    if before != wanted:
        _replace(connection, wanted.id, before, wanted, by)


def remove_undertaking(
    connection: sa.Connection, id_: str, by: Person, seen: Undertaking | Unseen | None = UNSEEN
) -> bool:
    """Take one away, with the limits that were computed anew from it; whether there was one.

    Raises:
        NotAllowed, ChangedMeanwhile: as of `write_undertaking`.
    """
    before = _one(connection, id_)
    _must_edit(by, before)
    refuse_overwriting(before, seen)
    if before is None:
        return False
    _replace(connection, id_, before, None, by)
    return True


def removed_undertakings(connection: sa.Connection) -> list[Undertaking]:
    """Those that were taken away and are in the log still, the last first; `undo_undertaking` puts them back."""
    newest = sa.select(sa.func.max(audit.c.id)).where(audit.c.what == "undertaking").group_by(audit.c.object)
    gone = sa.and_(audit.c.id.in_(newest), audit.c.object.not_in(sa.select(table.c.id)))
    query = sa.select(audit.c.before).where(gone).order_by(audit.c.id.desc()).limit(MOST_REMOVED)
    return [_logged(before) for before in connection.execute(query).scalars() if before]


def undo_undertaking(connection: sa.Connection, id_: str, by: Person) -> None:
    """Put one back as it was before it was last written, added or removed, with the limits that went then.

    Raises:
        Refused: there is nothing to undo, or what it was refers to what is no longer there.
        NotAllowed: the person may not.
    """
    now = _one(connection, id_)
    then = before_last_change(connection, "undertaking", id_, now, _logged)
    _must_edit(by, now, then)
    if then and (problems := problems_of(connection, then)):
        raise Refused(problems)
    gone = _limits_gone(connection, id_)
    _replace(connection, id_, now, then, by)
    if then and then.mark:
        restore_rebases(connection, then.mark_id, gone)


def _logged(data: dict[str, Any]) -> Undertaking:
    """One as the audit log holds it: beside the limits that went with it."""
    return Undertaking.model_validate({name: part for name, part in data.items() if name != "limits"})


def _limits_gone(connection: sa.Connection, id_: str) -> list[dict[str, str]]:
    line = last_change(connection, "undertaking", id_)
    gone: list[dict[str, str]] = line.before.get("limits", []) if line and line.before else []
    return gone


def _recorded(wanted: Undertaking, before: Undertaking | None) -> date | None:
    """The day on which comparison areas were written here; examples are as if it had been the day on which they were chosen."""
    if not wanted.donors or (before and set(before.donors) == set(wanted.donors)):
        return before.recorded if before and wanted.donors else None
    return wanted.declared if wanted.is_demo else today()


def _one(connection: sa.Connection, id_: str) -> Undertaking | None:
    data = connection.execute(sa.select(table.c.data).where(table.c.id == id_)).scalar()
    return Undertaking.model_validate(data) if data else None


def _replace(
    connection: sa.Connection, id_: str, before: Undertaking | None, after: Undertaking | None, by: Person
) -> None:
    still = after.concerns if after and after.mark else None
    gone = forget_rebases(connection, before.mark_id, still) if before else []
    connection.execute(table.delete().where(table.c.id == id_))
    if after is not None:
        shared = {"id": after.id, "kind": after.kind, "owner": after.owner, "is_demo": after.is_demo}
        connection.execute(table.insert().values(**shared, areas=list(after.areas), data=as_data(after)))
    was = with_limits(as_data(before), gone) if before else None
    note(connection, by, "undertaking", id_, was, as_data(after) if after else None)
    raise_version(connection)


def _must_edit(by: Person, *undertakings: Undertaking | None) -> None:
    if not all(may_edit(by, each) for each in undertakings if each):
        raise NotAllowed(f"{by.subject} may not: undertakings of others")
