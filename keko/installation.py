"""Sets an installation up: tables, areas, catalogue, a map, and demo figures where asked."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.engine import upgrade, writing
from keko.data.people import Person, at_this_machine
from keko.data.releases import DEMO, Draft, create_draft, current_release, ensure_provider, publish
from keko.data.text import Text
from keko.data.versions import raise_version, start_version
from keko.demo import demo_events, demo_observations, demo_targets
from keko.indicators import store
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.intake.bring_in import completed
from keko.room.events import shipped, write_events
from keko.room.targets import read_targets, set_target
from keko.sources.boundaries import ensure_boundaries

DEMO_SOURCE = "Esimerkkiaineisto – ei todellisia lukuja"
_DEMO_NAME = Text("Esimerkkiaineisto", "Exempeldata", "Demo data")


def initialise(engine: sa.Engine) -> None:
    """Tables, areas, catalogue and a map as the project ships them. May be run again at any time; nothing people made is lost."""
    upgrade(engine)
    with writing(engine) as connection:
        start_version(connection)
        raise_version(connection)
        area_tables.write(connection)
        area_sets.write(connection)
        store.seed(connection, read_catalogue())
        write_events(connection, shipped())
        ensure_boundaries(connection, at_this_machine())


def fill_with_demo(engine: sa.Engine, by: Person, only: Iterable[str] | None = None) -> Iterator[str]:
    """Publish demo figures of the indicators that have none yet, all under one data version; yields each indicator's id.

    Nothing is stored unless the iteration is finished.
    """
    with writing(engine) as connection:
        known = area_tables.load(connection)
        ensure_provider(connection, DEMO, _DEMO_NAME)
        made = []
        for item in _wanting(connection, only):
            shown = completed(demo_observations(item, known), item, known)
            draft = Draft(item.id, DEMO, shown.observations, DEMO_SOURCE, is_demo=True, suppressions=shown.suppressions)
            made.append(create_draft(connection, draft, by))
            yield item.id
        if made:
            publish(connection, made, by)
            _agree(connection, by)


def _agree(connection: sa.Connection, by: Person) -> None:
    """Demo targets and actions, beside what people have set."""
    known = read_targets(connection)
    for target in demo_targets():
        if (target.indicator, target.area) not in known:
            set_target(connection, target, by)
    write_events(connection, demo_events())


def _wanting(connection: sa.Connection, only: Iterable[str] | None) -> list[Indicator]:
    chosen = set(only) if only is not None else None
    items = store.load(connection).values()
    return [
        item
        for item in items
        if (chosen is None or item.id in chosen)
        and item.theme != "imported"
        and not current_release(connection, item.id, DEMO)
    ]
