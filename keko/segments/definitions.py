"""A phenomenon counted by several definitions: how many persons each counts, and how far they count the same persons."""

from dataclasses import dataclass

import sqlalchemy as sa

from keko.data.schema import segment_overlap
from keko.segments.models import TOTAL
from keko.segments.profiles import FactorSet, factor_sets
from keko.segments.store import Published


@dataclass(frozen=True)
class Counted:
    """What one definition counts. `persons`: None where a part of it is hidden, and then it is `at_least` so many.

    `only`: persons whom no other definition counts, None where that is hidden or nobody.
    """

    definition: str
    persons: float | None
    at_least: float
    only: float | None


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


def definitions(connection: sa.Connection, published: Published, area: str, period: str | None = None) -> Definitions:
    """How the definitions of a family overlap, in the newest period of the area if none is given."""
    held = segment_overlap.c
    query = sa.select(held.period).where(held.release == published.release, held.area == area).distinct()
    periods = tuple(sorted(connection.execute(query).scalars()))
    shown = period or max(periods, default=None)
    sets = factor_sets(connection, published.release, TOTAL, area, shown)
    counted = tuple(_counted(code, sets) for code in published.model.factor_codes) if sets else ()
    some = [one.persons for one in sets if one.factors]
    whole = None if not some or None in some else sum(persons for persons in some if persons is not None)
    return Definitions(published.model.id, area, published.is_demo, shown, periods, counted, sets, whole)


def _counted(code: str, sets: tuple[FactorSet, ...]) -> Counted:
    own = [one for one in sets if code in one.factors]
    shown = [one.persons for one in own if one.persons is not None]
    only = next((one.persons for one in own if one.factors == (code,)), None)
    return Counted(code, sum(shown) if len(shown) == len(own) else None, sum(shown), only)
