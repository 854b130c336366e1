"""Classes of a map: no empty one, equal values together, natural breaks as mapclassify finds them."""

import warnings
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.classes import CLASSES, Way, classified, natural_breaks

WAYS = get_args(Way)
VALUES = st.dictionaries(st.text(min_size=1, max_size=3), st.integers(-1000, 1000).map(lambda n: n / 10), max_size=60)


@pytest.mark.parametrize("way", WAYS)
@given(values=VALUES)
def test_classes_keep_the_order_and_none_is_empty(way: Way, values: dict[str, float]) -> None:
    found = classified(values, way)
    assert found.keys() == values.keys()
    assert set(found.values()) == set(range(len(set(found.values()))))
    assert len(set(found.values())) <= min(CLASSES, len(set(values.values())))
    ordered = sorted(values, key=values.__getitem__)
    assert [found[area] for area in ordered] == sorted(found.values())
    assert all(found[a] == found[b] for a in ordered for b in ordered if values[a] == values[b])


def test_as_many_areas_in_each_class() -> None:
    found = classified({str(n): float(n) for n in range(20)}, "kvantiilit")
    assert [list(found.values()).count(place) for place in range(5)] == [4] * 5


def test_equal_steps_are_equally_wide() -> None:
    assert classified({"a": 0.0, "b": 1.9, "c": 2.1, "d": 5.0, "e": 10.0}, "tasavalit") == {
        "a": 0, "b": 0, "c": 1, "d": 2, "e": 3,
    }  # fmt: skip


def test_natural_breaks_go_where_the_gaps_are() -> None:
    values = {"a": 1.0, "b": 1.1, "c": 5.0, "d": 5.2, "e": 20.0}
    assert list(classified(values, "luonnolliset", most=3).values()) == [0, 0, 1, 1, 2]


def test_natural_breaks_are_those_of_mapclassify() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says that it is slow without numba
        from mapclassify import FisherJenks

        values = np.sort(np.random.default_rng(5).gamma(3, 5, 120).round(1))
        expected = FisherJenks(values, k=5).bins
    assert natural_breaks(values, 5) == pytest.approx(expected)
