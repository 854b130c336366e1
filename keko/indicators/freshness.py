"""How fresh the figures of each source are, and about when its next ones are due: an estimate, never a promise."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.days import day_of
from keko.data.periods import last_month, later
from keko.data.releases import visible_releases
from keko.data.schema import observation, publication, release
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.coming import end_of, lag
from keko.indicators.series import Series


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
    lags = read_lags(connection, area)
    by_source: dict[tuple[Text, bool], list[Freshness]] = {}
    for row in connection.execute(_FRESH, {"area": area}):
        if row.indicator in catalogue:
            item = catalogue[row.indicator]
            due = next_due(row.period, lag_of(item, lags, row.period, str(row.published_at)))
            published = day_of(str(row.published_at))
            mine = Freshness(item.source, row.period, published, due, 1, bool(row.is_demo))
            by_source.setdefault((item.source, mine.is_demo), []).append(mine)
    together = [_of_source(each) for each in by_source.values()]
    return sorted(together, key=lambda each: (each.due or date.max, -last_month(each.period)))


def read_next(connection: sa.Connection, item: Indicator, series: Series, after: str) -> date | None:
    """When figures of the period after `after` are about due, of the indicator and area of `series`; a day that has passed tells
    that they are late.
    """
    newest = series.latest.period if series.latest else after
    return next_due(after, lag_of(item, read_lags(connection, series.area), newest, series.published_at))


def lag_of(item: Indicator, lags: Mapping[str, int], newest: str, published_at: str) -> int | None:
    """Days after a period's end: as its releases have come (`read_lags`), else as the catalogue says, else as the newest came."""
    known = lags.get(item.id, item.lag_days)
    return lag(newest, published_at) if known is None else known


def next_due(period: str, lag_days: int | None) -> date | None:
    """When the figures of the period after `period` are due, by how long after a period's end they usually come."""
    return None if lag_days is None else end_of(later(period, 1)) + timedelta(days=lag_days)


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


def _of_source(every: list[Freshness]) -> Freshness:
    """The newest figures of a source, and the first that are due."""
    newest = max(every, key=lambda each: (last_month(each.period), each.published))
    dues = [each.due for each in every if each.due is not None]
    return newest._replace(due=min(dues, default=None), indicators=len(every))


def read_lags(connection: sa.Connection, area: str) -> dict[str, int]:
    """Days from the end of a period to its figures, by indicator, of real figures that more than one release has been published of."""
    lines = connection.execute(_LINES).all()
    releases = sorted({line.release for line in lines})
    newest: dict[int, str] = (
        dict(connection.execute(_NEWEST, {"area": area, "releases": releases}).all()) if lines else {}
    )
    arrivals: dict[str, list[Arrival]] = {}
    for line in lines:
        if line.release in newest:
            arrival = Arrival(newest[line.release], date.fromisoformat(line.at[:10]))
            arrivals.setdefault(line.indicator, []).append(arrival)
    found = {id_: usual_lag(each) for id_, each in arrivals.items()}
    return {id_: lag for id_, lag in found.items() if lag is not None}


def _of_everybody(query: "sa.Select[Any]") -> "sa.Select[Any]":
    """Of the rows of observations of an area those that have a figure of everybody in it."""
    cell = observation.c
    return query.where(
        cell.area == sa.bindparam("area"), cell.sex == "total", cell.age == "total", cell.value.is_not(None)
    )


# Made once: the database is asked for every area that somebody looks at.
_VISIBLE = visible_releases().subquery()
_OF_RELEASE = [_VISIBLE.c[name] for name in ("indicator", "release", "is_demo", "published_at")]
_FRESH = _of_everybody(
    sa.select(*_OF_RELEASE, sa.func.max(observation.c.period).label("period"))
    .join(observation, observation.c.release == _VISIBLE.c.release)
    .group_by(*_OF_RELEASE)
)
_NEWEST = _of_everybody(
    sa.select(observation.c.release, sa.func.max(observation.c.period))
    .where(observation.c.release.in_(sa.bindparam("releases", expanding=True)))
    .group_by(observation.c.release)
)
_OFTEN = (
    sa.select(publication.c.indicator)
    .group_by(publication.c.indicator)
    .having(sa.func.count(publication.c.release.distinct()) > 1)
)
_LINES = (
    sa.select(publication.c.indicator, publication.c.release, publication.c.at)
    .join(release, release.c.id == publication.c.release)
    .where(publication.c.indicator.in_(_OFTEN), release.c.is_demo.is_(False))
    .order_by(publication.c.id)
)
