"""Undertakings in the database: written by whom they belong to, with what they were before in the audit log."""

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import NotAllowed, Person
from keko.data.problems import Refused
from keko.data.schema import undertaking as table
from keko.data.versions import raise_version
from keko.room.rebases import forget_rebases
from keko.room.undertaking_checks import problems_of
from keko.room.undertakings import Undertaking, as_data, may_edit
from keko.room.undoing import before_last_change


def read_undertakings(connection: sa.Connection) -> dict[str, Undertaking]:
    """Every one of them by id; invented ones only of kinds that nobody has written a real one of."""
    rows = connection.execute(sa.select(table.c.data).order_by(table.c.id)).scalars()
    every = [Undertaking.model_validate(row) for row in rows]
    real = {each.kind for each in every if not each.is_demo}
    return {each.id: each for each in every if not (each.is_demo and each.kind in real)}


def write_undertaking(
    connection: sa.Connection, wanted: Undertaking, by: Person, seen: Undertaking | Unseen | None = UNSEEN
) -> None:
    """Add or change one; readers see it at once. `seen`: how it was when `by` looked, None for a new one.

    Raises:
        Refused: what is wrong with it, in sentences.
        NotAllowed: the person may not.
        ChangedMeanwhile: somebody else has changed it since.
    """
    before = _one(connection, wanted.id)
    _must_edit(by, before, wanted)
    if problems := problems_of(connection, wanted):
        raise Refused(problems)
    refuse_overwriting(before, seen)
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
    forget_rebases(connection, before.mark_id)
    _replace(connection, id_, before, None, by)
    return True


def undo_undertaking(connection: sa.Connection, id_: str, by: Person) -> None:
    """Put one back as it was before it was last written, added or removed.

    Raises:
        Refused: there is nothing to undo, or what it was refers to what is no longer there.
        NotAllowed: the person may not.
    """
    now = _one(connection, id_)
    then = before_last_change(connection, "undertaking", id_, now, Undertaking.model_validate)
    _must_edit(by, now, then)
    if then and (problems := problems_of(connection, then)):
        raise Refused(problems)
    _replace(connection, id_, now, then, by)


def _one(connection: sa.Connection, id_: str) -> Undertaking | None:
    data = connection.execute(sa.select(table.c.data).where(table.c.id == id_)).scalar()
    return Undertaking.model_validate(data) if data else None


def _replace(
    connection: sa.Connection, id_: str, before: Undertaking | None, after: Undertaking | None, by: Person
) -> None:
    connection.execute(table.delete().where(table.c.id == id_))
    if after is not None:
        shared = {"id": after.id, "kind": after.kind, "owner": after.owner, "is_demo": after.is_demo}
        connection.execute(table.insert().values(**shared, areas=list(after.areas), data=as_data(after)))
    note(connection, by, "undertaking", id_, before and as_data(before), after and as_data(after))
    raise_version(connection)


def _must_edit(by: Person, *undertakings: Undertaking | None) -> None:
    if not all(may_edit(by, each) for each in undertakings if each):
        raise NotAllowed(f"{by.subject} may not: undertakings of others")
