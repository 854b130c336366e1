"""Periods on the time lines of their frequencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.periods import later, position


@pytest.mark.parametrize(
    ("period", "steps", "expected"),
    [("2024", 3, "2027"), ("2024-Q4", 1, "2025-Q1"), ("2024-11", 2, "2025-01"), ("2024-01", -1, "2023-12")],
)
def test_a_later_period_is_of_the_same_frequency(period: str, steps: int, expected: str) -> None:
    assert later(period, steps) == expected


@given(st.sampled_from(["2020", "2020-Q3", "2020-11"]), st.integers(-100, 100))
def test_later_periods_are_as_many_steps_away(period: str, steps: int) -> None:
    assert position(later(period, steps)) - position(period) == steps
