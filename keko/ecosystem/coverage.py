"""Who is missing from an area's ecosystem, and who works with whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from keko.ecosystem.offered import Here
from keko.ecosystem.records import SECTORS, Actor, Cooperation, Record, Sector, Service
from keko.ecosystem.register import areas_of


@dataclass(frozen=True)
class Coverage:
    """How many actors of each sector serve an area, and how many services are in each municipality that exists.

    `actors`: how many serve each municipality: they say so, or have a service there.
    """

    sectors: Mapping[Sector, int]
    municipalities: Mapping[str, int]
    actors: Mapping[str, int]

    @property
    def missing_sectors(self) -> list[Sector]:
        """Sectors without an actor; "other" is none to be missed."""
        return [sector for sector, count in self.sectors.items() if not count and sector != "other"]

    @property
    def missing_municipalities(self) -> list[str]:
        """Municipalities without a service."""
        return [code for code, count in self.municipalities.items() if not count]


@dataclass(frozen=True)
class Network:
    """Who works with whom. `links`: each cooperation that touches the area; `alone`: actors of the area without any."""

    links: tuple[Cooperation, ...]
    alone: tuple[Actor, ...]


def coverage(here: Here) -> Coverage:
    """The coverage of an area by sectors and municipalities."""
    living = here.areas.municipalities(here.area) & set(here.areas.living("KU"))
    sectors = Counter(actor.sector for actor in here.actors)
    services: Counter[str] = Counter()
    serving: dict[str, set[str]] = {code: set() for code in living}
    for record in (*here.actors, *here.services):
        for code in _municipalities(record, here) & living:
            serving[code].add(record.actor if isinstance(record, Service) else record.id)
            services[code] += isinstance(record, Service)
    return Coverage(
        {sector: sectors[sector] for sector in SECTORS},
        {code: services[code] for code in sorted(living)},
        {code: len(serving[code]) for code in sorted(living)},
    )


def _municipalities(record: Record, here: Here) -> set[str]:
    return {own for area in areas_of(record, here.register.records) for own in here.areas.municipalities(area)}


def network(here: Here) -> Network:
    """The cooperation of the actors of an area, with others too."""
    own = {actor.id for actor in here.actors}
    links = tuple(link for link in here.register.of(Cooperation) if {link.actor, link.partner} & own)
    linked = {end for link in links for end in (link.actor, link.partner)}
    return Network(links, tuple(actor for actor in here.actors if actor.id not in linked))
