"""How much more figures vary from year to year than samples of their size would (METHODS 3, relevance).

With a hundred thousand persons nearly every difference is larger than chance in sampling; that the areas' figures also move
on their own, year by year, is what a difference has to be larger than.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
import sqlalchemy as sa

from keko.data.periods import years_before
from keko.data.schema import dispersion as table
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.indicators.series import Point, Question, Series

DISPERSED: frozenset[IndicatorKind] = frozenset({"proportion", "rate"})
YEARS = 10
LEAST_YEARS = 8


def dispersion(item: Indicator, every: Iterable[Series], national: Series) -> float | None:
    """Mean of (change − national change)² / its sampling variance, over the areas and their last ten years; at least 1.

    Changes from the same period of the year before. None of other kinds than shares and rates, and of fewer than eight
    years.
    """
    if item.kind not in DISPERSED:
        return None
    country = {point.period: point for point in national.valued}
    recent = set(sorted({period[:4] for period in country})[-YEARS:])
    ratios, years = [], set()
    for series in every:
        for before, after in _yearly(series, recent):
            base, now = country.get(before.period), country.get(after.period)
            variance = _variance(item, before) + _variance(item, after)
            if base is None or now is None or not variance > 0:
                continue
            moved = (after.value or 0.0) - (before.value or 0.0) - ((now.value or 0.0) - (base.value or 0.0))
            ratios.append(moved**2 / variance)
            years |= {before.period[:4], after.period[:4]}
    return max(float(np.mean(ratios)), 1.0) if len(years) >= LEAST_YEARS else None


def _yearly(series: Series, years: Collection[str]) -> Iterator[tuple[Point, Point]]:
    """Points with those of the year before, both of `years`."""
    valued = {point.period: point for point in series.valued}
    for period, point in valued.items():
        before = valued.get(years_before(period))
        if before is not None and before.period[:4] in years and period[:4] in years:
            yield before, point


def _variance(item: Indicator, point: Point) -> float:
    """Of the value as a sample of its size, in the square of the indicator's unit; not a number without persons."""
    if point.numerator is None or not point.denominator:
        return float("nan")
    share = point.numerator / point.denominator
    person = share * (1 - share) if item.kind == "proportion" else share
    return item.multiplier**2 * person / point.denominator


def read_dispersions(
    connection: sa.Connection, indicators: Sequence[str], question: Question
) -> dict[tuple[str, str], float]:
    """By indicator and level, those of a question; of everybody together where it has none of its own."""
    cell = table.c.sex, table.c.age, table.c.breakdown
    asked = sa.tuple_(*cell).in_([(question.sex, question.age, question.breakdown), ("total", "total", "total")])
    query = sa.select(table.c.indicator, table.c.level, *cell, table.c.value)
    rows = connection.execute(query.where(table.c.indicator.in_(indicators), asked)).all()
    own = (question.sex, question.age, question.breakdown)
    ordered = sorted(rows, key=lambda row: tuple(row[2:5]) == own)  # its own last, in the place of everybody's
    return {(row.indicator, row.level): row.value for row in ordered}
