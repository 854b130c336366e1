"""How fresh the figures of each source are, and about when its next ones are due: an estimate, never a promise."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.periods import first_day, last_month, later
from keko.data.releases import visible_releases
from keko.data.schema import observation, publication, release
from keko.data.text import Text
from keko.indicators.catalogue import Indicator


class Freshness(NamedTuple):
    """Of one source, as it is called in the catalogue: the newest `period` of its figures of an area, the day on which they were
    published here, and the day on which the next are about due; None where nothing tells.
    """

    source: Text
    period: str
    published: date
    due: date | None
    indicators: int
    is_demo: bool = False

    def is_late(self, today: date) -> bool:
        """Whether the next figures should have come by now."""
        return self.due is not None and self.due < today


class Arrival(NamedTuple):
    """A release whose newest figures are of `period`, published on `day`."""

    period: str
    day: date


def read_freshness(connection: sa.Connection, catalogue: Mapping[str, Indicator], area: str) -> list[Freshness]:
    """Every source that has figures of the area, what is due first before the rest."""
    visible = visible_releases().subquery()
    newest = _newest(connection, area, sa.select(visible.c.release))
    rows = [
        row for row in connection.execute(sa.select(visible)) if row.release in newest and row.indicator in catalogue
    ]
    lags = _lags(connection, area)
    by_source: dict[tuple[Text, bool], list[Freshness]] = {}
    for row in rows:
        item, period = catalogue[row.indicator], newest[row.release]
        due = next_due(period, lags.get(item.id, item.lag_days))
        published = date.fromisoformat(str(row.published_at)[:10])
        mine = Freshness(item.source, period, published, due, 1, bool(row.is_demo))
        by_source.setdefault((item.source, mine.is_demo), []).append(mine)
    together = [_of_source(each) for each in by_source.values()]
    return sorted(together, key=lambda each: (each.due or date.max, -last_month(each.period)))


def next_due(period: str, lag_days: int | None) -> date | None:
    """When the figures of the period after `period` are due, by how long after a period's end they usually come."""
    return None if lag_days is None else end_of(later(period, 1)) + timedelta(days=lag_days)


def end_of(period: str) -> date:
    """The last day of a period."""
    return first_day(later(period, 1)) - timedelta(days=1)


def usual_lag(arrivals: Iterable[Arrival]) -> int | None:
    """Days from the end of a period to its publication, the median over releases that brought a newer period than those before.

    The first release brings what others have published long ago, so it tells nothing; None where no other has come.
    """
    lags, newest = [], ""
    for arrival in arrivals:
        if newest and last_month(arrival.period) > last_month(newest):
            lags.append((arrival.day - end_of(arrival.period)).days)
        newest = arrival.period if not newest or last_month(arrival.period) > last_month(newest) else newest
    return round(median(lags)) if lags and min(lags) >= 0 else None


def _of_source(each: list[Freshness]) -> Freshness:
    """The newest figures of a source, and the first that are due."""
    newest = max(each, key=lambda one: (last_month(one.period), one.published))
    dues = [one.due for one in each if one.due is not None]
    return newest._replace(due=min(dues, default=None), indicators=len(each))


def _lags(connection: sa.Connection, area: str) -> dict[str, int]:
    """By indicator, of real figures that more than one release has been published of."""
    often = (
        sa.select(publication.c.indicator)
        .group_by(publication.c.indicator)
        .having(sa.func.count(publication.c.release.distinct()) > 1)
    )
    query = (
        sa.select(publication.c.indicator, publication.c.release, publication.c.at)
        .join(release, release.c.id == publication.c.release)
        .where(publication.c.indicator.in_(often), release.c.is_demo.is_(False))
        .order_by(publication.c.id)
    )
    lines = connection.execute(query).all()
    newest = _newest(connection, area, sorted({line.release for line in lines})) if lines else {}
    arrivals: dict[str, list[Arrival]] = {}
    for line in lines:
        if line.release in newest:
            arrivals.setdefault(line.indicator, []).append(
                Arrival(newest[line.release], date.fromisoformat(line.at[:10]))
            )
    found = {id_: usual_lag(each) for id_, each in arrivals.items()}
    return {id_: lag for id_, lag in found.items() if lag is not None}


def _newest(connection: sa.Connection, area: str, releases: "sa.Select[Any] | list[int]") -> dict[int, str]:
    """Of each release the newest period with a figure of everybody in the area."""
    query = (
        sa.select(observation.c.release, sa.func.max(observation.c.period))
        .where(observation.c.release.in_(releases), observation.c.area == area, observation.c.value.is_not(None))
        .where(observation.c.sex == "total", observation.c.age == "total")
        .group_by(observation.c.release)
    )
    return {release_id: period for release_id, period in connection.execute(query)}
