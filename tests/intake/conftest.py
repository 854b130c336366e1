"""All areas in a database in memory, and the short way from the text of a file to what is understood of it."""

import sys
from collections.abc import Callable, Iterator, Sequence

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.problems import Problem, Refused
from keko.data.schema import metadata
from keko.indicators.catalogue import Indicator
from keko.intake import checks
from keko.intake.mappings import read_mapping
from keko.intake.read import file, formats
from keko.intake.understand import Understood, understand

LARGEST = 10_000_000

Understand = Callable[..., Understood]
Told = Callable[..., list[tuple[int | None, str | None, str]]]


@pytest.fixture
def fresh_plugins() -> Iterator[None]:
    """Formats and checks are looked for anew, in this test and after it."""
    registries = (file.readers, checks.every_check)
    loaded = set(sys.modules)
    for registry in registries:
        registry.cache_clear()
    yield
    for registry in registries:
        registry.cache_clear()
    for name in set(sys.modules) - loaded:
        if name.startswith((f"{checks.__name__}.", f"{formats.__name__}.")):
            del sys.modules[name]


@pytest.fixture(scope="session")
def areas() -> Areas:
    """The areas that the project ships."""
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        area_tables.write(connection)
        return area_tables.load(connection)


@pytest.fixture(scope="session")
def names(areas: Areas) -> AreaNames:
    """Their names."""
    return AreaNames(areas)


@pytest.fixture(scope="session")
def understood(names: AreaNames) -> Understand:
    """Understand a file given as text."""

    def run(
        text: str,
        mapping: str = "",
        file_name: str = "luvut.csv",
        catalogue: Sequence[Indicator] = (),
        indicator: str | None = None,
    ) -> Understood:
        return understand(text.encode(), file_name, names, catalogue, read_mapping(mapping), indicator, LARGEST)

    return run


@pytest.fixture(scope="session")
def told(understood: Understand) -> Told:
    """`(row, column, code)` of every problem of a file given as text, refused or not."""

    def run(text: str, mapping: str = "", **options: object) -> list[tuple[int | None, str | None, str]]:
        problems: list[Problem]
        try:
            problems = understood(text, mapping, **options).problems
        except Refused as refused:
            problems = refused.problems
        return [(problem.row, problem.column, problem.code) for problem in problems]

    return run
