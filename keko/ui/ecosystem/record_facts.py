"""What is known of a record, fact by fact: its own fields, who keeps it, where it comes from and when it was last confirmed."""

from collections.abc import Iterable
from html import escape

from babel import Locale

from keko.data.days import day_of
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import Actor, Cooperation, Method, Obstacle, Occasion, Offering, Record, Service
from keko.ecosystem.register import Entry, areas_of, owner_of
from keko.ecosystem.related import services_of
from keko.indicators.situation import Standing
from keko.ui import html
from keko.ui.ecosystem import lists, queries
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.ecosystem.waits import wait_html
from keko.words import ecosystem as common
from keko.words import ecosystem_record as words
from keko.words import ecosystem_register as register_words
from keko.words.area_labels import collation, label
from keko.words.formats import day_in_words, listed, number
from keko.words.waits import in_days

Fact = tuple[Text, str]  # what it is called, and HTML: empty where it is not known


def facts(entry: Entry, scene: EcosystemScene) -> list[tuple[str, str]]:
    """What a record says, then what is told of it, as HTML by what it is called in the reader's language."""
    every = [*_own(entry.record, scene), *_about(entry, scene)]
    return [(name.within(scene.language), known) for name, known in every if known]


def _own(record: Record, scene: EcosystemScene) -> list[Fact]:
    match record:
        case Actor():
            return _of_actor(record, scene)
        case Service():
            return _of_service(record, scene)
        case Method():
            return [
                (FIELDS["evidence"], escape(common.EVIDENCE[record.evidence].within(scene.language))),
                (FIELDS["source"], escape(record.source)),
            ]
        case Offering():
            return _of_offering(record, scene)
        case Cooperation():
            ends = ((FIELDS["actor"], record.actor), (FIELDS["partner"], record.partner))
            return [(name, scene.to_record(("actor", id_))) for name, id_ in ends]
        case Obstacle():
            return _of_obstacle(record, scene)
        case Occasion():
            return [
                (FIELDS["day"], escape(day_in_words(record.day, scene.language))),
                (FIELDS["areas"], where(record, scene)),
            ]
        case _:
            return []


def _of_actor(actor: Actor, scene: EcosystemScene) -> list[Fact]:
    spoken = {code for service in services_of(actor, scene.register) for code in service.languages}
    return [
        (FIELDS["sector"], escape(common.SECTORS[actor.sector].within(scene.language))),
        (FIELDS["municipalities"], where(actor, scene)),
        (FIELDS["address"], escape(actor.address)),
        (FIELDS["website"], html.outside(actor.website, actor.website, scene.language)),
        (FIELDS["switchboard"], escape(actor.switchboard)),
        (words.LANGUAGES_OF_SERVICES, _languages(spoken, scene)),
    ]


def _of_service(service: Service, scene: EcosystemScene) -> list[Fact]:
    language = scene.language
    agreed, places = service.agreed_days, service.places
    return [
        (FIELDS["actor"], scene.to_record(("actor", service.actor))),
        (FIELDS["for_whom"], _lines(service.for_whom.within(language))),
        (FIELDS["how"], _lines(service.how.within(language))),
        (common.AGREED, "" if agreed is None else escape(in_days(agreed, language))),
        (common.MEASURED, _measured(service, scene)),
        (FIELDS["places"], "" if places is None else escape(number(places, 0, language))),
        (FIELDS["languages"], _languages(service.languages, scene)),
        (FIELDS["municipalities"], where(service, scene)),
        (FIELDS["methods"], "<br>".join(scene.to_record(("method", id_)) for id_ in service.methods)),
        (FIELDS["register_id"], escape(service.register_id or "")),
    ]


def _measured(service: Service, scene: EcosystemScene) -> str:
    """The indicator of the wait, and its newest value where the service is."""
    waits = measured(service, scene)
    if waits is None:
        return ""
    item, area, language = waits.item, waits.own.area, scene.language
    named = scene.indicator_link(item.id, item.names.within(language), record=None, area=area)
    place = scene.area_html if area == scene.view.area else escape(scene.name_of(area))
    told = f"{place}: {wait_html(item, waits.latest, language)}" if waits.latest else ""
    return "<br>".join(filter(None, (named, told)))


def measured(record: Record, scene: EcosystemScene) -> Standing | None:
    """The waits for a service in the view's area, where it is there, else where it is; None where nothing measures them."""
    if not isinstance(record, Service) or record.delay is None:
        return None
    view = scene.view.with_(area=scene.near(where_of(record, scene)))
    return queries.waits(view, scene.version).get(record.delay)


