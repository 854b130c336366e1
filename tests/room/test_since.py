"""What has changed since a day, told apart: new data, revised data, real change and changed verdicts; on both databases."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.days import end_of
from keko.data.engine import writing
from keko.data.publication_log import version_at
from keko.data.publishing import rollback
from keko.data.schema import publication
from keko.indicators import store
from keko.indicators.intervals import wilson
from keko.indicators.series import Question, read_questions
from keko.room.seen import read_seen
from keko.room.since import Since, since
from tests.data.figures import ADMIN, every_area, item, prepare, published, shares

SHARE, OTHER, THIRD = item("share", polarity="lower"), item("other"), item("third")
BEFORE, DAY, AFTER = "2026-01-31", "2026-02-28", "2026-03-31T12:00:00+00:00"
FLAT = [1200, 1201, 1199, 1200, 1202, 1198, 1200, 1201]  # of 10 000


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    with writing(engine) as own:
        prepare(own, SHARE, OTHER, THIRD)
        yield own


def figures(own: list[int], other: int = 1200, first: int = 2016) -> pd.DataFrame:
    years = [shares({"HVA02": (x, 10_000), "HVA15": (other, 10_000)}, period=str(first + n)) for n, x in enumerate(own)]
    frame = pd.concat(years)
    lower, upper = wilson(frame["numerator"].to_numpy(float), frame["denominator"].to_numpy(float))
    return frame.assign(lower=100 * lower, upper=100 * upper)


def publish_at(
    connection: sa.Connection, day: str, frame: pd.DataFrame, id_: str = "share", is_demo: bool = False
) -> int:
    """A release that came on a day."""
    release = published(connection, id_, "demo" if is_demo else "statfin", frame, is_demo)
    dated(connection, day)
    return release


def dated(connection: sa.Connection, day: str) -> None:
    last = sa.select(sa.func.max(publication.c.id)).scalar_subquery()
    connection.execute(publication.update().where(publication.c.id == last).values(at=f"{day[:10]}T12:00:00+00:00"))


def changed(connection: sa.Connection, day: str = DAY) -> Since:
    return changed_from(connection, end_of(date.fromisoformat(day)))


def changed_from(connection: sa.Connection, moment: str) -> Since:
    seen = read_seen(connection, moment)
    return since(connection, seen, store.load(connection), every_area(), "HVA02", "HVA15")


def kinds(found: Since) -> list[list[str]]:
    return [list(each.kinds) for each in found.renewed]


def test_a_new_year_like_the_others_is_new_data_and_nothing_else(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, AFTER, figures([*FLAT, 1200]))
    found = changed(connection)
    assert kinds(found) == [["new"]]
    assert found.renewed[0].new == ("2024",)
    assert found.counts == {"verdict": 0, "real": 0, "revised": 0, "new": 1}
    assert changed(connection, "2026-04-01").renewed == ()


def test_what_came_later_on_the_same_day_has_come_since_the_moment(connection: sa.Connection) -> None:
    """A meeting of the morning, and figures at noon."""
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, AFTER, figures([*FLAT, 1200]))
    day = AFTER[:10]
    assert kinds(changed_from(connection, f"{day}T08:00:00+00:00")) == [["new"]]
    assert changed(connection, day).renewed == ()


def test_another_value_of_the_same_year_is_revised_and_no_change(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, AFTER, figures([*FLAT[:-1], 1203]))
    found = changed(connection).renewed[0]
    assert found.kinds == ["revised"]
    assert found.revised == (("2023", pytest.approx(12.01), pytest.approx(12.03)),)


@pytest.mark.parametrize("is_hidden", [True, False])
def test_a_value_that_is_not_shown_any_more_is_told_as_gone_and_never_again(
    connection: sa.Connection, is_hidden: bool
) -> None:
    """A correction that hides what told too much; with it the verdict and the change that would tell it."""
    publish_at(connection, BEFORE, figures([*FLAT[:-1], 1700]))
    corrected = figures([*FLAT[:-1], 1700])
    newest = (corrected["period"] == "2023") & (corrected["area"] == "HVA02")
    if is_hidden:
        corrected.loc[newest, ["value", "numerator", "denominator", "lower", "upper"]] = None
        corrected.loc[newest, ["status", "reason"]] = ["suppressed", "primary"]
    else:
        corrected = corrected[~newest]
    publish_at(connection, AFTER, corrected)
    (found,) = changed(connection).renewed
    assert found.kinds == ["revised"]
    assert (found.hidden, found.left_out) == ((("2023",), ()) if is_hidden else ((), ("2023",)))
    assert (found.revised, found.moved, found.turned) == ((), None, None)


def test_a_change_beyond_chance_turns_the_verdict_too(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, AFTER, figures([*FLAT, 1700]))
    found = changed(connection).renewed[0]
    assert found.kinds == ["verdict", "real", "new"]
    assert found.moved is not None
    assert found.moved.difference == pytest.approx(4.99)
    assert found.turned is not None
    assert [each.verdict for each in found.turned] == ["no difference", "worse"]
    assert found.for_the_worse


def test_an_area_of_few_years_borrows_those_of_its_level_as_a_decision_does(connection: sa.Connection) -> None:
    """Of three own years nobody knows how they vary, of the level's other areas they know."""
    both = figures(FLAT)
    elsewhere, few = both[both["area"] == "HVA15"], ["2021", "2022", "2023"]
    publish_at(connection, BEFORE, pd.concat([elsewhere, both[(both["area"] == "HVA02") & both["period"].isin(few)]]))
    later = figures([*FLAT, 1700])
    publish_at(
        connection,
        AFTER,
        pd.concat([later[later["area"] == "HVA15"], later[(later["area"] == "HVA02") & (later["period"] > "2020")]]),
    )
    found = changed(connection).renewed[0]
    assert found.moved is not None
    assert found.moved.outcome == "moved the other way"


