"""What belongs to a record, as tables: services, groups and stages, partners, obstacles with the actions that remove them, events."""

from collections.abc import Iterable, Sequence
from html import escape

from keko.data.text import Text
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import Actor, Method, Obstacle, Occasion, Offering, Record, Service
from keko.ecosystem.related import (
    obstacles_before,
    obstacles_of,
    occasions_of,
    offerings_of,
    partners_of,
    services_of,
    services_with,
)
from keko.room.undertakings import Undertaking, ordered
from keko.ui import html, loads, room
from keko.ui.ecosystem.record_facts import group_name, to_cell, where_of
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as common
from keko.words import ecosystem_record as words
from keko.words import goals
from keko.words.ecosystem_register import KINDS
from keko.words.formats import day_in_words, number
from keko.words.waits import in_days


def tables(record: Record, scene: EcosystemScene) -> list[str]:
    """What belongs to a record, table by table; where nothing does there is none."""
    match record:
        case Actor():
            return _of_actor(record, scene)
        case Service():
            before = obstacles_before(record, scene.register, scene.areas)
            return [_places(record, scene), _obstacles(words.OBSTACLES_OF_SERVICE, before, scene)]
        case Method():
            return [_using(record, scene)]
        case Obstacle():
            return [_actions(removing(record, scene), scene)]
        case Occasion():
            return [_participants(record, scene)]
        case _:
            return []


def _of_actor(actor: Actor, scene: EcosystemScene) -> list[str]:
    undertakings = room.undertakings(scene.version).values()
    return [
        _services(services_of(actor, scene.register), scene),
        _partners(actor, scene),
        _obstacles(words.OBSTACLES_OF_ACTOR, obstacles_of(actor, scene.register), scene),
        _actions([each for each in undertakings if each.owner == actor.id], scene),
        _occasions(actor, scene),
    ]


def removing(obstacle: Obstacle, scene: EcosystemScene) -> list[Undertaking]:
    """What has been undertaken to remove an obstacle."""
    every = room.undertakings(scene.version).values()
    return [each for each in every if each.id == obstacle.action or each.obstacle == obstacle.id]


def _table(caption: Text, heads: Sequence[Text], rows: Sequence[Sequence[Cell]], scene: EcosystemScene) -> str:
    names = [head.within(scene.language) for head in heads]
    return table(caption.within(scene.language), names, rows, kind="keko-agreed") if rows else ""


def _services(services: Iterable[Service], scene: EcosystemScene) -> str:
    language = scene.language
    rows = [
        [
            Cell(scene.marked(service.key), header=True),
            text(service.for_whom.within(language)),
            text(_stages(service, scene)),
            text("" if service.agreed_days is None else in_days(service.agreed_days, language)),
        ]
        for service in services
    ]
    heads = (KIND_NAMES["service"], FIELDS["for_whom"], words.STAGES, common.AGREED)
    return _table(words.SERVICES, heads, rows, scene)


def _using(method: Method, scene: EcosystemScene) -> str:
    rows = [
        [Cell(scene.marked(service.key), header=True), Cell(scene.to_record(("actor", service.actor)))]
        for service in services_with(method, scene.register)
    ]
    return _table(words.USED_BY, (KIND_NAMES["service"], KIND_NAMES["actor"]), rows, scene)


def _stages(service: Service, scene: EcosystemScene) -> str:
    """The stages at which a service is, in order."""
    at = {offering.stage for offering in offerings_of(service, scene.register)}
    return ", ".join(name for code, name in scene.stage_names.items() if code in at)


def _places(service: Service, scene: EcosystemScene) -> str:
    """The groups that a service is for, each with links to what else it has at the same stages."""
    models = loads.segment_models(scene.version)
    by_group: dict[tuple[str, str], list[Offering]] = {}
    for offering in offerings_of(service, scene.register):
        by_group.setdefault((offering.model, offering.segment), []).append(offering)
    rows = [
        [
            text(group_name(model, segment, scene), header=True),
            Cell("<br>".join(_at(offering, scene) for offering in offerings)),
            text(models[model].model.names.within(scene.language) if model in models else model),
        ]
        for (model, segment), offerings in by_group.items()
    ]
    return _table(words.FOR_WHOM_WHEN, (FIELDS["segment"], words.STAGES, FIELDS["model"]), rows, scene)


