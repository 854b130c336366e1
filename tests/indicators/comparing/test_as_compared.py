"""Counts per resident, shares whose denominators are residents, and how much figures vary beyond samples."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import Area
from keko.data.engine import writing
from keko.data.text import Text
from keko.indicators.catalogue import Indicator, Population
from keko.indicators.comparing.comparison import compare
from keko.indicators.comparing.dispersion import dispersion, read_dispersions
from keko.indicators.comparing.dispersions import renew_dispersions
from keko.indicators.comparing.residents import ALL_AGES, Ages, ages_of
from keko.indicators.intervals import poisson, wilson
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import Standing, standings
from tests.data.figures import counts, every_area, item, point, prepare, published, rows, shares

AREAS = every_area()
EVERYBODY = Population(ages=None, residents=True, who=Text.same("residents"))
ADULTS = Population(ages="20–64", residents=True, who=Text.same("residents"))
POPULATION = item("population", "count", counts_residents=True, population=EVERYBODY, unit="henkilöä", polarity="none")
BY_AGE = item(
    "by-age", "count", counts_residents=True, unit="henkilöä",
    population=Population(ages="15–64", residents=True, who=Text.same("residents")),
)  # fmt: skip
CLIENTS = item("clients", "count", unit="henkilöä", polarity="lower", population=ADULTS)
COSTS = item("costs", "count", unit="€", decimals=0, population=EVERYBODY)
IN_WORK = item("in-work", population=ADULTS)
PLACES = item("places", "count", unit="kpl", population=EVERYBODY)
YEARS = [str(year) for year in range(2016, 2024)]


def ages(area: str, persons: float, period: str = "2023") -> pd.DataFrame:
    """Ages 15–64 by five years, as many of each, and their total."""
    cells = [{"area": area, "age": f"{first}-{first + 4}", "value": persons} for first in range(15, 65, 5)]
    return rows(*cells, {"area": area, "value": 10 * persons}, period=period)


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Two counties of 200 000 and 300 000 persons, of whom 9 000 and 15 000 of each five years of age."""
    with writing(engine) as own:
        prepare(own, POPULATION, BY_AGE, CLIENTS, COSTS, IN_WORK, PLACES)
        sizes = {"HVA02": 200_000, "HVA15": 300_000}
        published(own, "population", "statfin", pd.concat(counts(sizes, period=year) for year in YEARS))
        published(own, "by-age", "statfin", pd.concat([ages("HVA02", 9_000), ages("HVA15", 15_000)]))
        yield own


def standing(connection: sa.Connection, one: Indicator, until: str | None = None) -> Standing:
    return standings(connection, [one], AREAS, "HVA02", "HVA15", until=until)[0]


def test_a_count_of_persons_is_compared_per_residents_of_its_ages(connection: sa.Connection) -> None:
    published(connection, "clients", "keusote", counts({"HVA02": 810, "HVA15": 1500}))
    found = standing(connection, CLIENTS)
    assert (found.own.valued[0].value, found.item.unit) == (810, "henkilöä")  # as it was published
    assert found.as_compared.item.unit == "/1 000 asukasta 20–64"
    assert found.comparison.area_value == pytest.approx(10)  # of 81 000 persons aged 20–64
    assert found.comparison.benchmark_value == pytest.approx(1000 * 1500 / 135_000)
    lower, upper = (1000 * limit / 81_000 for limit in poisson(810.0))
    point_ = found.as_compared.own.valued[0]
    assert (point_.lower, point_.upper) == pytest.approx((float(lower), float(upper)))
    assert (found.comparison.verdict, found.comparison.basis) == ("better", "population")
    assert found.comparison.persons == pytest.approx(81 * (1500 / 135 - 10))


def test_euros_are_compared_per_resident_by_their_years(connection: sa.Connection) -> None:
    costs = [counts({"HVA02": 2e6 + 1000 * (place % 2), "HVA15": 6e6}, period=year) for place, year in enumerate(YEARS)]
    published(connection, "costs", "kela", pd.concat(costs))
    found = standing(connection, COSTS)
    assert (found.comparison.area_value, found.comparison.benchmark_value) == pytest.approx((10.005, 20))
    assert (found.as_compared.item.unit, found.comparison.basis) == ("€/asukas", "yearly variation")


def test_things_are_counted_per_resident_too(connection: sa.Connection) -> None:
    published(connection, "places", "keusote", counts({"HVA02": 400, "HVA15": 900}, period="2023-11"))
    found = standing(connection, PLACES)
    assert (found.comparison.area_value, found.comparison.benchmark_value) == pytest.approx((2, 3))
    assert (found.comparison.period, found.comparison.persons) == ("2023-11", None)