def test_a_verdict_can_change_for_the_benchmarks_figures_alone(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, AFTER, figures(FLAT, other=1000))
    assert kinds(changed(connection)) == [["verdict"]]


def test_figures_that_were_none_then_are_new_and_of_other_areas_are_nothing(connection: sa.Connection) -> None:
    elsewhere = figures(FLAT)
    publish_at(connection, BEFORE, elsewhere[elsewhere["area"] == "HVA15"], "third")
    publish_at(connection, AFTER, figures(FLAT))
    publish_at(connection, AFTER, elsewhere[elsewhere["area"] == "HVA15"], "other")
    found = changed(connection)
    assert (found.renewed, found.first, found.had_figures) == ((), ("share",), True)
    assert changed(connection, "2025-12-31") == Since(had_figures=False)


def test_real_figures_instead_of_invented_ones_are_new_not_revised(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT), is_demo=True)
    publish_at(connection, AFTER, figures([2000] * 8))
    found = changed(connection)
    assert (found.renewed, found.first) == ((), ("share",))


def test_what_was_taken_back_is_never_told_again(connection: sa.Connection) -> None:
    publish_at(connection, BEFORE, figures(FLAT))
    publish_at(connection, BEFORE, figures([9000] * 8))
    rollback(connection, "share", "statfin", ADMIN)
    dated(connection, AFTER)
    found = changed(connection)
    assert (found.renewed, found.taken_back, found.counts["revised"]) == ((), ("share",), 1)
    version = version_at(connection, f"{DAY}T23:59:59+00:00")
    series = read_questions(connection, ["share"], ["HVA02"], [Question()], version)[Question()]["share", "HVA02"]
    assert series.points == ()


def test_the_most_important_comes_first(connection: sa.Connection) -> None:
    for id_ in ("other", "share"):
        publish_at(connection, BEFORE, figures(FLAT), id_)
    publish_at(connection, AFTER, figures([*FLAT, 1200]), "other")
    publish_at(connection, AFTER, figures([*FLAT, 1700]), "share")
    assert [each.item.id for each in changed(connection).renewed] == ["share", "other"]


def test_nothing_published_is_nothing_changed(connection: sa.Connection) -> None:
    assert changed(connection) == Since(had_figures=False)
