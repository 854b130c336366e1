"""Which points of a process chart are out of its ordinary variation (METHODS 4).

The rules of special causes are those of NHS England's Making Data Count.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

CauseOfLevel = Literal["outside", "trend of 7", "2 of 3", "7 on one side"]
CauseOfChange = Literal["outside", "7 of one sign"]
Cause = CauseOfLevel | CauseOfChange
Direction = Literal["higher", "lower"]
Causes = list[tuple[Cause, Direction] | tuple[None, None]]

RUN = 7


def causes_of_levels(values: Sequence[float], centre: float, reach: float) -> Causes:
    """The first special cause of each of `values`, levels without a gap, and where it points."""
    sides = sides_of(values, centre)
    return _first(
        len(values),
        [
            ("outside", _beyond(values, centre, reach)),
            ("trend of 7", _in_trend(sides_of(np.diff(values).tolist(), 0.0))),
            ("2 of 3", _two_of_three(_beyond(values, centre, reach * 2 / 3))),
            ("7 on one side", _in_run(sides)),
        ],
    )


def causes_of_changes(changes: Sequence[float], centre: float, reach: float) -> Causes:
    """The same of changes: beyond their usual size, or the seventh or later one in a row of one sign.

    A run is marked from where it could be known: changes of a series that remembers go one way for long.
    """
    signs = sides_of(changes, 0.0)
    return _first(
        len(changes), [("outside", _beyond(changes, centre, reach)), ("7 of one sign", _seventh_of_a_run(signs))]
    )


def sides_of(values: Sequence[float], centre: float) -> list[int]:
    """1 above, −1 below, 0 on the centre."""
    return _beyond(values, centre, 0.0)


def is_run(sides: Sequence[int]) -> bool:
    """Whether `sides`, seven of them, are all the same one."""
    return abs(sum(sides)) == RUN


def _first(count: int, rules: Sequence[tuple[Cause, list[int]]]) -> Causes:
    """Of each point the first rule that speaks."""
    return [
        next(((cause, "higher" if signs[i] > 0 else "lower") for cause, signs in rules if signs[i]), (None, None))
        for i in range(count)
    ]


def _beyond(values: Sequence[float], centre: float, reach: float) -> list[int]:
    """1 farther above the centre than `reach`, −1 farther below, else 0."""
    reach += 1e-12 * abs(centre)  # a mean of equal values need not be that value to the last bit
    return [(value > centre + reach) - (value < centre - reach) for value in values]


def _in_run(sides: Sequence[int]) -> list[int]:
    """The side of every point that is in a run of seven, else 0."""
    in_run = [0] * len(sides)
    for start in range(len(sides) - RUN + 1):
        if is_run(sides[start : start + RUN]):
            in_run[start : start + RUN] = sides[start : start + RUN]
    return in_run


def _seventh_of_a_run(signs: Sequence[int]) -> list[int]:
    """The sign of every point that ends a run of seven, else 0."""
    return [signs[i] if i + 1 >= RUN and is_run(signs[i + 1 - RUN : i + 1]) else 0 for i in range(len(signs))]


def _in_trend(steps: Sequence[int]) -> list[int]:
    """The direction of every point that is among seven rising or falling ones, else 0. Seven points are six steps."""
    in_trend = [0] * (len(steps) + 1)
    for start in range(len(steps) - RUN + 2):
        if abs(sum(steps[start : start + RUN - 1])) == RUN - 1:
            in_trend[start : start + RUN] = [steps[start]] * RUN
    return in_trend


def _two_of_three(outer: Sequence[int]) -> list[int]:
    """The side of points beyond two thirds of the way to a limit that have another such one among three, else 0."""
    return [
        side if side and any(outer[j] == side for j in range(max(i - 2, 0), i + 3) if j != i and j < len(outer)) else 0
        for i, side in enumerate(outer)
    ]
