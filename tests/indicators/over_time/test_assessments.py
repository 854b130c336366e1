"""What is stored of published figures is what they give, and is never read beside other figures."""

from random import Random

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import writing
from keko.data.publishing import rollback
from keko.data.schema import assessment, indicator, succession
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.indicators.over_time.assessment import Assessment, Calibration, assess, calibrate
from keko.indicators.over_time.assessment_check import differing
from keko.indicators.over_time.assessments import outdated, read_assessment, read_calibration, renew
from keko.indicators.over_time.fingerprints import read_fingerprints
from keko.indicators.over_time.level_sample import level_of, level_sample
from keko.indicators.series import Question, read_every_series, read_series
from tests.data.figures import ADMIN, every_area, item, prepare, published, rows

YEARLY = item("yearly")
MONTHLY = item("monthly", "count", frequency="month", polarity="lower")
COUNTIES = tuple(f"HVA{number:02}" for number in range(1, 22))
TOWNS = tuple(level_sample("KU", every_area())[:2])
AREAS = (*COUNTIES, *TOWNS, "MAA")
EVERYBODY, WOMEN = Question(), Question("female")


def yearly(until: int, plus: int = 0) -> list[dict[str, object]]:
    """Random walks with drift."""
    cells: list[dict[str, object]] = []
    for place, area in enumerate(AREAS):
        for sex in ("total", "female"):
            steps, n = Random(f"{place} {sex}"), 4000 + plus
            for year in range(2008, until + 1):
                n += round(steps.gauss(90, 40))
                figures = {"value": n / 100, "numerator": n, "denominator": 10_000}
                cells.append({"area": area, "sex": sex, "period": str(year), **figures})
    return cells


def monthly() -> list[dict[str, object]]:
    return [
        {
            "area": area,
            "period": f"{year}-{month:02}",
            "value": 1000 + 300 * (month in (1, 6, 7)) + 31 * place * month % 40,
        }
        for place, area in enumerate(AREAS)
        for year in range(2021, 2025)
        for month in range(1, 13)
    ]


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    with writing(engine) as connection:
        area_tables.write(connection)
        prepare(connection, YEARLY, MONTHLY)
        published(connection, "yearly", "a", with_limits(rows(*yearly(2024)), YEARLY))
        published(connection, "monthly", "a", rows(*monthly()))
        renew(connection, ["yearly", "monthly", "segments/model"], every_area())
    return engine


def stored(
    connection: sa.Connection, asked: Indicator, area: str, question: Question = EVERYBODY
) -> tuple[Assessment | None, Calibration | None]:
    areas = area_tables.load(connection)
    fingerprint = read_fingerprints(connection, [asked], areas).get(asked.id)
    if fingerprint is None:
        return None, None
    calibration = read_calibration(connection, asked, level_of(area, areas), question, fingerprint)
    return read_assessment(connection, asked, area, question, fingerprint), calibration


@pytest.mark.parametrize(
    ("asked", "question"), [(YEARLY, EVERYBODY), (YEARLY, WOMEN), (MONTHLY, EVERYBODY)], ids=["all", "women", "months"]
)
def test_what_is_stored_is_what_the_figures_give(database: sa.Engine, asked: Indicator, question: Question) -> None:
    areas = every_area()
    with database.connect() as connection:
        every = read_series(connection, [asked.id], AREAS, question)
        calibration = calibrate(asked, [every[asked.id, code] for code in COUNTIES])
        assert sum(row.made for row in calibration.coverage.tried) > 100
        for code in COUNTIES[:4]:
            made = assess(asked, every[asked.id, code], areas, calibration)
            assert stored(connection, asked, code, question) == (made, calibration)
            assert made.trend if asked is YEARLY else made.process and made.process.seasonally_adjusted
            assert made.forecast.points
        assert stored(connection, asked, "MAA", question)[1] == calibration
        towns = calibrate(asked, [every[asked.id, code] for code in TOWNS])
        assert stored(connection, asked, TOWNS[0], question)[1] == towns
        kept, _ = stored(connection, asked, TOWNS[0], question)
        assert kept == (assess(asked, every[asked.id, TOWNS[0]], areas, towns) if question == EVERYBODY else None)


