"""What is another in an area than it was at a moment: new data, revised data, real change and changed verdicts, told apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.schema import observation
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import as_compared
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.level_sample import level_of, level_sample
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.series import Point, Question
from keko.indicators.situation import Standing, read_areas, standings_of
from keko.room.seen import Seen
from keko.room.then_and_now import Direction, ThenAndNow, then_and_now, years_of_level

Kind = Literal["verdict", "real", "revised", "new"]
KINDS: tuple[Kind, ...] = ("verdict", "real", "revised", "new")  # the most important first
Years = Callable[[Standing, Point], float | None]
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
    def indicators(self) -> tuple[str, ...]:
        """Those of which something is another, by id."""
        return (*(each.item.id for each in self.renewed), *self.first, *self.taken_back)

    @property
    def counts(self) -> dict[Kind, int]:
        """Of how many indicators each is true; those without figures then have new ones."""
        counts = {kind: sum(kind in each.kinds for each in self.renewed) for kind in KINDS}
        return counts | {"new": counts["new"] + len(self.first), "revised": counts["revised"] + len(self.taken_back)}


def renewed(before: Standing, now: Standing, areas: Areas, years: Years) -> Renewed:
    """What is another of one indicator, of its standing as readers saw it and as they see it.

    `years`: τ² of the level's other areas, asked where the area has too few years of its own.
    """
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
        _moved(before, now, areas, years),
        _turned(before, now),
    )


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

    def years(now: Standing, seen: Point) -> float | None:
        return _years(connection, now, seen, areas, question)

    return [renewed(before, now, areas, years) for before, now in zip(old, new, strict=True)]


def _years(connection: sa.Connection, now: Standing, seen: Point, areas: Areas, question: Question) -> float | None:
    """τ² of the level's areas but this one, in the form in which areas are compared."""
    codes = [code for code in level_sample(level_of(now.own.area, areas), areas) if code != now.own.area]
    whole = read_areas(connection, [now.item], areas, codes, [question])[question]
    formed = as_compared(connection, [now.item], areas, question, whole)
    return years_of_level(now.as_compared.item, seen, formed.series.values())


def _moved(before: Standing, now: Standing, areas: Areas, years: Years) -> ThenAndNow | None:
    """From the newest figure of then to that of now, in the form in which areas are compared, where it is beyond chance."""
    seen, form = before.as_compared.own.latest, now.as_compared
    if seen is None:
        return None
    meant: Direction = "lower" if form.item.polarity == "lower" else "higher"
    asked = (form.item, seen, form.own, meant, breaks_of(now.own.area, areas))
    found = then_and_now(*asked)
    if found.reason == "few years":
        found = then_and_now(*asked, years(now, seen))
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
