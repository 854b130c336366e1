"""Whoever downloads everything learns nothing of a hidden small cell but that it may be 1, the threshold or between."""

from collections.abc import Iterable
from itertools import product
from typing import Any

import numpy as np
import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question, read_series
from keko.intake.release.bring_in import bring_in
from keko.intake.release.order import Order, Outcome
from tests.data.figures import ADMIN, counts, every_area, prepare, protected, published
from tests.disclosure.attack import Attack, Cell, holds
from tests.intake.conftest import Understand

AREAS = every_area()
COUNT, SHARE = protected("clients", "count"), protected("share", sensitive=True)
SEXES, AGES = ("total", "male", "female"), ("total", "20–34", "35–49", "50–64")
FINNISH = {"total": "yhteensä", "male": "miehet", "female": "naiset"}
PERIOD = "2024"
LIVING = [one.code for one in AREAS.of_level("KU") if one.existed(PERIOD)]


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    with writing(engine) as connection:
        prepare(connection, COUNT, SHARE)
    return engine


def neighbourhood(county: str) -> list[str]:
    """The municipalities of a county and of every employment area that has one of them, across its borders."""
    own = AREAS.municipalities(county)
    inside = {
        code
        for one in own
        for parent in AREAS.parents(one)
        if parent.startswith("TA")
        for code in AREAS.municipalities(parent)
    }
    return sorted((own | inside) & set(LIVING))


def drawn(places: list[str], mean: float, seed: int) -> dict[Cell, float]:
    """Counts by sex and age that add up to their totals in every municipality."""
    random = np.random.default_rng(seed)
    found: dict[Cell, float] = {}
    for place in places:
        size = random.choice([0.3, 1, 5, 30])
        parts = random.poisson(mean * size, (2, 3)).astype(float)
        parts = np.vstack([parts.sum(axis=0), parts])
        parts = np.column_stack([parts.sum(axis=1), parts])
        found |= {(place, sex, age): parts[s, a] for (s, sex), (a, age) in product(enumerate(SEXES), enumerate(AGES))}
    return found


def everything(cells: dict[Cell, float]) -> dict[Cell, float]:
    """The same with every area above whose municipalities are all there."""
    places = {place for place, _, _ in cells}
    found = dict(cells)
    for one in AREAS.by_code.values():
        inside = AREAS.municipalities(one.code) & set(LIVING)
        if one.level != "KU" and inside <= places:
            for sex, age in product(SEXES, AGES):
                found[one.code, sex, age] = sum(cells[part, sex, age] for part in inside)
    return found


def file(numbers: dict[Cell, float], among: dict[Cell, float] | None = None) -> str:
    if among is None:
        lines = [f"{a};{PERIOD};{FINNISH[s]};{g};{n:.0f}" for (a, s, g), n in numbers.items()]
        return "\n".join(["Alue;Vuosi;Sukupuoli;Ikä;Arvo", *(line.replace(";total;", ";yhteensä;") for line in lines)])
    lines = [
        f"{a};{PERIOD};{FINNISH[s]};{g};{x:.0f};{among[a, s, g]:.0f};{100 * x / max(among[a, s, g], 1):.10f}".replace(
            ".", ","
        )
        for (a, s, g), x in numbers.items()
    ]
    head = "Alue;Vuosi;Sukupuoli;Ikä;Osoittaja;Nimittäjä;Arvo"
    return "\n".join([head, *(line.replace(";total;", ";yhteensä;") for line in lines)])


def take(database: sa.Engine, understood: Understand, text: str, item: Indicator, **order: Any) -> Outcome:
    found = understood(text, catalogue=[item], indicator=item.id)
    settled: dict[str, Any] = {"provider": "keusote", "by": ADMIN, "publish": True}
    return bring_in(database, found, text.encode(), AREAS, Order(**(settled | order)))


def seen(database: sa.Engine, item: Indicator, cells: Iterable[Cell]) -> dict[Cell, Any]:
    """What readers get of the cells."""
    wanted = sorted(set(cells))
    areas = sorted({area for area, _, _ in wanted})
    found = {}
    with database.connect() as connection:
        for sex, age in sorted({(sex, age) for _, sex, age in wanted}):
            series = read_series(connection, [item.id], areas, Question(sex, age))
            found |= {(area, sex, age): series[item.id, area].at(PERIOD) for area in areas}
    return {one: found[one] for one in wanted if found[one] is not None}


def narrowed(attack: Attack, small: dict[Cell, tuple[float, float, float]]) -> dict[Cell, tuple[float, float]]:
    """The hidden cells whose range does not hold low … high and the truth."""
    ranges = {cell: attack.range_of(cell) for cell in small}
    return {cell: found for cell, found in ranges.items() if not holds(found, *small[cell])}


