"""When a target could be told from chance: asked of what is stored, for pages and before a target is saved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import hypot
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.days import today
from keko.data.periods import last_month, later
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import as_compared
from keko.indicators.freshness import read_next
from keko.indicators.over_time.knowable import Knowable, knowable
from keko.indicators.over_time.level_sample import level_of, level_sample
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.over_time.yearly_variation import FEWEST, Spread, judged_as, pooled, same_season
from keko.indicators.series import Point, Question, read_series
from keko.indicators.situation import Standing
from keko.room.paths import path_of
from keko.room.targets import Target


class WhenKnown(NamedTuple):
    """What could be known of a target, and from which day on, at the earliest, figures could show it; None where none could, and
    where that day has passed and they are late.

    `is_past`: whether the figures that could are there already. `beside`: where none could, the smallest change of the difference
    from the country that could, if the target is as much: what moves the whole country from year to year is no chance there.
    """

    knowable: Knowable
    item: Indicator
    due: str
    known_on: date | None = None
    is_past: bool = False
    beside: float | None = None


def when_known(connection: sa.Connection, target: Target, standing: Standing, areas: Areas) -> WhenKnown:
    """Of a target of the standing's own area. Where areas are compared in the same unit, with the intervals of that form."""
    form = standing.as_compared if standing.as_compared.item.counted is None else standing
    path = path_of(target, standing.item, standing.own)
    found = knowable(
        form.item,
        form.own,
        path.start,
        list(path.ahead()),
        breaks_of(target.area, areas),
        _level(connection, form, areas, path.start, target.value),
    )
    if not found.shows:
        return WhenKnown(found, form.item, target.due, beside=_beside_country(form, path.start, list(path.ahead())))
    newest = standing.latest
    is_past = newest is not None and last_month(found.shows) <= last_month(newest.period)
    due = read_next(connection, standing.item, standing.own, later(found.shows, -1))
    return WhenKnown(found, form.item, target.due, due if due and due >= today() else None, is_past)


def _beside_country(form: Standing, start: float, planned: Sequence[tuple[str, float]]) -> float | None:
    """The smallest change of the difference from the country that could be told from chance, if the path goes as far."""
    if form.item.kind == "count" or form.benchmark.area != WHOLE_COUNTRY or form.own.area == WHOLE_COUNTRY:
        return None
    apart = replace(form.own, points=tuple(_apart(form)))
    item = form.item.model_copy(update={"kind": "other"})
    found = knowable(item, apart, 0.0, [(period, value - start) for period, value in planned])
    return found.smallest if found.shows else None


def _apart(form: Standing) -> Iterator[Point]:
    """The area's figures less the country's of the same period, with limits where both have them."""
    country = {point.period: point for point in form.benchmark.valued}
    for own in form.own.valued:
        other = country.get(own.period)
        if other is None or own.value is None or other.value is None:
            continue
        value, ends = own.value - other.value, (own.lower, own.upper, other.lower, other.upper)
        if None in ends:
            yield own._replace(value=value, lower=None, upper=None)
        else:
            low, high, below, above = (end or 0.0 for end in ends)
            half = hypot(high - low, above - below) / 2
            yield own._replace(value=value, lower=value - half, upper=value + half)


def _level(connection: sa.Connection, form: Standing, areas: Areas, *values: float) -> Spread | None:
    """How figures of the level's areas vary, for an area that has too few of its own."""
    item, own = form.item, form.own
    if len(same_season(own)) >= FEWEST:
        return None
    question = Question()
    codes = level_sample(level_of(own.area, areas), areas)
    every = as_compared(connection, [item], areas, question, read_series(connection, [item.id], codes, question)).series
    return pooled(judged_as(item, *values), every.values())
