"""Stretches of a series without a gap: nothing is drawn, smoothed or judged across what is missing (METHODS 4)."""

from collections.abc import Sequence

from keko.data.periods import frequency, position
from keko.indicators.series import Point


def stretches(points: Sequence[Point]) -> list[list[Point]]:
    """`points` in stretches of one frequency in which no period is missing, the oldest first.

    A point without a value is a gap as much as a period that is not there at all.
    """
    found: list[list[Point]] = []
    for point in points:
        if point.value is None:
            continue
        if found and follows(found[-1][-1].period, point.period):
            found[-1].append(point)
        else:
            found.append([point])
    return found


def follows(before: str, after: str) -> bool:
    """Whether `after` is the very next period of the same frequency."""
    return frequency(before) == frequency(after) and position(after) - position(before) == 1


def longest(points: Sequence[Point]) -> list[Point]:
    """The longest stretch, of several the newest; empty without values."""
    return max(reversed(stretches(points)), key=len, default=[])
