"""What is another in an area than it was on a day: new data, revised data, real change and changed verdicts, told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.days import end_of
from keko.data.publication_log import version_at
from keko.data.releases import in_force_at, visible_releases
from keko.data.schema import observation, release
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.series import Question
from keko.indicators.situation import Standing, read_areas, standings_of
from keko.room.then_and_now import ThenAndNow, then_and_now

Kind = Literal["verdict", "real", "revised", "new"]
KINDS: tuple[Kind, ...] = ("verdict", "real", "revised", "new")  # the most important first
_TOLERANCE = 1e-9  # of the value: what two writings of one figure may differ by


class Revision(NamedTuple):
    """A figure that had another value, in the indicator's unit."""

    period: str
    before: float
    after: float


class Turned(NamedTuple):
    """The verdict against the benchmark, and the one before."""

    before: Comparison
    now: Comparison


@dataclass(frozen=True)
class Renewed:
    """What of one indicator is another than it was.

    `new`: periods that had no figure; `revised`: the newest first; `hidden`, `left_out`: periods whose figure readers do not see any
    more, the newest first, and never what it was, for it may have been hidden because it told too much; `moved`: from the newest
    figure of then to that of now, where that is beyond chance; `turned`: the verdict, where both could be given.
    """

    item: Indicator
    now: Standing
    new: tuple[str, ...] = ()
    revised: tuple[Revision, ...] = ()
    hidden: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    moved: ThenAndNow | None = None
    turned: Turned | None = None

    @property
    def kinds(self) -> list[Kind]:
        """The most important first."""
        found = {
            "verdict": self.turned is not None,
            "real": self.moved is not None,
            "revised": bool(self.revised or self.hidden or self.left_out),
            "new": bool(self.new),
        }
        return [kind for kind in KINDS if found[kind]]

    @property
    def for_the_worse(self) -> bool | None:
        """Whether what has changed most is for the worse; None where that cannot be said."""
        if self.turned:
            rank = {"better": 0, "no difference": 1, "worse": 2}
            before, now = (rank.get(each.verdict) for each in self.turned)
            return None if before is None or now is None else now > before
        if self.moved is None or self.item.polarity == "none":
            return None
        return ((self.moved.difference or 0.0) > 0) != (self.item.polarity == "higher")


@dataclass(frozen=True)
class Since:
    """Everything that is another. `first`: the indicators that had no figures at all then; `taken_back`: those whose figures of
    then have been taken back since, so that nothing is said of them; `had_figures`: whether there were any at all.
    """

    renewed: tuple[Renewed, ...] = ()
    first: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    had_figures: bool = True

    @property
    def counts(self) -> dict[Kind, int]:
        """Of how many indicators each is true; those without figures then have new ones."""
        counts = {kind: sum(kind in each.kinds for each in self.renewed) for kind in KINDS}
        return counts | {"new": counts["new"] + len(self.first), "revised": counts["revised"] + len(self.taken_back)}


def renewed(before: Standing, now: Standing, areas: Areas) -> Renewed:
    """What is another of one indicator, of its standing as readers saw it and as they see it."""
    then, new = {point.period: point for point in before.own.valued}, {point.period: point for point in now.own.valued}
    revised = [
        Revision(period, point.value or 0.0, new[period].value or 0.0)
        for period, point in reversed(then.items())
        if period in new and _differs(point.value, new[period].value)
    ]
    gone = [period for period in reversed(then) if period not in new]
    return Renewed(
        now.item,
        now,
        tuple(period for period in new if period not in then),
        tuple(revised),
        tuple(period for period in gone if now.own.at(period)),
        tuple(period for period in gone if not now.own.at(period)),
        _moved(before, now, areas),
        _turned(before, now),
    )


class _Held(NamedTuple):
    releases: frozenset[int]
    is_demo: bool


@dataclass(frozen=True)
class Seen:
    """What readers see and saw when a day ended, of every area: the releases by indicator, and those taken back since."""

    version: int
    then: Mapping[str, _Held]
    now: Mapping[str, _Held]
    taken_back: tuple[int, ...]


def read_seen(connection: sa.Connection, day: str) -> Seen:
    """What readers see, and what they saw when `day` (ISO 8601) ended in Finland."""
    version = version_at(connection, end_of(date.fromisoformat(day)))
    taken_back = tuple(_taken_back(connection, version))
    return Seen(version, _visible(connection, version), _visible(connection, None), taken_back)


