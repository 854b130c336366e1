"""The records as they were at one moment: found by kind and id, with who keeps each and which areas it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from keko.data.areas import WHOLE_COUNTRY
from keko.data.days import day_of
from keko.data.people import WORKING, Person
from keko.ecosystem.records import Actor, Cooperation, Key, Obstacle, Occasion, Offering, Record, Service

Some = TypeVar("Some", bound=Record)
CONFIRMED_FOR = timedelta(days=183)  # half a year


@dataclass(frozen=True)
class Entry:
    """A record and what is told of it: from when it holds (UTC, ISO 8601), by whom, and who last confirmed it when.

    `change`: the number of the change set it came with.
    """

    record: Record
    since: str
    by: str
    change: int
    is_demo: bool = False
    confirmed_by: str | None = None
    confirmed_at: str | None = None

    def is_unconfirmed(self, today: date) -> bool:
        """Whether nobody has confirmed it for half a year."""
        return self.confirmed_at is None or day_of(self.confirmed_at) + CONFIRMED_FOR < today


class Placed(NamedTuple):
    """An offering with its service, and the codes of the areas where it is."""

    offering: Offering
    service: Service
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """Every record of one moment, by key."""

    entries: Mapping[Key, Entry] = field(default_factory=dict)

    @cached_property
    def records(self) -> dict[Key, Record]:
        """The records by key."""
        return {key: entry.record for key, entry in self.entries.items()}

    @cached_property
    def is_demo(self) -> bool:
        """Whether what it holds is invented."""
        return any(entry.is_demo for entry in self.entries.values())

    @cached_property
    def real(self) -> "Register":
        """The records that are not invented: only these are kept by anybody."""
        return Register({key: entry for key, entry in self.entries.items() if not entry.is_demo})

    @cached_property
    def _by_kind(self) -> dict[type[Record], list[Record]]:
        by_kind: dict[type[Record], list[Record]] = {}
        for entry in self.entries.values():
            by_kind.setdefault(type(entry.record), []).append(entry.record)
        return by_kind

    @cached_property
    def placed(self) -> dict[str, list["Placed"]]:
        """What is offered, by segment model: each with its service and where it is."""
        by_model: dict[str, list[Placed]] = {}
        services = {service.id: (service, areas_of(service, self.records)) for service in self.of(Service)}
        for offering in self.of(Offering):
            service, areas = services[offering.service]
            by_model.setdefault(offering.model, []).append(Placed(offering, service, offering.areas or areas))
        return by_model

    def of(self, kind: type[Some]) -> list[Some]:
        """The records of a kind, in the order of their ids."""
        return cast(list[Some], self._by_kind.get(kind, []))

    def get(self, kind: type[Some], id_: str) -> Some | None:
        """A record by its id."""
        return cast("Some | None", self.records.get((kind.kind, id_)))

    def with_records(self, records: Mapping[Key, Record | None]) -> dict[Key, Record]:
        """What there would be with these instead of those of their keys; None: removed."""
        return {key: record for key, record in (self.records | dict(records)).items() if record is not None}


def referring(records: Iterable[Record]) -> dict[Key, list[Record]]:
    """What refers to each record, by the key of what is referred to."""
    by_key: dict[Key, list[Record]] = {}
    for record in records:
        for _, key in record.references():
            by_key.setdefault(key, []).append(record)
    return by_key


def owner_of(record: Record, records: Mapping[Key, Record]) -> str | None:
    """The actor that keeps a record, None where only analysts do."""
    if isinstance(record, Actor):
        return record.id
    if isinstance(record, Service | Cooperation):
        return record.actor
    if isinstance(record, Offering):
        service = records.get(("service", record.service))
        return service.actor if isinstance(service, Service) else None
    owner: str | None = getattr(record, "owner", None)
    return owner


def areas_of(record: Record, records: Mapping[Key, Record]) -> tuple[str, ...]:
    """The areas that a record touches, the whole country where it or what it belongs to names none."""
    if isinstance(record, Actor):
        return record.municipalities or (WHOLE_COUNTRY,)
    if isinstance(record, Obstacle | Occasion) and record.areas:
        return record.areas
    if isinstance(record, Service):
        return record.municipalities or _of("actor", record.actor, records)
    if isinstance(record, Offering):
        return record.areas or _of("service", record.service, records)
    owner = owner_of(record, records)
    return _of("actor", owner, records) if owner and not isinstance(record, Obstacle) else (WHOLE_COUNTRY,)


def may_edit(by: Person, record: Record, records: Mapping[Key, Record]) -> bool:
    """Whether somebody may write a record: whoever works for its organisation and areas.

    What no organisation keeps is written by analysts whose role is for every organisation.
    """
    owner, areas = owner_of(record, records), areas_of(record, records)
    if owner is None:
        return by.may_for_all("analyst", areas=areas)
    return by.may(*WORKING, provider=owner, areas=areas)


def must_edit(by: Person, written: Iterable[Record], records: Mapping[Key, Record]) -> None:
    """Stop unless somebody may write all of these.

    Raises:
        NotAllowed: they may not.
    """
    for record in written:
        if not may_edit(by, record, records):
            by.must("admin", provider=owner_of(record, records), areas=areas_of(record, records))


def _of(kind: str, id_: str, records: Mapping[Key, Record]) -> tuple[str, ...]:
    record = records.get((kind, id_))  # type: ignore[arg-type]
    return areas_of(record, records) if record else (WHOLE_COUNTRY,)