def ways_on(record: Record, scene: EcosystemScene) -> list[str]:
    """Links to the picture where a record stands: an actor on the map, whom it is for and at which stage in the list of services."""
    match record:
        case Actor(point=point) if point:
            there = scene.view.with_(picture="kattavuus", record=None, area=scene.near(where_of(record, scene)))
            return [html.link("actors", there, words.ON_MAP.within(scene.language))]
        case (
            Offering(model=str(model), segment=str(segment), stage=str(stage))
            | Obstacle(model=str(model), segment=str(segment), stage=str(stage))
        ) if (model, segment) in lists.groups(scene.version):
            return [to_cell(model, segment, stage, where_of(record, scene), words.IN_CELL, scene)]
        case _:
            return []


def _of_offering(offering: Offering, scene: EcosystemScene) -> list[Fact]:
    return [
        (FIELDS["service"], scene.to_record(("service", offering.service))),
        (FIELDS["segment"], escape(group_name(offering.model, offering.segment, scene))),
        (FIELDS["stage"], escape(scene.stage(offering.stage))),
        (FIELDS["areas"], where(offering, scene)),
    ]


def _of_obstacle(obstacle: Obstacle, scene: EcosystemScene) -> list[Fact]:
    language, removed = scene.language, obstacle.removed_on
    return [
        (FIELDS["state"], escape(common.STATES[obstacle.state].within(language))),
        (FIELDS["since"], escape(day_in_words(obstacle.since, language))),
        (FIELDS["removed_on"], escape(day_in_words(removed, language)) if removed else ""),
        (FIELDS["stage"], escape(scene.stage(obstacle.stage))),
        (FIELDS["segment"], escape(group_name(obstacle.model, obstacle.segment, scene))),
        (FIELDS["areas"], where(obstacle, scene)),
        (FIELDS["remover"], scene.to_remover(obstacle.remover)),
    ]


def _about(entry: Entry, scene: EcosystemScene) -> Iterable[Fact]:
    """Who keeps it, where it comes from, and when it was last confirmed and changed; no person is named."""
    record, language = entry.record, scene.language
    owner = owner_of(record, scene.register.records)
    if not isinstance(record, Actor | Service):  # these say themselves whose they are
        keeper = scene.to_record(("actor", owner)) if owner else escape(register_words.ANALYSTS.within(language))
        yield FIELDS["owner"], keeper
    of_register = isinstance(record, Service) and record.register_id is not None
    source = words.EXAMPLE if entry.is_demo else words.OF_REGISTER if of_register else words.OF_KEEPER
    yield words.SOURCE, escape(source.within(language))
    confirmed = _day(entry.confirmed_at, scene) if entry.confirmed_at else ""
    yield words.LAST_CONFIRMED, f"{confirmed} {scene.mark(record.key)}".strip()
    yield words.CHANGED, _day(entry.since, scene)


def _day(moment: str, scene: EcosystemScene) -> str:
    return escape(day_in_words(day_of(moment), scene.language))


def where_of(record: Record, scene: EcosystemScene) -> tuple[str, ...]:
    """The codes of the areas that a record touches."""
    return areas_of(record, scene.register.records)


def where(record: Record, scene: EcosystemScene) -> str:
    """The names of these areas, as HTML."""
    names = [label(scene.areas[code], scene.language) for code in where_of(record, scene) if code in scene.areas]
    return escape(listed(sorted(names, key=lambda name: collation(name, scene.language)), scene.language))


def group_name(model: str | None, segment: str | None, scene: EcosystemScene) -> str:
    """What a group of any model is called; where there is no such group, its code."""
    if model is None or segment is None:
        return common.EVERYONE.within(scene.language)
    names = lists.groups(scene.version)
    return names[model, segment].within(scene.language) if (model, segment) in names else segment


def to_cell(model: str, segment: str, stage: str, areas: tuple[str, ...], name: Text, scene: EcosystemScene) -> str:
    """A link to the list of services of a group at a stage, in the view's area where it is of `areas`; none of an old model."""
    if (model, segment) not in lists.groups(scene.version):
        return escape(name.within(scene.language))
    at = {"model": model, "segment": segment, "stage": stage, "area": scene.near(areas)}
    return html.link("actors", scene.view.with_(picture="matriisi", record=None, **at), name.within(scene.language))


def _languages(codes: Iterable[str], scene: EcosystemScene) -> str:
    names = Locale(scene.language).languages
    return escape(", ".join(sorted(names.get(code, code) for code in codes)))


def _lines(text: str) -> str:
    """What people wrote, in the lines that they wrote it in."""
    return "<br>".join(escape(line) for line in text.splitlines())
