"""Then and now: a change is called one only where neither the sample nor the usual years explain it (METHODS 10)."""

from collections.abc import Sequence
from datetime import date
from math import sqrt
from typing import Any

import pytest

from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.change import change, changes
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from tests.data.figures import item, point

MEAN = item("months", "mean", unit="kk/v", polarity="higher")
FLAT = [8.0, 8.2, 7.9, 8.1, 7.8, 8.2, 8.0, 8.1]


def standing(values: Sequence[float | None], se: float | None = 0.1, of: Any = MEAN, **parts: Any) -> Standing:
    points = tuple(_point(value, str(2018 + n), se, **parts) for n, value in enumerate(values))
    own, other = Series(of.id, "HVA02", points), Series(of.id, "HVA15")
    return Standing(of, own, other, Comparison(of.id, "HVA02", "HVA15", "not compared"))


def _point(value: float | None, period: str, se: float | None, **parts: Any) -> Point:
    if value is None or se is None:
        return point(value, period, **parts)
    return point(value, period, lower=value - 1.96 * se, upper=value + 1.96 * se, **parts)


def test_years_that_vary_as_they_do_are_no_change() -> None:
    found = changes(standing(FLAT))
    assert [(each.years, each.since, each.verdict) for each in found] == [
        (1, "2024", "no clear change"), (3, "2022", "no clear change"),
    ]  # fmt: skip
    assert [round(each.difference, 3) for each in found] == [0.1, 0.3]


@pytest.mark.parametrize(("end", "verdict"), [(8.6, "no clear change"), (10.0, "improved"), (6.0, "worsened")])
def test_a_leap_beyond_the_usual_years_is_one(end: float, verdict: str) -> None:
    found = change(standing([*FLAT[:-1], end]))
    assert found is not None
    assert found.verdict == verdict


def test_the_least_that_is_told_from_chance_without_movement_of_years() -> None:
    """METHODS 10: 1.96 · √(se₀² + se₁²) where years lie on their line (τ = 0)."""
    limit = 1.96 * sqrt(2) * 0.1
    for size, verdict in ((limit * 0.97, "no clear change"), (limit * 1.03, "improved")):
        found = change(standing([8 + size * n for n in range(8)]))
        assert found is not None
        assert found.verdict == verdict


def test_three_years_one_way_are_told_where_movement_of_years_would_hide_them() -> None:
    """Unemployment of 8.9, 9.4, 11.4 and 12.8 per cent after a wave: no line shows it, and nobody doubts it."""
    share = item("unemployed", "mean", unit="%", polarity="lower")
    found = change(standing([8.7, 8.3, 11.6, 10.4, 8.9, 9.4, 11.4, 12.8], of=share), 3)
    assert found is not None
    assert (found.verdict, found.every_year, round(found.difference, 1)) == ("worsened", True, 3.9)
    unsure = change(standing([8.7, 8.3, 11.6, 10.4, 8.9, 9.4, 11.4, 12.8], se=2, of=share), 3)
    assert unsure is not None
    assert unsure.verdict == "no clear change"


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([8.0, 8.1, 8.2, 8.3], "improved"),
        ([8.0, 8.1, 8.1, 8.3], "cannot be judged"),
        ([8.0, 8.1, None, 8.3], "cannot be judged"),
        ([8.00, 8.04, 8.08, 8.12], "cannot be judged"),  # what rounds to nothing is no step
    ],
)
def test_figures_without_intervals_are_judged_by_their_years_alone(values: list[float | None], verdict: str) -> None:
    found = change(standing(values, se=None), 3)
    assert found is not None
    assert (found.verdict, found.every_year) == (verdict, verdict == "improved")


def test_nothing_is_judged_over_a_merger() -> None:
    found = change(standing([*FLAT[:-1], 10.0]), breaks=[date(2025, 1, 1)])
    assert found is not None
    assert (found.verdict, found.difference) == ("cannot be judged", pytest.approx(2.0))


def test_without_an_earlier_value_there_is_none() -> None:
    assert changes(standing([8.0])) == []
    assert [each.years for each in changes(standing([8.0, 8.1]))] == [1]


def test_months_are_judged_beside_the_same_month_of_other_years() -> None:
    def season(month: int) -> float:
        return 5.0 if month in {12, 1} else 0.0

    months = [f"{year}-{month:02}" for year in range(2018, 2026) for month in range(1, 13)]
    rise = dict.fromkeys(months, 0.0) | {month: -3.0 for month in months if month >= "2025-06"}
    points = tuple(_point(60 + season(int(month[5:])) + rise[month], month, 0.2) for month in months)
    monthly = Standing(
        item("share", "mean", frequency="month"),
        Series("share", "HVA02", points),
        Series("share", "HVA15"),
        Comparison("share", "HVA02", "HVA15", "not compared"),
    )
    found = change(monthly)
    assert found is not None
    assert (found.since, found.verdict, round(found.difference, 6)) == ("2024-12", "worsened", -3.0)


def test_a_change_in_a_share_is_also_one_in_persons() -> None:
    share = item("employed", polarity="higher")
    found = change(standing([70.0, 73.0], of=share, denominator=2000.0))
    assert found is not None
    assert found.persons == pytest.approx(60)
