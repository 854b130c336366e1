"""The working-age population of an area: which figures of the catalogue describe it, and where the area stands on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator, Topic, WorkingAge, WorkingAgeRole
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.over_time.trend import Trend, breaks_of, trend
from keko.indicators.series import Point, Question
from keko.indicators.situation import Standing, read_areas, standings_of


class Figure(NamedTuple):
    """One figure that describes a population: an indicator, or one category of it."""

    indicator: str
    category: str = "total"


@dataclass(frozen=True)
class Contents:
    """The figures that a catalogue names for the page of the working-age population.

    `topics`: those that have figures, in the order of the page. `in_work`: the share in work; `everybody`, `groups`: the
    same, of all people and of groups of them. `columns`: of the table of municipalities. `by_age`: the indicator of the age
    pyramid. None and empty where the catalogue names none.
    """

    topics: dict[Topic, tuple[Figure, ...]]
    in_work: Figure | None
    everybody: Figure | None
    groups: tuple[Figure, ...]
    columns: tuple[Figure, ...]
    by_age: str | None

    @property
    def described(self) -> tuple[Figure, ...]:
        """The figures of all topics."""
        return tuple(figure for figures in self.topics.values() for figure in figures)

    @property
    def of_area(self) -> tuple[Figure, ...]:
        """Everything but the columns: what is told of the area itself."""
        single = [figure for figure in (self.in_work, self.everybody) if figure]
        return tuple(dict.fromkeys((*single, *self.groups, *self.described)))


@dataclass(frozen=True)
class Portrait:
    """Where an area stands on the figures that describe its population, and which way those of the topics go."""

    contents: Contents
    standings: dict[Figure, Standing]
    trends: dict[Figure, Trend]


class InWork(NamedTuple):
    """The share in work at `period`: of the area, in `persons` where they are known, and of the benchmark where it has one
    then."""

    period: str
    own: float
    benchmark: float | None
    verdict: Verdict
    persons: float | None


class ChangedShare(NamedTuple):
    """A share that has clearly risen or fallen, and by how many percentage points from the first to the last figure."""

    figure: Figure
    amount: float


@dataclass(frozen=True)
class GroupInWork:
    """A group's share in work in the area and in the benchmark, at the period of everybody's.

    `difference`: the area's group less everybody in the area, in percentage points; None where either is not known.
    """

    figure: Figure
    own: Point | None
    benchmark: Point | None
    difference: float | None


def contents(catalogue: Mapping[str, Indicator]) -> Contents:
    """What the catalogue names for the page."""
    places = {id_: item.working_age for id_, item in catalogue.items() if item.working_age}
    topics = {topic: _of_topic(topic, places) for topic in get_args(Topic)}
    in_work, by_group, by_age = (_with_role(role, places) for role in ("in work", "in work by group", "persons by age"))
    columns = [(place.column, id_) for id_, place in places.items() if place.column]
    return Contents(
        {topic: figures for topic, figures in topics.items() if figures},
        Figure(in_work) if in_work else None,
        Figure(by_group) if by_group else None,
        _figures(by_group, places[by_group]) if by_group else (),
        tuple(Figure(id_, column.category) for column, id_ in sorted(columns, key=lambda pair: pair[0].order)),
        by_age,
    )


def _of_topic(topic: Topic, places: Mapping[str, WorkingAge]) -> tuple[Figure, ...]:
    own = [(place.order or 0, id_) for id_, place in places.items() if place.topic == topic]
    return tuple(figure for _, id_ in sorted(own) for figure in _figures(id_, places[id_]))


def _with_role(role: WorkingAgeRole, places: Mapping[str, WorkingAge]) -> str | None:
    return next((id_ for id_, place in places.items() if place.role == role), None)


def _figures(id_: str, place: WorkingAge) -> tuple[Figure, ...]:
    return tuple(Figure(id_, category) for category in place.categories or ("total",))


def portrait(
    connection: sa.Connection,
    catalogue: Mapping[str, Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    sex: str,
    until: str | None,
    others: Sequence[str] = (),
) -> Portrait:
    """The working-age population of `area` beside `benchmark`, as it was at the end of `until` where given."""
    named = contents(catalogue)
    by_figure = figure_standings(connection, named.of_area, catalogue, areas, area, benchmark, sex, until, others)
    breaks = breaks_of(area, areas)
    trends = {figure: trend(by_figure[figure].item, by_figure[figure].own, breaks) for figure in named.described}
    return Portrait(named, by_figure, trends)


def figure_standings(
    connection: sa.Connection,
    figures: Iterable[Figure],
    catalogue: Mapping[str, Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    sex: str,
    until: str | None,
    others: Sequence[str] = (),
) -> dict[Figure, Standing]:
    """The standing of `area` on each of `figures`, whose indicators are in the catalogue."""
    wanted = list(dict.fromkeys(figures))
    categories = {
        figure.indicator: tuple(of.category for of in wanted if of.indicator == figure.indicator) for figure in wanted
    }
    by_figure: dict[Figure, Standing] = {}
    for alike in dict.fromkeys(categories.values()):
        items = [catalogue[id_] for id_, own in categories.items() if own == alike]
        questions = [Question(sex, breakdown=category) for category in alike]
        read = read_areas(connection, items, areas, [area, benchmark, *others], questions)
        for question, series in read.items():
            judged = standings_of(connection, items, areas, area, benchmark, question, series, until, others)
            by_figure |= {Figure(standing.item.id, question.breakdown): standing for standing in judged}
    return {figure: by_figure[figure] for figure in wanted}


def in_work(portrait: Portrait) -> InWork | None:
    """The share in work: where the benchmark has it too, at the period of the comparison; None without a figure."""
    standing = portrait.standings.get(portrait.contents.in_work) if portrait.contents.in_work else None
    latest = standing.latest if standing else None
    if standing is None or latest is None or latest.value is None:
        return None
    compared = standing.comparison
    both = compared.period and compared.area_value is not None and compared.benchmark_value is not None
    if not both or compared.reason == "same area" or compared.period is None or compared.area_value is None:
        return InWork(latest.period, latest.value, None, compared.verdict, latest.numerator)
    own = standing.own.at(compared.period)
    persons = own.numerator if own else None
    return InWork(compared.period, compared.area_value, compared.benchmark_value, compared.verdict, persons)


def everybody_in_work(portrait: Portrait) -> Point | None:
    """The newest share in work of everybody, on the scale of the groups."""
    standing = portrait.standings.get(portrait.contents.everybody) if portrait.contents.everybody else None
    return standing.latest if standing else None


def groups_in_work(portrait: Portrait) -> list[GroupInWork]:
    """Each group in its place, also where it has no figure."""
    everybody = everybody_in_work(portrait)
    return [_group(figure, portrait.standings[figure], everybody) for figure in portrait.contents.groups]


def _group(figure: Figure, standing: Standing, everybody: Point | None) -> GroupInWork:
    if everybody is None:
        return GroupInWork(figure, None, None, None)
    own, benchmark = (series.at(everybody.period) for series in (standing.own, standing.benchmark))
    return GroupInWork(figure, own, benchmark, _difference(own, everybody))


def _difference(own: Point | None, everybody: Point) -> float | None:
    if own is None or own.value is None or everybody.value is None:
        return None
    return own.value - everybody.value


def least_in_work(portrait: Portrait) -> tuple[Figure, Point] | None:
    """The group with the smallest share in work of those that are shown, and its point; None where no group has one."""
    shares = [
        (group.own.value, group.figure, group.own)
        for group in groups_in_work(portrait)
        if group.own is not None and group.own.value is not None
    ]
    least = min(shares, key=lambda share: share[0], default=None)
    return None if least is None else least[1:]


def changed_shares(portrait: Portrait) -> dict[str, list[ChangedShare]]:
    """The shares of the topics that have clearly risen ("risen") and those that have clearly fallen ("fallen"), the most
    first."""
    shares = [figure for figure in portrait.trends if portrait.standings[figure].item.kind == "proportion"]
    changed = [(portrait.trends[figure].verdict, ChangedShare(figure, _amount(portrait, figure))) for figure in shares]
    return {
        verdict: sorted((share for own, share in changed if own == verdict), key=lambda share: -abs(share.amount))
        for verdict in ("risen", "fallen")
    }


def _amount(portrait: Portrait, figure: Figure) -> float:
    """How much a figure has changed from the first to the last that its trend was judged by."""
    of, own = portrait.trends[figure], portrait.standings[figure].own
    first, last = (own.at(period or "") for period in (of.first, of.last))
    return (last.value or 0.0) - (first.value or 0.0) if first and last else 0.0
