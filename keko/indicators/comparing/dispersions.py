"""Dispersions in the database: made anew with what is published, read with every comparison."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.schema import dispersion as table
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import as_compared, needs_residents
from keko.indicators.comparing.denominators import is_per_resident
from keko.indicators.comparing.dispersion import DISPERSED, dispersion
from keko.indicators.over_time.level_sample import LEVELS, detailed_areas, level_sample
from keko.indicators.series import Question, Series, read_every_series


def renew_dispersions(connection: sa.Connection, indicators: Iterable[str], areas: Areas) -> None:
    """Compute anew what is stored of indicators whose visible figures have changed, in the transaction that changed them.

    Where they count residents, also of those that have residents as their denominators.
    """
    catalogue = store.load(connection)
    changed = [catalogue[id_] for id_ in dict.fromkeys(indicators) if id_ in catalogue]
    counts_residents = any(item.counts_residents for item in changed)
    for item in filter(_can_vary, catalogue.values() if counts_residents else changed):
        cells = read_every_series(connection, item.id, detailed_areas(areas))
        if item in changed or needs_residents(item, cells.get(Question(), {}).values(), Question()):
            _write(connection, item, cells, areas)


def _can_vary(item: Indicator) -> bool:
    """Whether it is compared as a share or a rate, which alone have a dispersion."""
    return item.kind in DISPERSED or is_per_resident(item)


def _write(
    connection: sa.Connection, item: Indicator, cells: Mapping[Question, Mapping[str, Series]], areas: Areas
) -> None:
    """Of every question; of figures that need residents only of everybody together."""
    connection.execute(table.delete().where(table.c.indicator == item.id))
    rows = [
        {"indicator": item.id, "level": level, "value": value}
        | {"sex": question.sex, "age": question.age, "breakdown": question.breakdown}
        for question, of_area in cells.items()
        if question == Question() or not needs_residents(item, of_area.values(), question)
        for level, value in _by_level(connection, item, of_area, question, areas).items()
    ]
    if rows:
        connection.execute(table.insert(), rows)


def _by_level(
    connection: sa.Connection, item: Indicator, of_area: Mapping[str, Series], question: Question, areas: Areas
) -> dict[str, float]:
    form = as_compared(connection, [item], areas, question, {(item.id, code): own for code, own in of_area.items()})
    national = form.series.get((item.id, WHOLE_COUNTRY))
    if national is None:
        return {}
    by_level = {}
    for level in LEVELS:
        every = [form.series[item.id, code] for code in level_sample(level, areas) if code in of_area]
        by_level[level] = dispersion(form.items[item.id], every, national)
    return {level: value for level, value in by_level.items() if value is not None}
