"""Connections to the database, and its migrations: SQLite embedded, PostgreSQL by its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
WRITERS = 5_355_279  # any number, the same in every replica


def connect(url: str) -> sa.Engine:
    """An engine for `url`; the folder of a SQLite file is made if it is missing.

    Raises:
        sa.exc.ArgumentError: `url` is no address of a database.
    """
    try:
        address = sa.make_url(url)
    except ValueError:  # without the address, which may hold a password
        raise sa.exc.ArgumentError("its host or its port cannot be read") from None
    if address.get_backend_name() != "sqlite":
        return sa.create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(address)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "checkout", _refuse_gone)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # the driver's own BEGIN comes too late to hold a transaction together
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=30000", "synchronous=NORMAL"):
        raw.execute(f"PRAGMA {pragma}")


def _refuse_gone(raw: Any, record: Any, _proxy: Any) -> None:
    """Open the file anew where another has taken its place, as after a restored backup: an open one would still be read."""
    here = _inode(raw)
    if record.info.setdefault("inode", here) != here:
        raise sa.exc.DisconnectionError("the file has been replaced")


def _inode(raw: Any) -> int | None:
    path = next((row[2] for row in raw.execute("PRAGMA database_list") if row[1] == "main"), "")
    try:
        return Path(path).stat().st_ino if path else None
    except OSError:
        return None


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that changes what is stored: all of it is kept, or nothing.

    One at a time, so that what is made from the current release is made from the newest: SQLite locks its file, on
    PostgreSQL a lock of the database does it. Readers never wait.
    """
    with engine.execution_options(writes=True).begin() as connection:
        _wait_for_other_writers(connection)
        yield connection


@contextmanager
def writing_apart(engine: sa.Engine) -> Iterator[sa.Connection]:
    """The same for what no figure depends on, as who is signed in: on PostgreSQL it does not wait for a file to be imported."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that reads everything as it was at one moment, while others write on."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":  # SQLite's transactions are such by themselves
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def rebuilding(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction of one writer in which tables may be made anew: all of it is kept, or nothing.

    SQLite changes a column by building its table anew; dropping the old one must not take with it what refers to it.
    """
    with engine.execution_options(writes=True).connect() as connection:
        _enforce_foreign_keys(connection, False)
        try:
            with connection.begin():
                _wait_for_other_writers(connection)
                yield connection
        finally:
            _enforce_foreign_keys(connection, True)


def _wait_for_other_writers(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":  # SQLite locks its file
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS)))


def _enforce_foreign_keys(connection: sa.Connection, enforced: bool) -> None:
    raw = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite" and raw is not None:
        raw.execute(f"PRAGMA foreign_keys={'ON' if enforced else 'OFF'}")  # has no effect in a transaction


def migrations(connection: sa.Connection | None = None) -> "Config":
    """The settings of alembic; what it does it does on `connection`, in its transaction (see `rebuilding`)."""
    from alembic.config import Config  # a tenth of what every command loads, and few of them need it

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def migrate(connection: sa.Connection, to: str = "head") -> None:
    """Bring the tables up to a revision, the newest where none is named."""
    from alembic import command

    command.upgrade(migrations(connection), to)


def upgrade(engine: sa.Engine) -> None:
    """Bring the tables to the newest form; does nothing where they are there already."""
    with rebuilding(engine) as connection:
        migrate(connection)


def revision(connection: sa.Connection) -> str | None:
    """Which form the tables have; None where there are none."""
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def revisions() -> list[str]:
    """Every form that the tables have had, the newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(migrations()).walk_revisions()]


def is_set_up(engine: sa.Engine) -> bool:
    """Whether the tables are there at all."""
    return sa.inspect(engine).has_table("data_version")


def is_current(engine: sa.Engine) -> bool:
    """Whether the database has every table in its newest form."""
    with engine.connect() as connection:
        return revision(connection) == revisions()[0]
