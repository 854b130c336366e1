"""What the page of actors and services reads, cached by data version."""

from datetime import date

from keko.data.days import end_of
from keko.ecosystem.records import Service
from keko.ecosystem.register import Register
from keko.ecosystem.stages import Stage, read_stages
from keko.ecosystem.store import read
from keko.indicators.situation import Standing
from keko.room.events import read_events
from keko.segments.models import TOTAL
from keko.segments.overview import overview
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.view import View


@kept(2)
def register(version: DataVersion) -> Register:
    """Every record as it is now."""
    with loads.engine().connect() as connection:
        return read(connection)


@kept(4)
def register_at(day: str, version: DataVersion) -> Register:
    """Every record as it was when a day ended in Finland."""
    with loads.engine().connect() as connection:
        return read(connection, end_of(date.fromisoformat(day)))


@kept(2)
def events(version: DataVersion) -> frozenset[str]:
    """The ids of the events on time lines: an action that was removed there is none of an obstacle any more."""
    with loads.engine().connect() as connection:
        return frozenset(event.id for event in read_events(connection))


@kept(1)
def stages() -> tuple[Stage, ...]:
    """The stages of the path to work, in order."""
    return read_stages()


@kept(200)
def sizes(model: str, area: str, version: DataVersion) -> dict[str, float | None]:
    """Persons in each group of a model in an area, by the newest figures; None where hidden. Empty where there are none."""
    published = loads.segment_models(version)[model]
    with loads.engine().connect() as connection:
        found = overview(connection, published, (area,), None, TOTAL)
    return {standing.segment: standing.size.persons for standing in found.standings[area] if standing.segment != TOTAL}


def waits(view: View, version: DataVersion) -> dict[str, Standing]:
    """The waits that stages and services are measured by, by indicator: the view's area beside its benchmark."""
    of_stages = (delay for stage in stages() for delay in stage.delays)
    of_services = (service.delay for service in register(version).of(Service) if service.delay)
    known = loads.catalogue(version)
    ids = tuple(id_ for id_ in dict.fromkeys((*of_stages, *of_services)) if id_ in known)
    plain = View(view.area, view.benchmark, view.language, period=view.period)
    return {standing.item.id: standing for standing in loads.situation(ids, plain, (), version)}
