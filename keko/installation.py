"""Sets an installation up: tables, areas, catalogue, and demo figures where asked."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import upgrade, writing
from keko.data.people import Person
from keko.data.releases import DEMO, Draft, create_draft, current_release, ensure_provider, publish
from keko.data.text import Text
from keko.data.versions import raise_version, start_version
from keko.demo import demo_observations
from keko.demo_segments import demo_models
from keko.indicators import store
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.intake.bring_in import completed
from keko.intake.segments.protection import protected
from keko.intake.segments.totals import completed as completed_model
from keko.segments.models import SegmentModel
from keko.segments.store import ModelDraft, create_model_draft
from keko.segments.tables import Tables

DEMO_SOURCE = "Esimerkkiaineisto – ei todellisia lukuja"
_DEMO_NAME = Text("Esimerkkiaineisto", "Exempeldata", "Demo data")


def initialise(engine: sa.Engine) -> None:
    """Tables, areas and catalogue as the project ships them. May be run again at any time; nothing people made is lost."""
    upgrade(engine)
    with writing(engine) as connection:
        start_version(connection)
        raise_version(connection)
        area_tables.write(connection)
        store.seed(connection, read_catalogue())


def fill_with_demo(engine: sa.Engine, by: Person, only: Iterable[str] | None = None) -> Iterator[str]:
    """Publish demo figures of the indicators and demo segment models that are not there yet, all under one data version.

    Yields what they are called in the catalogue. `only`: of these indicators, and no models.

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
        if only is None:
            for model, tables in _models_wanting(connection, known):
                safe = protected(model, completed_model(tables), known)
                told = ModelDraft(model, DEMO, safe.tables, DEMO_SOURCE, is_demo=True, suppressions=safe.suppressions)
                made.append(create_model_draft(connection, told, by))
                yield model.entry
        if made:
            publish(connection, made, by)


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


def _models_wanting(connection: sa.Connection, known: area_tables.Areas) -> Iterator[tuple[SegmentModel, Tables]]:
    return (
        (model, tables) for model, tables in demo_models(known) if not current_release(connection, model.entry, DEMO)
    )
