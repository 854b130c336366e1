"""What the register and its forms list, worked out once for a data version."""

from collections.abc import Iterable
from typing import NamedTuple

from keko.config import Language
from keko.data.area_names import folded
from keko.data.people import Person
from keko.data.text import Text
from keko.ecosystem.changes import ChangeSet, may_undo, recent_changes
from keko.ecosystem.records import KINDS, Actor, Cooperation, Key, Kind, Offering, Record, Service, called
from keko.ecosystem.register import Entry, Register, may_edit, owner_of
from keko.ui import loads
from keko.ui.ecosystem import queries
from keko.ui.forms.offered import told_apart
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.words import ecosystem_register as words


@kept(2)
def real(version: DataVersion) -> Register:
    """The records that are not invented: only these are kept by anybody."""
    entries = queries.register(version).entries
    return Register({key: entry for key, entry in entries.items() if not entry.is_demo})


@kept(50)
def own(person: Person, version: DataVersion) -> dict[Kind, dict[str, Record]]:
    """The real records that somebody may edit: of each kind, by what follows it in their keys."""
    records = real(version).records
    by_kind: dict[Kind, dict[str, Record]] = {kind: {} for kind in KINDS}
    for (kind, id_), record in records.items():
        if may_edit(person, record, records):
            by_kind[kind][id_] = record
    return by_kind


@kept(200)
def own_names(kind: Kind, person: Person, language: Language, version: DataVersion) -> dict[str, str]:
    """Id and name of those of a kind, in the order of the names."""
    return _named(own(person, version)[kind].values(), language, version)


@kept(100)
def names(kind: Kind, language: Language, version: DataVersion) -> dict[str, str]:
    """Id and name of every real record of a kind, in the order of the names."""
    return _named(real(version).of(KINDS[kind]), language, version)


@kept(20)
def ids(kind: Kind, version: DataVersion) -> frozenset[str]:
    """The ids of every record of a kind, invented ones too."""
    return frozenset(id_ for of, id_ in queries.register(version).records if of == kind)


class Listed(NamedTuple):
    """A record on a list: what it is called, and the words that it is found by."""

    entry: Entry
    title: str
    known_by: str


@kept(6)
def in_order(language: Language, version: DataVersion) -> list[Listed]:
    """Every record in the order of what they are called."""
    register = queries.register(version)
    listed = []
    for entry in register.entries.values():
        name = title(entry.record, language, version)
        known_by = folded(" ".join((name, *called(entry.record), *keeper(entry, register))))
        listed.append(Listed(entry, name, known_by))
    return sorted(listed, key=lambda each: each.title.casefold())


def title(record: Record, language: Language, version: DataVersion) -> str:
    """What to call a record on a list: what has no name is called by what it is made of."""
    register = queries.register(version)
    if isinstance(record, Offering):
        service = register.get(Service, record.service)
        group = _group_names(record.model, language, version).get(record.segment, record.segment)
        stage = _stage_names(language).get(record.stage, record.stage)
        return f"{called(service).within(language) if service else record.service}: {group}, {stage}"
    if isinstance(record, Cooperation):
        ends = (register.get(Actor, end) for end in (record.actor, record.partner))
        return " – ".join(called(end).within(language) for end in ends if end)
    return called(record).within(language)


@kept(3)
def _stage_names(language: Language) -> dict[str, str]:
    return {stage.code: stage.names.within(language) for stage in queries.stages()}


@kept(30)
def _group_names(model: str, language: Language, version: DataVersion) -> dict[str, str]:
    known = loads.segment_models(version).get(model)
    return {group.code: group.names.within(language) for group in known.model.segments} if known else {}


def keeper(entry: Entry, register: Register) -> Text:
    """What to call who keeps a record."""
    owner = owner_of(entry.record, register.records)
    record = register.records.get(("actor", owner)) if owner else None
    return called(record) if record else words.ANALYSTS


@kept(50)
def undoable(person: Person, version: DataVersion) -> dict[int, ChangeSet]:
    """The newest changes that somebody may take back, the newest first."""
    register = queries.register(version)
    with loads.engine().connect() as connection:
        return {
            change.number: change
            for change in recent_changes(connection)
            if may_undo(connection, change.number, person, register)
        }


def of_visit(visit: Visit) -> dict[Key, Record]:
    """The real records that whoever asks may edit, by key."""
    return {record.key: record for records in own(visit.person, visit.version).values() for record in records.values()}


def _named(records: Iterable[Record], language: Language, version: DataVersion) -> dict[str, str]:
    """Id and title, in the order of the titles; those alike with who keeps them, and then with their ids."""
    by_id = {record.key[1]: record for record in records}
    titles = {id_: title(record, language, version) for id_, record in by_id.items()}
    register = queries.register(version)
    apart = told_apart(titles, lambda id_: keeper(register.entries[by_id[id_].key], register).within(language))
    return dict(sorted(told_apart(apart, str).items(), key=lambda pair: pair[1].casefold()))
