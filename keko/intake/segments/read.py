"""From the files of a delivery to its tables and its description, whichever way they are put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from keko.data.area_names import AreaNames
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping, parsed
from keko.intake.read.file import format_of, refuse_bytes
from keko.intake.read.formats import spreadsheet
from keko.intake.read.table import Table
from keko.intake.read.workbook import unpacked_once
from keko.intake.recognise.header_repair import open_table
from keko.intake.segments.table_kinds import TableKind, kind_of, role_of

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
        "The files hold descriptions of {count} models: import one model at a time.",
    ),
)
_MOST_NAMED = 12


@dataclass(frozen=True)
class ModelTable:
    """One table of the delivery. `name`: of its file or sheet; `columns`: the place of each role."""

    name: str
    kind: TableKind
    table: Table
    columns: dict[str, int]


@dataclass(frozen=True)
class Delivery:
    """What the files hold: entries of the description, and tables."""

    entries: dict[str, Any]
    tables: list[ModelTable]

    def of(self, kind: TableKind) -> list[ModelTable]:
        """The tables of a kind."""
        return [table for table in self.tables if table.kind == kind]


def read_files(files: Sequence[tuple[str, bytes]], names: AreaNames, max_bytes: int) -> Delivery:
    """The tables in `files`, each a name and its bytes: YAML describes the model, a workbook may hold many tables.

    Raises:
        Refused: a file cannot be read, is about single persons, or is no table of a segment model.
    """
    entries: dict[str, Any] = {}
    tables: list[ModelTable] = []
    for name, data in files:
        refuse_bytes(len(data), max_bytes)
        if is_description(name):
            entries |= parsed(data.decode("utf-8-sig", errors="replace"))
        else:
            with unpacked_once():
                tables += _tables(name, data, names, max_bytes)
    sheets = [table for table in tables if table.kind == "model"]
    count = len(sheets) + sum(is_description(name) for name, _ in files)
    if count > 1:
        raise Refused([SEVERAL_MODELS.at(count=count)])
    for sheet in sheets:
        entries |= _entries(sheet)
    return Delivery(entries, [table for table in tables if table.kind != "model"])


def is_description(name: str) -> bool:
    """Whether a file of this name describes the model in YAML."""
    return name.lower().endswith((".yaml", ".yml"))


def _tables(name: str, data: bytes, names: AreaNames, max_bytes: int) -> list[ModelTable]:
    if format_of(data, name) not in spreadsheet.FORMATS:
        return [_table(name, open_table(data, name, names, Mapping(), max_bytes).table)]
    return [
        _table(sheet, open_table(data, name, names, Mapping(sheet=sheet), max_bytes).table)
        for sheet in spreadsheet.sheet_names(data)
    ]


def _table(name: str, table: Table) -> ModelTable:
    columns = {role: place for place, header in enumerate(table.header) if (role := role_of(header))}
    kind = kind_of(columns.keys())
    if kind is None:
        raise Refused([TABLE_NOT_KNOWN.at(table=name, seen=", ".join(table.names[:_MOST_NAMED]))])
    return ModelTable(name, kind, table, columns)


def _entries(sheet: ModelTable) -> dict[str, Any]:
    """A sheet of entries and values as the YAML that it stands for: "names.fi" is the entry fi within names."""
    entries: dict[str, Any] = {}
    cells = sheet.table.cells[[sheet.columns["entry"], sheet.columns["value"]]]
    for entry, value in cells.itertuples(index=False, name=None):
        if not entry.strip() or not value.strip():
            continue
        *above, last = entry.strip().split(".")
        branch = entries
        for step in above:
            branch = branch.setdefault(step, {})
        branch[last] = value.strip()
    if isinstance(variables := entries.get("variables"), str):
        entries["variables"] = [variable.strip() for variable in variables.split(";") if variable.strip()]
    return entries
