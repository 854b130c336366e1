"""Sets of areas that are looked at as one: the collaborative areas, and what people put together."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data import areas as area_tables
from keko.data.areas import Area, Areas
from keko.data.audit import note
from keko.data.edits import refuse_overwriting
from keko.data.names import complete, id_of, refuse_taken
from keko.data.people import NotAllowed, Person, Role
from keko.data.schema import area_set, person_role
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.data.versions import raise_version

LEVEL = "SET"
PREFIX = "JOUKKO-"
FILE = ASSETS / "area_sets.yaml"
MEMBER_LEVELS = ("HVA", "TA", "MK", "KU")
_LONGEST_ID = 60


class NotASet(Exception):
    """There are no areas in it, or one that no set is made of."""


class Overlapping(Exception):
    """Two of its areas, which it names, have municipalities in common, so that they have no sum."""


class Shipped(Exception):
    """Every installation has it as it is."""


@dataclass(frozen=True)
class AreaSet:
    """Areas that are looked at as one. `codes`: theirs, sorted where people put them together."""

    id: str
    name: Text
    codes: tuple[str, ...]

    @property
    def is_shipped(self) -> bool:
        """Whether the project has it, so that nobody edits it."""
        return self.id in _shipped()


def write(connection: sa.Connection, file: Path = FILE) -> None:
    """Bring the sets to what the project ships. May be run again at any time: sets that people added stay."""
    rows = read_yaml(file)
    connection.execute(area_set.delete().where(area_set.c.id.in_([row["id"] for row in rows])))
    connection.execute(area_set.insert(), rows)


def with_sets(connection: sa.Connection, areas: Areas) -> Areas:
    """`areas` with the stored sets among them, as areas of level SET and code `JOUKKO-` and their id.

    A set that names an area which does not exist, or whose areas overlap, has no sum: it is left out.
    """
    areas_of_sets = {}
    sets: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(sa.select(area_set).order_by(area_set.c.id)):
        if all(code in areas for code in row.codes) and _apart(areas, row.codes):
            name, code = Text.of(row.name), PREFIX + row.id
            areas_of_sets[code] = Area(code, LEVEL, name, name, None, None, None)
            sets[code] = tuple(row.codes)
    return replace(areas, by_code=areas.by_code | areas_of_sets, sets=sets)


def read_sets(connection: sa.Connection) -> list[AreaSet]:
    """Every stored set, by name."""
    rows = connection.execute(sa.select(area_set))
    sets = [AreaSet(row.id, Text.of(row.name), tuple(row.codes)) for row in rows]
    return sorted(sets, key=lambda own: own.name.fi.casefold())


def sets_of_roles(connection: sa.Connection) -> frozenset[str]:
    """The codes of the sets that somebody's role reaches: what is in them decides what that person may do."""
    rows = connection.execute(sa.select(person_role.c.areas).where(person_role.c.areas.is_not(None))).scalars()
    return frozenset(code for areas in rows for code in areas or () if code.startswith(PREFIX))


def may_change(by: Person, own: AreaSet, of_roles: Collection[str]) -> bool:
    """Whether somebody may change a set: an analyst of all its areas; an admin alone one that is among those `of_roles`."""
    needed: tuple[Role, ...] = () if PREFIX + own.id in of_roles else ("analyst",)
    return not own.is_shipped and by.may(*needed, areas=own.codes)


def add_set(connection: sa.Connection, name: Text, codes: Iterable[str], by: Person) -> AreaSet:
    """Add a set of areas that exist and do not overlap; its id is made of its name, and readers see its figures at once.

    Raises:
        NotAllowed: `by` is no admin, and no analyst of all these areas.
        NoName, NameTaken, NotASet, Overlapping: as they say.
    """
    known = read_sets(connection)
    called = complete(name)
    taken = {own.id for own in known} | {code.removeprefix(PREFIX) for code in sets_of_roles(connection)}
    made = AreaSet(id_of(called.fi, taken, _LONGEST_ID, "set"), called, tuple(sorted(set(codes))))
    _refuse(connection, made, known, by)
    connection.execute(area_set.insert().values(_row(made)))
    _note(connection, by, None, made)
    return made


def change_set(connection: sa.Connection, changed: AreaSet, seen: AreaSet, by: Person) -> AreaSet:
    """Make a set that was `seen` what `changed` says.

    Raises:
        NotAllowed: `by` is no admin, and no analyst of all areas that are or were in it, or somebody's role reaches it.
        ChangedMeanwhile, NoName, NameTaken, NotASet, Overlapping, Shipped: as they say.
    """
    known = read_sets(connection)
    _refuse_seen(connection, known, seen, by)
    after = AreaSet(seen.id, complete(changed.name), tuple(sorted(set(changed.codes))))
    _refuse(connection, after, known, by)
    connection.execute(area_set.update().where(area_set.c.id == seen.id).values(_row(after)))
    _note(connection, by, seen, after)
    return after


def remove_set(connection: sa.Connection, seen: AreaSet, by: Person) -> None:
    """Remove a set; an address that names it shows the usual area instead, and says so.

    Raises:
        NotAllowed: `by` is no admin, and no analyst of all its areas, or somebody's role reaches it.
        ChangedMeanwhile, Shipped: as they say.
    """
    _refuse_seen(connection, read_sets(connection), seen, by)
    connection.execute(area_set.delete().where(area_set.c.id == seen.id))
    _note(connection, by, seen, None)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(row["id"] for row in read_yaml(FILE))


def _refuse_seen(connection: sa.Connection, known: Sequence[AreaSet], seen: AreaSet, by: Person) -> None:
    by.must("analyst", areas=seen.codes)
    if seen.is_shipped:
        raise Shipped(seen.id)
    if not may_change(by, seen, sets_of_roles(connection)):
        raise NotAllowed(f"{by.subject} may not change the area set {seen.id}, which is of somebody's role")
    refuse_overwriting(next((own for own in known if own.id == seen.id), None), seen)


def _refuse(connection: sa.Connection, chosen: AreaSet, known: Sequence[AreaSet], by: Person) -> None:
    by.must("analyst", areas=chosen.codes)
    areas = area_tables.load(connection)
    others = [own.name for own in known if own.id != chosen.id]
    refuse_taken(chosen.name, [*others, *(own.name for own in areas.by_code.values())])
    possible = {code for level in MEMBER_LEVELS for code in areas.living(level)}
    if not chosen.codes or set(chosen.codes) - possible:
        raise NotASet(", ".join(chosen.codes))
    if both := overlapping(areas, chosen.codes):
        raise Overlapping(*both)


def _row(own: AreaSet) -> dict[str, Any]:
    return {"id": own.id, "name": own.name._asdict(), "codes": list(own.codes)}


def _note(connection: sa.Connection, by: Person, before: AreaSet | None, after: AreaSet | None) -> None:
    id_ = next(own.id for own in (after, before) if own)
    note(connection, by, "area set", id_, before and _row(before), after and _row(after))
    raise_version(connection)


def overlapping(areas: Areas, codes: Iterable[str]) -> tuple[str, str] | None:
    """The first two of some areas that have municipalities in common."""
    pairs = combinations(codes, 2)
    return next((both for both in pairs if areas.municipalities(both[0]) & areas.municipalities(both[1])), None)


def _apart(areas: Areas, codes: list[str]) -> bool:
    members = [areas.municipalities(code) for code in codes]
    return bool(codes) and sum(map(len, members)) == len(frozenset().union(*members))
