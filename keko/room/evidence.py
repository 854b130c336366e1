"""What more is known of an area's headline indicators than their verdicts: targets, special causes, and women beside men."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.periods import first_day, frequency, last_month
from keko.indicators.attention import Evidence, Short, is_relevant
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import in_persons
from keko.indicators.gaps import Widening, widening
from keko.indicators.over_time.assessments import read_processes
from keko.indicators.over_time.process import process_chart
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import Standing, read_areas
from keko.room.events import read_events
from keko.room.rebases import read_rebases
from keko.room.targets import Target, reached, read_targets

_EVERYBODY = Question()
_SEXES = (Question("female"), Question("male"))


def read_evidence(
    connection: sa.Connection, standings: Sequence[Standing], areas: Areas, question: Question, until: str | None = None
) -> dict[str, Evidence]:
    """By indicator, of the standings' own area, as it was at the end of `until` where given.

    Targets and the gap between women and men are about everybody: a sex has none.
    """
    of_everybody = question == _EVERYBODY
    targets = read_targets(connection) if of_everybody else {}
    gaps = _gaps(connection, standings, areas, until) if of_everybody else {}
    special = _special(connection, standings, areas, question, until)
    return {
        standing.item.id: Evidence(
            standing.item.id in special,
            _short_of(standing, targets.get((standing.item.id, standing.own.area))),
            gaps.get(standing.item.id),
        )
        for standing in standings
    }


def short(standing: Standing, target: Target) -> Short | None:
    """How far the newest value is short of a target: of its value where its time is up, else of the line that leads there.

    The line is straight from the first value of the time aimed at to the target. A value without limits is short of the
    line by chance half the time, so only one with limits is judged before the time is up.
    """
    item, latest = standing.item, standing.own.latest
    if latest is None or latest.value is None:
        return None
    is_due = last_month(latest.period) >= last_month(target.due)
    expected = target.value if is_due else _on_line(standing.own, target, latest)
    if expected is None or not (is_due or latest.lower is not None):
        return None
    if reached(replace(target, value=expected), latest, item.polarity) != "misses":
        return None
    difference = latest.value - expected
    if not is_relevant(item, difference):
        return None
    return Short(target.value, target.due, is_due, expected, difference, _persons(standing, difference))


def _short_of(standing: Standing, target: Target | None) -> Short | None:
    return short(standing, target) if target and (standing.is_demo or not target.is_demo) else None


def _on_line(own: Series, target: Target, latest: Point) -> float | None:
    """Where the line is at the newest period; None before it begins."""
    first = next((point for point in own.valued if first_day(point.period) >= first_day(target.since)), None)
    if first is None or first.value is None or last_month(first.period) >= last_month(latest.period):
        return None
    begun = last_month(first.period)
    part = (last_month(latest.period) - begun) / (last_month(target.due) - begun)
    return first.value + part * (target.value - first.value)


def _persons(standing: Standing, difference: float) -> float | None:
    """Of a count of persons the difference itself, of a share of persons what it is of them."""
    form = standing.as_compared
    if form.item.counted is not None:
        return abs(difference) if form.item.counted == "persons" else None
    return in_persons(form.item, form.own.latest, difference) if form.own.latest else None


def _gaps(
    connection: sa.Connection, standings: Sequence[Standing], areas: Areas, until: str | None
) -> dict[str, Widening]:
    shares = [standing.item for standing in standings if standing.item.comparable and standing.own.valued]
    if not shares:
        return {}
    area = standings[0].own.area
    women, men = read_areas(connection, shares, areas, [area], _SEXES).values()
    found = {
        item.id: widening(item, women[item.id, area].until(until), men[item.id, area].until(until)) for item in shares
    }
    return {id_: each for id_, each in found.items() if each is not None}


def _special(
    connection: sa.Connection, standings: Sequence[Standing], areas: Areas, question: Question, until: str | None
) -> set[str]:
    """The indicators whose newest month or quarter is worse than usual variation explains."""
    judged = [
        standing
        for standing in standings
        if standing.own.valued
        and standing.item.polarity != "none"
        and frequency(standing.own.valued[-1].period) != "year"
    ]
    if not judged:
        return set()
    area = judged[0].own.area
    stored = {} if until else read_processes(connection, [each.item for each in judged], areas, area, question)
    found = set()
    for standing in judged:
        rebases = _rebases(connection, standing.item, area)
        chart = None if rebases else stored.get(standing.item.id)
        chart = chart or process_chart(standing.item, standing.own, rebases)
        if chart.variation(standing.item.polarity) == "worsened":
            found.add(standing.item.id)
    return found


def _rebases(connection: sa.Connection, item: Indicator, area: str) -> list[date]:
    accepted = read_rebases(connection, item.id, area)
    return [event.day for event in read_events(connection) if event.id in accepted] if accepted else []
