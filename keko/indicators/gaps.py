"""The difference between two groups of one area, such as men and women: is it real, and does it grow?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
import sqlalchemy as sa

from keko.data.periods import years_before
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Basis, in_persons
from keko.indicators.comparing.differences import Overlap, difference_limits, values_of
from keko.indicators.comparing.usual_variation import usual_variation
from keko.indicators.point_limits import rounding_of
from keko.indicators.series import Point, Question, Series, read_questions


@dataclass(frozen=True)
class Gap:
    """`first` less `second` at `period`, with its limits, in the indicator's unit; none where neither basis gives any."""

    period: str
    first: float
    second: float
    lower: float | None
    upper: float | None
    basis: Basis | None = None

    @property
    def difference(self) -> float:
        """How much larger `first` is."""
        return self.first - self.second

    @property
    def is_real(self) -> bool | None:
        """Whether the limits of the difference leave out nought; None without any."""
        return None if self.lower is None or self.upper is None else self.lower > 0 or self.upper < 0


class Widening(NamedTuple):
    """A gap that is wider than it was at `since`, beyond its limits. `worse`: the sex whose figure is the worse one; `persons`:
    about how many persons of that sex the gap is, where that is known.
    """

    gap: Gap
    since: str
    before: float
    worse: Literal["female", "male"]
    persons: float | None = None


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
    if not both:
        return None
    sampled = _gap(item, *both[-1])
    return sampled if sampled.basis else _by_yearly_variation(sampled, item, first, second)


def widening(item: Indicator, women: Series, men: Series, years: int = 3) -> Widening | None:
    """The gap of women less men where it is real, worth speaking of, and wider than `years` before beyond its limits.

    None as well of a figure that is neither better nor worse, and where the gap has turned the other way round.
    """
    now = gap(item, women, men)
    if now is None or not now.is_real or item.polarity == "none":
        return None
    since = years_before(now.period, years)
    then = [side.at(since) for side in (women, men)]
    values = [point.value for point in then if point is not None and point.value is not None]
    if len(values) < len(then) or now.lower is None or now.upper is None:
        return None
    before = values[0] - values[1]
    sign = 1 if now.difference > 0 else -1
    nearest = min(sign * now.lower, sign * now.upper)
    grown = sign * (now.difference - before)
    if nearest <= sign * before or sign * before < 0 or grown < (item.least_difference or 0.0):
        return None
    worse: Literal["female", "male"] = "female" if (sign > 0) == (item.polarity == "lower") else "male"
    own = (women if worse == "female" else men).at(now.period)
    return Widening(now, since, before, worse, in_persons(item, own, now.difference) if own else None)


def _by_yearly_variation(bare: Gap, item: Indicator, first: Series, second: Series) -> Gap:
    """Of figures without intervals; both groups live in one area, so that a merger breaks neither."""
    usual = usual_variation(first, second, bare.period, (), 2 * rounding_of(item))
    if isinstance(usual, str):
        return bare
    return replace(bare, lower=usual.lower, upper=usual.upper, basis="yearly variation")


def _gap(item: Indicator, mine: Point, theirs: Point) -> Gap:
    assert mine.value is not None and theirs.value is not None
    sides = values_of([mine]), values_of([theirs])
    limits = difference_limits(item.kind, np.array([item.multiplier]), *sides, [Overlap()], 0.95)
    lower, upper = (None if np.isnan(limit[0]) else float(limit[0]) for limit in limits)
    return Gap(mine.period, mine.value, theirs.value, lower, upper, None if lower is None else "sampling")
