"""A phenomenon counted by several definitions: how many persons each counts, and how far they count the same persons."""

from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.schema import segment_overlap
from keko.segments.models import TOTAL
from keko.segments.profiles import FactorSet, factor_sets
from keko.segments.store import Published


@dataclass(frozen=True)
class Counted:
    """What one definition counts. `persons`: None where a part of it is hidden, and then it is `at_least` so many.

    `only`: persons whom no other definition counts, None where that is hidden.
    """

    definition: str
    persons: float | None
    at_least: float
    only: float | None

    @property
    def shared(self) -> float | None:
        """Persons whom other definitions count too; None where that is hidden."""
        return None if self.persons is None or self.only is None else self.persons - self.only


class CountedBy(NamedTuple):
    """Persons whom so many of the definitions count; `at_least`: a part of them is hidden."""

    definitions: int
    persons: float
    at_least: bool


@dataclass(frozen=True)
class Definitions:
    """The definitions of a family in one area and period. `any_persons`: whom at least one of them counts."""

    model: str
    area: str
    is_demo: bool
    period: str | None
    periods: tuple[str, ...]
    counted: tuple[Counted, ...]
    sets: tuple[FactorSet, ...]
    any_persons: float | None

    @property
    def by_size(self) -> list[Counted]:
        """The definitions, the one that counts most first."""
        return sorted(self.counted, key=lambda counted: -counted.at_least)

    @property
    def extremes(self) -> tuple[float, float] | None:
        """What the narrowest and the widest definition count; None where a part of any is hidden."""
        known = [counted.persons for counted in self.counted if counted.persons is not None]
        return (min(known), max(known)) if known and len(known) == len(self.counted) else None

    @property
    def by_number(self) -> list[CountedBy]:
        """Persons by how many of the definitions count them, from one on."""
        numbers = sorted({len(each.factors) for each in self.sets} - {0})
        return [_counted_by(number, self.sets) for number in numbers]


def definitions(connection: sa.Connection, published: Published, area: str, period: str | None = None) -> Definitions:
    """How the definitions of a family overlap, in the newest period of the area if none is given."""
    held = segment_overlap.c
    query = sa.select(held.period).where(held.release == published.release, held.area == area).distinct()
    periods = tuple(sorted(connection.execute(query).scalars()))
    newest = period or max(periods, default=None)
    sets = factor_sets(connection, published.release, TOTAL, area, newest)
    counted = tuple(_counted(code, sets) for code in published.model.factor_codes) if sets else ()
    of_any = [each.persons for each in sets if each.factors]
    known = [persons for persons in of_any if persons is not None]
    any_persons = sum(known) if known and len(known) == len(of_any) else None
    return Definitions(published.model.id, area, published.is_demo, newest, periods, counted, sets, any_persons)


def _counted(code: str, sets: tuple[FactorSet, ...]) -> Counted:
    own = [each for each in sets if code in each.factors]
    known = [each.persons for each in own if each.persons is not None]
    # A combination that nobody has has no row at all.
    only = next((each.persons for each in own if each.factors == (code,)), 0.0)
    return Counted(code, sum(known) if len(known) == len(own) else None, sum(known), only)


def _counted_by(number: int, sets: tuple[FactorSet, ...]) -> CountedBy:
    persons = [each.persons for each in sets if len(each.factors) == number]
    known = [value for value in persons if value is not None]
    return CountedBy(number, sum(known), at_least=len(known) < len(persons))
