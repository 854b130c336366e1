"""The working-age population of an area: which figures describe it, where the area stands on them, and its ages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import Comparison, compare_many
from keko.indicators.series import Question, Sex
from keko.indicators.situation import Standing, read_areas, standings

Topic = Literal["population", "education", "origin", "health", "activity"]


class Figure(NamedTuple):
    """One figure that describes a population: an indicator, or one category of it."""

    indicator: str
    category: str = "total"


def _each(indicator: str, *categories: str) -> tuple[Figure, ...]:
    return tuple(Figure(indicator, category) for category in categories)


EDUCATION = ("education: basic", "education: upper secondary", "education: tertiary")
TOPICS: dict[Topic, tuple[Figure, ...]] = {
    "activity": _each("main-activity-20-64", "employed", "unemployed", "student", "pensioner", "other"),
    "education": _each("education-20-64", *EDUCATION),
    "origin": (
        Figure("foreign-language-share-20-64"),
        Figure("swedish-speaking-share-20-64"),
        Figure("foreign-background-share-20-64"),
        Figure("refugee-background-share-20-64"),
    ),
    "health": (
        Figure("long-term-illness-20-64"),
        Figure("reimbursed-medicines-share-20-64"),
        Figure("disability-benefit-share-20-64"),
        Figure("disability-services-share-20-64"),
        Figure("disability-pension-share"),
        Figure("reduced-work-ability-20-64"),
        Figure("work-ability-score"),
        Figure("kykyviisari-low-work-ability"),
        Figure("kykyviisari-functioning"),
    ),
    "population": (Figure("working-age-by-age"), Figure("working-age-share-15-64"), Figure("working-age-share-20-64")),
}
IN_WORK = Figure("employment-rate-20-64")
BY_GROUP = "employment-by-group-20-64"
GROUPS = _each(BY_GROUP, *EDUCATION, "background: foreign", "refugee: yes", "illness: yes", "disability: yes")
PLACES = (
    Figure("working-age-by-age"),
    IN_WORK,
    Figure("education-20-64", "education: basic"),
    Figure("foreign-background-share-20-64"),
    Figure("refugee-background-share-20-64"),
    Figure("disability-benefit-share-20-64"),
    Figure("disability-pension-share"),
    Figure("main-activity-20-64", "unemployed"),
)
EVERY = (IN_WORK, Figure(BY_GROUP), *GROUPS, *(figure for topic in TOPICS.values() for figure in topic))

BY_AGE = "working-age-by-age"
AGES = tuple(f"{first}-{first + 4}" for first in range(15, 65, 5))
_SIDES: tuple[Sex, ...] = ("male", "female")

Portrait = dict[Figure, Standing]


def portrait(
    connection: sa.Connection,
    figures: Iterable[Figure],
    catalogue: Mapping[str, Indicator],
    areas: Areas,
    area: str,
    benchmark: str,
    sex: str,
    until: str | None,
    others: Sequence[str] = (),
) -> Portrait:
    """The standing of `area` on each of `figures` that the catalogue has, as it was at the end of `until` where given."""
    wanted = [figure for figure in dict.fromkeys(figures) if figure.indicator in catalogue]
    found: Portrait = {}
    for category in dict.fromkeys(figure.category for figure in wanted):
        same = [figure for figure in wanted if figure.category == category]
        items = [catalogue[figure.indicator] for figure in same]
        question = Question(sex, breakdown=category)
        told = standings(connection, items, areas, area, benchmark, question, until, others)
        found |= dict(zip(same, told, strict=True))
    return {figure: found[figure] for figure in wanted}


def members_beside(standing: Standing, areas: Areas) -> list[Comparison]:
    """Each of the standing's others compared with its area."""
    return compare_many([(standing.item, one, standing.own) for one in standing.others], areas)


@dataclass(frozen=True)
class AgePyramid:
    """Persons of working age by (sex, age) of each area at one period."""

    period: str
    persons: dict[str, dict[tuple[str, str], float]]
    is_demo: bool = False

    def share(self, area: str, sex: str, age: str) -> float:
        """Per cent of the area's working-age population."""
        counts = self.persons[area]
        return 100 * counts[sex, age] / (sum(counts.values()) or 1.0)


def age_pyramid(
    connection: sa.Connection, item: Indicator, areas: Areas, codes: Sequence[str], until: str | None
) -> AgePyramid | None:
    """The newest period at which the first of `codes` has all ages, with those of the others that have them then too."""
    found: dict[str, dict[str, dict[tuple[str, str], float]]] = {}
    is_demo = False
    for sex, age in product(_SIDES, AGES):
        for (_, code), one in read_areas(connection, [item], areas, codes, Question(sex, age)).items():
            is_demo |= one.is_demo
            for point in one.until(until).valued:
                found.setdefault(point.period, {}).setdefault(code, {})[sex, age] = point.value or 0.0
    complete = len(_SIDES) * len(AGES)
    periods = [period for period, told in found.items() if len(told.get(codes[0], ())) == complete]
    if not periods:
        return None
    newest = max(periods)
    whole = {code: counts for code, counts in found[newest].items() if len(counts) == complete}
    return AgePyramid(newest, whole, is_demo)
