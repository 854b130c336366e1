"""The organisations of an installation: added, changed and removed by an admin."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.edits import refuse_overwriting
from keko.data.names import complete, id_of, refuse_taken
from keko.data.people import Person
from keko.data.providers import LOCAL, NAMES, ensure_provider, provider_names
from keko.data.schema import area, current, person, person_role, provider, release
from keko.data.text import Text
from keko.data.versions import raise_version

_LONGEST_ID = 40
FIXED_NAMES = frozenset({LOCAL, *NAMES})


class OrganisationInUse(Exception):
    """It has delivered figures, or somebody has a role for it."""


class NoSuchArea(Exception):
    """An area is not known."""


@dataclass(frozen=True)
class Organisation:
    """Who delivers figures. `areas`: the codes it may deliver for, None for all; `home`: the area its people see first."""

    id: str
    name: Text
    areas: tuple[str, ...] | None = None
    home: str | None = None

    @property
    def has_fixed_name(self) -> bool:
        """Whether it is called the same in every installation, or by the area of this one."""
        return self.id in FIXED_NAMES


def read_organisations(connection: sa.Connection) -> list[Organisation]:
    """Those that have delivered, may deliver or are known everywhere, by name."""
    stored = {row.id: row for row in connection.execute(sa.select(provider))}
    names = provider_names(connection)
    organisations = [_organisation(id_, name, stored.get(id_)) for id_, name in names.items()]
    return sorted(organisations, key=lambda organisation: organisation.name.fi.casefold())


def delivered_indicators(connection: sa.Connection) -> dict[str, int]:
    """By organisation, of how many indicators and segment models readers see its figures."""
    query = sa.select(current.c.provider, sa.func.count()).group_by(current.c.provider)
    return {row[0]: row[1] for row in connection.execute(query)}


def people_with_roles(connection: sa.Connection) -> dict[str, int]:
    """By organisation, how many people who may sign in have a role for it."""
    query = (
        sa.select(person_role.c.provider, sa.func.count(sa.distinct(person_role.c.subject)))
        .join(person, person.c.id == person_role.c.subject)
        .where(person.c.closed_at.is_(None))
        .group_by(person_role.c.provider)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def add_organisation(
    connection: sa.Connection, name: Text, areas: Sequence[str] | None, home: str | None, by: Person
) -> Organisation:
    """Add one; its id is made of its name.

    Raises:
        NotAllowed: `by` is no admin.
        NoName, NameTaken, NoSuchArea: as they say.
    """
    by.must("admin")
    names = provider_names(connection)
    called = complete(name)
    refuse_taken(called, names.values())
    made = Organisation(id_of(called.fi, names, _LONGEST_ID, "organisation"), called, _settled(areas), home)
    _refuse_unknown(connection, made)
    connection.execute(provider.insert().values(_values(made) | {"id": made.id}))
    _note(connection, by, None, made)
    return made


def change_organisation(
    connection: sa.Connection, changed: Organisation, seen: Organisation, by: Person
) -> Organisation:
    """Make an organisation that was `seen` what `changed` says; a fixed name stays as it is.

    Raises:
        NotAllowed: `by` is no admin.
        ChangedMeanwhile: it is no longer as it was seen.
        NoName, NameTaken, NoSuchArea: as they say.
    """
    by.must("admin")
    before = _read(connection, changed.id)
    refuse_overwriting(before, seen)
    name = seen.name if seen.has_fixed_name else complete(changed.name)
    if name != seen.name:
        refuse_taken(name, (own for id_, own in provider_names(connection).items() if id_ != changed.id))
    after = Organisation(changed.id, name, _settled(changed.areas), changed.home)
    _refuse_unknown(connection, after)
    ensure_provider(connection, after.id)
    connection.execute(provider.update().where(provider.c.id == after.id).values(_values(after)))
    _note(connection, by, before, after)
    return after


def remove_organisation(connection: sa.Connection, seen: Organisation, by: Person) -> None:
    """Remove one that has delivered nothing and for which nobody has a role.

    Raises:
        NotAllowed: `by` is no admin.
        ChangedMeanwhile: it is no longer as it was seen.
        OrganisationInUse: it has delivered, somebody has a role for it, or every installation has it.
    """
    by.must("admin")
    refuse_overwriting(_read(connection, seen.id), seen)
    uses = (release.c.provider, person_role.c.provider)
    in_use = any(connection.execute(sa.select(column).where(column == seen.id).limit(1)).first() for column in uses)
    if in_use or seen.has_fixed_name:
        raise OrganisationInUse(seen.id)
    connection.execute(provider.delete().where(provider.c.id == seen.id))
    _note(connection, by, seen, None)


def _read(connection: sa.Connection, id_: str) -> Organisation | None:
    return next((known for known in read_organisations(connection) if known.id == id_), None)


def _organisation(id_: str, name: Text, row: Any) -> Organisation:
    if row is None:
        return Organisation(id_, name)
    return Organisation(id_, name, None if row.areas is None else tuple(row.areas), row.home)


def _settled(areas: Sequence[str] | None) -> tuple[str, ...] | None:
    """No areas named means all of them."""
    return tuple(sorted(set(areas))) if areas else None


def _refuse_unknown(connection: sa.Connection, organisation: Organisation) -> None:
    named = {*(organisation.areas or ()), *([organisation.home] if organisation.home else [])}
    known = set(connection.execute(sa.select(area.c.code).where(area.c.code.in_(named))).scalars())
    if named - known:
        raise NoSuchArea(", ".join(sorted(named - known)))


def _values(organisation: Organisation) -> dict[str, Any]:
    areas = None if organisation.areas is None else list(organisation.areas)
    name = {} if organisation.has_fixed_name else {"name": organisation.name._asdict()}
    return {**name, "areas": sa.null() if areas is None else areas, "home": organisation.home}


def _note(connection: sa.Connection, by: Person, before: Organisation | None, after: Organisation | None) -> None:
    id_ = next(organisation.id for organisation in (after, before) if organisation)
    note(connection, by, "organisation", id_, before and _as_json(before), after and _as_json(after))
    raise_version(connection)


def _as_json(organisation: Organisation) -> dict[str, Any]:
    return asdict(organisation) | {"name": organisation.name._asdict()}
