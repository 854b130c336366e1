"""A target is a dated path: where a figure should be meanwhile, and where the newest one stands."""

from dataclasses import replace
from math import inf, nan

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from keko.data.engine import writing
from keko.data.periods import later
from keko.indicators.series import Point, Series
from keko.room.paths import Path, path_of, progress
from keko.room.targets import Slip, Step, Target, read_targets, set_target
from tests.data.figures import ADMIN, item, point

RATE = item("employment", least_difference=0.5)
AIM = Target("employment", "HVA02", 79.0, "2024", "2028", start=75.0)


def series(*values: float, half: float | None = None, since: int = 2024) -> Series:
    def at(year: int, value: float) -> Point:
        ends = {} if half is None else {"lower": value - half, "upper": value + half}
        return point(value, str(year), **ends)

    return Series("employment", "HVA02", tuple(at(since + n, value) for n, value in enumerate(values)))


def stands(aim: Target, own: Series, polarity: str = "higher") -> str:
    of = RATE.model_copy(update={"polarity": polarity})
    return progress(aim, path_of(aim, of, own), of, own)


def test_a_path_is_straight_between_its_steps() -> None:
    path = path_of(replace(AIM, steps=(Step("2026", 78.0),)), RATE, series(75.2))
    assert [path.planned(str(year)) for year in range(2023, 2031)] == [None, 75, 76.5, 78, 78.5, 79, 79, 79]
    assert list(path.ahead()) == [("2025", 76.5), ("2026", 78.0), ("2027", 78.5), ("2028", 79.0)]


def test_without_an_agreed_start_it_begins_with_the_figure_of_its_time() -> None:
    bare = replace(AIM, start=None)
    assert path_of(bare, RATE, series(74.0, 74.6, since=2022)).start == 74.6
    assert path_of(bare, RATE, series(76.0, since=2025)).start == 76.0
    assert path_of(bare, RATE, series()).start == 79.0


def test_a_path_of_months_ends_with_the_last_month_of_its_year() -> None:
    months = Series("jobless", "HVA02", (point(900.0, "2025-12"), point(890.0, "2026-01")))
    of = item("jobless", "count", frequency="month", polarity="lower")
    path = path_of(Target("jobless", "HVA02", 780.0, "2025", "2026", start=900.0), of, months)
    assert path.planned("2026-06") == 840
    assert path.planned("2026-12") == 780


@pytest.mark.parametrize(
    ("own", "where"),
    [
        (series(), "no figures"),
        (series(75.0), "not begun"),
        (series(75.0, 76.0), "on the path"),
        (series(75.0, 75.6), "on the path"),  # .4 behind is less than is worth speaking of
        (series(75.0, 75.0, half=1.2), "not told apart"),
        (series(75.0, 75.0, half=0.3), "behind"),
        (series(75.0, 75.0), "behind"),
        (series(75.0, 74.0), "behind"),
        (series(75.0, 80.0, half=0.4), "reached"),
        (series(75.0, 79.2, half=0.4), "on the path"),
        (series(75.0, 76.0, 77.0, 78.0, 78.0), "missed"),
        (series(75.0, 76.0, 77.0, 78.0, 78.9, half=0.4), "not told apart"),
        (series(75.0, 76.0, 77.0, 78.0, 79.5), "reached"),
    ],
)
def test_where_the_newest_figure_stands(own: Series, where: str) -> None:
    assert stands(AIM, own) == where


def test_what_was_agreed_to_be_enough_and_to_be_alarming_is_asked_first() -> None:
    agreed = replace(AIM, slack=1.0, alarm=2.0)
    assert [stands(agreed, series(75.0, value)) for value in (75.0, 74.5, 73.5)] == [
        "on the path",
        "behind",
        "far behind",
    ]


def test_where_neither_way_is_better_nothing_is_judged() -> None:
    assert stands(AIM, series(75.0, 74.0), "none") == "not judged"


@given(st.floats(60, 90), st.floats(0.01, 3))
def test_what_is_better_lower_stands_as_its_mirror_does(value: float, half: float) -> None:
    mirrored = replace(AIM, value=-79.0, start=-75.0)
    assert stands(AIM, series(75.0, value, half=half)) == stands(mirrored, series(-75.0, -value, half=half), "lower")


@given(st.lists(st.floats(0, 100), min_size=2, max_size=6), st.integers(1, 4))
def test_a_path_goes_through_its_steps_and_never_beyond_them(values: list[float], apart: int) -> None:
    path = Path(tuple(Step(str(2020 + apart * n), value) for n, value in enumerate(values)))
    assert [path.planned(step.period) for step in path.steps] == values
    between = [value for _, value in path.ahead()]
    assert len(between) == apart * (len(values) - 1)
    assert all(min(values) - 1e-9 <= value <= max(values) + 1e-9 for value in between)
    assert path.planned(later(path.steps[0].period, -1)) is None


@pytest.mark.parametrize(
    ("aim", "slip"),
    [
        (replace(AIM, value=nan), "value"),
        (replace(AIM, value=inf), "value"),
        (replace(AIM, start=nan), "start"),
        (replace(AIM, since="2024-13"), "since"),
        (replace(AIM, due="kesä"), "due"),
        (replace(AIM, due="2023"), "order"),
        (replace(AIM, steps=(Step("2026", nan),)), "steps"),
        (replace(AIM, steps=(Step("joskus", 78.0),)), "steps"),
        (replace(AIM, steps=(Step("2027", 78.0), Step("2026", 77.0))), "step order"),
        (replace(AIM, steps=(Step("2028", 78.0),)), "step order"),
        (replace(AIM, steps=(Step("2024", 78.0),)), "step order"),
        (replace(AIM, slack=-1.0), "thresholds"),
        (replace(AIM, slack=2.0, alarm=1.0), "thresholds"),
        (replace(AIM, alarm=nan), "thresholds"),
    ],
)
def test_what_is_no_path_says_what_is_wrong_with_it(aim: Target, slip: Slip) -> None:
    assert aim.slips == [slip]


def test_a_path_is_stored_whole(installation: sa.Engine) -> None:
    whole = Target(
        "employment-rate-20-64",
        "HVA02",
        79.0,
        "2024",
        "2028",
        start=75.0,
        steps=(Step("2026", 78.0),),
        slack=0.5,
        alarm=1.5,
    )
    with writing(installation) as connection:
        set_target(connection, whole, ADMIN)
        assert read_targets(connection) == {("employment-rate-20-64", "HVA02"): whole}
