"""From the files of a delivery to its tables and its description, whichever way they are put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from keko.data.area_names import AreaNames
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping, parsed
from keko.intake.read.file import FILE_TOO_LARGE, format_of
from keko.intake.read.formats.spreadsheet import sheet_names
from keko.intake.read.table import Table
from keko.intake.recognise.header_repair import open_table
from keko.intake.segments.headings import TableKind, kind_of, role_of

TABLE_NOT_KNOWN = ProblemKind(
    "segment-table-not-known",
    "error",
    Text(
        "Taulukko ”{table}” ei ole mikään segmenttimallin taulukoista: sen sarakkeet ovat {seen}. Katso malli komennolla "
        "segments template.",
        "Tabellen ”{table}” är ingen av segmentmodellens tabeller: dess kolumner är {seen}. Se mallen med kommandot segments "
        "template.",
        "The table “{table}” is none of a segment model's tables: its columns are {seen}. See the template by segments template.",
    ),
)
SEVERAL_MODELS = ProblemKind(
    "segment-models-several",
    "error",
    Text(
        "Tiedostoissa on {count} mallin kuvausta: tuo yksi malli kerrallaan.",
        "Filerna innehåller {count} modellbeskrivningar: importera en modell åt gången.",
        "The files hold descriptions of {count} models: bring in one model at a time.",
    ),
)
WORKBOOKS = frozenset({"xlsx", "xls", "ods"})
DESCRIPTION = (".yaml", ".yml")
_MOST_NAMED = 12


@dataclass(frozen=True)
class Part:
    """One table of the delivery. `name`: of its file or sheet; `columns`: the place of each role."""

    name: str
    kind: TableKind
    table: Table
    columns: dict[str, int]


@dataclass(frozen=True)
class Delivered:
    """What the files hold: entries of the description, and tables."""

    entries: dict[str, Any]
    parts: list[Part]

    def of(self, kind: TableKind) -> list[Part]:
        """The tables of a kind."""
        return [part for part in self.parts if part.kind == kind]


def open_files(files: Sequence[tuple[str, bytes]], names: AreaNames, max_bytes: int) -> Delivered:
    """The tables in `files`, each a name and its bytes: YAML describes the model, a workbook may hold many tables.

    Raises:
        Refused: a file cannot be read, is about single persons, or is no table of a segment model.
    """
    entries: dict[str, Any] = {}
    parts: list[Part] = []
    for name, data in files:
        if len(data) > max_bytes:
            raise Refused([FILE_TOO_LARGE.at(seen=len(data) // 1_000_000, limit=max_bytes // 1_000_000)])
        if name.lower().endswith(DESCRIPTION):
            entries |= parsed(data.decode("utf-8-sig", errors="replace"))
        else:
            parts += _parts(name, data, names, max_bytes)
    told = [part for part in parts if part.kind == "model"]
    count = len(told) + sum(name.lower().endswith(DESCRIPTION) for name, _ in files)
    if count > 1:
        raise Refused([SEVERAL_MODELS.at(count=count)])
    for part in told:
        entries |= _entries(part)
    return Delivered(entries, [part for part in parts if part.kind != "model"])


def _parts(name: str, data: bytes, names: AreaNames, max_bytes: int) -> list[Part]:
    if format_of(data, name) not in WORKBOOKS:
        return [_part(name, open_table(data, name, names, Mapping(), max_bytes).table)]
    return [
        _part(sheet, open_table(data, name, names, Mapping(sheet=sheet), max_bytes).table)
        for sheet in sheet_names(data)
    ]


def _part(name: str, table: Table) -> Part:
    roles = {role: place for place, header in enumerate(table.header) if (role := role_of(header))}
    kind = kind_of(roles.keys())
    if kind is None:
        raise Refused([TABLE_NOT_KNOWN.at(table=name, seen=", ".join(table.names[:_MOST_NAMED]))])
    return Part(name, kind, table, roles)


def _entries(part: Part) -> dict[str, Any]:
    """A sheet of entries and values as the YAML that it stands for: "names.fi" is the entry fi within names."""
    found: dict[str, Any] = {}
    cells = part.table.cells[[part.columns["entry"], part.columns["value"]]]
    for entry, value in cells.itertuples(index=False, name=None):
        if not entry.strip() or not value.strip():
            continue
        *above, last = entry.strip().split(".")
        place = found
        for step in above:
            place = place.setdefault(step, {})
        place[last] = value.strip()
    if isinstance(variables := found.get("variables"), str):
        found["variables"] = [one.strip() for one in variables.split(";") if one.strip()]
    return found
