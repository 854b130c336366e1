"""The working-age population as a reader asks for it: ages, figures and members."""

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.data.versions import start_version
from keko.indicators import store
from keko.indicators.catalogue import read_catalogue
from keko.indicators.working_age import (
    AGES,
    BY_AGE,
    EVERY,
    GROUPS,
    PLACES,
    Figure,
    age_pyramid,
    members_beside,
    portrait,
)
from tests.data.figures import published as publish
from tests.data.figures import rows, shares

CATALOGUE = {item.id: item for item in read_catalogue()}


def by_age(areas: dict[str, float], period: str = "2024", ages: tuple[str, ...] = AGES) -> pd.DataFrame:
    cells = [
        {"area": area, "sex": sex, "age": age, "value": n * (2 if sex == "male" and age == "20-24" else 1)}
        for area, n in areas.items()
        for sex in ("male", "female")
        for age in ages
    ]
    return rows(*cells, period=period)


@pytest.fixture
def seeded(engine: sa.Engine, areas: Areas) -> sa.Engine:
    with writing(engine) as connection:
        start_version(connection)
        store.seed(connection, list(CATALOGUE.values()))
    return engine


def published(engine: sa.Engine, table: pd.DataFrame, indicator: str) -> None:
    with writing(engine) as connection:
        ensure_provider(connection, "keusote")
        publish(connection, indicator, "keusote", table)


def test_shares_of_a_pyramid_are_of_the_areas_own_working_age_population(seeded: sa.Engine, areas: Areas) -> None:
    published(seeded, by_age({"HVA02": 10, "HVA15": 40}), BY_AGE)
    with seeded.connect() as connection:
        found = age_pyramid(connection, CATALOGUE[BY_AGE], areas, ["HVA02", "HVA15"], None)
    assert found
    assert found.share("HVA02", "male", "20-24") == pytest.approx(100 * 20 / 210)
    assert found.share("HVA02", "male", "20-24") == pytest.approx(found.share("HVA15", "male", "20-24"))
    assert sum(found.share("HVA15", sex, age) for sex in ("male", "female") for age in AGES) == pytest.approx(100)


def test_a_pyramid_is_of_the_newest_period_that_has_every_age(seeded: sa.Engine, areas: Areas) -> None:
    whole = by_age({"HVA02": 10}, "2023")
    published(seeded, pd.concat([whole, by_age({"HVA02": 11}, "2024", AGES[:4])]), BY_AGE)
    with seeded.connect() as connection:
        found = age_pyramid(connection, CATALOGUE[BY_AGE], areas, ["HVA02"], None)
        assert found
        assert found.period == "2023"
        assert age_pyramid(connection, CATALOGUE[BY_AGE], areas, ["HVA02"], "2022") is None


def test_a_portrait_has_each_category_by_itself_and_members_beside_the_area(seeded: sa.Engine, areas: Areas) -> None:
    parts = [
        shares({"KU106": (20, 100), "KU186": (300, 900), "HVA15": (30, 100)}, breakdown="education: basic"),
        shares({"KU106": (50, 100), "KU186": (400, 900), "HVA15": (40, 100)}, breakdown="education: tertiary"),
    ]
    published(seeded, pd.concat(parts), "education-20-64")
    wanted = [Figure("education-20-64", "education: basic"), Figure("education-20-64", "education: tertiary")]
    with seeded.connect() as connection:
        found = portrait(
            connection, wanted, CATALOGUE, areas, "KU186", "HVA15", "total", None, others=("KU106", "KU505")
        )
    values = [one.own.latest.value for one in found.values() if one.own.latest]
    assert values == pytest.approx([100 / 3, 400 / 9])
    beside = members_beside(found[wanted[0]], areas)
    assert [one.verdict for one in beside] == ["lower", "not compared"]


def test_every_figure_of_the_page_is_in_the_catalogue() -> None:
    for figure in (*EVERY, *GROUPS, *PLACES):
        item = CATALOGUE[figure.indicator]
        assert figure.category in {"total", *item.category_names}
        assert (figure.category == "total") <= (not item.composition)
