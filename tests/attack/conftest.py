"""A database with the areas, to plant tables in."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import upgrade, writing
from keko.data.versions import start_version
from tests.databases import Databases


def with_areas(engine: sa.Engine) -> None:
    """Every table and the areas."""
    upgrade(engine)
    with writing(engine) as connection:
        area_tables.write(connection)
        start_version(connection)


@pytest.fixture
def planted(sqlite_files: Databases) -> Iterator[sa.Connection]:
    """A connection to a copy of it, for this test alone."""
    with sqlite_files.copy(with_areas) as engine, writing(engine) as connection:
        yield connection
