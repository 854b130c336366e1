"""A backup put into an empty database of either kind, all of it or nothing."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import sqlalchemy as sa

from keko.data import bulk, sealed
from keko.data.backup import Backup, TablePart, tables_of
from keko.data.engine import migrate, rebuilding, revisions
from keko.data.problems import ProblemKind, Refused
from keko.data.schema import audit, boundary_release, release
from keko.data.sealed_problems import BROKEN, NEWER
from keko.data.text import Text

HOLDS_FIGURES = ProblemKind(
    "database-in-use",
    "error",
    Text(
        "Tietokannassa on jo aineistoa: palauta varmuuskopio tyhjään tietokantaan tai sellaiseen, jolle on ajettu vain init. Mitään "
        "ei muutettu.",
        "Databasen innehåller redan material: återställ säkerhetskopian i en tom databas eller i en där bara init har körts. Inget "
        "ändrades.",
        "The database already holds data: restore the backup into an empty one, or one in which only init was run. Nothing was "
        "changed.",
    ),
)
_TOGETHER = 8_000_000  # bytes of a backup that are held as rows


def verify(archive: ZipFile) -> Backup:
    """What an open backup tells of itself, when every part has been read and is as it tells.

    Raises:
        Refused: it is not whole, or made by a newer KEKO.
    """
    manifest = sealed.read_manifest(archive, Backup)
    sealed.refuse_other_parts(archive, manifest.tables)
    for part in manifest.tables:
        if sum(1 for _ in sealed.read_lines(archive, part)) != part.rows:
            raise Refused([BROKEN.at(part=part.name)])
    return manifest


def restore(engine: sa.Engine, path: Path) -> Backup:
    """Make the database what it was when the backup was taken, in one transaction; older tables are brought up to date.

    Raises:
        Refused: the backup is not whole or made by a newer KEKO, or the database is in use: nothing was changed.
        OSError: the file cannot be read.
    """
    with sealed.opened(path) as archive:
        manifest = verify(archive)
        if manifest.revision not in revisions():
            raise Refused([NEWER.at(keko=manifest.keko)])
        with rebuilding(engine) as connection:
            _refuse_in_use(connection)
            _drop_tables(connection)
            migrate(connection, manifest.revision)
            try:
                _fill(connection, archive, manifest.tables)
                migrate(connection)
            except sa.exc.DBAPIError as error:
                raise Refused([BROKEN.at(part="tables")]) from error
            _refuse_broken_references(connection)
            continue_numbers(connection)
    return manifest


def _refuse_in_use(connection: sa.Connection) -> None:
    """What people do leaves a release or a line of the audit log; `init` leaves neither, but for its own map."""
    here = set(sa.inspect(connection).get_table_names())
    traces = (
        sa.select(release.c.id),
        sa.select(audit.c.id).where(audit.c.what != "boundaries"),
        sa.select(boundary_release.c.id).where(boundary_release.c.is_schematic.is_(False)),
    )
    for query in traces:
        names = {table.name for table in query.get_final_froms() if isinstance(table, sa.Table)}
        if names <= here and connection.execute(query.limit(1)).first():
            raise Refused([HOLDS_FIGURES.at()])


def _drop_tables(connection: sa.Connection) -> None:
    """KEKO's own tables, which hold nothing that people made; those of others stay."""
    for table in reversed(tables_of(connection)):
        table.drop(connection)
    sa.Table("alembic_version", sa.MetaData()).drop(connection, checkfirst=True)


def _fill(connection: sa.Connection, archive: ZipFile, parts: Sequence[TablePart]) -> None:
    by_name = {part.table: part for part in parts}
    tables = tables_of(connection)
    if by_name.keys() != {table.name for table in tables}:
        raise Refused([BROKEN.at(part=sealed.MANIFEST)])
    for table in tables:
        part = by_name[table.name]
        if sorted(part.columns) != sorted(table.columns.keys()):
            raise Refused([BROKEN.at(part=sealed.MANIFEST)])
        table_rows = (_cells(line, part) for line in sealed.read_lines(archive, part))
        connection.execute(table.delete())  # a migration may have put rows there
        for rows in _some_at_a_time(table_rows):
            frame = pd.DataFrame(rows, columns=list(part.columns))
            bulk.insert(connection, table, _with_bytes(frame, table, connection.dialect.name))


def _cells(line: bytes, part: TablePart) -> tuple[int, list[Any]]:
    """The length of a line, and its cells."""
    try:
        cells = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Refused([BROKEN.at(part=part.name)]) from error
    if not isinstance(cells, list) or len(cells) != len(part.columns):
        raise Refused([BROKEN.at(part=part.name)])
    return len(line), cells


def _some_at_a_time(rows: Iterable[tuple[int, list[Any]]]) -> Iterator[list[list[Any]]]:
    some: list[list[Any]] = []
    size = 0
    for length, cells in rows:
        some.append(cells)
        size += length
        if size >= _TOGETHER or len(some) >= bulk.ROWS:
            yield some
            some, size = [], 0
    if some:
        yield some


def _with_bytes(frame: pd.DataFrame, table: sa.Table, engine: str) -> pd.DataFrame:
    """Bytes as the database takes them: PostgreSQL reads the text itself."""
    names = [column.name for column in table.columns if isinstance(column.type, sa.LargeBinary)]
    if engine == "postgresql" or not names:
        return frame
    return frame.assign(**{name: frame[name].map(lambda text: bytes.fromhex(text[2:])) for name in names})


def _refuse_broken_references(connection: sa.Connection) -> None:
    """PostgreSQL has looked itself; SQLite does not while tables are made anew."""
    if connection.dialect.name == "sqlite" and (
        broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    ):
        raise Refused([BROKEN.at(part=broken[0])])


def continue_numbers(connection: sa.Connection) -> None:
    """New rows are numbered on from those that came with the backup, as SQLite does by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables_of(connection):
        column = table.autoincrement_column
        if column is None:
            continue
        sequence = connection.execute(sa.select(sa.func.pg_get_serial_sequence(table.name, column.name))).scalar()
        if sequence:
            following = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
            connection.execute(sa.select(sa.func.setval(sequence, following, False)))
