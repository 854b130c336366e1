"""What was agreed and what happened, as the forms show it, cached by data version."""

from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.series import Question
from keko.indicators.situation import standings
from keko.room.development import Development, develop
from keko.room.events import Event, read_events
from keko.room.rebases import count_rebases
from keko.room.targets import Target, read_targets
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine


@kept(2)
def targets(version: DataVersion) -> dict[tuple[str, str], Target]:
    """Every target of an indicator that there is, by indicator and area."""
    with engine().connect() as connection:
        return {key: aim for key, aim in read_targets(connection).items() if key[0] in catalogue(version)}


@kept(20)
def developments(keys: frozenset[tuple[str, str]], version: DataVersion) -> dict[tuple[str, str], Development]:
    """How indicators of areas have developed, by indicator and area."""
    found: dict[tuple[str, str], Development] = {}
    with engine().connect() as connection:
        for area in {area for _, area in keys}:
            items = [catalogue(version)[id_] for id_, place in keys if place == area]
            beside = standings(connection, items, areas(version), area, WHOLE_COUNTRY)
            found |= {
                (standing.item.id, area): develop(connection, standing, areas(version), Question())
                for standing in beside
            }
    return found


@kept(2)
def events(version: DataVersion) -> list[Event]:
    """Every event, the oldest first."""
    with engine().connect() as connection:
        return read_events(connection)


@kept(50)
def rebases(event: str, version: DataVersion) -> int:
    """How many limits are computed anew from an event on."""
    with engine().connect() as connection:
        return count_rebases(connection, event)
