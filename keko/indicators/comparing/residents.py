"""How many people live in areas: the denominators of figures that come without (METHODS 3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import inf, isinf
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.data.schema import indicator, observation
from keko.indicators.sets import expanded

# How many years from a figure the residents may be counted, the nearest first and rather before it than after.
_YEARS_AWAY = (0, -1, 1, -2, 2)
_GROUP = 5  # years, of the ages that statistics count residents by


class Ages(NamedTuple):
    """Ages in whole years, both ends included; `last` is infinite where there is none."""

    first: float
    last: float


ALL_AGES = Ages(0, inf)


@cache
def ages_of(text: str | None) -> Ages | None:
    """The ages that a catalogue or a figure names: "18–64", "15–", "65+", "17"; all where `text` is None or total.

    None where the words are not ages.
    """
    if text is None or text == "total":
        return ALL_AGES
    first, dash, last = text.replace("–", "-").replace("+", "-").partition("-")
    if not first.isdigit() or (last and not last.isdigit()):
        return None
    return Ages(int(first), int(last) if last else inf if dash else int(first))


@dataclass(frozen=True)
class Residents:
    """Residents of one sex by area, year and ages, as figures tell; `register`: of both sexes, at one time, by area.

    `demo`, `real`: demo figures are the denominators of demo figures only, and real ones of real.
    """

    demo: Mapping[tuple[str, int], Mapping[Ages, float]] = field(default_factory=dict)
    real: Mapping[tuple[str, int], Mapping[Ages, float]] = field(default_factory=dict)
    register: Mapping[str, float] = field(default_factory=dict)

    def known_ages(self, wanted: Ages, is_demo: bool) -> bool:
        """Whether figures tell residents of just these ages."""
        return any(_sum(by_ages, wanted) is not None for by_ages in self._of(is_demo).values())

    def at(self, area: str, period: str, ages: Ages, is_demo: bool) -> float | None:
        """Residents of these ages at the end of the period's year, else of the nearest, at most two years away."""
        year, by_area = int(period[:4]), self._of(is_demo)
        for away in _YEARS_AWAY:
            persons = _sum(by_area.get((area, year + away), {}), ages)
            if persons:
                return persons
        return None

    def _of(self, is_demo: bool) -> Mapping[tuple[str, int], Mapping[Ages, float]]:
        return self.demo if is_demo else self.real


def _sum(by_ages: Mapping[Ages, float], wanted: Ages) -> float | None:
    """The residents of `wanted` from ages that follow each other without a gap, the widest first."""
    reached, persons = wanted.first, 0.0
    while reached < wanted.last + 1:
        fitting = [ages for ages in by_ages if ages.first == reached and ages.last <= wanted.last]
        if not fitting:
            return None
        widest = max(fitting, key=lambda ages: ages.last)
        persons += by_ages[widest]
        reached = widest.last + 1
    return persons


def read_residents(
    connection: sa.Connection, areas: Areas, codes: Sequence[str], sex: str, wanted: Iterable[Ages]
) -> Residents:
    """The residents of `codes` that the visible figures tell, of the ages that `wanted` can be made of.

    Those of a set are those of its areas together. The register of areas knows residents of both sexes only.
    """
    single = expanded(areas, codes)
    counting = counting_residents(connection)
    visible = visible_releases().subquery()
    columns = (
        visible.c.indicator,
        visible.c.is_demo,
        *(observation.c[name] for name in ("area", "period", "age", "value")),
    )
    query = (
        sa.select(*columns)
        .join(observation, observation.c.release == visible.c.release)
        .where(visible.c.indicator.in_(counting), observation.c.area.in_(single), observation.c.sex == sex)
        .where(observation.c.breakdown == "total", observation.c.age.in_(_names({*wanted, ALL_AGES})))
        .where(observation.c.value.is_not(None), sa.func.length(observation.c.period) == len("2024"))
    )
    tables: dict[bool, dict[tuple[str, int], dict[Ages, float]]] = {True: {}, False: {}}
    for id_, is_demo, area, period, age, value in connection.execute(query):
        ages = counting[id_] if age == "total" else ages_of(age)
        if ages is not None:
            tables[bool(is_demo)].setdefault((area, int(period)), {})[ages] = value
    register = {code: float(areas[code].population or 0) for code in single} if sex == "total" else {}
    for code in areas.sets.keys() & set(codes):
        members = areas.sets[code]
        for by_area in tables.values():
            by_area.update(_of_set(code, members, by_area))
        register[code] = sum(register.get(member, 0.0) for member in members)
    return Residents(tables[True], tables[False], {code: number for code, number in register.items() if number})


def _of_set(
    code: str, members: Sequence[str], table: Mapping[tuple[str, int], Mapping[Ages, float]]
) -> dict[tuple[str, int], dict[Ages, float]]:
    """Residents of a set in the years and of the ages that all its areas have."""
    years = {year for area, year in table if area in members}
    of_set = {}
    for year in years:
        inside = [table.get((member, year), {}) for member in members]
        common = set(inside[0]).intersection(*inside[1:])
        of_set[code, year] = {ages: sum(by_ages[ages] for by_ages in inside) for ages in common}
    return of_set


def counting_residents(connection: sa.Connection) -> dict[str, Ages]:
    """The indicators that count residents, and the ages that their figures of all together are about."""
    query = sa.select(indicator.c.id, indicator.c.description["population"]["ages"].as_string())
    rows = connection.execute(query.where(indicator.c.description["counts_residents"].as_boolean())).all()
    return {id_: ages for id_, named in rows if (ages := ages_of(named)) is not None}


def _names(spans: Iterable[Ages]) -> set[str]:
    """What the ages are called that spans are made of: single years, groups of five, and the spans themselves."""
    names = set()
    for first, last in spans:
        if (first, last) == ALL_AGES:
            names.add("total")
            continue
        names.add(f"{first:.0f}+" if isinf(last) else f"{first:.0f}-{last:.0f}")
        if not isinf(last):
            starts = range(int(first), int(last) + 1)
            names |= {str(age) for age in starts} | {f"{age}-{age + _GROUP - 1}" for age in starts if age % _GROUP == 0}
    return names
