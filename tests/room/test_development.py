"""What is said of a series over time is found as the methods say, from published figures."""

from datetime import date

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.areas import load
from keko.data.engine import writing
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.intervals import with_limits
from keko.indicators.over_time.assessments import renew
from keko.indicators.series import Question
from keko.indicators.situation import standings
from keko.room.development import Development, develop
from keko.room.events import Event, add_event
from keko.room.rebases import accept_rebase, read_rebases
from keko.room.targets import Target, set_target
from keko.room.undertaking_store import remove_undertaking, write_undertaking
from keko.room.undertakings import Undertaking
from tests.data.figures import ADMIN, item, prepare, published, rows

YEARLY, MONTHLY = item("yearly"), item("monthly", "count", frequency="month", polarity="lower")
WOBBLE = (0, 60, 25, 90)
SHIFT = Event("shift", date(2024, 1, 1), "event", Text.same("Shift"))


@pytest.fixture(params=["stored", "computed"])
def database(request: pytest.FixtureRequest, engine: sa.Engine) -> sa.Engine:
    """A share that rises every year, and a monthly count whose level changes at the beginning of 2024.

    What is said of them was stored when they were published, or is computed for the reader: it is the same.
    """
    yearly = [
        {
            "area": area,
            "period": str(year),
            "numerator": 5000 + 200 * (year - 2015) + place + WOBBLE[year % 4],
            "denominator": 10_000,
        }
        for place, area in enumerate(("HVA02", "HVA15"))
        for year in range(2015, 2026)
    ]
    for cell in yearly:
        cell["value"] = 100 * float(str(cell["numerator"])) / 10_000
    monthly = [
        {"area": "HVA02", "period": f"{year}-{month:02}", "value": (100 if year < 2024 else 140) + month % 2 * 4}
        for year in (2022, 2023, 2024)
        for month in range(1, 13)
    ]
    with writing(engine) as connection:
        area_tables.write(connection)
        prepare(connection, YEARLY, MONTHLY)
        published(connection, "yearly", "a", with_limits(rows(*yearly), YEARLY))
        published(connection, "monthly", "a", rows(*monthly))
        if request.param == "stored":
            renew(connection, ["yearly", "monthly"], load(connection))
    return engine


def developed(database: sa.Engine, indicator: str, area: str = "HVA02", question: Question = Question()) -> Development:
    with database.connect() as connection:
        areas, known = load(connection), store.load(connection)
        standing = standings(connection, [known[indicator]], areas, area, "HVA15", question)[0]
        return develop(connection, standing, areas, question)


def test_years_have_a_trend_and_a_forecast(database: sa.Engine) -> None:
    found = developed(database, "yearly")
    assert found.process is None
    assert found.trend is not None
    assert (found.trend.verdict, found.trend.judged) == ("risen", "improved")
    assert [one.period for one in found.forecast.points] == ["2026", "2027", "2028"]
    assert found.coverage.tried


def test_months_are_a_process_and_a_shift_proposes_new_limits(database: sa.Engine) -> None:
    with writing(database) as connection:
        add_event(connection, SHIFT, ADMIN)
    found = developed(database, "monthly")
    assert found.trend is None
    assert found.process is not None
    assert found.process.of == "relative change"  # one shift looks like memory until it is known
    assert found.proposals == (SHIFT.mark,)
    with writing(database) as connection:
        accept_rebase(connection, "monthly", "HVA02", "shift", ADMIN)
    again = developed(database, "monthly")
    assert again.process is not None
    assert again.process.of == "level"
    assert again.process.phases == ("2022-01", "2024-01")
    assert again.process.variation("lower") == "no special cause"
    assert (again.proposals, again.rebases["shift"].by) == ((), ADMIN.subject)


def test_limits_are_computed_anew_from_an_action_too_and_it_takes_them_with_it(database: sa.Engine) -> None:
    team = Undertaking(
        id="team", name=Text.same("Team"), areas=("HVA02",), status="done", begins=SHIFT.day, indicators=("monthly",)
    )
    with writing(database) as connection:
        write_undertaking(connection, team, ADMIN)
    (mark,) = developed(database, "monthly").proposals
    assert mark == team.mark
    with writing(database) as connection:
        accept_rebase(connection, "monthly", "HVA02", mark.id, ADMIN)
    process = developed(database, "monthly").process
    assert process is not None
    assert process.phases == ("2022-01", "2024-01")
    with writing(database) as connection:
        remove_undertaking(connection, "team", ADMIN)
        assert read_rebases(connection, "monthly", "HVA02") == {}


def test_a_target_is_about_everybody(database: sa.Engine) -> None:
    with writing(database) as connection:
        set_target(connection, Target("yearly", "HVA02", 60.0, "2024", "2027"), ADMIN)
    assert developed(database, "yearly").reached == "meets"
    assert developed(database, "yearly", "HVA15").target is None
    assert developed(database, "yearly", question=Question("female")).target is None


def test_invented_targets_do_not_stand_beside_real_figures(database: sa.Engine) -> None:
    with writing(database) as connection:
        set_target(connection, Target("yearly", "HVA02", 60.0, "2024", "2027", is_demo=True), ADMIN)
        add_event(connection, Event("invented", date(2020, 1, 1), "event", Text.same("x"), is_demo=True), ADMIN)
    found = developed(database, "yearly")
    assert found.target is None
    assert "invented" not in {mark.id for mark in found.marks}


def test_the_distance_to_a_target_is_known_where_both_are(database: sa.Engine) -> None:
    assert developed(database, "yearly").distance_to_target is None
    latest = developed(database, "yearly").standing.latest
    assert latest
    assert latest.value
    with writing(database) as connection:
        set_target(connection, Target("yearly", "HVA02", latest.value - 1.5, "2024", "2027"), ADMIN)
    assert developed(database, "yearly").distance_to_target == pytest.approx(1.5)
