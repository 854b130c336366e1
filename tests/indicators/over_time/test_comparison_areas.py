"""Difference from comparison areas: weights as another implementation has them, placebo ranks, and when there is none."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pysyncon import Synth

from keko.data.arrays import Floats
from keko.data.periods import later
from keko.indicators.over_time.comparison_areas import Divergence, apart_from, difference_from_comparison_areas
from keko.indicators.series import Series
from tests.data.figures import every_area, point

START = date(2023, 1, 1)
BEFORE, AFTER, OTHERS = 36, 12, 12


def series(area: str, values: Sequence[float | None]) -> Series:
    return Series("one", area, tuple(point(value, later("2020-01", i)) for i, value in enumerate(values)))


def table(seed: int = 1, others: int = OTHERS) -> Floats:
    """Periods by areas: three common courses, each area its own mixture of them and noise. The first area is the own."""
    random = np.random.default_rng(seed)
    courses = 50 + random.normal(size=(BEFORE + AFTER, 3)).cumsum(axis=0)
    mixtures = random.dirichlet([2.0] * 3, others + 1).T
    return np.asarray(courses @ mixtures + random.normal(0, 0.3, (BEFORE + AFTER, others + 1)))


def judged(values: Floats, everywhere: bool = False, day: date = START) -> Divergence:
    own, *others = [series(f"HVA{n:02}", column.tolist()) for n, column in enumerate(values.T)]
    return difference_from_comparison_areas(own, others, day, everywhere)


def test_weights_and_differences_are_those_of_pysyncon() -> None:
    values = table()
    values[BEFORE:, 0] += 4
    found = judged(values)
    others = pd.DataFrame(values[:, 1:], columns=[f"HVA{n:02}" for n in range(1, OTHERS + 1)])
    own = pd.Series(values[:, 0], name="HVA00")
    before = others[:BEFORE], own[:BEFORE]
    oracle = Synth()
    # It divides each row by its standard deviation: these importances undo that, so that every period counts the same.
    spread = pd.concat(before, axis=1).var(axis=1).to_numpy()
    oracle.fit(X0=before[0], X1=before[1], Z0=before[0], Z1=before[1], custom_V=spread)
    assert [weight for _, weight in found.weights] == pytest.approx(oracle.W, abs=2e-3)
    assert [point.difference for point in found.points] == pytest.approx((own - others @ oracle.W).tolist(), abs=5e-3)
    assert found.fit == pytest.approx(float(np.sqrt(np.mean((before[1] - before[0] @ oracle.W) ** 2))), rel=1e-4)


def test_a_real_difference_is_found_and_is_the_most_unusual() -> None:
    values = table()
    values[BEFORE:, 0] += 4
    found = judged(values)
    assert found.reason is None
    assert found.mean_difference == pytest.approx(4, abs=0.5)
    assert (found.rank, found.ranked) == (1, OTHERS + 1)
    assert [point.after for point in found.points] == [False] * BEFORE + [True] * AFTER
    assert sum(weight for _, weight in found.weights) == pytest.approx(1)


def test_without_a_difference_every_rank_is_as_likely() -> None:
    ranks = [judged(table(seed)).rank or 0 for seed in range(60)]
    assert 4 <= sum(rank <= 3 for rank in ranks) <= 25  # 14 expected of 60 in the first three of thirteen


@pytest.mark.parametrize(
    ("values", "everywhere", "day", "reason"),
    [
        (table(), True, START, "hits every area"),
        (table(), False, date(2020, 10, 1), "too few points before"),
        (table(), False, date(2030, 1, 1), "no points after"),
        (table(others=8), False, START, "too few comparison areas"),
        (table(), False, date(2020, 11, 1), None),
        (table(others=9), False, START, None),
    ],
)
def test_conditions(values: Floats, everywhere: bool, day: date, reason: str | None) -> None:
    found = judged(values, everywhere, day)
    assert found.reason == reason
    assert bool(found.points) == (reason is None)


def test_an_area_that_lacks_a_value_is_left_out_and_the_area_is_not_its_own_comparison() -> None:
    values = table(others=11)
    own, *others = [series(f"HVA{n:02}", column.tolist()) for n, column in enumerate(values.T)]
    others[0] = series("HVA01", [None, *values[1:, 1].tolist()])
    found = difference_from_comparison_areas(own, [own, *others], START, False)
    assert [area for area, _ in found.weights] == [f"HVA{n:02}" for n in range(2, 12)]
    gap = difference_from_comparison_areas(series("HVA00", [None, *values[1:, 0].tolist()]), others, START, False)
    assert len(gap.weights) == 11  # a period that the area itself lacks is nobody's gap


@given(st.integers(0, 100), st.floats(-1000, 1000), st.floats(0.01, 1000))
def test_weights_and_ranks_do_not_depend_on_the_unit(seed: int, shift: float, factor: float) -> None:
    values = table(seed)
    found, moved = judged(values), judged(shift + factor * values)
    assert [w for _, w in moved.weights] == pytest.approx([w for _, w in found.weights], abs=1e-4)
    assert moved.mean_difference == pytest.approx(factor * (found.mean_difference or 0), abs=1e-3 * factor)
    assert moved.rank == found.rank


def test_values_that_never_change_and_areas_that_are_the_same() -> None:
    found = judged(np.full((BEFORE + AFTER, OTHERS + 1), 5.0))
    assert (found.mean_difference, found.fit) == (pytest.approx(0), pytest.approx(0))
    zero = judged(np.zeros((BEFORE + AFTER, OTHERS + 1)))
    assert zero.rank == OTHERS + 1  # nothing is unusual


def test_weighted_areas_and_differences_add_up_to_the_areas_own_series() -> None:
    values = table()
    own, *others = [series(f"HVA{n:02}", column.tolist()) for n, column in enumerate(values.T)]
    found = difference_from_comparison_areas(own, others, START, False)
    weighted, differences = found.weighted(own), found.differences(own)
    assert [point.period for point in weighted.points] == [point.period for point in own.points]
    sums = [a.value + b.value for a, b in zip(weighted.valued, differences.valued, strict=True) if a.value and b.value]
    assert sums == pytest.approx([point.value for point in own.points])
    assert {point.status for point in weighted.points} == {"estimated"}


def test_an_area_that_holds_the_same_municipalities_is_nothing_to_compare_with() -> None:
    assert apart_from("HVA02", ["HVA15", "TA14", "MK01", "KU186", "KU091", "MAA"], every_area()) == ["HVA15", "KU091"]
