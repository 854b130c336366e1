"""Where an area stands: each indicator beside the benchmark, and the verdict."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import sqlalchemy as sa

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.absence import with_absences
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import as_compared
from keko.indicators.comparing.comparison import Comparison, compare_many
from keko.indicators.series import Point, Question, Series, SeriesBy, read_questions
from keko.indicators.sets import expanded, summed


@dataclass(frozen=True)
class Standing:
    """One indicator of an area beside its benchmark. `others`: further areas that were asked for, in that order.

    `compared_as`: the same in the form in which the areas are compared, where that is another: a count per resident, a
    share with denominators from elsewhere.
    """

    item: Indicator
    own: Series
    benchmark: Series
    comparison: Comparison
    others: tuple[Series, ...] = ()
    compared_as: "Standing | None" = None

    @property
    def as_compared(self) -> "Standing":
        """The form in which the areas are compared: the values and limits of `comparison` are in its unit."""
        return self.compared_as or self

    def count(self, side: Literal["area", "benchmark"]) -> float | None:
        """What a side counted at the period of the comparison, where that is of what it is per resident; else None."""
        if self.as_compared.item.counted is None or self.comparison.period is None:
            return None
        point = (self.own if side == "area" else self.benchmark).at(self.comparison.period)
        return point.value if point else None

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
    def is_demo(self) -> bool:
        """Whether the figures are demo figures; real and demo never meet in one standing."""
        return self.own.is_demo or self.benchmark.is_demo

    @property
    def every_series(self) -> tuple[Series, ...]:
        """The area's, the benchmark's and the others', each area once."""
        by_area = {series.area: series for series in (self.own, self.benchmark, *self.others)}
        return tuple(by_area.values())


def demo_flags(standings: Iterable[Standing]) -> frozenset[bool]:
    """Whether figures are demo figures, of those standings that have any: both where demo figures stand among real ones."""
    return frozenset(
        standing.is_demo for standing in standings if any(series.points for series in standing.every_series)
    )


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
    whole = read_areas(connection, items, areas, [area, benchmark, *others], [question])[question]
    return standings_of(connection, items, areas, area, benchmark, question, whole, until, others)


def standings_of(
    connection: sa.Connection,
    items: Sequence[Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    question: Question,
    whole: SeriesBy,
    until: str | None = None,
    others: Sequence[str] = (),
) -> list[Standing]:
    """The same from series that have been read."""
    items = [item.of_category(question.breakdown) for item in items]
    whole = with_absences(connection, items, areas, question, whole)
    formed = as_compared(connection, items, areas, question, whole)
    given = [_bare(item, whole, area, benchmark, others, until) for item in items]
    forms = [_bare(formed.items[item.id], formed.series, area, benchmark, others, until) for item in items]
    compared = compare_many([(form.item, form.own, form.benchmark) for form in forms], areas)
    return [
        replace(bare, comparison=comparison, compared_as=replace(form, comparison=comparison) if form != bare else None)
        for bare, form, comparison in zip(given, forms, compared, strict=True)
    ]


def _bare(
    item: Indicator, series: SeriesBy, area: str, benchmark: str, others: Sequence[str], until: str | None
) -> Standing:
    """A standing that is not judged yet."""
    own, other, *rest = (series[item.id, code].until(until) for code in (area, benchmark, *others))
    return Standing(item, own, other, Comparison(item.id, area, benchmark, "not compared"), tuple(rest))


def sources(standings: Iterable[Standing], language: Language) -> list[str]:
    """Where the figures of the areas and their benchmarks are from, each source once, in the reader's language."""
    both = [series for standing in standings for series in (standing.own, standing.benchmark)]
    return sorted({series.source.within(language) for series in both if series.source})


def read_areas(
    connection: sa.Connection,
    items: Sequence[Indicator],
    areas: Areas,
    codes: Sequence[str],
    questions: Collection[Question],
    as_of: int | None = None,
) -> dict[Question, SeriesBy]:
    """Series of areas, and of sets from those of their areas, for each of `questions`; `as_of` a data version, where given."""
    by_question = read_questions(connection, [item.id for item in items], expanded(areas, codes), questions, as_of)
    for series in by_question.values():
        for code in areas.sets.keys() & set(codes):
            for item in items:
                series[item.id, code] = summed(item, code, [series[item.id, member] for member in areas.sets[code]])
    return by_question
