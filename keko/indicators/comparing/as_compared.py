"""Series in the form in which areas are compared: counts per resident, shares with denominators, with their dispersion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.denominators import (
    ages_asked,
    growing,
    growth,
    is_per_resident,
    lacks_denominators,
    per_resident,
    with_denominators,
)
from keko.indicators.comparing.dispersion import DISPERSED, read_dispersions
from keko.indicators.comparing.residents import Residents, read_residents
from keko.indicators.series import Question, Series, SeriesBy

ByArea = Mapping[str, Series]


@dataclass(frozen=True)
class AsCompared:
    """`items`: by id, each as it is compared; `series`: of those, by indicator and area."""

    items: Mapping[str, Indicator]
    series: SeriesBy


def as_compared(
    connection: sa.Connection, items: Sequence[Indicator], areas: Areas, question: Question, series: SeriesBy
) -> AsCompared:
    """The series of `items` as they are compared; what they need beside is read in a query each, if any of them does."""
    by_item: dict[str, dict[str, Series]] = {item.id: {} for item in items}
    for (id_, code), own in series.items():
        by_item[id_][code] = own
    residents = _residents(connection, items, by_item, areas, question)
    forms = {item.id: _form(item, by_item[item.id], residents, question) for item in items}
    dispersed = [id_ for id_, (item, _) in forms.items() if item.kind in DISPERSED]
    known = read_dispersions(connection, dispersed, question) if dispersed else {}
    levels = {code: _dispersed_as(code, areas) for _, code in series}
    return AsCompared(
        {id_: item for id_, (item, _) in forms.items()},
        {
            (id_, code): replace(own, dispersion=known[id_, levels[code]]) if (id_, levels[code]) in known else own
            for id_, (_, of_area) in forms.items()
            for code, own in of_area.items()
        },
    )


def _dispersed_as(area: str, areas: Areas) -> str:
    """The level whose dispersion an area's figures have: its own; of a set that of counties. The country's is in no table."""
    return "HVA" if area in areas.sets else areas[area].level


def needs_residents(item: Indicator, every: Iterable[Series], question: Question) -> bool:
    """Whether residents are the denominator of figures, some of which there are."""
    listed = [series for series in every if series.valued]
    return bool(listed) and (is_per_resident(item) or lacks_denominators(item, listed, question.breakdown))


def _residents(
    connection: sa.Connection,
    items: Sequence[Indicator],
    by_item: Mapping[str, ByArea],
    areas: Areas,
    question: Question,
) -> Residents:
    needy = [item for item in items if needs_residents(item, by_item[item.id].values(), question)]
    if not needy:
        return Residents()
    codes = list(dict.fromkeys(code for item in needy for code in by_item[item.id]))
    return read_residents(connection, areas, codes, question.sex, [ages_asked(item, question) for item in needy])


def _form(
    item: Indicator, of_area: ByArea, residents: Residents, question: Question
) -> tuple[Indicator, dict[str, Series]]:
    """One indicator and its series as they are compared."""
    if item.counts_residents:
        return growth(item), {code: growing(own) for code, own in of_area.items()}
    if is_per_resident(item):
        per = per_resident(item, residents, question, of_area.values())
        return per.item, {code: per.of(own, residents) for code, own in of_area.items()}
    return item, {code: with_denominators(item, own, residents, question) for code, own in of_area.items()}
