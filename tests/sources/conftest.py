"""A source on loopback, and a client that waits for nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.engine import upgrade, writing
from keko.data.versions import start_version
from keko.indicators import store
from keko.indicators.catalogue import read_catalogue
from keko.sources.http import Http, Pace
from keko.sources.settings import SourceSettings
from tests.data.figures import every_area
from tests.databases import Databases
from tests.sources.source import Source, running


class Clock:
    """A time that passes only by sleeping, and what was slept."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def time(self) -> float:
        """Seconds since the test began."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """A source that knows nothing yet."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    """A clock for this test."""
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Callable[..., Http]:
    """A maker of clients that go by the test's clock."""
    return lambda **options: Http(Pace(clock=clock.time, sleep=clock.sleep), **options)


@pytest.fixture
def at(source: Source, tmp_path: Path) -> SourceSettings:
    """The services at the test's source, and a folder for parts."""
    return SourceSettings(f"{source.url}/rest", f"{source.url}/StatFin", tmp_path / "fetch", f"{source.url}/wfs")


@pytest.fixture(scope="session")
def names() -> AreaNames:
    """The names of all areas."""
    return AreaNames(every_area())


@pytest.fixture
def database(databases: Databases) -> Iterator[sa.Engine]:
    """Areas and the catalogue, and no figures."""
    with databases.copy(seed) as own:
        yield own


@pytest.fixture
def one_database(sqlite_files: Databases) -> Iterator[sa.Engine]:
    """The same on SQLite alone, for tests that a database takes part in but is not asked much of."""
    with sqlite_files.copy(seed) as own:
        yield own


def seed(engine: sa.Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        area_tables.write(connection)
        start_version(connection)
        store.seed(connection, read_catalogue())