def test_residents_are_compared_by_how_they_grow(connection: sa.Connection) -> None:
    found = standing(connection, POPULATION)
    assert (found.comparison.area_value, found.comparison.verdict) == (0, "no difference")
    assert found.as_compared.item.unit == "% vuodessa"


def test_residents_of_one_year_do_not_grow_yet(engine: sa.Engine) -> None:
    with writing(engine) as own:
        prepare(own, POPULATION)
        published(own, "population", "statfin", counts({"HVA02": 200_000, "HVA15": 300_000}))
        found = standing(own, POPULATION)
    assert (found.comparison.verdict, found.comparison.reason) == ("not compared", "too few years")


@pytest.mark.parametrize(
    ("year", "per_1000"), [("2018", 4.05), ("2020", 4.05), ("2015", 4.05), ("2012", 810 / 205.444)]
)
def test_residents_of_the_nearest_year_are_the_denominator_else_those_of_the_register(
    connection: sa.Connection, year: str, per_1000: float
) -> None:
    published(connection, "places", "keusote", counts({"HVA02": 810, "HVA15": 1500}, period=year))
    found = standing(connection, PLACES)
    assert found.comparison.area_value == pytest.approx(per_1000)


def test_a_share_of_residents_gets_them_as_its_denominator(connection: sa.Connection) -> None:
    published(
        connection,
        "in-work",
        "statfin",
        rows(*({"area": a, "value": v} for a, v in (("HVA02", 77.2), ("HVA15", 68.1)))),
    )
    found = standing(connection, IN_WORK)
    assert found.own.valued[0].lower is None  # what was published stays as it was
    lower, upper = (100 * float(limit) for limit in wilson(0.772 * 81_000, 81_000))
    estimated = found.as_compared.own.valued[0]
    assert (estimated.lower, estimated.upper) == pytest.approx((lower - 0.05, upper + 0.05))
    assert (found.comparison.verdict, found.comparison.basis, found.comparison.confidence) == (
        "better",
        "population",
        99.8,
    )


def test_a_year_with_numerators_rests_on_them_though_earlier_years_had_none(connection: sa.Connection) -> None:
    bare = rows(*({"area": a, "value": v} for a, v in (("HVA02", 77.2), ("HVA15", 68.1))), period="2022")
    counted = shares({"HVA02": (772, 1000), "HVA15": (681, 1000)}, period="2023")
    published(connection, "in-work", "statfin", pd.concat([bare, counted]))
    found = standing(connection, IN_WORK)
    assert (found.comparison.period, found.comparison.basis) == ("2023", "sampling")
    assert found.as_compared.own.estimated == {"2022"}
    before = standing(connection, IN_WORK, until="2022").comparison
    assert (before.period, before.basis) == ("2022", "population")


def test_a_share_of_some_residents_does_not(connection: sa.Connection) -> None:
    clients = item("in-work", population=Population(ages="20–64", who=Text.same("clients")))
    published(
        connection,
        "in-work",
        "statfin",
        rows(*({"area": a, "value": v} for a, v in (("HVA02", 77.2), ("HVA15", 68.1)))),
    )
    assert standing(connection, clients).comparison.reason == "too few years"


def test_demo_residents_are_never_the_denominator_of_real_figures(engine: sa.Engine) -> None:
    with writing(engine) as own:
        prepare(own, POPULATION, CLIENTS)
        published(own, "population", "demo", counts({"HVA02": 10, "HVA15": 10}), is_demo=True)
        published(own, "clients", "keusote", counts({"HVA02": 810, "HVA15": 1500}))
        found = standings(own, [CLIENTS], AREAS, "HVA02", "HVA15")[0]
    # The register of areas: residents on 31.12.2023 (Statistics Finland, table 11ra).
    assert found.comparison.area_value == pytest.approx(1000 * 810 / 205_444)


def test_a_set_is_compared_by_the_residents_of_its_areas(connection: sa.Connection) -> None:
    name = Text.same("both")
    both = Area("JOUKKO-both", "SET", name, name, None, None, None)
    areas = replace(AREAS, by_code=AREAS.by_code | {both.code: both}, sets={both.code: ("HVA02", "HVA15")})
    published(connection, "places", "keusote", counts({"HVA02": 400, "HVA15": 900, "HVA20": 100}))
    found = standings(connection, [PLACES], areas, both.code, "HVA20")[0].as_compared
    assert found.own.valued[0].value == pytest.approx(1000 * 1300 / 500_000)
    assert found.benchmark.valued == ()  # whose residents no figures tell
    assert found.comparison.reason == "no residents"