def test_every_series_is_read_as_one_is(database: sa.Engine) -> None:
    with writing(database) as connection:
        fewer = [cell for cell in yearly(2025) if cell["area"] != "MAA"]
        published(connection, "yearly", "b", rows(*fewer, origin="rolled up", coverage=0.5))
        for question, of_area in read_every_series(connection, "yearly").items():
            every = read_series(connection, ["yearly"], AREAS, question)
            assert of_area == {area: every["yearly", area] for area in AREAS}


def test_nothing_is_read_beside_other_figures(database: sa.Engine) -> None:
    with writing(database) as connection:
        before = stored(connection, YEARLY, "HVA02")
        published(connection, "yearly", "a", with_limits(rows(*yearly(2025)), YEARLY))
        assert stored(connection, YEARLY, "HVA02") == (None, None)
        assert outdated(connection, every_area()) == ["yearly"]
        renew(connection, ["yearly"], every_area())
        after, _ = stored(connection, YEARLY, "HVA02")
        assert after is not None
        assert after.trend is not None
        assert after.trend.last == "2025"
        rollback(connection, "yearly", "a", ADMIN)
        assert stored(connection, YEARLY, "HVA02") == (None, None)
        renew(connection, ["yearly"], every_area())
        assert stored(connection, YEARLY, "HVA02") == before
        rollback(connection, "yearly", "a", ADMIN)
        renew(connection, ["yearly"], every_area())
        assert stored(connection, YEARLY, "HVA02") == (None, None)
        assert outdated(connection, every_area()) == []


def test_real_figures_take_the_place_of_demo_figures(database: sa.Engine) -> None:
    with writing(database) as connection:
        before = stored(connection, YEARLY, "HVA02")
        published(connection, "yearly", "demo", with_limits(rows(*yearly(2025, plus=50)), YEARLY), is_demo=True)
        assert stored(connection, YEARLY, "HVA02") == before
        rollback(connection, "yearly", "a", ADMIN)
        assert stored(connection, YEARLY, "HVA02") == (None, None)


def test_another_definition_or_merger_makes_what_is_stored_out_of_date(database: sa.Engine) -> None:
    areas = every_area()
    with writing(database) as connection:
        turned = YEARLY.model_copy(update={"polarity": "lower"})
        described = indicator.update().where(indicator.c.id == "yearly")
        connection.execute(described.values(description=turned.model_dump(mode="json")))
        assert outdated(connection, areas) == ["yearly"]
        renew(connection, outdated(connection, areas), areas)
        read, _ = stored(connection, turned, "HVA02")
        assert read is not None
        assert read.trend is not None
        assert read.trend.judged == "worsened"
        connection.execute(succession.delete())
        assert set(outdated(connection, area_tables.load(connection))) == {"yearly", "monthly"}


def test_a_stored_assessment_that_figures_do_not_give_is_found(database: sa.Engine) -> None:
    with writing(database) as connection:
        assert differing(connection, every_area()) == {"yearly": 0, "monthly": 0}
        other = sa.select(assessment.c.content).where(assessment.c.area == "HVA02", assessment.c.indicator == "yearly")
        content = connection.execute(other.limit(1)).scalar_one()
        change = assessment.update().where(assessment.c.area == "HVA01", assessment.c.indicator == "yearly")
        connection.execute(change.values(content=content))
        assert differing(connection, every_area()) == {"yearly": 1, "monthly": 0}


def test_progress_is_told(database: sa.Engine) -> None:
    told: list[tuple[int, int, str]] = []
    with writing(database) as connection:
        ids = list(store.load(connection))
        renew(connection, ids, every_area(), lambda done, of, stage="": told.append((done, of, stage)))
    assert told == [(0, 100, "assessing"), (25, 100, "assessing"), (50, 100, "assessing")]
