"""What to call records that have no name of their own, by what they are made of, and ids that are made of names."""

from collections.abc import Hashable, Iterable, Mapping
from functools import cache

from keko.data.area_names import folded
from keko.data.look_alikes import plain
from keko.data.names import id_of
from keko.data.text import Text
from keko.ecosystem.records import SECTORS, Cooperation, Key, Kind, Obstacle, Offering, Record, called
from keko.ecosystem.stages import read_stages
from keko.ecosystem.values import LONGEST_ID

Groups = Mapping[tuple[str, str], Text]  # the names of groups, by model and code
_OFFERING = Text("{service}: {group}, {stage}", "{service}: {group}, {stage}", "{service}: {group}, {stage}")
_COOPERATION = Text("{actor} – {partner}", "{actor} – {partner}", "{actor} – {partner}")


def called_among(record: Record, records: Mapping[Key, Record], groups: Groups | None = None) -> Text:
    """What to call a record among those it refers to; what is not there is called by its code. `groups`: their names."""
    if isinstance(record, Offering):
        group = (groups or {}).get((record.model, record.segment), Text.same(record.segment))
        stage = _stages().get(record.stage, Text.same(record.stage))
        service = _named(("service", record.service), records)
        return _OFFERING.filled(service=service, group=group, stage=stage)
    if isinstance(record, Cooperation):
        actor, partner = (_named(("actor", id_), records) for id_ in (record.actor, record.partner))
        return _COOPERATION.filled(actor=actor, partner=partner)
    return called(record)


def new_id(kind: Kind, words: str, taken: Iterable[str]) -> str:
    """An id of a new record made of its name, or else of its words; an actor's is no sector's."""
    return id_of(words, {*taken, *SECTORS}, LONGEST_ID, kind)


def likeness(obstacle: Obstacle) -> tuple[Hashable, ...]:
    """What tells an obstacle apart, which has no name: its words as they look, whose it is, and where it stands."""
    at = (obstacle.owner, obstacle.model, obstacle.segment, obstacle.stage, obstacle.areas)
    return (folded(plain(obstacle.what.fi)), *at)


def _named(key: Key, records: Mapping[Key, Record]) -> Text:
    return called(records[key]) if key in records else Text.same(key[1])


@cache
def _stages() -> dict[str, Text]:
    return {stage.code: stage.names for stage in read_stages()}
