"""How long people waited for a service in an area: the published persons by class of waiting time of one period."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.extent import dimensions
from keko.indicators.series import Point, Question
from keko.indicators.situation import read_areas
from keko.indicators.waits import SLOWEST_TENTH, WaitClass, classes_of, divides, quantiles, share_within


@dataclass(frozen=True)
class Waiting:
    """Persons by class in one area. `lacking`: the first class whose number is not known, None where all are."""

    area: str
    classes: tuple[WaitClass, ...]
    persons: tuple[float | None, ...]
    lacking: Point | None = None

    @property
    def counted(self) -> tuple[float, ...]:
        """The persons of every class, none where a class lacks."""
        return () if self.lacking else tuple(number or 0.0 for number in self.persons)

    @property
    def everyone(self) -> float:
        """All persons."""
        return sum(self.counted)

    def within(self, days: int) -> float | None:
        """The share (0 to 1) who waited at most `days`, None where that is not known."""
        return share_within(self.counted, self.classes, days) if self.counted else None

    def days(self, share: float) -> float | None:
        """The days that a share of the persons waited at most, None where that is in the open class or not known."""
        if not self.counted:
            return None
        found = float(quantiles(self.counted, self.classes, share)[0])
        return None if isnan(found) else found

    @property
    def slowest_tenth(self) -> float | None:
        """The days that a tenth of the persons waited longer than."""
        return self.days(SLOWEST_TENTH)


def read_waiting(
    connection: sa.Connection,
    classes: Indicator,
    areas: Areas,
    codes: Sequence[str],
    question: Question,
    period: str,
) -> list[Waiting]:
    """The waiting of each area that has figures by class at `period`. `classes`: the indicator that counts persons."""
    known = classes_of(dimensions(connection, classes, areas)["breakdown"])
    asked = {own: Question(question.sex, question.age, own.id) for own in known}
    read = read_areas(connection, [classes], areas, codes, asked.values())
    by_class = {own: read[each] for own, each in asked.items()}
    every_area = []
    for code in dict.fromkeys(codes):
        points = {own: series[classes.id, code].at(period) for own, series in by_class.items()}
        told = {own: point for own, point in points.items() if point is not None}
        if divides(list(told)) and list(told)[-1].last is None:
            lacking = next((point for point in told.values() if point.value is None), None)
            every_area.append(Waiting(code, tuple(told), tuple(point.value for point in told.values()), lacking))
    return every_area
