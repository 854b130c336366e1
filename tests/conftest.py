"""What every test may ask for: a database of either kind, empty or installed, the areas, and a database with demo data."""

import gc
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings

from keko.data import areas as area_tables
from keko.data.engine import upgrade, writing
from keko.installation import initialise
from tests.databases import Databases, SqliteFiles, postgresql_server
from tests.demo_database import begun, made

# How long an example takes says nothing of the code under test on a machine that does other things too.
settings.register_profile("keko", deadline=None)
settings.load_profile("keko")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the demo database comes last, when it is there."""
    items.sort(key=_needs_demo)


def pytest_collection_finish() -> None:
    """Thousands of collected tests stay to the end: garbage is no longer looked for among them, nor copied by forks."""
    gc.freeze()


def _needs_demo(item: pytest.Item) -> bool:
    return "demo_url" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def demo_begun(request: pytest.FixtureRequest, demo_folder: Path) -> Iterator[None]:
    """The demo database is made while the tests run that need none; the first of the workers begins it."""
    is_first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    with begun(demo_folder) if is_first and any(map(_needs_demo, request.session.items)) else nullcontext():
        yield


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """SQLite databases."""
    return SqliteFiles(tmp_path_factory.mktemp("databases"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Databases]:
    """PostgreSQL databases."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(params=["sqlite_files", "postgresql"], ids=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Databases of a kind; the test runs once on each."""
    found: Databases = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def engine(databases: Databases) -> Iterator[sa.Engine]:
    """A database with every table and no rows."""
    with databases.copy(upgrade) as database:
        yield database


@pytest.fixture
def installation(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    """A fresh installation, as `keko init` makes it, which the settings name."""
    with databases.copy(initialise) as database:
        monkeypatch.setenv("KEKO_DATABASE_URL", database.url.render_as_string(hide_password=False))
        yield database


@pytest.fixture
def areas(engine: sa.Engine) -> area_tables.Areas:
    """The areas as the project ships them, also in the test's database."""
    with writing(engine) as connection:
        area_tables.write(connection)
    with engine.connect() as connection:
        return area_tables.load(connection)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo database is, for all workers."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def demo_url(demo_folder: Path) -> str:
    """The address of a SQLite database with the demo data: to read, and to copy."""
    return made(demo_folder)