@pytest.mark.parametrize(
    ("text", "ages"),
    [("18–64", Ages(18, 64)), ("15-64", Ages(15, 64)), ("15–", Ages(15, np.inf)), ("65+", Ages(65, np.inf)), ("17", Ages(17, 17)),
     (None, ALL_AGES), ("total", ALL_AGES), ("adults", None)],
)  # fmt: skip
def test_ages(text: str | None, ages: Ages | None) -> None:
    assert ages_of(text) == ages


def simulated(extra: float) -> float | None:
    """Shares of 40 areas of 5 000 persons in ten years whose true shares move by normal steps of `extra` a year."""
    random = np.random.default_rng(2026)
    true = 0.3 + np.cumsum(random.normal(0, extra, (40, 10)), axis=1)
    cases = random.binomial(5000, true)
    series = [
        Series("share", f"KU{place}", tuple(_share(x, 5000, year) for year, x in enumerate(own)))
        for place, own in enumerate(cases)
    ]
    country = Series("share", "MAA", tuple(_share(float(x), 200_000, year) for year, x in enumerate(cases.sum(axis=0))))
    return dispersion(item(), series, country)


def _share(x: float, n: float, year: int) -> Point:
    return point(100 * x / n, str(2014 + year), numerator=float(x), denominator=float(n))


def test_dispersion_is_one_of_samples_and_what_moves_beyond_them_otherwise() -> None:
    assert simulated(0.0) == pytest.approx(1, abs=0.15)
    # The variance of a change is 2 p (1 − p) / n of the sample, and the square of a step.
    assert simulated(0.02) == pytest.approx(1 + 0.02**2 / (2 * 0.21 / 5000), rel=0.2)


def test_dispersion_widens_what_a_difference_has_to_pass() -> None:
    own, other = (Series("share", code, (_share(x, 10_000, 9),)) for code, x in (("HVA02", 3100), ("HVA15", 2900)))
    assert compare(item(), own, other, AREAS).verdict == "better"
    wide = [Series("share", each.area, each.points, dispersion=21.0) for each in (own, other)]
    assert compare(item(), *wide, AREAS).verdict == "no difference"


def moving(codes: dict[str, float], step: float, seed: int = 5) -> pd.DataFrame:
    """Counts of ten years that move by random steps; the country is their sum."""
    random = np.random.default_rng(seed)
    walks = {code: level * np.exp(np.cumsum(random.normal(0, step, 10))) for code, level in codes.items()}
    walks["MAA"] = np.sum(list(walks.values()), axis=0)
    return pd.concat(
        counts({code: round(float(walk[year])) for code, walk in walks.items()}, period=str(2014 + year))
        for year in range(10)
    )


def test_dispersion_is_stored_at_publishing_and_renewed_with_the_residents(engine: sa.Engine) -> None:
    codes = [area.code for area in AREAS.of_level("HVA")]
    residents = dict.fromkeys(codes, 100000) | {"MAA": 100_000 * len(codes)}
    with writing(engine) as own:
        prepare(own, POPULATION, CLIENTS)
        published(own, "clients", "keusote", moving(dict.fromkeys(codes, 5000.0), 0.1))
        renew_dispersions(own, ["clients"], AREAS)
        by_register = read_dispersions(own, ["clients"], Question())
        assert by_register["clients", "HVA"] > 5
        before = standings(own, [CLIENTS], AREAS, "HVA02", "HVA15")[0].comparison
        years = [str(year) for year in range(2014, 2024)]
        published(own, "population", "statfin", pd.concat(counts(residents, period=year) for year in years))
        renew_dispersions(own, ["population"], AREAS)
        after = read_dispersions(own, ["clients"], Question(sex="female"))  # which has none of its own
        assert after["clients", "HVA"] != by_register["clients", "HVA"]
        assert read_dispersions(own, ["population"], Question()) == {}
        found = standings(own, [CLIENTS], AREAS, "HVA02", "HVA15")[0]
    assert found.as_compared.own.dispersion == after["clients", "HVA"]
    assert before.basis == found.comparison.basis == "population"


def test_each_sex_has_a_dispersion_of_its_own_where_its_figures_have_numerators(engine: sa.Engine) -> None:
    codes = [area.code for area in AREAS.of_level("HVA")]
    random = np.random.default_rng(4)
    frames = [
        shares({code: (round(300 + random.normal(0, spread)), 1000) for code in codes} | {"MAA": (7000, 23000)}, period=str(year), sex=sex)
        for year in range(2014, 2024)
        for sex, spread in (("total", 15), ("female", 60))
    ]  # fmt: skip
    with writing(engine) as own:
        prepare(own, IN_WORK)
        published(own, "in-work", "statfin", pd.concat(frames))
        renew_dispersions(own, ["in-work"], AREAS)
        everybody, women = (
            read_dispersions(own, ["in-work"], question)["in-work", "HVA"]
            for question in (Question(), Question(sex="female"))
        )
    assert everybody < 2 < women
