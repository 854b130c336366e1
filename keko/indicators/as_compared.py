"""Series in the form in which areas are compared: counts per resident, shares with denominators, with their dispersion."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.denominators import (
    growing,
    growth,
    is_per_resident,
    lacks_denominators,
    per_resident,
    with_denominators,
)
from keko.indicators.residents import ALL_AGES, Residents, ages_of, read_residents
from keko.indicators.series import Question, Series, SeriesBy


@dataclass(frozen=True)
class AsCompared:
    """`items`: by id, each as it is compared; `series`: of those, by indicator and area."""

    items: Mapping[str, Indicator]
    series: SeriesBy


def as_compared(
    connection: sa.Connection, items: Sequence[Indicator], areas: Areas, question: Question, series: SeriesBy
) -> AsCompared:
    """The series of `items` as they are compared; the residents they need are read in one query, if any do."""
    counting = [
        item for item in items if item.counts_residents and any(own.valued for own in _of(item, series).values())
    ]
    grown = {item.id: growth(item) for item in counting}
    series = series | {key: growing(own) for item in counting for key, own in _of(item, series).items()}
    needy = {item.id for item in items if _needs_residents(item, series, question)}
    if not needy:
        return AsCompared({item.id: item for item in items} | grown, series)
    wanted = [ages_of(item.population.ages) or ALL_AGES for item in items if item.id in needy]
    codes = list(dict.fromkeys(code for _, code in series))
    residents = read_residents(connection, areas, codes, question.sex, wanted)
    forms = {item.id: _form(item, series, residents, question) for item in items if item.id in needy}
    changed: SeriesBy = {}
    for form in forms.values():
        changed |= form.series
    return AsCompared(
        {item.id: forms[item.id].items[item.id] if item.id in forms else item for item in items} | grown,
        series | changed,
    )


def _of(item: Indicator, series: SeriesBy) -> SeriesBy:
    return {key: own for key, own in series.items() if key[0] == item.id}


def _needs_residents(item: Indicator, series: SeriesBy, question: Question) -> bool:
    own = _of(item, series).values()
    return any(each.valued for each in own) and (
        is_per_resident(item) or lacks_denominators(item, own, question.breakdown)
    )


def _form(item: Indicator, series: SeriesBy, residents: Residents, question: Question) -> AsCompared:
    """One indicator and its series as they are compared."""
    own: Mapping[tuple[str, str], Series] = _of(item, series)
    if not is_per_resident(item):
        filled = {key: with_denominators(item, each, residents, question.breakdown) for key, each in own.items()}
        return AsCompared({item.id: item}, filled)
    is_demo = any(each.is_demo for each in own.values())
    per = per_resident(item, residents, is_demo)
    return AsCompared({item.id: per.item}, {key: per.of(each, residents) for key, each in own.items()})
