"""The age–sex pyramid of the working-age population."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question, Sex
from keko.indicators.situation import read_areas

AGES = tuple(f"{first}-{first + 4}" for first in range(15, 65, 5))
YOUNGEST, OLDEST = AGES[:2], AGES[-2:]
SIDES: tuple[Sex, ...] = ("male", "female")


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

    def share_of_ages(self, area: str, ages: Iterable[str]) -> float:
        """Per cent of the area's working-age population, both sexes together."""
        return sum(self.share(area, sex, age) for sex, age in product(SIDES, ages))

    def persons_of_age(self, area: str, age: str) -> float:
        """Persons of one age, both sexes together."""
        return sum(self.persons[area][sex, age] for sex in SIDES)


def age_pyramid(
    connection: sa.Connection, item: Indicator, areas: Areas, codes: Sequence[str], until: str | None
) -> AgePyramid | None:
    """The newest period at which the first of `codes` has all ages, with those of the others that have them then too."""
    by_period: dict[str, dict[str, dict[tuple[str, str], float]]] = {}
    is_demo = False
    questions = [Question(sex, age) for sex, age in product(SIDES, AGES)]
    for question, of_area in read_areas(connection, [item], areas, codes, questions).items():
        for (_, code), series in of_area.items():
            is_demo |= series.is_demo
            for point in series.until(until).valued:
                counts = by_period.setdefault(point.period, {}).setdefault(code, {})
                counts[question.sex, question.age] = point.value or 0.0
    complete = len(SIDES) * len(AGES)
    periods = [period for period, by_area in by_period.items() if len(by_area.get(codes[0], ())) == complete]
    if not periods:
        return None
    newest = max(periods)
    whole = {code: counts for code, counts in by_period[newest].items() if len(counts) == complete}
    return AgePyramid(newest, whole, is_demo)
