"""Axes of values: round numbers within the indicator's decimals, most of the height filled, and names apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.charts.label_places import apart
from keko.charts.text_width import text_width, wrapped
from keko.charts.value_axis import value_axis


@given(st.lists(st.integers(-(10**7), 10**7), min_size=1, max_size=20), st.integers(0, 4))
def test_values_are_inside_and_fill_most_of_the_axis(values: list[int], decimals: int) -> None:
    numbers = [value / 10**decimals for value in values]
    axis = value_axis(numbers, decimals)
    span, height = max(numbers) - min(numbers), axis.high - axis.low
    assert axis.low <= min(numbers) + 1e-6
    assert max(numbers) <= axis.high + 1e-6
    assert 2 <= len(axis.levels) <= 9
    assert axis.decimals <= decimals
    labels = [f"{level:.{axis.decimals}f}" for level in axis.levels]
    assert len(set(labels)) == len(labels)
    if span > 10 * 10.0**-decimals:
        assert span > 0.55 * height


@pytest.mark.parametrize(
    ("values", "decimals", "written"),
    [
        ([69.5, 69.95], 1, ["69.5", "69.6", "69.7", "69.8", "69.9"]),
        ([0.0001, 0.0003], 4, ["0.0001", "0.0002", "0.0003"]),
        ([0, 12_345_678], 0, ["0", "5000000", "10000000"]),
        ([57.0], 1, ["56", "58"]),
        ([], 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_lines_across_are_round(values: list[float], decimals: int, written: list[str]) -> None:
    axis = value_axis(values, decimals)
    assert [f"{level:.{axis.decimals}f}" for level in axis.levels] == written


@given(st.lists(st.floats(0, 100), min_size=1, max_size=12))
def test_names_keep_their_order_and_their_distance(wanted: list[float]) -> None:
    places = apart(wanted, wanted, 5.0, 0.0, 100.0)
    ordered = sorted(zip(wanted, places, strict=True))
    assert all(after - before >= 5.0 - 1e-6 for before, after in pairwise(sorted(places)))
    assert all(a[1] <= b[1] for a, b in pairwise(ordered) if a[0] < b[0])
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in places)


def test_names_that_meet_stand_about_the_middle_of_what_they_wanted() -> None:
    assert apart([50.0, 50.0], [50.0, 50.0], 4.0, 0, 100) == [48.0, 52.0]
    assert apart([10.0, 90.0], [10.0, 90.0], 4.0, 0, 100) == [10.0, 90.0]


def test_texts_are_as_wide_as_their_letters() -> None:
    assert text_width("ä", 10) == text_width("a", 10) == pytest.approx(5.56)
    assert text_width("WWW", 10) > text_width("iii", 10) > 0
    assert wrapped("yksi kaksi kolme", 10) == "yksi kaksi\nkolme"
