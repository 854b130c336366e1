"""What more is known of an area's headline indicators than their verdicts: targets, special causes, and women beside men."""

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.periods import frequency
from keko.indicators.attention import Evidence, Short
from keko.indicators.comparing.comparison import in_persons
from keko.indicators.gaps import Widening, widening
from keko.indicators.over_time.assessments import read_processes
from keko.indicators.over_time.process import process_chart
from keko.indicators.series import Question
from keko.indicators.situation import Standing, read_areas
from keko.room.paths import LATE, Progress, newest_of, path_of, progress
from keko.room.rebases import read_rebases
from keko.room.targets import Target
from keko.room.time_line import read_marks

_EVERYBODY = Question()
_SEXES = (Question("female"), Question("male"))


def read_evidence(
    connection: sa.Connection,
    standings: Sequence[Standing],
    areas: Areas,
    question: Question,
    targets: Mapping[tuple[str, str], Target],
    until: str | None = None,
) -> dict[str, Evidence]:
    """By indicator, of the standings' own area, as it was at the end of `until` where given. `targets`: by indicator and area.

    Targets and the gap between women and men are about everybody: a sex has none.
    """
    of_everybody = question == _EVERYBODY
    aims = targets if of_everybody else {}
    gaps = _gaps(connection, standings, areas, until) if of_everybody else {}
    special = _special(connection, standings, areas, question, until)
    return {
        standing.item.id: Evidence(
            standing.item.id in special,
            _short_of(standing, aims.get((standing.item.id, standing.own.area))),
            gaps.get(standing.item.id),
        )
        for standing in standings
    }


def target_progress(standing: Standing, target: Target) -> Progress:
    """Where the newest value stands on the path to a target."""
    return progress(target, path_of(target, standing.item, standing.own), standing.item, standing.own)


def short(standing: Standing, target: Target) -> Short | None:
    """How far the newest value, of months and quarters without their season, is short of a target: of its value where its time is
    up, else of the agreed path that leads there.

    Whether it is, `keko.room.paths.progress` says. A value without limits is short of the path by chance half the time, so only one
    with limits needs attention before the time is up.
    """
    item, path = standing.item, path_of(target, standing.item, standing.own)
    newest, state = newest_of(item, standing.own), progress(target, path, item, standing.own)
    if newest is None or state not in LATE:
        return None
    is_due, expected = state == "missed", path.planned(newest.period)
    if expected is None or not (is_due or newest.lower is not None):
        return None
    difference = (newest.value or 0.0) - expected
    return Short(target.value, target.due, is_due, expected, difference, _persons(standing, difference))


def _short_of(standing: Standing, target: Target | None) -> Short | None:
    return short(standing, target) if target and (standing.is_demo or not target.is_demo) else None


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
        rebases = _rebases(connection, standing)
        chart = None if rebases else stored.get(standing.item.id)
        chart = chart or process_chart(standing.item, standing.own, rebases)
        if chart.variation(standing.item.polarity) == "worsened":
            found.add(standing.item.id)
    return found


def _rebases(connection: sa.Connection, standing: Standing) -> list[date]:
    accepted = read_rebases(connection, standing.item.id, standing.own.area)
    return [mark.day for mark in read_marks(connection, standing) if mark.id in accepted] if accepted else []
