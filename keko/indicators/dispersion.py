"""How much more figures vary from year to year than samples of their size would (METHODS 3, relevance).

With a hundred thousand persons nearly every difference is larger than chance in sampling; that the areas' figures also move
on their own, year by year, is what a difference has to be larger than.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

import numpy as np
import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.periods import year_before
from keko.indicators.as_compared import as_compared
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.indicators.level_sample import LEVELS, level_sample
from keko.indicators.series import Point, Question, Series

DISPERSED: frozenset[IndicatorKind] = frozenset({"proportion", "rate"})
YEARS = 10
LEAST_YEARS = 8


def dispersions(
    connection: sa.Connection, item: Indicator, areas: Areas, question: Question, of_area: Mapping[str, Series]
) -> dict[str, float]:
    """The dispersion of an indicator's visible figures by level, of levels that have enough years; as it is compared.

    `of_area`: its series, of which those of the levels' samples and of the country are looked at.
    """
    codes = {level: [code for code in level_sample(level, areas) if code in of_area] for level in LEVELS}
    wanted = [code for code in (WHOLE_COUNTRY, *chain.from_iterable(codes.values())) if code in of_area]
    form = as_compared(connection, [item], areas, question, {(item.id, code): of_area[code] for code in wanted})
    compared = form.items[item.id]
    if compared.kind not in DISPERSED or WHOLE_COUNTRY not in of_area:
        return {}
    national = form.series[item.id, WHOLE_COUNTRY]
    by_level = {
        level: dispersion(compared, [form.series[item.id, code] for code in listed], national)
        for level, listed in codes.items()
    }
    return {level: number for level, number in by_level.items() if number is not None}


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
        before = valued.get(year_before(period))
        if before is not None and before.period[:4] in years and period[:4] in years:
            yield before, point


def _variance(item: Indicator, point: Point) -> float:
    """Of the value as a sample of its size, in the square of the indicator's unit; not a number without persons."""
    if point.numerator is None or not point.denominator:
        return float("nan")
    share = point.numerator / point.denominator
    person = share * (1 - share) if item.kind == "proportion" else share
    return item.multiplier**2 * person / point.denominator
