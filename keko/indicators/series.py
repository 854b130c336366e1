"""Series as readers ask for them: one question, one typed result."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from keko.data import bulk
from keko.data.periods import last_month
from keko.data.releases import read_visible
from keko.data.schema import observation
from keko.data.text import Text
from keko.indicators.reasons import Absence

Sex = Literal["total", "male", "female"]
SEXES: tuple[Sex, ...] = ("total", "female", "male")


class Point(NamedTuple):
    """One value.

    `denominator` of a mean or a median: n. `deviation`: of a mean, its standard deviation; `q1`, `q3`: of a median, the
    quartiles. `coverage`: share of the population a roll-up covers, 0 to 1.
    """

    period: str
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    deviation: float | None
    q1: float | None
    q3: float | None
    status: str
    reason: str | None
    origin: str
    members: int | None
    members_present: int | None
    coverage: float | None


@dataclass(frozen=True)
class Series:
    """The points of one indicator, area, sex, age and breakdown, in the order of time; `provider`: who delivers them, if one.

    `estimated`: the periods whose denominators are residents. `dispersion`: variance from year to year per that of samples.
    `absence`: why there are no points, where that was looked for."""

    indicator: str
    area: str
    points: tuple[Point, ...] = ()
    is_demo: bool = False
    source: Text | None = None
    published_at: str = ""
    provider: str | None = None
    estimated: frozenset[str] = frozenset()
    dispersion: float = 1.0
    absence: Absence | None = None

    @cached_property
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
        kept = tuple(point for point in self.points if last_month(point.period) <= last_month(period))
        return replace(self, points=kept, absence="not then" if self.points and not kept else self.absence)


@dataclass(frozen=True)
class Question:
    """Which cells are wanted. Dimensions left out mean their total."""

    sex: str = "total"
    age: str = "total"
    breakdown: str = "total"


SeriesBy = dict[tuple[str, str], Series]
_Released = tuple[int, Point]
_DIMENSIONS = ("sex", "age", "breakdown")
_POINT = [observation.c[name] for name in Point._fields]


def _among(column: "sa.ColumnElement[Any]", name: str) -> "sa.ColumnElement[bool]":
    return column.in_(sa.bindparam(name, expanding=True))


_POINTS = sa.select(
    observation.c.release, observation.c.area, *(observation.c[name] for name in _DIMENSIONS), *_POINT
).where(
    _among(observation.c.release, "releases"),
    _among(observation.c.area, "areas"),
    *(_among(observation.c[name], name) for name in _DIMENSIONS),
)


def read_series(
    connection: sa.Connection, indicators: Sequence[str], areas: Iterable[str], question: Question = Question()
) -> SeriesBy:
    """Series by (indicator, area), one for every pair asked for, empty where nothing is published."""
    return read_questions(connection, indicators, areas, [question])[question]


def read_questions(
    connection: sa.Connection,
    indicators: Sequence[str],
    areas: Iterable[str],
    questions: Collection[Question],
    as_of: int | None = None,
) -> dict[Question, SeriesBy]:
    """The same of several questions, in two queries. `as_of`: the data version at which readers saw them, None for now."""
    names, codes = list(dict.fromkeys(indicators)), list(dict.fromkeys(areas))
    releases = read_visible(connection, names, as_of)
    dimensions = [{getattr(question, name) for question in questions} for name in _DIMENSIONS]
    asked = {"releases": list(releases), "areas": codes} | dict(zip(_DIMENSIONS, map(sorted, dimensions), strict=True))
    called = {release_id: row.indicator for release_id, row in releases.items()}
    by_cell: dict[tuple[str, ...], dict[str, _Released]] = {}
    for row in connection.execute(_POINTS, asked).all():
        points, point = by_cell.setdefault((called[row[0]], *row[1:5]), {}), Point._make(row[5:])
        points[point.period] = _chosen(points.get(point.period), (row[0], point))
    visible = {name: tuple(id_ for id_, row in releases.items() if row.indicator == name) for name in names}
    origin = _origins(releases)

    def series(name: str, area: str, question: Question) -> Series:
        points = by_cell.get((name, area, question.sex, question.age, question.breakdown), {})
        return _series(name, area, points, origin(_used(points) or visible[name]))

    return {
        question: {(name, area): series(name, area, question) for name in names for area in codes}
        for question in questions
    }


def read_every_series(
    connection: sa.Connection, indicator: str, detailed: Iterable[str] | None = None, provider: str | None = None
) -> dict[Question, dict[str, Series]]:
    """Every series of an indicator that has points, by question and area.

    `detailed`: the areas of which more is wanted than what is about everybody; `provider`: whose; all where none are named.
    """
    releases = {
        id_: row for id_, row in read_visible(connection, [indicator]).items() if provider in {None, row.provider}
    }
    order = [observation.c[name] for name in ("release", "area", "sex", "age", "breakdown", "period")]  # as stored
    query = sa.select(*order[:5], *_POINT).where(observation.c.release.in_(releases)).order_by(*order)
    if detailed is not None:
        everybody = sa.and_(*(column == "total" for column in order[2:5]))
        query = query.where(sa.or_(everybody, observation.c.area.in_(sorted(detailed))))
    released: dict[tuple[str, ...], dict[str, _Released]] = {}
    for release_id, *cell, row in ((*row[:5], row[5:]) for row in bulk.rows(connection, query)):
        points, point = released.setdefault(tuple(cell), {}), Point._make(row)
        points[point.period] = _chosen(points.get(point.period), (release_id, point))
    origin = _origins(releases)
    every: dict[Question, dict[str, Series]] = {}
    for (area, *cell), points in released.items():
        every.setdefault(Question(*cell), {})[area] = _series(indicator, area, points, origin(_used(points)))
    return every


def read_cross_section(
    connection: sa.Connection,
    periods: Mapping[str, Sequence[str]],
    areas: Sequence[str],
    question: Question = Question(),
) -> SeriesBy:
    """Of each indicator its points at the periods that `periods` name, for many areas, in one query.

    Series by (indicator, area) of those points, or none where nothing is published for those periods.
    """
    releases = read_visible(connection, list(periods))
    cells = {name: [getattr(question, name)] for name in _DIMENSIONS}
    asked = {"releases": list(releases), "areas": list(areas), **cells}
    query = _POINTS.where(observation.c.period.in_(sorted({period for named in periods.values() for period in named})))
    by_key: dict[tuple[str, str], dict[str, _Released]] = {}
    for row in connection.execute(query, asked).all():
        indicator, area, point = releases[row[0]].indicator, row[1], Point._make(row[5:])
        if point.period in periods[indicator]:
            points = by_key.setdefault((indicator, area), {})
            points[point.period] = _chosen(points.get(point.period), (row[0], point))
    origin = _origins(releases)

    def series(name: str, area: str) -> Series:
        points = by_key.get((name, area))
        return _series(name, area, points, origin(_used(points))) if points else Series(name, area)

    return {(name, area): series(name, area) for name in periods for area in areas}


def _chosen(known: _Released | None, other: _Released) -> _Released:
    """Of two providers' rows the delivered one; of two partial roll-ups the one that covers more.

    Two delivered rows of one key never meet: publishing the second is refused.
    """
    if known is None:
        return other

    def rank(released: _Released) -> tuple[bool, bool, float]:
        _, point = released
        return point.origin == "delivered", point.value is not None, point.coverage or 0

    return max(known, other, key=rank)


class _Origin(NamedTuple):
    """What releases say of the series that their points make up."""

    is_demo: bool
    source: Text | None
    published_at: str
    provider: str | None


def _origins(releases: "Mapping[int, sa.Row[tuple[Any, ...]]]") -> Callable[[tuple[int, ...]], _Origin]:
    """What several of the releases say together: of the same ones again and again, so found once."""

    @cache
    def origin(used: tuple[int, ...]) -> _Origin:
        rows = [releases[release_id] for release_id in used]
        source = Text.listed(Text.of(row.source) for row in rows)
        latest = max((row.published_at or "" for row in rows), default="")
        first, *others = {row.provider for row in rows} or {None}
        return _Origin(any(bool(row.is_demo) for row in rows), source, latest, None if others else first)

    return origin


def _used(points: Mapping[str, _Released]) -> tuple[int, ...]:
    """The releases that points are from."""
    return tuple(dict.fromkeys(release_id for release_id, _ in points.values()))


def _series(name: str, area: str, points: Mapping[str, _Released], origin: _Origin) -> Series:
    return Series(name, area, tuple(points[period][1] for period in sorted(points)), *origin)
