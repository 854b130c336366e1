"""Which of several files belong to segment models, and which of those make up one model together."""

from collections.abc import Set
from dataclasses import dataclass

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.intake.mappings import Mapping
from keko.intake.read.file import format_of
from keko.intake.read.formats import csv, spreadsheet
from keko.intake.read.workbook import unpacked_once
from keko.intake.recognise.header_repair import open_table
from keko.intake.segments.read import is_description
from keko.intake.segments.table_kinds import TableKind, kind_of, role_of

HEAD = 50_000  # bytes of a text file that tell its headers


@dataclass(frozen=True)
class Recognised:
    """What a file is of a segment model: `part` of one, or a `whole` one, as it describes the model too; else neither."""

    part: bool
    whole: bool = False


def recognise(name: str, data: bytes, names: AreaNames, max_bytes: int) -> Recognised:
    """Whether a file belongs to a segment model, by the headers of its tables; a file that is refused belongs to none."""
    if is_description(name):
        return Recognised(part=True)
    try:
        with unpacked_once():
            kinds = _kinds(name, data, names, max_bytes)
    except Refused:
        return Recognised(part=False)
    return Recognised(bool(kinds), "model" in kinds and len(kinds) > 1)


def _kinds(name: str, data: bytes, names: AreaNames, max_bytes: int) -> Set[TableKind]:
    if len(data) > max_bytes:
        return set()
    format_name = format_of(data, name)
    if format_name not in spreadsheet.FORMATS:
        is_long = format_name in csv.FORMATS and len(data) > HEAD
        head = data[: data.rfind(b"\n", 0, HEAD) + 1] if is_long else data
        return _kind(head, name, names, Mapping(), max_bytes)
    kinds: set[TableKind] = set()
    for sheet in spreadsheet.sheet_names(data):
        try:
            kinds |= _kind(data, name, names, Mapping(sheet=sheet), max_bytes)
        except Refused:
            continue
    return kinds


def _kind(data: bytes, name: str, names: AreaNames, mapping: Mapping, max_bytes: int) -> set[TableKind]:
    table = open_table(data, name, names, mapping, max_bytes).table
    kind = kind_of({role for header in table.header if (role := role_of(header))})
    return {kind} if kind else set()
