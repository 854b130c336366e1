"""What the page of actors and services reads, cached by data version."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from keko.data.days import end_of
from keko.ecosystem.drafts import Draft, read_drafts
from keko.ecosystem.records import Service
from keko.ecosystem.register import Register
from keko.ecosystem.store import read
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.indicators.waiting import Waiting, read_waiting
from keko.segments.models import TOTAL
from keko.segments.overview import overview, periods_of
from keko.ui import loads, room
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.view import View


@kept(4)
def register_at(day: str, version: DataVersion) -> Register:
    """Every record as it was when a day ended in Finland."""
    with loads.engine().connect() as connection:
        return read(connection, end_of(date.fromisoformat(day)))


@kept(2)
def drafts(version: DataVersion) -> dict[str, Draft]:
    """What the national service register told the last time, with what was chosen of it."""
    with loads.engine().connect() as connection:
        return read_drafts(connection)


class Sizes(NamedTuple):
    """Persons by group, None where hidden; none where there are no figures. `period`: of these."""

    persons: Mapping[str, float | None] = {}
    period: str | None = None


@kept(200)
def sizes(model: str, area: str, period: str | None, version: DataVersion) -> Sizes:
    """Persons in each group of a model in an area, at a period where there are any then, else by the newest figures."""
    published = loads.segment_models(version)[model]
    with loads.engine().connect() as connection:
        chosen = period if period in periods_of(connection, published.release, area) else None
        found = overview(connection, published, (area,), chosen, TOTAL)
    groups = (standing for standing in found.standings[area] if standing.segment != TOTAL)
    return Sizes({standing.segment: standing.size.persons for standing in groups}, found.period)


def waits(view: View, version: DataVersion) -> dict[str, Standing]:
    """The waits that stages and services are measured by, by indicator: the view's area beside its benchmark."""
    of_stages = (delay for stage in room.stages() for delay in stage.delays)
    of_services = (service.delay for service in room.register(version).of(Service) if service.delay)
    known = loads.catalogue(version)
    ids = tuple(id_ for id_ in dict.fromkeys((*of_stages, *of_services)) if id_ in known)
    plain = View(view.area, view.benchmark, view.language, period=view.period)
    return {standing.item.id: standing for standing in loads.situation(ids, plain, (), version)}


def waited(view: View, version: DataVersion) -> dict[tuple[str, str], Waiting]:
    """How many waited how long, by the indicator that measures the wait and the area, at the period of its newest value."""
    return _waited(View(view.area, view.benchmark, view.language, period=view.period), version)


@kept(100)
def _waited(view: View, version: DataVersion) -> dict[tuple[str, str], Waiting]:
    known, areas = loads.catalogue(version), loads.areas(version)
    found: dict[tuple[str, str], Waiting] = {}
    with loads.engine().connect() as connection:
        for id_, standing in waits(view, version).items():
            wait = standing.item.wait
            for series in (standing.own, standing.benchmark) if wait and wait.classes in known else ():
                if wait and series.latest:
                    at = series.latest.period
                    read = read_waiting(connection, known[wait.classes], areas, [series.area], Question(), at)
                    found |= {(id_, own.area): own for own in read}
    return found
