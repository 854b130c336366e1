"""One record of the register as the page shows it: its name, what it does in one sentence, what is known and what belongs to it."""

from typing import NamedTuple

from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.records import (
    Actor,
    Cooperation,
    Key,
    Method,
    Obstacle,
    Occasion,
    Offering,
    Record,
    Service,
)
from keko.ecosystem.related import services_of
from keko.indicators.situation import Standing, demo_flags
from keko.ui import html
from keko.ui.ecosystem import lists
from keko.ui.ecosystem.record_facts import facts, measured, ways_on
from keko.ui.ecosystem.record_tables import tables
from keko.ui.ecosystem.scene import EcosystemScene
from keko.words import ecosystem as common
from keko.words import ecosystem_record as words
from keko.words.formats import day_in_words, number
from keko.words.waits import in_days


class RecordPicture(NamedTuple):
    """What a page shows of a record. `facts`: HTML by what each is called; `ways_on`: links to where it stands in pictures;
    `blocks`: HTML of what belongs to it; `standings`: what is measured of it; `is_demo`: whether the record is invented.
    """

    kind: str
    name: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    ways_on: tuple[str, ...]
    blocks: tuple[str, ...]
    standings: tuple[Standing, ...]
    is_demo: bool

    @property
    def demo_flags(self) -> frozenset[bool]:
        """Whether its figures are demo figures."""
        return demo_flags(self.standings)

    @property
    def html(self) -> str:
        """All of it under its name."""
        ways = "".join(f"<p>{way}</p>" for way in self.ways_on)
        return "".join((html.lead(self.sentence), html.definitions(self.facts), ways, *self.blocks))


def record_picture(key: Key, scene: EcosystemScene) -> RecordPicture | None:
    """A record that there is; None where it is not, or is no more."""
    entry = scene.register.entries.get(key)
    if entry is None:
        return None
    record, language = entry.record, scene.language
    return RecordPicture(
        KIND_NAMES[record.kind].within(language),
        lists.name_of(record, scene.version).within(language),
        sentence(record, scene),
        tuple(facts(entry, scene)),
        tuple(ways_on(record, scene)),
        tuple(filter(None, tables(record, scene))),
        tuple(filter(None, [measured(record, scene)])),
        entry.is_demo,
    )


def sentence(record: Record, scene: EcosystemScene) -> str:
    """What a record does, by its own words where it has such."""
    language = scene.language
    match record:
        case Actor():
            return _of_actor(record, scene)
        case Obstacle():
            return _of_obstacle(record, scene)
        case Occasion():
            return _of_occasion(record, scene)
        case Offering():
            return words.OFFERING.within(language)
        case Service():
            instead = words.SERVICE.within(language, actor=scene.named(("actor", record.actor)))
            return record.what.within(language) or instead
        case Method():
            instead = words.METHOD.within(language, evidence=common.EVIDENCE[record.evidence].within(language))
            return record.what.within(language) or instead
        case Cooperation():
            return record.what.within(language) or words.COOPERATION.within(language)
        case _:
            return ""


def _of_actor(actor: Actor, scene: EcosystemScene) -> str:
    count, sector = len(services_of(actor, scene.register)), common.SECTORS[actor.sector].within(scene.language)
    if not count:
        return words.ACTOR_WITHOUT.within(scene.language, sector=sector)
    return words.ACTOR.within(scene.language, sector=sector, count=count)


def _of_obstacle(obstacle: Obstacle, scene: EcosystemScene) -> str:
    language, end = scene.language, obstacle.removed_on or scene.today
    days = in_days((end - obstacle.since).days, language)
    if obstacle.removed_on:
        return words.REMOVED.within(language, day=day_in_words(obstacle.removed_on, language), days=days)
    state = common.STATES[obstacle.state].within(language)
    return words.STANDING.within(language, state=state, day=day_in_words(obstacle.since, language), days=days)


def _of_occasion(occasion: Occasion, scene: EcosystemScene) -> str:
    day = day_in_words(occasion.day, scene.language)
    count = number(sum(occasion.participants.values()), 0, scene.language)
    if not occasion.participants:
        return words.OCCASION_UNCOUNTED.within(scene.language, day=day)
    return words.OCCASION.within(scene.language, day=day, count=count)
