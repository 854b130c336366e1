"""What belongs to a record among the others: an actor's services, whom a service is for, and what may stop those."""

from collections.abc import Iterable

from keko.data.areas import Areas
from keko.ecosystem.offered import touching
from keko.ecosystem.records import Actor, Cooperation, Method, Obstacle, Occasion, Offering, Service
from keko.ecosystem.register import Register, areas_of


def services_of(actor: Actor, register: Register) -> list[Service]:
    """The services of an actor."""
    return [service for service in register.of(Service) if service.actor == actor.id]


def services_with(method: Method, register: Register) -> list[Service]:
    """The services that use a method."""
    return [service for service in register.of(Service) if method.id in service.methods]


def offerings_of(service: Service, register: Register) -> list[Offering]:
    """For whom a service is, and at which stage."""
    return [offering for offering in register.of(Offering) if offering.service == service.id]


def partners_of(actor: Actor, register: Register) -> list[tuple[str, Cooperation]]:
    """Ids of the actors that one works with, and what they do together."""
    every = register.of(Cooperation)
    return [
        (each.partner if each.actor == actor.id else each.actor, each)
        for each in every
        if actor.id in {each.actor, each.partner}
    ]


def occasions_of(actor: Actor, register: Register) -> list[Occasion]:
    """The events that an actor keeps, the newest first."""
    own = (occasion for occasion in register.of(Occasion) if occasion.owner == actor.id)
    return sorted(own, key=lambda occasion: occasion.day, reverse=True)


def obstacles_of(actor: Actor, register: Register) -> list[Obstacle]:
    """The obstacles that an actor could remove, or keeps; those that stand first."""
    return _standing_first(each for each in register.of(Obstacle) if actor.id in {each.remover, each.owner})


def obstacles_before(service: Service, register: Register, areas: Areas) -> list[Obstacle]:
    """The obstacles that stand before a group that a service is for, at a stage at which it is, in an area where it is."""
    where = frozenset[str]().union(*(touching(area, areas) for area in areas_of(service, register.records)))
    places = offerings_of(service, register)
    return _standing_first(
        each
        for each in register.of(Obstacle)
        if each.is_standing
        and not where.isdisjoint(areas_of(each, register.records))
        and any(_stands_at(each, place) for place in places)
    )


def _stands_at(obstacle: Obstacle, place: Offering) -> bool:
    return (
        obstacle.model in {None, place.model}
        and obstacle.segment in {None, place.segment}
        and obstacle.stage in {None, place.stage}
    )


def _standing_first(obstacles: Iterable[Obstacle]) -> list[Obstacle]:
    return sorted(obstacles, key=lambda each: (not each.is_standing, each.since))
