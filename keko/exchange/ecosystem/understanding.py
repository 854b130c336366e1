"""From the rows of a filled-in template to records: ids made of names, and names read as what they refer to."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from keko.config import LANGUAGES
from keko.data.area_names import folded
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.ecosystem.naming import likeness, new_id
from keko.ecosystem.problems import record_of
from keko.ecosystem.records import KINDS, SECTORS, Key, Kind, Obstacle, Record
from keko.exchange.ecosystem.cells import CellReader, chosen
from keko.exchange.ecosystem.columns import TEXTS
from keko.exchange.ecosystem.known import NONE_KNOWN, KnownNames
from keko.exchange.ecosystem.places import placed
from keko.exchange.ecosystem.sheets import Row

_REFERRED: dict[str, Kind] = {
    "actor": "actor", "partner": "actor", "owner": "actor", "remover": "actor", "service": "service", "methods": "method",
}  # fmt: skip


@dataclass(frozen=True)
class _Names:
    """The keys that there are, and the ids of each kind by name."""

    keys: Set[Key]
    by_name: Mapping[Key, set[str]]

    def resolved(self, field_: str, value: Any) -> Any:
        """What a field refers to, by id where its name is given and one only is called so."""
        if field_ not in _REFERRED or value is None:
            return value
        if isinstance(value, tuple):
            return tuple(self.resolved(field_, part) for part in value)
        kind = _REFERRED[field_]
        if field_ == "remover" and (kind, value) not in self.keys and (sector := chosen("sector", value)) in SECTORS:
            return sector
        called_so = self.by_name.get((kind, folded(value)), set())
        return next(iter(called_so)) if (kind, value) not in self.keys and len(called_so) == 1 else value


@dataclass(frozen=True)
class Understood:
    """The records of a file, each with its row, and what is wrong with rows that make none."""

    records: list[tuple[Record, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def understand(
    rows: Sequence[Row], there_is: Mapping[Key, Record], reader: CellReader, known: KnownNames = NONE_KNOWN
) -> Understood:
    """The records that the rows make. `there_is`: what stays as it is in columns that the file does not have."""
    given = _with_ids([(row, known.coded(_given(row, reader))) for row in rows], there_is)
    names = _names(given, there_is)
    understood = Understood()
    for row, values in given:
        resolved = {field_: names.resolved(field_, value) for field_, value in values.items()}
        try:
            understood.records.append((_record(row.kind, resolved, there_is), row))
        except Refused as refused:
            understood.problems.extend(placed(problem, row) for problem in refused.problems)
    return understood


def _given(row: Row, reader: CellReader) -> dict[str, Any]:
    """What the row says of each field; None where its cell is empty."""
    values: dict[str, Any] = {}
    for column, cell in row.cells.items():
        if column.part is not None:
            values.setdefault(column.field, {})[column.part] = cell
        else:
            values[column.field] = reader.read(column.field, cell) if cell else None
    return {field_: None if field_ in TEXTS and not any(value.values()) else value for field_, value in values.items()}


def _with_ids(
    given: list[tuple[Row, dict[str, Any]]], there_is: Mapping[Key, Record]
) -> list[tuple[Row, dict[str, Any]]]:
    """A new record without an id gets one that is made of its name, or else of its words; an obstacle that stands has its own."""
    own_ids = {(row.kind, values.get("id")) for row, values in given}
    taken: dict[Kind, set[str]] = defaultdict(set)
    for kind, id_ in [*there_is, *own_ids]:
        taken[kind].add(id_ or "")
    names = _names([], there_is)
    standing: dict[Hashable, str] = {
        likeness(known): known.id
        for key, known in there_is.items()
        if isinstance(known, Obstacle) and known.is_standing and key not in own_ids
    }
    for row, values in given:
        if "id" in KINDS[row.kind].model_fields and not values.get("id"):
            words = values.get("name") or values.get("what") or {}
            values["id"] = standing.pop(_likeness(row.kind, values, names), None) or new_id(
                row.kind, words.get("fi", ""), taken[row.kind]
            )
            taken[row.kind].add(values["id"])
    return given


def _likeness(kind: Kind, values: dict[str, Any], names: _Names) -> Hashable:
    """What tells the obstacle of a row apart; None where the row makes no obstacle."""
    resolved = {field_: names.resolved(field_, value) for field_, value in values.items() if value is not None}
    try:
        record = record_of(kind, {"since": date.min} | resolved | {"id": kind}) if kind == "obstacle" else None
    except Refused:
        return None
    return likeness(record) if isinstance(record, Obstacle) else None


def _names(given: list[tuple[Row, dict[str, Any]]], there_is: Mapping[Key, Record]) -> _Names:
    by_name: dict[Key, set[str]] = defaultdict(set)
    for key, record in there_is.items():
        for part in getattr(record, "name", None) or ():
            by_name[key[0], folded(part)].add(key[1])
    for row, values in given:
        for part in (values.get("name") or {}).values():
            by_name[row.kind, folded(part)].add(values["id"])
    ids: set[Key] = {(row.kind, values["id"]) for row, values in given if values.get("id")}
    return _Names(ids | there_is.keys(), by_name)


def _record(kind: Kind, given: dict[str, Any], there_is: Mapping[Key, Record]) -> Record:
    """The record of a row; fields that the file has no column for are as they were."""
    values = {field_: value for field_, value in given.items() if value is not None}
    key = (kind, given["id"]) if "id" in given else record_of(kind, values).key
    known = there_is.get(key)
    if known is None:
        return record_of(kind, values)
    was = {field_: getattr(known, field_) for field_ in type(known).model_fields}
    parts = {field_: _earlier(was[field_]) | value for field_, value in values.items() if field_ in TEXTS}
    return record_of(kind, {field_: was[field_] for field_ in was.keys() - given.keys()} | values | parts)


def _earlier(words: Text) -> dict[str, str]:
    """The words of a field, without those that are the Finnish ones again."""
    return {
        language: words.within(language)
        for language in LANGUAGES
        if language == "fi" or words.within(language) != words.fi
    }
