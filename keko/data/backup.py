"""The whole database as one file that does not depend on the kind of database: to keep, and to move to another kind.

A part for each table: a line of JSON for each row, a list of its cells in the order of the manifest's columns. Days and
JSON are texts as the database has them, bytes are hexadecimal after \\x.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from zipfile import ZipFile

import sqlalchemy as sa
from pydantic import Field

from keko.data import sealed
from keko.data.engine import revision, revisions, snapshot
from keko.data.problems import ProblemKind, Refused
from keko.data.schema import metadata
from keko.data.text import Text

FORMAT = "keko-backup"
_AT_A_TIME = 2_000  # rows
EMPTY = {"sign_in"}  # a backup signs nobody in

NEWER_DATABASE = ProblemKind(
    "newer-database",
    "error",
    Text(
        "Tietokanta on uudemman KEKOn tekemä: päivitä tämä ensin.",
        "Databasen är gjord av ett nyare KEKO: uppdatera det här först.",
        "The database was made by a newer KEKO: update this one first.",
    ),
)


class TablePart(sealed.Part):
    """The rows of one table."""

    table: str
    columns: tuple[str, ...]
    rows: int = Field(ge=0)


class Backup(sealed.Manifest):
    """What a backup tells of itself. `revision`: the form of its tables; `engine`: the kind of database it was taken of."""

    format: Literal["keko-backup"] = "keko-backup"
    revision: str
    engine: str
    tables: tuple[TablePart, ...]

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(part.rows for part in self.tables)


def back_up(engine: sa.Engine, path: Path) -> Backup:
    """Write every row to `path`, as they all were at one moment; others may write meanwhile. Nobody is signed in by a backup.

    An older backup of that name is replaced when the new one is whole.

    Raises:
        Refused: another file has the name, or the database is of a newer KEKO.
        OSError: the file cannot be written.
    """
    sealed.refuse_other_file(path, FORMAT)
    with snapshot(engine) as connection, sealed.new_file(path) as archive:
        form = revision(connection)
        if form is None or form not in revisions():
            raise Refused([NEWER_DATABASE.at()])
        parts = tuple(_add(archive, connection, table) for table in tables_of(connection))
        manifest = Backup(**sealed.made(), revision=form, engine=connection.dialect.name, tables=parts)
        sealed.add_manifest(archive, manifest)
    return manifest


def tables_of(connection: sa.Connection) -> list[sa.Table]:
    """KEKO's tables in the form that this database has, each after those that it refers to."""
    here = set(sa.inspect(connection).get_table_names()) & set(metadata.tables)
    known = sa.MetaData()
    known.reflect(connection, only=sorted(here))
    return known.sorted_tables


def _add(archive: ZipFile, connection: sa.Connection, table: sa.Table) -> TablePart:
    rows = 0

    def lines() -> Iterator[bytes]:
        nonlocal rows
        query = sa.select(*map(_as_text, table.columns)).order_by(*table.primary_key.columns)
        query = query.where(sa.false()) if table.name in EMPTY else query
        for some in connection.execute(query, execution_options={"yield_per": _AT_A_TIME}).partitions():
            rows += len(some)
            yield "".join(f"{_line(row)}\n" for row in some).encode()

    part = sealed.add_part(archive, f"tables/{table.name}.jsonl", lines())
    columns = tuple(column.name for column in table.columns)
    return TablePart(**part.model_dump(), table=table.name, columns=columns, rows=rows)


def _as_text(column: "sa.Column[Any]") -> sa.ColumnElement[Any]:
    """Days and JSON to the letter, so that a JSON null stays apart from none."""
    texts = isinstance(column.type, sa.JSON | sa.Date)
    return sa.cast(column, sa.Text).label(column.name) if texts else column


def _line(row: "sa.Row[Any]") -> str:
    return json.dumps(tuple(row), ensure_ascii=False, separators=(",", ":"), default=lambda raw: f"\\x{raw.hex()}")
