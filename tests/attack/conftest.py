"""A database with the areas, to plant tables in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import connect, writing
from keko.data.versions import start_version


@pytest.fixture(scope="session")
def with_areas(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and the areas."""
    path = tmp_path_factory.mktemp("attack") / "keko.db"
    shutil.copyfile(sqlite_template, path)
    engine = connect(f"sqlite:///{path}")
    with writing(engine) as connection:
        area_tables.write(connection)
        start_version(connection)
    engine.dispose()
    return path


@pytest.fixture
def planted(with_areas: Path, tmp_path: Path) -> Iterator[sa.Connection]:
    """A connection to a copy of it, for this test alone."""
    path = tmp_path / "keko.db"
    shutil.copyfile(with_areas, path)
    engine = connect(f"sqlite:///{path}")
    with writing(engine) as connection:
        yield connection
    engine.dispose()
