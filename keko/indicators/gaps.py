"""The difference between two groups of one area, such as men and women: is it real, and does it grow?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import sqlalchemy as sa

from keko.indicators.catalogue import Indicator
from keko.indicators.differences import Overlap, difference_limits, values_of
from keko.indicators.series import Point, Question, Series, read_questions


@dataclass(frozen=True)
class Gap:
    """`first` less `second` at `period`, with its 95 % limits where the indicator has intervals, in its unit."""

    period: str
    first: float
    second: float
    lower: float | None
    upper: float | None

    @property
    def difference(self) -> float:
        """How much larger `first` is."""
        return self.first - self.second

    @property
    def is_real(self) -> bool | None:
        """Whether the interval of the difference leaves out nought; None without one."""
        return None if self.lower is None or self.upper is None else self.lower > 0 or self.upper < 0


@dataclass(frozen=True)
class WomenAndMen:
    """The figures of both sexes in one area, and the gap of women less men at the latest period for which both have one."""

    area: str
    women: Series
    men: Series
    gap: Gap | None


def women_and_men(
    connection: sa.Connection,
    item: Indicator,
    codes: Sequence[str],
    age: str = "total",
    breakdown: str = "total",
    until: str | None = None,
) -> list[WomenAndMen]:
    """Both sexes side by side in each of `codes`, as they were at the end of `until` where given."""
    questions = [Question(sex, age, breakdown) for sex in ("female", "male")]
    women, men = read_questions(connection, [item.id], codes, questions).values()
    pairs = [(code, women[item.id, code].until(until), men[item.id, code].until(until)) for code in codes]
    return [WomenAndMen(code, female, male, gap(item, female, male)) for code, female, male in pairs]


def gap(item: Indicator, first: Series, second: Series) -> Gap | None:
    """At the latest period for which both have a value; None where there is none."""
    pairs = [(point, second.at(point.period)) for point in first.valued]
    both = [(mine, theirs) for mine, theirs in pairs if theirs is not None and theirs.value is not None]
    return _gap(item, *both[-1]) if both else None


def _gap(item: Indicator, mine: Point, theirs: Point) -> Gap:
    assert mine.value is not None and theirs.value is not None
    sides = values_of([mine]), values_of([theirs])
    limits = difference_limits(item.kind, np.array([item.multiplier]), *sides, [Overlap()], 0.95)
    lower, upper = (None if np.isnan(limit[0]) else float(limit[0]) for limit in limits)
    return Gap(mine.period, mine.value, theirs.value, lower, upper)