def _at(offering: Offering, scene: EcosystemScene) -> str:
    name = next((stage.names for stage in scene.stages if stage.code == offering.stage), Text.same(offering.stage))
    return to_cell(offering.model, offering.segment, offering.stage, where_of(offering, scene), name, scene)


def _partners(actor: Actor, scene: EcosystemScene) -> str:
    rows = [
        [Cell(scene.to_record(("actor", partner)), header=True), text(together.what.within(scene.language))]
        for partner, together in partners_of(actor, scene.register)
    ]
    return _table(words.COOPERATION_OF, (FIELDS["partner"], FIELDS["what"]), rows, scene)


def _obstacles(caption: Text, obstacles: Iterable[Obstacle], scene: EcosystemScene) -> str:
    rows = [
        [
            Cell(scene.marked(obstacle.key), header=True),
            text(common.STATES[obstacle.state].within(scene.language)),
            Cell(scene.to_remover(obstacle.remover)),
            Cell("<br>".join(_to_action(each, scene) for each in removing(obstacle, scene))),
        ]
        for obstacle in obstacles
    ]
    heads = (KIND_NAMES["obstacle"], FIELDS["state"], common.REMOVER, words.ACTIONS)
    return _table(caption, heads, rows, scene)


def _actions(undertakings: Iterable[Undertaking], scene: EcosystemScene) -> str:
    rows = [
        [
            Cell(_to_action(each, scene), header=True),
            text(goals.STATUSES[each.status].within(scene.language)),
            Cell(_answering(each, scene)),
            text(_schedule(each, scene)),
        ]
        for each in ordered(undertakings, scene.today)
    ]
    return _table(words.ACTIONS, (goals.ACTION, goals.STATE, goals.OWNER, goals.SCHEDULE), rows, scene)


def _answering(each: Undertaking, scene: EcosystemScene) -> str:
    """Who answers: an actor of the register, else an organisation of KEKO's own."""
    if each.owner is None:
        return escape(goals.NO_OWNER.within(scene.language))
    own = loads.providers(scene.version).get(each.owner, Text.same(each.owner))
    return (
        scene.to_record(("actor", each.owner))
        if scene.register.get(Actor, each.owner)
        else escape(own.within(scene.language))
    )


def _to_action(each: Undertaking, scene: EcosystemScene) -> str:
    """A link to an action among the goals and actions of its area."""
    picture = "toimenpiteet" if each.kind == "action" else "hanke"
    area = scene.near(each.areas) if each.areas else scene.view.area
    there = scene.view.with_(picture=picture, record=None, area=area)
    tag = f" {html.demo_tag(scene.language)}" if each.is_demo else ""
    return html.link("goals", there, each.name.within(scene.language)) + tag


def _schedule(each: Undertaking, scene: EcosystemScene) -> str:
    days = [day_in_words(day, scene.language) if day else "" for day in (each.begins, each.due)]
    return "–".join(days) if any(days) else ""


def _occasions(actor: Actor, scene: EcosystemScene) -> str:
    rows = [
        [
            Cell(scene.marked(occasion.key), header=True),
            text(day_in_words(occasion.day, scene.language)),
            figure(number(sum(occasion.participants.values()), 0, scene.language)),
        ]
        for occasion in occasions_of(actor, scene.register)
    ]
    return _table(KINDS["occasion"], (KIND_NAMES["occasion"], FIELDS["day"], words.TOOK_PART), rows, scene)


def _participants(occasion: Occasion, scene: EcosystemScene) -> str:
    """How many, by sector, the most first."""
    most_first = sorted(occasion.participants.items(), key=lambda pair: -pair[1])
    rows = [
        [
            text(common.SECTORS[sector].within(scene.language), header=True),
            figure(number(count, 0, scene.language)),
        ]
        for sector, count in most_first
    ]
    heads = [head.within(scene.language) for head in (FIELDS["sector"], words.TOOK_PART)]
    caption = FIELDS["participants"].within(scene.language)
    return table(caption, heads, rows, numeric=(1,), kind="keko-counted") if rows else ""
