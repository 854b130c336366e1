"""Answers an analyst gave about a file, remembered for the next file of the same shape."""

import hashlib
import re
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from pydantic import ValidationError

from keko.data.area_names import folded
from keko.data.audit import note, now
from keko.data.people import Person
from keko.data.schema import remembered_mapping
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.values.headings import beside_period
from keko.intake.values.periods import read_period

Json = dict[str, Any]

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20|21)\d\d(?!\d)")
_PERIOD = "<period>"
_PLACES = 5
# Roles that only one column can have, so that another column with it takes the place of the one remembered.
_SOLE = frozenset(
    {"area", "measure", "sex", "age", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "status"}
)
_CONSTANT_ROLES = {"area": "area", "period": "time", "sex": "sex", "age": "age", "measure": "measure"}


def shape_of(table: Table) -> str:
    """What files of one kind have in common: their headers, whatever years and however many of them those name."""
    tokens = dict.fromkeys(_token(header) for header in table.header)
    return hashlib.sha256("\x1f".join(tokens).encode()).hexdigest()


def remember(connection: sa.Connection, table: Table, mapping: Mapping, by: Person) -> None:
    """Keep what was answered about `table`, instead of what was answered before; an empty mapping answers nothing.

    A period and the numbers of rows are not kept: they are true of one file only.

    Raises:
        NotAllowed: `by` brings in no files.
    """
    by.must("analyst")
    if kept := _lasting(mapping):
        _replace(connection, table, kept, by)


def forget(connection: sa.Connection, table: Table, by: Person) -> None:
    """Let go of what was answered about files of the shape of `table`: somebody has taken an answer back.

    Raises:
        NotAllowed: `by` brings in no files.
    """
    by.must("analyst")
    _replace(connection, table, None, by)


def _replace(connection: sa.Connection, table: Table, kept: Json | None, by: Person) -> None:
    """Put answers, or none, in the place of those before."""
    shape = shape_of(table)
    here = remembered_mapping.c.shape == shape
    known = connection.execute(sa.select(remembered_mapping.c.mapping).where(here)).scalar()
    if known == kept:
        return
    connection.execute(remembered_mapping.delete().where(here))
    if kept is not None:
        values = {"shape": shape, "mapping": kept, "file_name": table.file_name, "by": by.subject, "at": now()}
        connection.execute(remembered_mapping.insert().values(values))
    note(connection, by, "forget" if kept is None else "remember", f"mapping {shape[:12]}", before=known, after=kept)


def recall(connection: sa.Connection, table: Table) -> Mapping | None:
    """What was answered about the last file of the shape of `table`, its columns named as they are here.

    What its figures measure is recalled for a file of the same name only, years and other digits apart: many files share
    headers as general as Alue, Vuosi and Arvo.
    """
    query = sa.select(remembered_mapping).where(remembered_mapping.c.shape == shape_of(table))
    remembered = connection.execute(query).mappings().first()
    if remembered is None:
        return None
    known: Json = remembered["mapping"]
    columns = _renamed(known.get("columns", {}), table)
    other = {"columns"} if called(remembered["file_name"]) == called(table.file_name) else {"columns", "indicator"}
    entries = {entry: value for entry, value in known.items() if entry not in other}
    return _read(entries | ({"columns": columns} if columns else {}))


def places(connection: sa.Connection, file_name: str) -> list[Mapping]:
    """Where in their files the tables of earlier files stood that somebody had to tell, the newest answers first.

    Only of files of the same format as `file_name`, by its ending.
    """
    query = sa.select(remembered_mapping.c.mapping, remembered_mapping.c.file_name)
    by_place: dict[tuple[object, object], Mapping] = {}
    for known, earlier in connection.execute(query.order_by(remembered_mapping.c.at.desc())):
        place = _read({entry: known[entry] for entry in ("sheet", "header_row") if entry in known})
        if place and place.places and PurePath(earlier).suffix.lower() == PurePath(file_name).suffix.lower():
            by_place.setdefault((place.sheet, place.header_row), place)
    return list(by_place.values())[:_PLACES]


def _read(entries: Json) -> Mapping | None:
    try:
        return Mapping.model_validate(entries)
    except ValidationError:  # kept by a version that knew other entries
        return None


def lasting(mapping: Mapping) -> Mapping:
    """What of the answers about a file may be true of another one: neither a period nor the numbers of rows."""
    return Mapping.model_validate(_lasting(mapping))


def called(file_name: str) -> str:
    """A file's name without what changes from one delivery to the next: digits, and signs between words."""
    return re.sub(r"[\W\d_]+", " ", folded(PurePath(file_name).stem)).strip()


def merged(recalled: Mapping, given: Mapping) -> Mapping:
    """Both together; where they differ, what was given now holds."""
    old, new = recalled.model_dump(mode="json", exclude_unset=True), given.model_dump(mode="json", exclude_unset=True)
    sole_roles = set(new.get("columns", {}).values()) & _SOLE
    sole_roles |= {_CONSTANT_ROLES.get(name) for name, text in new.get("constants", {}).items() if text}
    if "columns" in old:
        old["columns"] = {name: role for name, role in old["columns"].items() if role not in sole_roles}
    return Mapping.model_validate(_over(old, new))


def _token(header: str) -> str:
    """A header without what changes from one year's file to the next."""
    if read_period(header):
        return _PERIOD
    rest = beside_period(header)
    return _YEAR.sub(_PERIOD, folded(rest)) + _PERIOD if rest else _YEAR.sub(_PERIOD, folded(header))


def _lasting(mapping: Mapping) -> Json:
    """The entries of a mapping that were given and may be true of another file."""
    entries = mapping.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    entries.get("constants", {}).pop("period", None)
    entries.get("pass_over", {}).pop("rows", None)
    return {entry: value for entry, value in entries.items() if value not in ({}, [])}


def _renamed(columns: dict[str, str], table: Table) -> dict[str, str]:
    """The columns as `table` names them: a year in a name is another one now. Years themselves keep their names."""
    roles = {_token(name): role for name, role in columns.items() if _token(name) != _PERIOD}
    exact = {folded(name): role for name, role in columns.items()}
    renamed = {name: exact.get(folded(name)) or roles.get(_token(name)) for name in table.names}
    return {name: role for name, role in renamed.items() if role}


def _over(old: Json, new: Json) -> Json:
    both = {
        name: _over(old[name], new[name])
        for name in old.keys() & new.keys()
        if _both_have_entries(old[name], new[name])
    }
    return old | new | both


def _both_have_entries(old: object, new: object) -> bool:
    return isinstance(old, dict) and isinstance(new, dict)