def since(
    connection: sa.Connection,
    seen: Seen,
    catalogue: Mapping[str, Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    question: Question = Question(),
) -> Since:
    """What is another in `area` beside `benchmark`, the most important first.

    Earlier figures are compared as those of now are, with the residents that are known now: a verdict that differs does so for
    the figures themselves. Real figures that came instead of invented ones are new.
    """
    then, now = seen.then, seen.now
    if not then and not seen.taken_back:
        return Since(had_figures=False)
    of_now = [id_ for id_ in catalogue if id_ in now and now[id_] != then.get(id_)]
    known = [catalogue[id_] for id_ in of_now if id_ in then and then[id_].is_demo == now[id_].is_demo]
    found = _compared(connection, known, areas, area, benchmark, question, seen.version) if known else []
    back = _of_area(connection, seen.taken_back, area, question)
    rest = [id_ for id_ in of_now if catalogue[id_] not in known and id_ not in back]
    first = _of_area(connection, [release for id_ in rest for release in now[id_].releases], area, question)
    listed = sorted((each for each in found if each.kinds), key=_importance)
    taken_back = tuple(id_ for id_ in catalogue if id_ in back)
    return Since(tuple(listed), tuple(id_ for id_ in rest if id_ in first), taken_back)


def _compared(
    connection: sa.Connection,
    items: Sequence[Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    question: Question,
    version: int,
) -> list[Renewed]:
    codes = [area, benchmark]
    old, new = (
        standings_of(
            connection, items, areas, area, benchmark, question,
            read_areas(connection, items, areas, codes, [question], as_of)[question],
        )
        for as_of in (version, None)
    )  # fmt: skip
    return [renewed(before, now, areas) for before, now in zip(old, new, strict=True)]


def _moved(before: Standing, now: Standing, areas: Areas) -> ThenAndNow | None:
    """From the newest figure of then to that of now, in the form in which areas are compared, where it is beyond chance."""
    seen, form = before.as_compared.own.latest, now.as_compared
    if seen is None:
        return None
    meant = "lower" if form.item.polarity == "lower" else "higher"
    found = then_and_now(form.item, seen, form.own, meant, breaks_of(now.own.area, areas))  # type: ignore[arg-type]
    return found if found.outcome in {"moved as meant", "moved the other way"} else None


def _turned(before: Standing, now: Standing) -> Turned | None:
    """Where both verdicts could be given, and readers still see the figures that the one of then rests on."""
    then, of_now = before.comparison, now.comparison
    if "not compared" in {then.verdict, of_now.verdict} or then.verdict == of_now.verdict or then.period is None:
        return None
    points = [series.at(then.period) for series in (now.own, now.benchmark)]
    is_seen = all(point is not None and point.value is not None for point in points)
    return Turned(then, of_now) if is_seen else None


def _differs(before: float | None, now: float | None) -> bool:
    return abs((before or 0.0) - (now or 0.0)) > _TOLERANCE * max(1.0, abs(before or 0.0))


def _visible(connection: sa.Connection, as_of: int | None) -> dict[str, _Held]:
    held: dict[str, _Held] = {}
    for row in connection.execute(visible_releases(as_of)):
        before = held.get(row.indicator, _Held(frozenset(), bool(row.is_demo)))
        held[row.indicator] = before._replace(releases=before.releases | {row.release})
    return held


def _taken_back(connection: sa.Connection, version: int) -> list[int]:
    """The releases that readers saw at a data version and that have been taken back since."""
    held = in_force_at(version)
    query = sa.select(held.c.release).join(release, release.c.id == held.c.release)
    return list(connection.execute(query.where(release.c.status == "withdrawn")).scalars())


def _of_area(connection: sa.Connection, releases: Sequence[int], area: str, question: Question) -> set[str]:
    """The indicators of some releases that have a figure of the area."""
    if not releases:
        return set()
    cells = (observation.c[name] == getattr(question, name) for name in ("sex", "age", "breakdown"))
    query = sa.select(observation.c.indicator).where(observation.c.release.in_(releases), observation.c.area == area)
    found = connection.execute(query.where(observation.c.value.is_not(None), *cells).distinct())
    return set(found.scalars())


def _importance(each: Renewed) -> tuple[int, bool]:
    return KINDS.index(each.kinds[0]), not each.for_the_worse
