"""Where an area stands: each indicator beside the benchmark, the verdict, and the change since a year ago."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from keko.config import Language
from keko.data.areas import Areas
from keko.data.periods import year_before
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import Comparison, compare_many
from keko.indicators.series import Point, Question, Series, SeriesBy, read_series
from keko.indicators.sets import expanded, summed


@dataclass(frozen=True)
class AnnualChange:
    """From the same period a year earlier to the latest value, in the indicator's unit."""

    since: str
    before: float
    difference: float


@dataclass(frozen=True)
class Standing:
    """One indicator of an area beside its benchmark. `others`: further areas that were asked for, in that order."""

    item: Indicator
    own: Series
    benchmark: Series
    comparison: Comparison
    others: tuple[Series, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The area's newest value."""
        return self.own.latest

    @property
    def period(self) -> str | None:
        """The period at which the areas stand side by side: that of the comparison, else the area's newest."""
        latest = self.own.latest
        return self.comparison.period or (latest.period if latest else None)

    @property
    def change(self) -> AnnualChange | None:
        """Since the same period of the previous year, if there is a value for it."""
        latest = self.own.latest
        before = self.own.at(year_before(latest.period)) if latest else None
        if latest is None or latest.value is None or before is None or before.value is None:
            return None
        return AnnualChange(before.period, before.value, latest.value - before.value)

    @property
    def is_demo(self) -> bool:
        """Whether the figures are demo figures; real and demo never meet in one standing."""
        return self.own.is_demo or self.benchmark.is_demo

    @property
    def every_series(self) -> tuple[Series, ...]:
        """The area's, the benchmark's and the others', each area once."""
        by_area = {series.area: series for series in (self.own, self.benchmark, *self.others)}
        return tuple(by_area.values())


def standings(
    connection: sa.Connection,
    items: Sequence[Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    question: Question = Question(),
    until: str | None = None,
    others: Sequence[str] = (),
) -> list[Standing]:
    """The standing of `area` on each of `items`, as it was at the end of `until` where given."""
    whole = read_areas(connection, items, areas, [area, benchmark, *others], question)
    ended = {key: series.until(until) for key, series in whole.items()}

    pairs = [(item, ended[item.id, area], ended[item.id, benchmark]) for item in items]
    compared = compare_many(pairs, areas)
    return [
        Standing(item, own, other, comparison, tuple(ended[item.id, code] for code in others))
        for (item, own, other), comparison in zip(pairs, compared, strict=True)
    ]


def sources(standings: Iterable[Standing], language: Language) -> list[str]:
    """Where the figures of the areas and their benchmarks are from, each source once, in the reader's language."""
    both = [series for standing in standings for series in (standing.own, standing.benchmark)]
    return sorted({series.source.within(language) for series in both if series.source})


def read_areas(
    connection: sa.Connection, items: Sequence[Indicator], areas: Areas, codes: Sequence[str], question: Question
) -> SeriesBy:
    """Series of areas, and of sets from those of their areas."""
    series = read_series(connection, [item.id for item in items], expanded(areas, codes), question)
    for code in areas.sets.keys() & set(codes):
        for item in items:
            series[item.id, code] = summed(item, code, [series[item.id, member] for member in areas.sets[code]])
    return series
