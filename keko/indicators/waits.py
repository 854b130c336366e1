"""Waiting times by class: what share waited at most so many days, the median and other quantiles (METHODS 2).

A class is a category of an indicator that counts persons: "days:8-30" for 8 to 30 days, "days:91-" for 91 or more. The
distribution function is linear within a class, from the last day of the class before it to its own last day. What lies
in the open last class is not known.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from keko.data.arrays import Floats

_ID = re.compile(r"days:(\d+)-(\d*)")
QUARTILES = (0.25, 0.5, 0.75)
SLOWEST_TENTH = 0.9


class WaitClass(NamedTuple):
    """Waits from `first` to `last` whole days; None where it is open."""

    first: int
    last: int | None

    @property
    def id(self) -> str:
        """As it is stored."""
        return f"days:{self.first}-{'' if self.last is None else self.last}"

    @property
    def end(self) -> float:
        """The last day, infinite where the class is open."""
        return float("inf") if self.last is None else float(self.last)


def class_of(breakdown: str) -> WaitClass | None:
    """The class that a stored category is, None of any other category."""
    match = _ID.fullmatch(breakdown)
    return WaitClass(int(match[1]), int(match[2]) if match[2] else None) if match else None


def classes_of(breakdowns: Sequence[str]) -> list[WaitClass]:
    """The classes among stored categories, the shortest waits first."""
    found = {own for breakdown in breakdowns if (own := class_of(breakdown))}
    return sorted(found, key=lambda own: (own.end, own.first))


def divides(classes: Sequence[WaitClass]) -> bool:
    """Whether classes in their order hold every wait once, from no days on; the last may be closed."""
    firsts = [0, *(int(own.end) + 1 for own in classes[:-1] if own.last is not None)]
    return bool(classes) and [own.first for own in classes] == firsts


def quantiles(persons: ArrayLike, classes: Sequence[WaitClass], share: float) -> Floats:
    """The days that a share of the persons (0 to 1) waited at most, of each row; NaN in the open class and of nobody.

    `persons`: rows of the number in each of `classes`, which divide all waits.
    """
    numbers = np.atleast_2d(np.asarray(persons, dtype=np.float64))
    ends = np.array([own.end for own in classes])
    starts = np.array([0.0, *ends[:-1]])
    upto = np.cumsum(numbers, axis=1)
    wanted = share * upto[:, -1]
    place = (upto < wanted[:, None]).sum(axis=1).clip(max=len(classes) - 1)
    row = np.arange(len(numbers))
    inside = numbers[row, place]
    with np.errstate(divide="ignore", invalid="ignore"):
        part = (wanted - upto[row, place] + inside) / inside
        days = starts[place] + part * (ends[place] - starts[place])
    return np.where(np.isfinite(days) & (upto[:, -1] > 0), days, np.nan)


def share_within(persons: Sequence[float], classes: Sequence[WaitClass], days: int) -> float | None:
    """The share (0 to 1) of persons who waited at most `days`; None where the open class would have to tell, or of nobody."""
    total, counted = float(sum(persons)), 0.0
    start = 0.0
    for number, own in zip(persons, classes, strict=True):
        if own.end > days:
            part = (days - start) / (own.end - start) if days > start else 0.0
            return (counted + number * part) / total if total and (own.last is not None or days <= start) else None
        counted, start = counted + number, own.end
    return counted / total if total else None
