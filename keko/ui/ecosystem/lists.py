"""What the register and its forms list, worked out once for a data version."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from keko.config import Language
from keko.data.area_names import folded
from keko.data.people import Person
from keko.data.problems import Problem
from keko.data.text import Text
from keko.ecosystem.changes import ChangeSet, recent_changes
from keko.ecosystem.checks import errors_of
from keko.ecosystem.codes import known_codes
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.naming import called_among
from keko.ecosystem.records import KINDS, Key, Kind, Record
from keko.ecosystem.register import Entry, Register, may_edit, owner_of
from keko.ui import loads, room
from keko.ui.forms.offered import told_apart
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.words import ecosystem_register as words
from keko.words.area_labels import collation
from keko.words.ecosystem_sentences import counted


@kept(2)
def real(version: DataVersion) -> Register:
    """The records that are not invented: only these are kept by anybody."""
    return room.register(version).real


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
    return frozenset(id_ for of, id_ in room.register(version).records if of == kind)


class Listed(NamedTuple):
    """A record on a list: what it is called, and the words that it is found by."""

    entry: Entry
    title: str
    known_by: str


@kept(6)
def in_order(language: Language, version: DataVersion) -> list[Listed]:
    """Every record in the order of what they are called."""
    register = room.register(version)
    listed = []
    for entry in register.entries.values():
        name = name_of(entry.record, version).within(language)
        known_by = folded(" ".join((name, *keeper(entry.record, version))))
        listed.append(Listed(entry, name, known_by))
    return sorted(listed, key=lambda each: collation(each.title, language))


@kept(6)
def counted_on(today: date, language: Language, version: DataVersion) -> str:
    """How many records there are, and how many of them nobody has confirmed for half a year, on a day."""
    return counted(room.register(version), today, language)


def name_of(record: Record, version: DataVersion) -> Text:
    """What to call a record, by what it is made of where it has no name."""
    return called_among(record, room.register(version).records, groups(version))


@kept(2)
def groups(version: DataVersion) -> dict[tuple[str, str], Text]:
    """The names of groups, by model and code."""
    models = loads.segment_models(version)
    return {(id_, group.code): group.names for id_, known in models.items() for group in known.model.segments}


def keeper(record: Record, version: DataVersion) -> Text:
    """What to call who keeps a record."""
    own_ = room.register(version).records.get(("actor", owner(record, version) or ""))
    return name_of(own_, version) if own_ else words.ANALYSTS


def owner(record: Record, version: DataVersion) -> str | None:
    """The id of the actor that keeps a record, None where only analysts do."""
    return owner_of(record, room.register(version).records)


@kept(50)
def undoable(person: Person, version: DataVersion) -> dict[int, ChangeSet]:
    """The newest changes that somebody may take back, the newest first."""
    register = room.register(version)
    with loads.engine().connect() as connection:
        return {change.number: change for change in recent_changes(connection, person, register)}


@kept(50)
def unfit(person: Person, version: DataVersion) -> list[Problem]:
    """What is wrong by now with offerings and obstacles that somebody may edit: the group may have gone from its model."""
    mine = own(person, version)
    with loads.engine().connect() as connection:
        codes = known_codes(connection)
    return errors_of([*mine["offering"].values(), *mine["obstacle"].values()], real(version).records, codes)


def of_visit(visit: Visit) -> dict[Key, Record]:
    """The real records that whoever asks may edit, by key."""
    return {record.key: record for records in own(visit.person, visit.version).values() for record in records.values()}


def _named(records: Iterable[Record], language: Language, version: DataVersion) -> dict[str, str]:
    """Id and title, in the order of the titles; those alike with who keeps them, and then with their ids."""
    by_id = {record.key[1]: record for record in records}
    titles = {id_: name_of(record, version).within(language) for id_, record in by_id.items()}
    apart = told_apart(titles, lambda id_: keeper(by_id[id_], version).within(language))
    return dict(sorted(told_apart(apart, str).items(), key=lambda pair: collation(pair[1], language)))


def told(record: object, visit: Visit) -> str:
    """A record as it was found when it was to be saved."""
    if not isinstance(record, Record):
        return ""
    language = visit.view.language
    return f"{KIND_NAMES[record.kind].within(language)} {name_of(record, visit.version).within(language)}"
