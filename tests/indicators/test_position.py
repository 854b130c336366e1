"""Where areas stand: the spine about the benchmark, and fifths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.position import fifths, spine

VALUES = {"HVA01": 60.0, "HVA02": 75.0, "HVA03": 65.0, "HVA15": 70.0}
NUMBERS = st.dictionaries(st.text("ABCDEFGH", min_size=1, max_size=2), st.none() | st.integers(-99, 99).map(float))


def test_the_benchmark_is_the_middle_and_the_farthest_area_the_end() -> None:
    found = spine(VALUES, 70.0, "higher")
    assert found == {"HVA01": -1.0, "HVA02": 0.5, "HVA03": -0.5, "HVA15": 0.0}


def test_where_lower_is_better_the_spine_is_mirrored() -> None:
    assert spine(VALUES, 70.0, "lower") == {"HVA01": 1.0, "HVA02": -0.5, "HVA03": 0.5, "HVA15": 0.0}
    assert spine(VALUES, 70.0, "none") == spine(VALUES, 70.0, "higher")


def test_distances_across_nought_keep_their_sign() -> None:
    found = spine({"a": -3.0, "b": 1.0, "c": 2.0, "d": -1.0}, -1.0, "higher")
    assert found == pytest.approx({"a": -2 / 3, "b": 2 / 3, "c": 1.0, "d": 0.0})


@pytest.mark.parametrize(
    ("values", "benchmark"),
    [({"a": 1.0, "b": 2.0, "c": 3.0}, 2.0), ({**VALUES, "HVA03": None}, 70.0), (VALUES, None), ({}, 1.0)],
)
def test_three_areas_or_no_benchmark_make_no_spine(values: dict[str, float | None], benchmark: float | None) -> None:
    assert spine(values, benchmark, "higher") == {}


def test_areas_that_are_all_like_the_benchmark_are_in_the_middle() -> None:
    assert set(spine(dict.fromkeys("abcd", 5.0), 5.0, "higher").values()) == {0.0}


@given(NUMBERS, st.integers(-99, 99), st.integers(-99, 99), st.integers(1, 9))
def test_positions_do_not_depend_on_the_unit(
    values: dict[str, float | None], benchmark: int, shift: int, factor: int
) -> None:
    moved = {area: None if value is None else shift + factor * value for area, value in values.items()}
    found = spine(values, benchmark, "higher")
    assert spine(moved, shift + factor * benchmark, "higher") == pytest.approx(found)
    assert all(-1 <= place <= 1 for place in found.values())
    assert fifths(moved) == fifths(values)


def test_ten_areas_are_two_in_each_fifth() -> None:
    assert list(fifths({str(n): float(n) for n in range(10)}).values()) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_equal_values_share_a_class() -> None:
    assert fifths({"a": 1.0, "b": 2.0, "c": 2.0, "d": 2.0, "e": 5.0}) == {"a": 1, "b": 2, "c": 2, "d": 2, "e": 5}
    assert set(fifths(dict.fromkeys("abcdef", 3.0)).values()) == {1}


def test_four_values_make_no_fifths() -> None:
    assert fifths({**VALUES, "HVA04": None}) == {}
