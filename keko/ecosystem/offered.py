"""What is offered to whom in an area: services by group and stage."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from keko.data.areas import Areas
from keko.ecosystem.records import Actor, Record, Service
from keko.ecosystem.register import Placed, Register, areas_of

Place = tuple[str, str]  # a group (its code in the segment model) and a stage (its code)


def touching(area: str, areas: Areas) -> frozenset[str]:
    """The codes of the areas that have a municipality in common with this one, itself among them."""
    own = areas.municipalities(area)
    above = {parent for code in own for parent in areas.parents(code)}
    sets = {code for code in areas.sets if areas.municipalities(code) & own}
    return frozenset({area, *own, *above, *sets})


@dataclass(frozen=True)
class Here:
    """The records that touch an area. `model`: the segment model whose groups are meant."""

    register: Register
    model: str
    area: str
    areas: Areas

    def touches(self, codes: Iterable[str]) -> bool:
        """Whether one of these areas has a municipality in common with this one."""
        return not self._touching.isdisjoint(codes)

    @cached_property
    def _touching(self) -> frozenset[str]:
        return touching(self.area, self.areas)

    def has(self, record: Record) -> bool:
        """Whether a record touches this area."""
        return self.touches(areas_of(record, self.register.records))

    @cached_property
    def actors(self) -> list[Actor]:
        """The actors that serve the area or have a service there."""
        owners = {service.actor for service in self.services}
        return [actor for actor in self.register.of(Actor) if actor.id in owners or self.has(actor)]

    @cached_property
    def services(self) -> list[Service]:
        """The services that are there, offered to a group or not."""
        return [service for service in self.register.of(Service) if self.has(service)]

    @cached_property
    def models(self) -> list[str]:
        """The segment models whose groups something is offered to here, the one of the most offerings first."""
        placed = self.register.placed.items()
        counts = Counter({model: sum(self.touches(each.areas) for each in own) for model, own in placed})
        return [model for model, count in counts.most_common() if count]

    @cached_property
    def offered(self) -> dict[Place, list[Service]]:
        """The services by group and stage, each once and in the order of their ids."""
        return _by_place(each for each in self._of_model if self.touches(each.areas))

    @cached_property
    def offered_anywhere(self) -> dict[Place, list[Service]]:
        """The same of every area."""
        return _by_place(self._of_model)

    @cached_property
    def served(self) -> dict[Place, dict[str, set[str]]]:
        """By group and stage, and then by the municipalities of the area, the ids of the actors whose services are there."""
        own, served = self.areas.municipalities(self.area), dict[Place, dict[str, set[str]]]()
        reached: dict[tuple[str, ...], frozenset[str]] = {}
        for offering, service, codes in self._of_model:
            if codes not in reached:
                reached[codes] = own & frozenset().union(*map(self.areas.municipalities, codes))
            for code in reached[codes]:
                served.setdefault((offering.segment, offering.stage), {}).setdefault(code, set()).add(service.actor)
        return served

    @property
    def _of_model(self) -> list[Placed]:
        return self.register.placed.get(self.model, [])


def _by_place(placed: Iterable[Placed]) -> dict[Place, list[Service]]:
    by_place: dict[Place, list[Service]] = {}
    for offering, service, _ in placed:
        by_place.setdefault((offering.segment, offering.stage), []).append(service)
    return by_place
