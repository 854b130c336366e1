"""Drafts: what the national service register told the last time, beside what somebody has chosen of it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.people import Person
from keko.data.schema import ecosystem_choice as choices
from keko.data.schema import ecosystem_draft as table
from keko.data.versions import raise_version
from keko.ecosystem.found import Found, Status, changed_fields

Question = Literal["new", "changed", "ended"]
Told = Literal["new", "changed", "unchanged", "ended"]
TOLD: tuple[Told, ...] = ("new", "changed", "unchanged", "ended")
_AT_A_TIME = 1_000  # rows


class Place(NamedTuple):
    """A group of a segment model, and a stage: what a service is matched to."""

    model: str
    segment: str
    stage: str


@dataclass(frozen=True)
class Choice:
    """What somebody chose. `found`: what the register told then; `places`: None where the service was left out."""

    change: int
    found: Found
    places: tuple[Place, ...] | None


@dataclass(frozen=True)
class Draft:
    """A service of the register, and the choice in force, None where there is none."""

    found: Found
    choice: Choice | None = None

    @property
    def asks(self) -> Question | None:
        """What somebody has to decide; None where it is decided.

        "ended": the register no longer offers what was published here. What was left out is not asked about once it has ended.
        """
        if self.choice is None:
            return "new"
        if not self.found.is_published:
            return "ended" if self.choice.places is not None and self.choice.found.is_published else None
        return "changed" if self.changed or not self.choice.found.is_published else None

    @property
    def changed(self) -> list[str]:
        """The fields that the register has changed since the choice."""
        return changed_fields(self.choice.found, self.found) if self.choice else []


def read_drafts(connection: sa.Connection) -> dict[str, Draft]:
    """Every draft by its id in the register."""
    in_force = read_choices(connection)
    rows = connection.execute(sa.select(table.c.id, table.c.data).order_by(table.c.id))
    return {row.id: Draft(Found.model_validate(row.data), in_force.get(row.id)) for row in rows}


def read_draft(connection: sa.Connection, id_: str) -> Draft | None:
    """One draft; None where there is none."""
    data = connection.execute(sa.select(table.c.data).where(table.c.id == id_)).scalar()
    return Draft(Found.model_validate(data), read_choices(connection, id_).get(id_)) if data else None


def read_choices(connection: sa.Connection, id_: str | None = None) -> dict[str, Choice]:
    """The choices in force, by draft. `id_`: only of this one."""
    query = sa.select(choices).where(choices.c.taken_back.is_(None)).order_by(choices.c.change)
    rows = connection.execute(query if id_ is None else query.where(choices.c.id == id_))
    return {row.id: _choice(row) for row in rows}


def known_ids(connection: sa.Connection) -> set[str]:
    """The ids of the services that there are drafts of."""
    return set(connection.execute(sa.select(table.c.id)).scalars())


def keep(
    connection: sa.Connection, found: Iterable[Found], by: Person, area: str, ended: Mapping[str, Status] | None = None
) -> dict[Told, int]:
    """Keep what the register tells as drafts, and how many of them are new to KEKO, changed or unchanged.

    `ended`: services that it has archived or withdrawn, by id; of those only what there are drafts of is kept, as such.

    Raises:
        NotAllowed: `by` is no analyst of the area.
    """
    by.must("analyst", areas=[area])
    before: dict[str, Any] = {row.id: row.data for row in connection.execute(sa.select(table.c.id, table.c.data))}
    after = {item.id: item.model_dump(mode="json") for item in found}
    told: Counter[Told] = Counter(
        "new" if id_ not in before else "unchanged" if before[id_] == data else "changed" for id_, data in after.items()
    )
    for id_, status in (ended or {}).items():
        if id_ in before and id_ not in after and before[id_]["status"] != status:
            after[id_] = before[id_] | {"status": status}
            told["ended"] += 1
    _put(connection, {id_: data for id_, data in after.items() if before.get(id_) != data}, before, by)
    answer: dict[Told, int] = {name: told[name] for name in TOLD}
    if told.total() > told["unchanged"]:
        raise_version(connection)
        note(connection, by, "ecosystem drafts", area, after=answer)
    return answer


def remember(connection: sa.Connection, draft: Draft, places: Iterable[Place] | None, change: int, by: Person) -> None:
    """Keep what somebody chose of a draft; it came with the change set `change`."""
    chosen = None if places is None else sorted(map(list, places))
    found = draft.found.model_dump(mode="json")
    values = {"id": draft.found.id, "change": change, "data": found, "places": chosen, "at": now(), "by": by.subject}
    connection.execute(choices.insert().values(values))
    before = None if draft.choice is None else draft.choice.places and sorted(map(list, draft.choice.places))
    note(connection, by, "ecosystem draft", draft.found.id, {"places": before}, {"places": chosen})


def take_back_choices(connection: sa.Connection, change: int, by_change: int) -> None:
    """What was chosen with a change set that `by_change` takes back is asked again; what that one had taken back is in force."""
    connection.execute(choices.update().where(choices.c.taken_back == change).values(taken_back=None))
    connection.execute(choices.update().where(choices.c.change == change).values(taken_back=by_change))


def _choice(row: "sa.Row[Any]") -> Choice:
    places = None if row.places is None else tuple(Place(*place) for place in row.places)
    return Choice(row.change, Found.model_validate(row.data), places)


def _put(connection: sa.Connection, rows: Mapping[str, Any], before: Mapping[str, Any], by: Person) -> None:
    stamp = {"at": now(), "by": by.subject}
    new = [{"id": id_, "data": data, **stamp} for id_, data in rows.items() if id_ not in before]
    for start in range(0, len(new), _AT_A_TIME):
        connection.execute(table.insert(), new[start : start + _AT_A_TIME])
    old = [{"its_id": id_, "data": data, **stamp} for id_, data in rows.items() if id_ in before]
    if old:
        connection.execute(table.update().where(table.c.id == sa.bindparam("its_id")), old)
