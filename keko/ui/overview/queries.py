"""What the overview reads, cached by data version."""

from datetime import date, timedelta
from typing import NamedTuple

from keko.data.areas import WHOLE_COUNTRY
from keko.data.days import end_of, today
from keko.data.text import Text
from keko.ecosystem.offered import Here, touching
from keko.ecosystem.records import Actor
from keko.indicators.attention import Attention, attention
from keko.indicators.cross_section import CrossSection, cross_section
from keko.indicators.freshness import Freshness, read_freshness
from keko.indicators.over_time.change import Change
from keko.indicators.over_time.change import changes as find_changes
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.series import Question
from keko.indicators.situation import Standing, demo_flags
from keko.room.events import Event, read_events
from keko.room.evidence import read_evidence, target_progress
from keko.room.paths import Progress
from keko.room.seen import Seen, read_seen
from keko.room.since import Since
from keko.room.since import since as read_since
from keko.room.targets import Target
from keko.room.undertakings import is_undertaking
from keko.segments.overview import Overview, SegmentStanding
from keko.segments.overview import overview as read_segments
from keko.segments.store import Published, usual_model
from keko.ui import loads, room
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.view import View

_RECENT = timedelta(days=366)
_FAMILY = "difficult-to-employ"


def headlines(view: View, version: DataVersion) -> list[Standing]:
    """The headline indicators in their order, beside the benchmark; those of which there is nothing to show come last."""
    ids = loads.headlines(view.area, version)
    own = [standing for standing in _standings(view, version) if standing.item.id in ids]
    return sorted(own, key=lambda standing: not standing.own.points)


def difficult_to_employ(view: View, version: DataVersion) -> list[Standing]:
    """What the several definitions of the phenomenon count, of those that have figures of the area."""
    return [each for each in _standings(view, version) if each.item.family == _FAMILY and each.own.valued]


def flags(view: View, version: DataVersion) -> frozenset[bool]:
    """Whether the figures on the page are demo figures: both where some are, so that these are marked."""
    return demo_flags([*headlines(view, version), *difficult_to_employ(view, version)])


def _standings(view: View, version: DataVersion) -> list[Standing]:
    """Everything that the page reads of indicators, at once."""
    family = (id_ for id_, item in loads.catalogue(version).items() if item.family == _FAMILY)
    ids = tuple(dict.fromkeys((*loads.headlines(view.area, version), *family)))
    return loads.situation(ids, view, (), version)


def country(view: View, version: DataVersion) -> dict[str, Standing]:
    """The whole country's own standing on each headline indicator, which is the same beside whatever area."""
    ids = loads.headlines(view.area, version)
    own = view.with_(area=WHOLE_COUNTRY, benchmark=WHOLE_COUNTRY)
    return {standing.item.id: standing for standing in loads.situation(ids, own, (), version)}


def needing(view: View, version: DataVersion) -> list[Attention]:
    """What needs attention among the headline indicators."""
    areas, standings = loads.areas(version), headlines(view, version)
    with loads.engine().connect() as connection:
        evidence = read_evidence(connection, standings, areas, view.question, room.targets(version), view.period)
    known = changes(view, version)
    return attention(standings, areas, {id_: each._replace(changes=known[id_]) for id_, each in evidence.items()})


@kept(200)
def changes(view: View, version: DataVersion) -> dict[str, list[Change]]:
    """How far each headline indicator is from that of earlier years."""
    breaks = breaks_of(view.area, loads.areas(version))
    return {standing.item.id: find_changes(standing, breaks) for standing in headlines(view, version)}


def target_of(standing: Standing, view: View, version: DataVersion) -> Target | None:
    """The target of a standing's own area; a sex has none, and invented ones stand beside invented figures only."""
    target = room.targets(version).get((standing.item.id, standing.own.area))
    return target if target and view.question == Question() and (standing.is_demo or not target.is_demo) else None


def target_states(view: View, version: DataVersion) -> list[Progress]:
    """Where each headline indicator with a target stands on the path to it."""
    aimed = [(standing, target_of(standing, view, version)) for standing in headlines(view, version)]
    return [target_progress(standing, target) for standing, target in aimed if target is not None]


class Action(NamedTuple):
    """An action that aims at an indicator; `owner`: the organisation that answers for it, `year`: in which it began."""

    name: Text
    owner: Text | None
    year: int | None


@kept(2)
def _events(version: DataVersion) -> list[Event]:
    with loads.engine().connect() as connection:
        return [event for event in read_events(connection) if event.kind == "action" and not is_undertaking(event)]


def is_under_way(event: Event, today: date) -> bool:
    """Whether an event that is an action is told as under way: begun within a year. What lasts longer is recorded as an action."""
    return timedelta() <= today - event.day < _RECENT


