"""Quantiles and shares from waiting times by class."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.comparing.differences import Overlap, Values, difference_limits
from keko.indicators.waits import QUARTILES, WaitClass, class_of, classes_of, divides, quantiles, share_within

CLASSES = [WaitClass(0, 7), WaitClass(8, 30), WaitClass(31, 90), WaitClass(91, None)]
PERSONS = st.lists(st.integers(0, 500), min_size=4, max_size=4).filter(any)


@pytest.mark.parametrize(
    ("id_", "own"),
    [("days:8-30", WaitClass(8, 30)), ("days:91-", WaitClass(91, None)), ("total", None), ("8-30", None)],
)
def test_a_class_by_its_id(id_: str, own: WaitClass | None) -> None:
    assert class_of(id_) == own
    assert own is None or own.id == id_


def test_classes_are_in_the_order_of_time() -> None:
    assert classes_of(["days:91-", "days:8-30", "total", "days:0-7", "days:31-90"]) == CLASSES


@pytest.mark.parametrize(
    ("classes", "whole"),
    [
        (CLASSES, True),
        (CLASSES[:2], True),
        (CLASSES[1:], False),
        ([CLASSES[0], CLASSES[2], CLASSES[3]], False),
        ([WaitClass(0, 7), WaitClass(7, 30)], False),
        ([], False),
    ],
)
def test_classes_that_hold_every_wait_once(classes: list[WaitClass], whole: bool) -> None:
    assert divides(classes) == whole


def test_quantiles_are_linear_within_classes() -> None:
    """40 in 7 days, 80 in 30, 120 in 90, of 160: the median of 80 persons is at the end of the second class."""
    assert quantiles([40, 40, 40, 40], CLASSES, 0.5).tolist() == [30]
    assert quantiles([40, 40, 40, 40], CLASSES, 0.375).tolist() == [7 + 23 / 2]
    assert quantiles([40, 40, 40, 40], CLASSES, 0.125).tolist() == [3.5]


def test_what_lies_in_the_open_class_is_not_known() -> None:
    assert np.isnan(quantiles([10, 10, 10, 31], CLASSES, 0.5)).all()
    assert np.isnan(quantiles([0, 0, 0, 0], CLASSES, 0.5)).all()
    assert share_within([10, 10, 10, 31], CLASSES, 100) is None
    assert share_within([10, 10, 10, 30], CLASSES, 90) == 0.5


def test_shares_within_days() -> None:
    assert share_within([40, 40, 40, 40], CLASSES, 7) == 0.25
    assert share_within([46, 23, 40, 51], CLASSES, 14) == pytest.approx((46 + 7) / 160)
    assert share_within([0, 0, 0, 0], CLASSES, 7) is None


@given(PERSONS, st.floats(0.01, 0.99))
def test_a_share_and_its_quantile_undo_each_other(persons: list[int], share: float) -> None:
    days = float(quantiles(persons, CLASSES, share)[0])
    if np.isnan(days):
        assert sum(persons[:3]) < share * sum(persons) + 1e-9
        return
    below, above = (share_within(persons, CLASSES, whole) for whole in (int(days), int(np.ceil(days))))
    assert (below or 0) - 1e-9 <= share <= (1 if above is None else above) + 1e-9


@given(PERSONS)
def test_quantiles_are_in_order(persons: list[int]) -> None:
    values = [float(quantiles(persons, CLASSES, share)[0]) for share in (0.1, 0.25, 0.5, 0.75, 0.9)]
    known = [value for value in values if not np.isnan(value)]
    assert known == sorted(known) == values[: len(known)]


@pytest.mark.parametrize("draw", ["lognormal", "exponential"])
def test_two_waits_alike_are_seldom_called_different(draw: str) -> None:
    """Interpolation puts a median off by as much in both areas, so that it makes no difference between them."""
    random, runs = np.random.default_rng(4), 2000
    ends = np.array([own.end for own in CLASSES])
    sides = []
    for n in (60, 300):
        waits = random.lognormal(3, 0.8, (runs, n)) if draw == "lognormal" else random.exponential(40, (runs, n))
        persons = np.diff((waits[:, :, None] <= ends).sum(axis=1), axis=1, prepend=0)
        q1, median, q3 = (quantiles(persons, CLASSES, share) for share in QUARTILES)
        nothing = np.full(runs, np.nan)
        sides.append(
            Values(median, nothing, nothing, nothing, np.full(runs, float(n)), nothing, q1, q3, np.zeros(runs))
        )
    lower, upper = difference_limits("median", np.ones(runs), sides[0], sides[1], [Overlap()] * runs, 0.95)
    assert np.isnan(lower).mean() < 0.05
    assert ((lower > 0) | (upper < 0)).mean() <= 0.05
