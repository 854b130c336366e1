"""How fresh the figures of a source are, and about when its next ones are due."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.schema import publication, release
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.freshness import Arrival, Freshness, next_due, read_freshness, read_next, usual_lag
from keko.indicators.over_time.coming import end_of
from keko.indicators.series import Question, read_series
from tests.data.figures import counts, item, prepare, published


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    with writing(engine) as own:
        monthly = item("clients", "count", frequency="month", source=Text.same("services"))
        prepare(
            own, monthly, item("share", "count", lag_days=90), item("unknown", "count", source=Text.same("somebody"))
        )
        yield own


def publish(connection: sa.Connection, id_: str, periods: list[str], day: str) -> None:
    made = published(connection, id_, "p", pd.concat([counts({"HVA02": 10}, period=period) for period in periods]))
    at = {"at": f"{day}T10:00:00+00:00"}
    connection.execute(publication.update().where(publication.c.release == made).values(at))
    connection.execute(release.update().where(release.c.id == made).values(published_at=at["at"]))


def fresh(connection: sa.Connection) -> dict[str, Freshness]:
    return {each.source.fi: each for each in read_freshness(connection, store.load(connection), "HVA02")}


def test_the_end_of_a_period_and_what_is_due_after_it() -> None:
    assert [end_of(period).isoformat() for period in ("2024", "2024-Q1", "2024-02")] == [
        "2024-12-31",
        "2024-03-31",
        "2024-02-29",
    ]
    assert next_due("2025-12", 24) == date(2026, 2, 24)
    assert next_due("2025", None) is None


def test_the_usual_lag_is_of_releases_that_brought_something_newer_not_of_the_first() -> None:
    first = Arrival("2025-01", date(2026, 1, 1))
    assert usual_lag([first]) is None
    later = [
        Arrival("2025-02", date(2025, 3, 20)),
        Arrival("2025-02", date(2025, 9, 1)),
        Arrival("2025-03", date(2025, 4, 24)),
    ]
    assert usual_lag([first, *later]) == 22


def test_every_source_tells_its_newest_period_and_what_is_due_first_comes_first(connection: sa.Connection) -> None:
    publish(connection, "unknown", ["2025"], "2026-03-01")
    publish(connection, "share", ["2024", "2025"], "2026-04-02")
    publish(connection, "clients", ["2026-01"], "2026-02-20")
    publish(connection, "clients", ["2026-01", "2026-02"], "2026-03-21")
    found = fresh(connection)
    assert list(found) == ["services", "somebody", "source"]
    assert found["services"][1:4] == ("2026-02", date(2026, 3, 21), date(2026, 4, 21))
    assert found["source"].due == date(2027, 3, 31)
    assert found["somebody"].due == date(2027, 3, 1)  # as the newest came
    assert found["services"].is_late(date(2026, 5, 1))
    assert not found["somebody"].is_late(date(2027, 3, 1))
    catalogue = store.load(connection)
    for id_, source in (("clients", "services"), ("share", "source"), ("unknown", "somebody")):
        (series,) = read_series(connection, [id_], ["HVA02"], Question()).values()
        assert series.latest is not None
        assert read_next(connection, catalogue[id_], series, series.latest.period) == found[source].due


def test_nothing_is_fresh_where_there_is_nothing(connection: sa.Connection) -> None:
    publish(connection, "share", ["2025"], "2026-04-02")
    assert read_freshness(connection, store.load(connection), "HVA15") == []
