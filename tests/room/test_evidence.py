"""Targets missed and paths left, months out of the ordinary, and gaps between women and men that have grown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import writing
from keko.data.text import Text
from keko.indicators.attention import Evidence, Short, attention
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.gaps import widening
from keko.indicators.point_limits import with_point_limits
from keko.indicators.series import Question, Series
from keko.indicators.situation import Standing, standings
from keko.indicators.unit_cost import UnitCost
from keko.room.events import Event, write_events
from keko.room.evidence import read_evidence, short, target_progress
from keko.room.paths import LATE
from keko.room.rebases import accept_rebase
from keko.room.targets import Target
from tests.data.figures import ADMIN, counts, every_area, item, point, prepare, published, shares

RATE = item("rate", least_difference=0.5)
SIZE = 10_000


def series(values: Sequence[float], first: int = 2021, of: object = RATE, size: int = SIZE) -> Series:
    points = [
        point(value, str(first + n), numerator=value / 100 * size, denominator=size) for n, value in enumerate(values)
    ]
    return Series("rate", "HVA02", with_point_limits(of, points))  # type: ignore[arg-type]


def standing(values: Sequence[float], of: object = RATE) -> Standing:
    compared = Comparison("rate", "HVA02", "HVA15", "no difference", "2024", 60.0, 60.0, -1.0, 1.0)
    return Standing(of, series(values, of=of), Series("rate", "HVA15"), compared)  # type: ignore[arg-type]


def target(value: float, since: str = "2021", due: str = "2024") -> Target:
    return Target("rate", "HVA02", value, since, due)


def test_a_target_whose_time_is_up_is_missed_with_the_whole_interval() -> None:
    found = short(standing([70, 71, 72, 73]), target(75))
    assert found == Short(75, "2024", True, 75, -2, pytest.approx(200))
    assert short(standing([70, 71, 72, 74.5]), target(75)) is None  # within its interval
    assert target_progress(standing([70, 71, 72, 73]), target(75)) == "missed"
    assert target_progress(standing([70, 71, 72, 74.5]), target(75)) == "not told apart"
    assert target_progress(standing([70, 71, 72, 77]), target(75)) == "reached"


def test_before_its_time_is_up_the_line_that_leads_there_counts() -> None:
    """From 70 in 2021 to 80 in 2027: 75 in 2024."""
    found = short(standing([70, 71, 72, 73]), target(80, due="2027"))
    assert found is not None
    assert (found.is_due, found.expected, found.difference) == (False, pytest.approx(75), pytest.approx(-2))
    assert short(standing([70, 71, 72, 74.8]), target(80, due="2027")) is None
    assert target_progress(standing([70, 71, 72, 73]), target(80, due="2027")) == "behind"


@pytest.mark.parametrize("slack", [None, 0.1, 1.9, 2.1, 5.0])
@pytest.mark.parametrize("newest", [70.0, 72.9, 74.4, 75.0, 81.0])
@pytest.mark.parametrize("due", ["2024", "2027"])
def test_what_needs_attention_and_what_goals_says_are_one_judgement(
    slack: float | None, newest: float, due: str
) -> None:
    aim = replace(target(80, due=due), slack=slack)
    of = standing([70, 71, 72, newest])
    assert (short(of, aim) is not None) == (target_progress(of, aim) in LATE)


def test_without_limits_only_a_target_whose_time_is_up_is_judged() -> None:
    bare = replace(standing([70]), own=Series("rate", "HVA02", (point(70, "2021"), point(71, "2024"))))
    assert short(bare, target(80, due="2027")) is None
    found = short(bare, target(75))
    assert found is not None
    assert found.persons is None


def test_a_gap_that_has_grown_beyond_its_limits_and_who_is_worse_off() -> None:
    women, men = series([70, 70, 70, 68]), series([72, 72, 72, 74])
    found = widening(RATE, women, men)
    assert found is not None
    assert (found.since, found.before, found.worse) == ("2021", pytest.approx(-2), "female")
    assert found.persons == pytest.approx(600)
    assert found.gap.difference == pytest.approx(-6)
    assert widening(RATE, series([70, 70, 70, 70]), series([76, 76, 76, 76])) is None
    assert widening(RATE, series([70, 70, 70, 70.2]), series([72, 72, 72, 72.4])) is None
    assert widening(item("rate", polarity="none"), women, men) is None
    unemployed = widening(item("rate", polarity="lower"), women, men)
    assert unemployed is not None
    assert unemployed.worse == "male"


def test_what_has_missed_its_target_comes_before_what_is_behind_and_a_line_left_comes_last() -> None:
    flat = [70.0, 70.1, 69.9, 70.0]
    behind = replace(standing(flat), comparison=Comparison("rate", "HVA02", "HVA15", "worse", "2024", 60, 70, -11, -9))

    def named(name: str, of: Standing) -> Standing:
        return replace(of, item=item(name))

    missed = Evidence(short=Short(75, "2024", True, 75, -5, 500.0))
    left = Evidence(short=Short(80, "2027", False, 75, -5, 500.0))
    every = [
        named("left", standing(flat)),
        named("special", standing(flat)),
        named("behind", behind),
        named("missed", standing(flat)),
    ]
    known = {"missed": missed, "left": left, "special": Evidence(is_special=True)}
    found = attention(every, every_area(), known)
    assert [each.standing.item.id for each in found] == ["missed", "behind", "special", "left"]
    assert [each.reasons for each in found] == [["target"], ["behind"], ["special cause"], ["target"]]
    assert found[0].persons == 500


def test_euros_are_told_where_a_cost_is_known_and_an_invented_one_beside_invented_figures_only() -> None:
    cost = UnitCost(value=20_000, unit=Text.same("person"), year=2024, source=Text.same("somebody"))
    missed = {"rate": Evidence(short=Short(75, "2024", True, 75, -5, 500.0))}

    def euros(of: Standing) -> float | None:
        return attention([of], every_area(), missed)[0].euros

    flat = [70.0, 70.1, 69.9, 70.0]
    assert euros(standing(flat, RATE.model_copy(update={"unit_cost": cost}))) == 10_000_000
    invented = standing(flat, RATE.model_copy(update={"unit_cost": cost.model_copy(update={"is_demo": True})}))
    assert euros(invented) is None
    assert euros(replace(invented, own=replace(invented.own, is_demo=True))) == 10_000_000
    assert euros(standing(flat)) is None


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    monthly = item("clients", "count", frequency="month", polarity="lower")
    with writing(engine) as own:
        prepare(own, RATE, monthly)
        years = [
            shares(
                {"HVA02": (7000 + (10 * n if sex == "male" else -200 * n if sex == "female" else 0), SIZE)},
                period=str(2021 + n),
                sex=sex,
            )
            for n in range(4)
            for sex in ("total", "female", "male")
        ]
        published(own, "rate", "statfin", pd.concat(years))
        months = [100 + n % 3 for n in range(23)] + [190]
        periods = [f"{2022 + n // 12}-{1 + n % 12:02}" for n in range(24)]
        published(
            own,
            "clients",
            "p",
            pd.concat([counts({"HVA02": x}, period=p) for p, x in zip(periods, months, strict=True)]),
        )
        yield own


def test_evidence_is_read_of_the_area_as_it_was(connection: sa.Connection) -> None:
    items = [RATE, item("clients", "count", frequency="month", polarity="lower")]
    aims = {("rate", "HVA02"): target(75)}

    def found(question: Question = Question(), until: str | None = None) -> dict[str, Evidence]:
        own = standings(connection, items, every_area(), "HVA02", "HVA15", question, until)
        return read_evidence(connection, own, every_area(), question, aims, until)

    now = found()
    assert now["clients"].is_special
    assert now["rate"].gap is not None
    assert now["rate"].gap.worse == "female"
    assert now["rate"].short is not None
    assert not found(until="2023-06")["clients"].is_special
    assert found(Question("female"))["rate"] == Evidence()


def test_limits_of_what_no_longer_concerns_the_figures_judge_none(connection: sa.Connection) -> None:
    """As they do not on the page of the indicator, which reads the same marks."""
    items = [item("clients", "count", frequency="month", polarity="lower")]

    def is_special(touched: str) -> bool:
        write_events(connection, [Event("uusi", date(2023, 12, 1), "event", Text.same("Uusi"), (touched,))])
        own = standings(connection, items, every_area(), "HVA02", "HVA15", Question())
        return read_evidence(connection, own, every_area(), Question(), {})["clients"].is_special

    area_tables.write(connection)
    accept_rebase(connection, "clients", "HVA02", "uusi", ADMIN)
    assert [is_special("HVA02"), is_special("HVA15")] == [False, True]
