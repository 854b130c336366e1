"""Series as readers ask for them: one question, one typed result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import sqlalchemy as sa

from keko.data.releases import visible_releases
from keko.data.schema import observation

Sex = Literal["total", "male", "female"]
SEXES: tuple[Sex, ...] = ("total", "female", "male")


class Point(NamedTuple):
    """One value. `denominator` of a mean: n. `coverage`: share of the population a roll-up covers, 0 to 1."""

    period: str
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    deviation: float | None
    status: str
    reason: str | None
    origin: str
    members: int | None
    members_present: int | None
    coverage: float | None


@dataclass(frozen=True)
class Series:
    """The points of one indicator, area, sex, age and breakdown, in the order of time."""

    indicator: str
    area: str
    points: tuple[Point, ...] = ()
    is_demo: bool = False
    source: str = ""
    published_at: str = ""

    @property
    def valued(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def latest(self) -> Point | None:
        """The newest point that has a value."""
        return self.valued[-1] if self.valued else None

    def at(self, period: str) -> Point | None:
        """The point of `period`, with a value or without."""
        return next((point for point in self.points if point.period == period), None)

    def until(self, period: str | None) -> "Series":
        """The series as it ends at `period`; whole where there is none."""
        if not period:
            return self
        kept = tuple(point for point in self.points if point.period[: len(period)] <= period)
        return Series(self.indicator, self.area, kept, self.is_demo, self.source, self.published_at)


@dataclass(frozen=True)
class Question:
    """Which cells are wanted. Dimensions left out mean their total."""

    sex: str = "total"
    age: str = "total"
    breakdown: str = "total"


SeriesBy = dict[tuple[str, str], Series]
_POINT = [observation.c[name] for name in Point._fields]


def read_series(
    connection: sa.Connection,
    indicators: Sequence[str],
    areas: Iterable[str],
    question: Question = Question(),  # noqa: B008 - frozen
) -> SeriesBy:
    """Series by (indicator, area), one for every pair asked for, empty where nothing is published."""
    wanted = list(dict.fromkeys(areas))
    releases = {row.release: row for row in connection.execute(_releases(indicators))}
    found: dict[tuple[str, str], dict[str, Point]] = {}
    facts: dict[str, sa.Row[tuple[str, ...]]] = {row.indicator: row for row in releases.values()}
    for release_id, area, *values in connection.execute(_points(list(releases), wanted, question)):
        point = Point(*values)
        points = found.setdefault((releases[release_id].indicator, area), {})
        points[point.period] = _chosen(points.get(point.period), point)
    return {(name, area): _series(name, area, found.get((name, area), {}), facts.get(name)) for name in indicators for area in wanted}


def _releases(indicators: Sequence[str]) -> sa.Select[tuple[str, ...]]:
    visible = visible_releases().subquery()
    return sa.select(visible).where(visible.c.indicator.in_(indicators))


def _points(releases: list[int], areas: list[str], question: Question) -> sa.Select[tuple[object, ...]]:
    return sa.select(observation.c.release, observation.c.area, *_POINT).where(
        observation.c.release.in_(releases),
        observation.c.area.in_(areas),
        observation.c.sex == question.sex,
        observation.c.age == question.age,
        observation.c.breakdown == question.breakdown,
    )


def _chosen(known: Point | None, other: Point) -> Point:
    """Of two providers' rows the delivered one; of two partial roll-ups the one that covers more.

    Two delivered rows of one key never meet: publishing the second is refused.
    """
    if known is None:
        return other
    return max(known, other, key=lambda point: (point.origin == "delivered", point.value is not None, point.coverage or 0))


def _series(name: str, area: str, points: dict[str, Point], facts: "sa.Row[tuple[str, ...]] | None") -> Series:
    ordered = tuple(points[period] for period in sorted(points))
    if facts is None:
        return Series(name, area, ordered)
    return Series(name, area, ordered, bool(facts.is_demo), facts.source, facts.published_at or "")


def dimensions(connection: sa.Connection, indicator: str) -> dict[str, list[str]]:
    """The sexes, ages and breakdowns that the visible releases of an indicator hold."""
    releases = [row.release for row in connection.execute(_releases([indicator]))]
    found: dict[str, list[str]] = {}
    for name in ("sex", "age", "breakdown"):
        column = observation.c[name]
        query = sa.select(column).distinct().where(observation.c.release.in_(releases)).order_by(column)
        found[name] = list(connection.execute(query).scalars())
    return found
