"""The profile of one segment in one area: what its people have in common, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import sqlalchemy as sa

from keko.data.schema import segment_factor, segment_flow, segment_overlap, segment_participation, segment_size
from keko.segments.measures import Measure
from keko.segments.models import APART, NONE_OF_THEM, TOTAL
from keko.segments.overview import Months, Size, months_of, number, periods_of, sizes_of
from keko.segments.store import Published, read_table

CLEARLY_MORE = 1.5  # times as common as in the population


@dataclass(frozen=True)
class Prevalence:
    """How common a factor is. `lift`: how many times as common as in the area's population."""

    factor: str
    persons: float | None
    share: float | None
    population_share: float | None
    lift: float | None
    status: str


@dataclass(frozen=True)
class FactorSet:
    """Persons who have exactly these factors."""

    factors: tuple[str, ...]
    persons: float | None
    status: str


@dataclass(frozen=True)
class Group:
    """The segment among one sex and age, in one period."""

    period: str
    sex: str
    age: str
    size: Size
    months: dict[Measure, Months]


@dataclass(frozen=True)
class Move:
    """Persons who came from, or went to, another segment (or stayed, `other` being the segment itself)."""

    period: str
    other: str
    persons: float | None
    status: str


@dataclass(frozen=True)
class Profile:
    """What is known of a segment in an area; empty where the area has no figures.

    `now`: all its people in `period`; `over_time`: in every period; `by_group`: by sex and age in `period`. `sets`: how
    factors pile up, the largest first. `came_in`, `went_out`: moves of every period, by the period in which they begin.
    """

    model: str
    segment: str
    area: str
    is_demo: bool
    period: str | None
    now: Group | None
    over_time: tuple[Group, ...]
    by_group: tuple[Group, ...]
    prevalences: tuple[Prevalence, ...]
    sets: tuple[FactorSet, ...]
    came_in: tuple[Move, ...]
    went_out: tuple[Move, ...]

    @property
    def distinguishing(self) -> list[Prevalence]:
        """The factors, what sets the segment apart from the population the most first."""
        return sorted(self.prevalences, key=lambda prevalence: -(prevalence.lift or 0.0))

    @property
    def more_common(self) -> list[Prevalence]:
        """The factors that are clearly more common than in the population, the clearest first."""
        return [prevalence for prevalence in self.distinguishing if (prevalence.lift or 0.0) >= CLEARLY_MORE]

    @property
    def sexes_and_ages(self) -> list[Group]:
        """The groups of one sex or one age, not of both at once: sexes first."""
        groups = [group for group in self.by_group if TOTAL in (group.sex, group.age)]
        return sorted(groups, key=lambda group: (group.sex == TOTAL, group.sex, group.age))

    def share_of(self, group: Group) -> float | None:
        """The group's share of the segment's people, 0 to 1; None where either is hidden."""
        whole = self.now.size.persons if self.now else None
        return group.size.persons / whole if whole and group.size.persons is not None else None


def profile(
    connection: sa.Connection, published: Published, segment: str, area: str, period: str | None = None
) -> Profile:
    """The profile of `segment` (a code of the model), in the newest period of the area if none is given."""
    chosen = period or max(periods_of(connection, published.release, area), default=None)
    groups = _groups(connection, published.release, segment, area)
    of_all = tuple(group for group in groups if group.sex == group.age == TOTAL)
    return Profile(
        published.model.id,
        segment,
        area,
        published.is_demo,
        chosen,
        next((group for group in of_all if group.period == chosen), None),
        of_all,
        tuple(group for group in groups if group.period == chosen and not group.sex == group.age == TOTAL),
        _prevalences(connection, published, segment, area, chosen),
        factor_sets(connection, published.release, segment, area, chosen),
        _moves(connection, published, area, "target", segment),
        _moves(connection, published, area, "source", segment),
    )


def factor_sets(
    connection: sa.Connection, release: int, segment: str, area: str, period: str | None
) -> tuple[FactorSet, ...]:
    """The sets of factors (or definitions) in a segment, the largest first and hidden ones last."""
    held = segment_overlap.c
    rows = read_table(
        connection, release, "overlaps", held.area == area, held.segment == segment, held.period == period
    ).sort_values("persons", ascending=False, kind="stable")
    return tuple(
        FactorSet(() if text == NONE_OF_THEM else tuple(text.split(APART)), number(persons), status)
        for text, persons, status in zip(rows["factors"], rows["persons"], rows["status"], strict=True)
    )


def largest_set(sets: Iterable[FactorSet]) -> FactorSet | None:
    """The set that most persons have; None where none shows."""
    return next((each for each in sets if each.persons), None)


def hidden_sets(sets: Iterable[FactorSet]) -> int:
    """How many sets are hidden."""
    return sum(each.persons is None for each in sets)


def _groups(connection: sa.Connection, release: int, segment: str, area: str) -> list[Group]:
    """The segment by period, sex and age."""
    size, took = segment_size.c, segment_participation.c
    sizes = read_table(connection, release, "sizes", size.area == area, size.segment == segment)
    months = read_table(connection, release, "participation", took.area == area, took.segment == segment)
    dimensions = ["period", "sex", "age"]
    sizes = sizes.sort_values(dimensions, kind="stable")
    by_group: dict[object, dict[Measure, Months]] = {key: months_of(rows) for key, rows in months.groupby(dimensions)}
    rows = zip(*(sizes[name] for name in dimensions), sizes_of(sizes), strict=True)
    return [Group(period, sex, age, size, by_group.get((period, sex, age), {})) for period, sex, age, size in rows]


def _prevalences(
    connection: sa.Connection, published: Published, segment: str, area: str, period: str | None
) -> tuple[Prevalence, ...]:
    """Prevalences of all sexes and ages beside those of the population, in the model's order."""
    held = segment_factor.c
    rows = read_table(
        connection, published.release, "prevalences",
        held.area == area, held.segment.in_((segment, TOTAL)), held.period == period, held.sex == TOTAL, held.age == TOTAL,
    )  # fmt: skip
    own = rows[rows["segment"] == segment].set_index("factor")
    of_all = rows[rows["segment"] == TOTAL]
    everyone: dict[str, float] = dict(zip(of_all["factor"], of_all["share"], strict=True))
    return tuple(_prevalence(code, own, everyone) for code in published.model.factor_codes if code in own.index)


def _prevalence(code: str, own: pd.DataFrame, everyone: dict[str, float]) -> Prevalence:
    persons, share = (number(own["persons"][code]), number(own["share"][code]))
    population = number(everyone.get(code, float("nan")))
    lift = share / population if share is not None and population else None
    return Prevalence(code, persons, share, population, lift, own["status"][code])


def _moves(connection: sa.Connection, published: Published, area: str, side: str, segment: str) -> tuple[Move, ...]:
    """Flows whose `side` is the segment, by period and in the model's order of the others."""
    other = "source" if side == "target" else "target"
    rows = read_table(
        connection, published.release, "flows", segment_flow.c.area == area, segment_flow.c[side] == segment
    )
    order = {code: position for position, code in enumerate((*published.model.segment_codes, TOTAL))}
    rows = rows.assign(order=rows[other].map(order)).sort_values(["period", "order"])
    moves = zip(rows["period"], rows[other], rows["persons"], rows["status"], strict=True)
    return tuple(Move(period, code, number(persons), status) for period, code, persons, status in moves)
