"""What the page of goals and actions reads, cached by data version."""

from keko.data.areas import WHOLE_COUNTRY
from keko.data.providers import NAMES
from keko.data.text import Text
from keko.ecosystem.records import Actor
from keko.indicators.series import Question
from keko.indicators.situation import standings
from keko.room.development import Development, develop
from keko.room.targets import Target
from keko.room.undertaking_store import removed_undertakings
from keko.room.undertakings import Undertaking
from keko.room.when_known import WhenKnown, when_known
from keko.ui import loads, room
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine

Key = tuple[str, str]


@kept(20)
def developments(keys: frozenset[Key], version: DataVersion) -> dict[Key, Development]:
    """How indicators of areas have developed, by indicator and area."""
    found: dict[Key, Development] = {}
    with engine().connect() as connection:
        for area in {area for _, area in keys}:
            items = [catalogue(version)[id_] for id_, place in keys if place == area]
            beside = standings(connection, items, areas(version), area, WHOLE_COUNTRY)
            found |= {
                (standing.item.id, area): develop(connection, standing, areas(version), Question())
                for standing in beside
            }
    return found


@kept(200)
def known(target: Target, version: DataVersion) -> WhenKnown:
    """When a target, stored or not yet, could be told from chance."""
    development = developments(frozenset({(target.indicator, target.area)}), version)[target.indicator, target.area]
    with engine().connect() as connection:
        return when_known(connection, target, development.standing, areas(version))


@kept(2)
def removed(version: DataVersion) -> list[Undertaking]:
    """What was taken away and may be put back, the last first."""
    with engine().connect() as connection:
        return removed_undertakings(connection)


@kept(2)
def organisations(version: DataVersion) -> dict[str, Text]:
    """What those who may answer for something are called: organisations of KEKO's own, and the ecosystem's actors."""
    actors = {actor.id: actor.name for actor in room.register(version).of(Actor)}
    own = {id_: name for id_, name in loads.providers(version).items() if id_ not in NAMES}
    return own | dict(sorted(actors.items(), key=lambda pair: pair[1]))
