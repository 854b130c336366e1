"""If an area were at another level: how many persons that is, and euros. Arithmetic on published figures, never an effect."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import in_persons
from keko.indicators.series import Point
from keko.indicators.situation import Standing

Level = Literal["benchmark", "target", "best fifth"]
WhyNot = Literal["no figures", "not of persons", "no denominator"]

FEWEST_AREAS = 5  # that have a best fifth


class Persons(NamedTuple):
    """How many more there would be, negative where fewer, with 95 % limits where the figures have any."""

    more: float
    lower: float | None = None
    upper: float | None = None

    @property
    def is_clear(self) -> bool:
        """Whether chance leaves the sign as it is."""
        return self.lower is not None and self.upper is not None and (self.lower > 0 or self.upper < 0)

    def times(self, factor: float) -> "Persons":
        """The same in another unit: euros, where one costs `factor`."""
        return Persons(*(None if part is None else factor * part for part in self))  # type: ignore[arg-type]


@dataclass(frozen=True)
class WhatIf:
    """One level: its `value` beside `own` at `period`, in the unit of `item`, which is the form in which areas are compared.

    `reached`: the area is there already, or better, and chance does not explain it; None of a figure that is neither better nor worse.
    `euros`: a year, where the catalogue has a cost. `of`: how many areas a best fifth is of.
    """

    level: Level
    item: Indicator
    period: str
    own: float
    value: float
    persons: Persons
    euros: Persons | None
    reached: bool | None
    of: int = 0


def what_if(standing: Standing, target: float | None = None, field: Sequence[float] = ()) -> list[WhatIf] | WhyNot:
    """The benchmark's level, that of the `target`, and that which the best fifth of areas reaches at least.

    `target`: in the unit of the published figure. `field`: what every area of the area's level has at the same period, in the
    form in which areas are compared. The limits beside the benchmark are those of the difference between the two; other
    levels are what they are, so only the area's own figure is uncertain.
    """
    form, own = standing.as_compared, _own(standing)
    if own is None or own.value is None:
        return "no figures"
    if own.denominator is None:
        return "no denominator" if form.item.kind in {"proportion", "rate", "count"} else "not of persons"
    if in_persons(form.item, own, 1.0) is None:
        return "not of persons"
    size = own.denominator / form.item.multiplier
    levels = [_benchmark(standing, own, size), *_fixed(standing, own, size, target, field)]
    return [level for level in levels if level is not None]


def best_fifth(field: Sequence[float], item: Indicator) -> float | None:
    """What a fifth of the areas reaches at least; None of fewer than five, and where neither direction is better."""
    if len(field) < FEWEST_AREAS or item.polarity == "none":
        return None
    return sorted(field, reverse=item.polarity == "higher")[len(field) // FEWEST_AREAS - 1]


def _own(standing: Standing) -> Point | None:
    """The area's figure at the period at which it stands beside the benchmark, else its newest."""
    series, period = standing.as_compared.own, standing.comparison.period
    return series.at(period) if period else series.latest


def _benchmark(standing: Standing, own: Point, size: float) -> WhatIf | None:
    compared = standing.comparison
    if compared.benchmark_value is None or compared.difference is None or compared.reason == "same area":
        return None
    limits: tuple[float | None, float | None] = (None, None)
    if compared.lower is not None and compared.upper is not None:
        limits = (-compared.upper * size, -compared.lower * size)
    return _level("benchmark", standing, own, compared.benchmark_value, Persons(-compared.difference * size, *limits))


def _fixed(standing: Standing, own: Point, size: float, target: float | None, field: Sequence[float]) -> list[WhatIf]:
    """The levels that have no uncertainty of their own."""
    item, published = standing.as_compared.item, target
    if target is not None and item.counted is not None:
        published = target / size
    wanted: list[tuple[Level, float | None]] = [("target", published), ("best fifth", best_fifth(field, item))]
    return [
        _level(name, standing, own, value, _persons(own, value, size), len(field) if name == "best fifth" else 0)
        for name, value in wanted
        if value is not None
    ]


def _persons(own: Point, value: float, size: float) -> Persons:
    assert own.value is not None
    if own.lower is None or own.upper is None:
        return Persons((value - own.value) * size)
    return Persons((value - own.value) * size, (value - own.upper) * size, (value - own.lower) * size)


def _level(name: Level, standing: Standing, own: Point, value: float, persons: Persons, of: int = 0) -> WhatIf:
    item, cost = standing.as_compared.item, standing.item.unit_cost
    assert own.value is not None
    is_better = (own.value > value) == (item.polarity == "higher") and own.value != value
    reached = None if item.polarity == "none" else is_better and persons.is_clear
    euros = persons.times(cost.value) if cost and (standing.is_demo or not cost.is_demo) else None
    return WhatIf(name, item, own.period, own.value, value, persons, euros, reached, of)