@pytest.mark.parametrize(("county", "seed"), [("HVA02", 1), ("HVA15", 2), ("HVA19", 3), ("HVA06", 4), ("HVA21", 5)])
def test_counts_by_county_and_employment_area_sex_and_age(
    database: sa.Engine, understood: Understand, county: str, seed: int
) -> None:
    numbers = drawn(neighbourhood(county), 2.0, seed)
    outcome = take(database, understood, file(numbers), COUNT)
    assert outcome.status == "published", outcome.problems
    truth = everything(numbers)
    points = seen(database, COUNT, truth)
    shown = {cell: point.value for cell, point in points.items()}
    small = {cell: (1.0, 5.0, truth[cell]) for cell in points if 0 < truth[cell] < 5}
    assert small
    assert all(points[cell].status == "hidden" and points[cell].denominator is None for cell in small)
    assert narrowed(Attack(shown, AREAS, PERIOD), small) == {}


@pytest.mark.parametrize(("county", "seed"), [("HVA02", 1), ("HVA09", 2)])
def test_shares_whose_denominators_are_known_from_elsewhere(
    database: sa.Engine, understood: Understand, county: str, seed: int
) -> None:
    random = np.random.default_rng(seed)
    among = drawn(neighbourhood(county), 40.0, seed)
    numbers = {}
    for place in {place for place, _, _ in among}:
        parts = np.array([[random.binomial(int(among[place, s, a]), 0.2) for a in AGES[1:]] for s in SEXES[1:]])
        parts = np.vstack([parts.sum(axis=0), parts])
        parts = np.column_stack([parts.sum(axis=1), parts])
        numbers |= {(place, s, a): float(parts[i, j]) for (i, s), (j, a) in product(enumerate(SEXES), enumerate(AGES))}
    outcome = take(database, understood, file(numbers, among), SHARE)
    assert outcome.status == "published", outcome.problems
    x, n = everything(numbers), everything(among)
    points = seen(database, SHARE, x)
    for cell, point in points.items():
        few = 0 < x[cell] < 5 or 0 < n[cell] - x[cell] < 5 or n[cell] < 30
        assert not few or (point.status, point.numerator, point.denominator) == ("hidden", None, None)
    shown = {cell: point.numerator for cell, point in points.items()}
    others = {
        cell: None if point.numerator is None else point.denominator - point.numerator for cell, point in points.items()
    }
    few = {cell: (1.0, 5.0, x[cell]) for cell in points if 0 < x[cell] < 5}
    rest = {cell: (1.0, 5.0, n[cell] - x[cell]) for cell in points if 0 < n[cell] - x[cell] < 5}
    assert narrowed(Attack(shown, AREAS, PERIOD), few) == {}
    assert narrowed(Attack(others, AREAS, PERIOD), rest) == {}
    inferred = [Attack(shown, AREAS, PERIOD), Attack(others, AREAS, PERIOD)]
    for cell in [cell for cell in points if n[cell] < 30]:
        (least, most), (fewest, greatest) = (one.range_of(cell) for one in inferred)
        assert holds((least + fewest, most + greatest), 1, 30, n[cell])
    known = Attack(shown, AREAS, PERIOD, upper=n)
    assert narrowed(known, {cell: (1, min(5, n[cell]), x[cell]) for cell in few if n[cell] > 1}) == {}


def test_the_attack_finds_what_is_left_open() -> None:
    truth = everything(drawn(neighbourhood("HVA02"), 2.0, 1))
    only_primary = {cell: None if 0 < number < 5 else number for cell, number in truth.items()}
    attack = Attack(only_primary, AREAS, PERIOD)
    small = {cell: (1.0, 5.0, truth[cell]) for cell, number in only_primary.items() if number is None}
    found = narrowed(attack, small)
    assert len(found) > 3
    assert any(most - least < 1e-6 for least, most in found.values())


def test_a_file_that_cannot_be_protected_leaves_no_trace(database: sa.Engine, understood: Understand) -> None:
    places = sorted(AREAS.municipalities("HVA02"))
    numbers = {(place, "total", "total"): float(n) for place, n in zip(places, (3, 90, 80, 70, 60, 50), strict=True)}
    whole = {("HVA02", "total", "total"): sum(numbers.values())}
    others = {cell[0]: n for cell, n in (numbers | whole).items() if n > 5}
    with writing(database) as connection:
        published(connection, COUNT.id, "statfin", counts(others, period=PERIOD))  # before the rule was there
    small = {cell: n for cell, n in numbers.items() if n < 5}
    found = take(database, understood, file(small), COUNT)
    assert (found.status, found.releases) == ("rejected", [])
    assert [(one.code, one.severity) for one in found.problems] == [("disclosed-before", "error")]
    assert seen(database, COUNT, small) == {}
