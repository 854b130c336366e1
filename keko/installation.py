"""Sets an installation up: tables, areas, catalogue, a map, and demo figures where asked."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import sqlalchemy as sa

from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.days import today
from keko.data.drafts import Draft, create_draft
from keko.data.engine import upgrade, writing
from keko.data.people import Person, at_this_machine
from keko.data.progress import Progress
from keko.data.providers import DEMO, ensure_provider
from keko.data.publishing import publish
from keko.data.releases import current_release
from keko.data.versions import raise_version, start_version
from keko.demo.agreed import demo_targets
from keko.demo.earlier import antedate, before, renewed_since
from keko.demo.ecosystem import invent_ecosystem
from keko.demo.goals import invent_goals
from keko.demo.meetings import invent_meetings
from keko.demo.observations import demo_observations
from keko.demo.segments import demo_model, demo_models
from keko.disclosure.known_figures import known_figures
from keko.disclosure.links import linked_groups
from keko.disclosure.protect import protect_together
from keko.disclosure.tables import Table
from keko.indicators import store
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.indicators.comparing.dispersions import renew_dispersions
from keko.indicators.over_time.assessments import outdated, renew
from keko.intake.release.prepare import rolled_up
from keko.intake.release.waits import with_waits
from keko.intake.segments.protection import protect_tables
from keko.intake.segments.totals import add_totals
from keko.room.events import shipped, write_events
from keko.room.targets import read_targets, set_target
from keko.segments.models import PREFIX, SegmentModel
from keko.segments.store import ModelDraft, create_model_draft
from keko.segments.tables import Tables
from keko.sources.boundaries import ensure_boundaries
from keko.words.terms import DEMO_NOTICE


def initialise(engine: sa.Engine, progress: Progress | None = None) -> None:
    """Tables, areas, catalogue and a map as the project ships them. May be run again at any time; nothing people made is lost.

    What is stored of published figures is computed anew where a definition, a merger or a method has changed.
    """
    upgrade(engine)
    with writing(engine) as connection:
        start_version(connection)
        raise_version(connection)
        area_tables.write(connection)
        area_sets.write(connection)
        store.seed(connection, read_catalogue())
        write_events(connection, shipped())
        ensure_boundaries(connection, at_this_machine())
        known = area_tables.load(connection)
        due = outdated(connection, known)
        renew_dispersions(connection, due, known)
        renew(connection, due, known, progress)


def fill_with_demo(engine: sa.Engine, by: Person, only: Iterable[str] | None = None) -> Iterator[str]:
    """Publish demo figures of the indicators and demo segment models that are not there yet, all at once.

    Where nothing has been published before, that was some time ago, and a few of them are published anew under a data version more.
    Yields what they are called in the catalogue, as `only` does to choose some of them. Nothing is stored unless the iteration is finished.
    """
    chosen = None if only is None else frozenset(only)
    with writing(engine) as connection:
        known = area_tables.load(connection)
        ensure_provider(connection, DEMO)
        drafts, renewed, twice = [], [], renewed_since(connection)
        # The solver leaves the interpreter free while it works: models are protected beside the indicators.
        threads = ThreadPoolExecutor(1)
        models = [
            (model, threads.submit(protect_tables, model, add_totals(tables), known))
            for model, tables in _models_wanting(connection, known, chosen)
        ]
        for group in _bound_together(_wanting(connection, chosen), known):
            for draft in _protected(connection, group, known):
                if draft.indicator in twice:
                    renewed.append(draft)
                first = before(draft) if draft.indicator in twice else draft
                drafts.append(create_draft(connection, first, by).id)
                yield draft.indicator
        for model, protecting in models:
            protected = protecting.result()
            model_draft = ModelDraft(
                model, DEMO, protected.tables, DEMO_NOTICE, is_demo=True, suppressions=protected.suppressions
            )
            drafts.append(create_model_draft(connection, model_draft, by).id)
            yield model.entry
        if drafts:
            publish(connection, drafts, by)
            _renew(connection, renewed, by)
            due = outdated(connection, known)
            renew_dispersions(connection, due, known)
            renew(connection, due, known)
            _agree(connection, by)
        _invent(connection, by)


def _protected(connection: sa.Connection, group: Sequence[Indicator], known: area_tables.Areas) -> Iterator[Draft]:
    """What readers may see of the demo figures of indicators that make each other up."""
    unprotected = [Table.of(item, rolled_up(demo_observations(item, known), item, known)) for item in group]
    released = known_figures(connection, unprotected, DEMO, is_demo=True)
    prepared_together = with_waits(group, protect_together(unprotected, known, released))
    for item, prepared in zip(group, prepared_together, strict=True):
        yield Draft(item.id, DEMO, prepared.observations, DEMO_NOTICE, is_demo=True, suppressions=prepared.suppressions)


def _renew(connection: sa.Connection, drafts: Sequence[Draft], by: Person) -> None:
    """Let some time have passed, and newer figures have come."""
    if drafts:
        antedate(connection)
        publish(connection, [create_draft(connection, draft, by).id for draft in drafts], by)


def _invent(connection: sa.Connection, by: Person) -> None:
    """A demo ecosystem, and what has been undertaken there."""
    invent_ecosystem(connection, by)
    invent_goals(connection, by, today())
    invent_meetings(connection, by)


def _agree(connection: sa.Connection, by: Person) -> None:
    """Demo targets, beside what people have set."""
    known = read_targets(connection)
    for target in demo_targets():
        if (target.indicator, target.area) not in known:
            set_target(connection, target, by)


def _wanting(connection: sa.Connection, chosen: frozenset[str] | None) -> list[Indicator]:
    items = store.load(connection).values()
    return [
        item
        for item in items
        if (chosen is None or item.id in chosen)
        and item.theme != "imported"
        and not current_release(connection, item.id, DEMO)
    ]


def _bound_together(items: Sequence[Indicator], known: area_tables.Areas) -> list[list[Indicator]]:
    """The indicators in groups whose demo figures make each other up, as those of one year show."""
    samples = [Table.of(item, _one_year(item, known)) for item in items]
    return [[items[place] for place in group] for group in linked_groups(samples)]


def _one_year(item: Indicator, known: area_tables.Areas) -> pd.DataFrame:
    rows = demo_observations(item, known)
    return rows[rows["period"].str.startswith(rows["period"].max()[:4])].reset_index(drop=True)


def _models_wanting(
    connection: sa.Connection, known: area_tables.Areas, chosen: frozenset[str] | None
) -> Iterator[tuple[SegmentModel, Tables]]:
    for id_ in demo_models():
        entry = f"{PREFIX}{id_}"
        if (chosen is None or entry in chosen) and not current_release(connection, entry, DEMO):
            yield demo_model(id_, known)
