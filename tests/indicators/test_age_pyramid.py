"""The age–sex pyramid: shares of the area's own population, of the newest period that has every age."""

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.indicators.age_pyramid import AGES, OLDEST, YOUNGEST, age_pyramid
from tests.data.figures import item, prepare, rows
from tests.data.figures import published as publish

PERSONS = item("persons", "count", unit="henkilöä")


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
        prepare(connection, PERSONS)
        ensure_provider(connection, "keusote")
    return engine


def published(engine: sa.Engine, table: pd.DataFrame) -> None:
    with writing(engine) as connection:
        publish(connection, PERSONS.id, "keusote", table)


def test_shares_of_a_pyramid_are_of_the_areas_own_working_age_population(seeded: sa.Engine, areas: Areas) -> None:
    published(seeded, by_age({"HVA02": 10, "HVA15": 40}))
    with seeded.connect() as connection:
        found = age_pyramid(connection, PERSONS, areas, ["HVA02", "HVA15"], None)
    assert found
    assert found.share("HVA02", "male", "20-24") == pytest.approx(100 * 20 / 210)
    assert found.share("HVA02", "male", "20-24") == pytest.approx(found.share("HVA15", "male", "20-24"))
    assert sum(found.share("HVA15", sex, age) for sex in ("male", "female") for age in AGES) == pytest.approx(100)


def test_ages_and_sexes_can_be_taken_together(seeded: sa.Engine, areas: Areas) -> None:
    published(seeded, by_age({"HVA02": 10}))
    with seeded.connect() as connection:
        found = age_pyramid(connection, PERSONS, areas, ["HVA02"], None)
    assert found
    assert found.share_of_ages("HVA02", AGES) == pytest.approx(100)
    assert found.share_of_ages("HVA02", YOUNGEST) == pytest.approx(100 * 50 / 210)
    assert found.share_of_ages("HVA02", OLDEST) == pytest.approx(100 * 40 / 210)
    assert found.persons_of_age("HVA02", "20-24") == 30


def test_a_pyramid_is_of_the_newest_period_that_has_every_age(seeded: sa.Engine, areas: Areas) -> None:
    whole = by_age({"HVA02": 10}, "2023")
    published(seeded, pd.concat([whole, by_age({"HVA02": 11}, "2024", AGES[:4])]))
    with seeded.connect() as connection:
        found = age_pyramid(connection, PERSONS, areas, ["HVA02"], None)
        assert found
        assert found.period == "2023"
        assert age_pyramid(connection, PERSONS, areas, ["HVA02"], "2022") is None
