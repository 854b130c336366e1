"""All areas of a level at one period, beside the benchmark."""

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.indicators.cross_section import CrossSection, cross_section, ends, key, pooled, years_before
from keko.indicators.series import Question
from tests.data.figures import counts, item, prepare, published, rows, shares

COUNTIES = {"HVA02": (700, 1000), "HVA08": (600, 1000), "HVA15": (605, 1000)}


@pytest.fixture
def database(engine: sa.Engine, areas: Areas) -> sa.Engine:
    figures = pd.concat([shares(COUNTIES, period="2022"), shares(COUNTIES, period="2023")])
    hidden = rows({"area": "HVA05"}, status="hidden")
    with writing(engine) as connection:
        prepare(connection, item())
        published(connection, "share", "local", pd.concat([figures, hidden]))
    return engine


def read(database: sa.Engine, areas: Areas, until: str | None = None) -> CrossSection:
    with database.connect() as connection:
        return cross_section(connection, item(), "HVA", "HVA15", areas, until=until)


def test_every_area_of_the_level_is_there_at_the_newest_period(database: sa.Engine, areas: Areas) -> None:
    found = read(database, areas)
    assert (found.period, found.periods) == ("2023", ("2022", "2023"))
    assert len(found.series) == 23
    assert list(found.values) == ["HVA02", "HVA15", "HVA08"]  # the largest first
    assert found.points["HVA05"].status == "hidden"


def test_verdicts_are_those_of_one_comparison(database: sa.Engine, areas: Areas) -> None:
    found = read(database, areas).comparisons
    assert (found["HVA02"].verdict, found["HVA08"].verdict) == ("better", "no difference")
    assert (found["HVA15"].reason, found["HVA05"].reason) == ("same area", "hidden")


def test_an_earlier_time_and_one_before_all_figures(database: sa.Engine, areas: Areas) -> None:
    assert read(database, areas, until="2022").period == "2022"
    nothing = read(database, areas, until="2010")
    assert nothing.period is None
    assert not nothing.values
    assert ends(nothing, areas) is None


def test_the_ends_differ_only_if_that_is_shown(database: sa.Engine, areas: Areas) -> None:
    found = ends(read(database, areas), areas)
    assert found is not None
    assert (found.highest, found.lowest, found.differ) == ("HVA02", "HVA08", True)


def test_years_are_pooled_by_area_and_period(database: sa.Engine, areas: Areas) -> None:
    both = pooled([read(database, areas, until=year) for year in ("2022", "2023")])
    assert both.values[key("HVA02", "2022")] == both.values[key("HVA02", "2023")] == 70.0


def test_years_are_of_the_same_time_of_the_year() -> None:
    assert years_before(["2022-01", "2022-02", "2023-01", "2023-02", "2024-01"], "2023-02") == ["2022-02", "2023-02"]


def test_totals_are_shown_and_not_compared(engine: sa.Engine, areas: Areas) -> None:
    """A count of things has no residents here: the map shows it as it is; one that is no count is never compared either."""
    persons = item("persons", "count", unit="henkilöä", polarity="lower")
    kinds = item("kinds", "other", unit="kpl")
    with writing(engine) as connection:
        prepare(connection, persons, kinds)
        figures = counts({"HVA02": 700.0, "HVA15": 60.0})
        published(connection, "persons", "local", figures.assign(sex="female"))
        published(connection, "kinds", "local", figures)
        for each, question in ((persons, Question(sex="female")), (kinds, Question())):
            section = cross_section(connection, each, "HVA", "HVA15", areas, question)
            assert section.is_total
            assert section.values == {"HVA02": 700.0, "HVA15": 60.0}
            assert {compared.verdict for compared in section.comparisons.values()} == {"not compared"}
            assert section.comparisons["HVA02"].reason == "a total"
            found = ends(section, areas)
            assert found is not None
            assert found.differ is None
