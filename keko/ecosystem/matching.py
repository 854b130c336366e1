"""Drafts of the national service register become services: matched to groups and stages by somebody, or left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from keko.data.edits import refuse_overwriting
from keko.data.look_alikes import plain
from keko.data.names import id_of
from keko.data.people import Person
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.data.versions import raise_version, read_version
from keko.ecosystem.drafts import Draft, Place, read_draft, remember
from keko.ecosystem.found import Found
from keko.ecosystem.records import Actor, Key, Offering, Record, Sector, Service
from keko.ecosystem.register import Register
from keko.ecosystem.store import read, write
from keko.ecosystem.values import LONGEST_ID

FIELDS = ("name", "what", "for_whom", "how", "languages", "municipalities")  # what a service has from the register

ENDED = ProblemKind(
    "ptv-service-ended",
    "error",
    Text(
        "Palvelua ”{name}” ei enää ole palvelutietovarannossa: sitä ei voi julkaista.",
        "Tjänsten ”{name}” finns inte längre i servicedatalagret: den kan inte publiceras.",
        "The service “{name}” is no longer in the national service register: it cannot be published.",
    ),
)


@dataclass(frozen=True)
class Known:
    """What the register of KEKO knows of drafts: services by the id they have in the national one, and who keeps them."""

    register: Register
    services: Mapping[str, Service]
    actors: Mapping[str, str]

    @classmethod
    def of(cls, register: Register, drafts: Mapping[str, Draft]) -> "Known":
        """`register`: the real records; `drafts`: those that tell whose organisation each service is of."""
        services = {item.register_id: item for item in register.of(Service) if item.register_id}
        kept = ((drafts[id_].found, item.actor) for id_, item in services.items() if id_ in drafts)
        by_name = {_looks(part): actor.id for actor in register.of(Actor) for part in actor.name}
        ids = {actor.id: actor.id for actor in register.of(Actor)}
        organisations = {draft.organisation: actor for draft, actor in kept if draft.organisation}
        return cls(register, services, by_name | ids | organisations)

    def actor_of(self, found: Found) -> Actor | None:
        """The actor that the organisation is here: by its id, by its other services, or by its name."""
        names = (_looks(part) for part in found.organisation_name)
        keys = (key for key in (found.organisation, *names) if key in self.actors)
        return next((self.register.get(Actor, self.actors[key]) for key in keys), None)

    def places_of(self, draft: Draft) -> tuple[Place, ...]:
        """What the service is matched to now, or was the last time."""
        service = self.services.get(draft.found.id)
        if service:
            own = (item for item in self.register.of(Offering) if item.service == service.id)
            return tuple(Place(item.model, item.segment, item.stage) for item in own)
        return draft.choice.places or () if draft.choice else ()

    def may_choose(self, by: Person, found: Found) -> bool:
        """Whether somebody may decide of a draft: as of the service that it would be."""
        actor = self.services[found.id].actor if found.id in self.services else None
        known = self.actor_of(found)
        owner = actor or (known.id if known else None)
        is_own = owner is not None and by.may("actor", provider=owner, areas=found.municipalities)
        return is_own or by.may("analyst", areas=found.municipalities)


def new_actor(found: Found, sector: Sector) -> Actor:
    """The organisation as an actor of KEKO, known by its id in the register."""
    return Actor(
        id=found.organisation or id_of(found.organisation_name.fi, (), LONGEST_ID, "organisaatio"),
        name=found.organisation_name,
        sector=sector,
        municipalities=found.municipalities,
    )


def publish(connection: sa.Connection, seen: Draft, actor: Actor, places: Iterable[Place], by: Person) -> int:
    """Make a draft a service of `actor` that is for these groups at these stages; what it was for before goes.

    What has been written in KEKO stays where the register has not changed it. Returns the number of the change set.

    Raises:
        NotAllowed: the service is not of their organisation or areas.
        ChangedMeanwhile: the draft is not what was `seen`.
        Refused: the register has ended it, or something is wrong with a record.
    """
    draft, known = seen, _known(connection, [seen])
    if not draft.found.is_published:
        raise Refused([ENDED.at(name=draft.found.name)])
    chosen = sorted(set(places))
    service = service_of(draft, actor.id, known)
    areas = {item.key: item.areas for item in known.register.of(Offering)}
    offered: dict[Key, Record] = {}
    for place in chosen:
        item = Offering(service=service.id, **place._asdict())
        offered[item.key] = item.model_copy(update={"areas": areas.get(item.key, ())})
    before = [item.key for item in known.register.of(Offering) if item.service == service.id]
    new = [] if actor.key in known.register.records else [actor]
    removed = [key for key in before if key not in offered]
    change = _written(connection, [*new, service, *offered.values()], by, removed)
    remember(connection, draft, chosen, change, by)
    return change


def service_of(draft: Draft, actor: str, known: Known) -> Service:
    """The service that a draft makes: what has changed in the register since it was matched, and else what it is in KEKO."""
    found = draft.found
    told: dict[str, Any] = {field: getattr(found, field) for field in FIELDS}
    service = known.services.get(found.id)
    if service is None:
        taken = {item.id for item in known.register.of(Service)}
        return Service(id=id_of(found.name.fi, taken, LONGEST_ID, "palvelu"), actor=actor, register_id=found.id, **told)
    since = {field: told[field] for field in draft.changed if field in told} if draft.choice else told
    return service.model_copy(update={**since, "actor": actor})


def leave_out(connection: sa.Connection, seen: Iterable[Draft], by: Person) -> int:
    """Remember that drafts are not for KEKO; a service that one was here stays. Returns the number of the change set.

    Raises:
        NotAllowed: one is not of their organisation or areas.
        ChangedMeanwhile: one is not what was seen.
    """
    drafts = list(seen)
    known = _known(connection, drafts)
    for draft in drafts:
        _must_choose(known, by, draft.found)
    change = raise_version(connection)
    for draft in drafts:
        remember(connection, draft, None, change, by)
    return change


def take_away(connection: sa.Connection, seen: Draft, by: Person) -> int:
    """Remove the service that a draft was made, with what it is offered for. Returns the number of the change set.

    Raises:
        NotAllowed: it is not of their organisation or areas.
        ChangedMeanwhile: the draft is not what was seen.
        Refused: another record refers to the service.
    """
    draft, known = seen, _known(connection, [seen])
    _must_choose(known, by, draft.found)
    service = known.services.get(draft.found.id)
    offered = [item.key for item in known.register.of(Offering) if service and item.service == service.id]
    change = _written(connection, [], by, [*offered, *([service.key] if service else [])])
    remember(connection, draft, None, change, by)
    return change


def keep_all_the_same(connection: sa.Connection, seen: Draft, by: Person) -> int:
    """Remember that a service stays in KEKO though the register has ended it. Returns the number of the change set.

    Raises:
        NotAllowed: it is not of their organisation or areas.
        ChangedMeanwhile: the draft is not what was seen.
    """
    draft, known = seen, _known(connection, [seen])
    _must_choose(known, by, draft.found)
    change = raise_version(connection)
    remember(connection, draft, known.places_of(draft), change, by)
    return change


def _known(connection: sa.Connection, seen: Iterable[Draft]) -> Known:
    """What KEKO knows of drafts, once they are found to be still what was seen."""
    drafts = {draft.found.id: draft for draft in seen}
    for id_, draft in drafts.items():
        refuse_overwriting(read_draft(connection, id_), draft)
    return Known.of(read(connection).real, drafts)


def _must_choose(known: Known, by: Person, found: Found) -> None:
    if not known.may_choose(by, found):
        by.must("admin", areas=found.municipalities)


def _written(connection: sa.Connection, records: Iterable[Record], by: Person, removed: list[Key]) -> int:
    """Write records; a choice that changes none has a number of its own all the same."""
    before = read_version(connection)
    change = write(connection, records, by, removed=removed)
    return change if change != before else raise_version(connection)


def _looks(name: str) -> str:
    return " ".join(plain(name).casefold().split())
