"""What has changed in an area between two moments: services that came, went or changed, and groups that lost their only one."""

from dataclasses import dataclass

from keko.ecosystem.offered import Here, Place
from keko.ecosystem.records import Service


@dataclass(frozen=True)
class Lost:
    """A group that has no service at a stage any more, and those that it had."""

    segment: str
    stage: str
    services: tuple[Service, ...]


@dataclass(frozen=True)
class Changes:
    """Services of an area that came, went and changed (before, after), and the groups that were left without any at a stage."""

    came: tuple[Service, ...]
    went: tuple[Service, ...]
    changed: tuple[tuple[Service, Service], ...]
    lost: tuple[Lost, ...]
    gained: tuple[Place, ...]


def changes(before: Here, now: Here) -> Changes:
    """What differs between the records of the same area and model at two moments.

    Invented records and real ones are not compared: where only one side is invented, nothing has changed.
    """
    if before.register.is_demo != now.register.is_demo:
        return Changes((), (), (), (), ())
    old = {service.id: service for service in before.services}
    new = {service.id: service for service in now.services}
    return Changes(
        came=tuple(service for id_, service in new.items() if id_ not in old),
        went=tuple(service for id_, service in old.items() if id_ not in new),
        changed=tuple((old[id_], service) for id_, service in new.items() if id_ in old and old[id_] != service),
        lost=tuple(
            Lost(*place, tuple(services)) for place, services in before.offered.items() if place not in now.offered
        ),
        gained=tuple(place for place in now.offered if place not in before.offered),
    )