@kept(200)
def _touching(area: str, version: DataVersion) -> frozenset[str]:
    return touching(area, loads.areas(version))


def actions(standing: Standing, version: DataVersion) -> list[Action]:
    """What is under way for an area's indicator, the newest first; invented actions stand beside invented figures only."""
    id_, area = standing.item.id, standing.own.area
    here = _touching(area, version)
    aimed = [
        (
            each.begins or date.min,
            Action(each.name, _organisation(each.owner, version), each.begins.year if each.begins else None),
        )
        for each in room.undertakings(version).values()
        if each.status == "under way" and id_ in each.indicators and not here.isdisjoint(each.areas)
        if standing.is_demo or not each.is_demo
    ]
    happened = [
        (event.day, Action(event.name, None, event.day.year))
        for event in _events(version)
        if is_under_way(event, today()) and event.concerns(id_, area) and (standing.is_demo or not event.is_demo)
    ]
    return [action for _, action in sorted((*aimed, *happened), key=lambda pair: pair[0], reverse=True)]


def _organisation(id_: str | None, version: DataVersion) -> Text | None:
    """What an organisation is called: as an actor of the ecosystem, else as one that delivers figures; None where it has left."""
    if id_ is None:
        return None
    actors = {actor.id: actor.name for actor in room.register(version).of(Actor)}
    return actors.get(id_) or loads.providers(version).get(id_)


def answering(indicator: str, area: str, version: DataVersion) -> list[Text]:
    """The actors that answer for the service, or for the stage of the path to work, whose wait an indicator measures."""
    stages = {stage.code for stage in room.stages() if indicator in stage.delays}
    if not stages:
        return []
    register = room.register(version)
    here = Here(register, next(iter(loads.segment_models(version)), ""), area, loads.areas(version))
    offered = [service for (_, stage), services in here.offered.items() if stage in stages for service in services]
    measured = [service for service in here.services if service.delay == indicator]
    names = {actor.id: actor.name for actor in here.actors}
    return list(dict.fromkeys(names[each.actor] for each in measured or offered if each.actor in names))


@kept(8)
def _seen(day: str, version: DataVersion) -> Seen:
    with loads.engine().connect() as connection:
        return read_seen(connection, end_of(date.fromisoformat(day)))


@kept(200)
def since(area: str, benchmark: str, question: Question, day: str, version: DataVersion) -> Since:
    """What is another than when `day` ended."""
    items, areas = loads.catalogue(version), loads.areas(version)
    with loads.engine().connect() as connection:
        return read_since(connection, _seen(day, version), items, areas, area, benchmark, question)


@kept(200)
def freshness(area: str, version: DataVersion) -> list[Freshness]:
    """How fresh the sources of an area's figures are."""
    with loads.engine().connect() as connection:
        return read_freshness(connection, loads.catalogue(version), area)


@kept(200)
def segments(model: str, area: str, period: str | None, version: DataVersion) -> Overview:
    """The segments of a model in an area, in its newest period if none is given."""
    published = loads.segment_models(version)[model]
    with loads.engine().connect() as connection:
        return read_segments(connection, published, (area,), period)


class ShownSegments(NamedTuple):
    """The segments of a model in an area beside its benchmark, in one period."""

    published: Published
    period: str | None
    own: tuple[SegmentStanding, ...]
    benchmark: tuple[SegmentStanding, ...]


def shown_segments(view: View, version: DataVersion) -> ShownSegments | None:
    """Those of the model that is shown first; None without one that has figures of the area."""
    models = loads.segment_models(version)
    model = usual_model(models.values(), "segments")
    found = segments(model, view.area, None, version) if model else None
    if model is None or found is None or not found.standings[view.area]:
        return None
    other = segments(model, view.benchmark, found.period, version)
    return ShownSegments(models[model], found.period, found.standings[view.area], other.standings[view.benchmark])


def shown_counties(view: View, version: DataVersion) -> CrossSection | None:
    """The first headline indicator that has figures of the area, in every county; None where no county has any."""
    indicator = next((each.item.id for each in headlines(view, version) if each.own.valued), None)
    if indicator is None:
        return None
    section = counties(indicator, view.benchmark, view.question, view.period, version)
    return section if section.values and section.period else None


@kept(50)
def counties(
    indicator: str, benchmark: str, question: Question, until: str | None, version: DataVersion
) -> CrossSection:
    """One indicator in every county."""
    item = loads.catalogue(version)[indicator]
    with loads.engine().connect() as connection:
        return cross_section(connection, item, "HVA", benchmark, loads.areas(version), question, until)
