"""All areas in a database in memory, and the short way from the text of a file to what is understood of it."""

from collections.abc import Callable, Sequence

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.problems import Problem, Refused
from keko.data.schema import metadata
from keko.indicators.catalogue import Indicator
from keko.intake.mappings import read_mapping
from keko.intake.understand import Understood, understand

LARGEST = 10_000_000

Understand = Callable[..., Understood]
Told = Callable[..., list[tuple[int | None, str | None, str]]]


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
