"""Differences of figures without intervals, beside how they usually vary from year to year."""

from datetime import date
from itertools import combinations

import numpy as np
import pytest

from keko.data.arrays import Floats
from keko.indicators.comparing.comparison import compare
from keko.indicators.comparing.usual_variation import Usual, usual_variation
from keko.indicators.series import Series
from tests.data.figures import every_area, item, point
from tests.real.shared import open_figures

AREAS = every_area()
NONE = item("rate", "score", decimals=2)


def series(area: str, values: list[float] | Floats, first: int = 2015, part: str = "") -> Series:
    points = (
        point(float(value), f"{first + place}{part}") for place, value in enumerate(values) if not np.isnan(value)
    )
    return Series("rate", area, tuple(points))


def usual(differences: list[float], part: str = "", breaks: tuple[date, ...] = ()) -> Usual | str:
    own = series("HVA02", [50 + difference for difference in differences], part=part)
    other = series("HVA15", [50.0] * len(differences), part=part)
    return usual_variation(own, other, own.points[-1].period, breaks)


# METHODS, section 3: the golden numbers of figures that come without numerators.
@pytest.mark.parametrize(
    ("differences", "lower", "upper"),
    [
        ([2.0, 2.4, 1.9, 2.2, 2.6, 2.1, 2.3, 2.5], 1.55, 3.45),
        ([0.3, -0.2, 0.5, 0.1, -0.4, 0.6, 0.2, 0.0], -1.406, 1.406),
    ],
)
@pytest.mark.parametrize("part", ["", "-12", "-Q3"])
def test_limits_lie_around_the_latest_difference(
    differences: list[float], lower: float, upper: float, part: str
) -> None:
    found = usual(differences, part)
    assert isinstance(found, Usual)
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=0.005)
    assert found.years == 8


def test_the_same_is_said_of_both_from_either_side() -> None:
    own, other = series("HVA02", [3, 4, 3, 5, 3, 4]), series("MAA", [1, 1, 2, 1, 2, 1])
    here, there = compare(NONE, own, other, AREAS), compare(NONE, other, own, AREAS)
    assert (here.lower, here.upper) == pytest.approx((-(there.upper or 0), -(there.lower or 0)))
    assert (here.basis, here.confidence) == ("yearly variation", None)


@pytest.mark.parametrize(
    ("values", "reason"),
    [([1.0, 2, 1, 2, 1], "too few years"), ([1.0, np.nan, 2, np.nan, 1, np.nan, 2, np.nan, 1, 1], "too few years")],
)
def test_fewer_than_six_years_say_nothing(values: list[float], reason: str) -> None:
    assert compare(NONE, series("HVA02", values), series("HVA15", [0.0] * 10), AREAS).reason == reason


def test_only_the_last_ten_years_count_and_none_before_a_merger() -> None:
    wild = [100.0, -100.0, 100.0]
    calm = [2.0, 2.4, 1.9, 2.2, 2.6, 2.1, 2.3, 2.5, 2.2, 2.4]
    assert usual(wild + calm) == usual(calm)
    assert isinstance(usual(calm), Usual)
    assert usual(calm, breaks=(date(2021, 1, 1),)) == "break in series"


def test_a_year_of_a_shock_is_left_out_once() -> None:
    found = usual([2.0, 2.2, 2.0, 2.2, 12.0, 2.0, 2.2, 2.0, 2.2, 2.0, 2.2][:10])
    assert isinstance(found, Usual)
    assert found.upper - found.lower < 20


def test_rounding_alone_makes_no_difference() -> None:
    one = item("rate", "score", decimals=1)
    found = compare(one, series("HVA02", [5.1] * 8), series("HVA15", [5.0] * 8), AREAS)
    assert found.verdict == "no difference"


@pytest.mark.parametrize(("memory", "most"), [(0.0, 0.03), (0.5, 0.09)])
def test_areas_alike_are_seldom_called_different(memory: float, most: float) -> None:
    random = np.random.default_rng(2026)
    runs, wrong = 1500, 0
    for _ in range(runs):
        noise = random.normal(size=60)
        walk = np.zeros(60)
        for step in range(1, 60):
            walk[step] = memory * walk[step - 1] + noise[step]
        found = usual([float(difference) for difference in walk[-10:]])
        wrong += isinstance(found, Usual) and (found.lower > 0 or found.upper < 0)
    assert wrong <= most * runs


# Statistics Finland, table 115x, employment rate of ages 18–64, 1987–2024.
def test_real_employment_rates_are_told_apart() -> None:
    rates = open_figures("tidy_employment-rate-18-64.csv.gz")
    counties = rates[rates["area_code"].str.startswith("HVA")].astype({"period": str})
    by_area = {
        str(code): Series("rate", str(code), tuple(point(row.value, row.period) for row in rows.itertuples()))
        for code, rows in counties.groupby("area_code")
    }
    one = item("rate", "proportion")
    verdicts = [compare(one, by_area[a], by_area[b], AREAS) for a, b in combinations(sorted(by_area), 2)]
    assert len(verdicts) == 253
    assert {verdict.basis for verdict in verdicts} == {"yearly variation"}
    assert 0.7 < np.mean([verdict.is_real for verdict in verdicts]) < 0.85
    undecided = [abs(verdict.difference or 0) for verdict in verdicts if not verdict.is_real]
    assert max(undecided) < 3.5
    keusote = compare(one, by_area["HVA02"], by_area["HVA15"], AREAS)
    assert (keusote.verdict, keusote.area_value, keusote.benchmark_value) == ("better", 77.2, 68.1)
