"""Where an area stands: verdict and change from the same figures, and as it was at an earlier time."""

from collections.abc import Iterator

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.indicators.over_time.change import change
from keko.indicators.situation import Standing, standings
from tests.data.figures import counts, every_area, item, prepare, published, shares

SHARE, MONTHLY = item("share"), item("clients", "count", frequency="month")


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Shares of two counties by year, and clients of one by month."""
    with writing(engine) as own:
        prepare(own, SHARE, MONTHLY)
        years = [
            shares(
                {"HVA02": (700 + 20 * n, 1000), "HVA15": (700, 1000), "MAA": (70_000, 100_000)}, period=str(2021 + n)
            )
            for n in range(4)
        ]
        published(own, "share", "statfin", pd.concat(years))
        months = [("2023-01", 5), ("2023-02", 6), ("2024-01", 4), ("2024-03", 9)]
        published(own, "clients", "keusote", pd.concat([counts({"HVA02": n}, period=period) for period, n in months]))
        yield own


def standing(connection: sa.Connection, until: str | None = None) -> list[Standing]:
    return standings(connection, [SHARE, MONTHLY], every_area(), "HVA02", "HVA15", until=until, others=["MAA", "HVA15"])


def since(found: Standing) -> tuple[str, float, float] | None:
    own = change(found)
    return own and (own.since, own.before, own.difference)


def test_value_verdict_and_change_are_of_the_same_period(connection: sa.Connection) -> None:
    found, _ = standing(connection)
    assert found.latest is not None
    assert (found.latest.period, found.latest.value) == ("2024", 76)
    assert (found.comparison.period, found.comparison.verdict) == ("2024", "better")
    assert since(found) == ("2023", 74, 2)


def test_it_is_as_it_was_at_the_end_of_the_period_asked_for(connection: sa.Connection) -> None:
    found, _ = standing(connection, "2022")
    assert (found.comparison.period, found.comparison.verdict) == ("2022", "no difference")
    assert since(found) == ("2021", 70, 2)


def test_without_a_value_a_year_ago_there_is_no_change(connection: sa.Connection) -> None:
    assert change(standing(connection, "2021")[0]) is None
    assert change(standing(connection)[1]) is None  # the latest is 2024-03, and 2023-03 is not there


def test_months_are_beside_the_same_month_of_the_year_before(connection: sa.Connection) -> None:
    assert since(standing(connection, "2024-02")[1]) == ("2023-01", 5, -1)


def test_every_area_is_shown_once_in_the_order_asked_for(connection: sa.Connection) -> None:
    assert [one.area for one in standing(connection)[0].every_series] == ["HVA02", "HVA15", "MAA"]


def test_an_indicator_without_figures_of_the_benchmark(connection: sa.Connection) -> None:
    _, clients = standing(connection)
    assert (clients.comparison.verdict, clients.comparison.reason) == ("not compared", "benchmark no data")
    assert not clients.is_demo
