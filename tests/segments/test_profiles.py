"""What pages ask of a model: overview, profile of a segment, overlap of definitions, and groups at risk."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from keko.data.engine import writing
from keko.segments.definitions import definitions
from keko.segments.flows import newest_flows
from keko.segments.overview import overview
from keko.segments.profiles import Group, Move, hidden_sets, largest_set, profile
from keko.segments.projection import at_risk, dispersion, project
from keko.segments.store import Published, published_models
from keko.segments.tables import Tables
from tests.data.figures import prepare
from tests.segments.figures import frame, stored, two_areas

MARKED = (
    {"code": "A", "names": "Ryhmä A", "at_risk": True},
    {"code": "B", "names": "Ryhmä B", "difficult_to_employ": True},
)
FLOWS = frame(
    "area source target persons", ("HVA02", "A", "A", 400), ("HVA02", "A", "B", 100), ("HVA02", "B", "A", 50),
    ("HVA02", "B", "B", 450), period="2020",
).drop(columns=["sex", "age"])  # fmt: skip
BEFORE = frame("area segment persons share", ("HVA02", "A", 500, 0.5), ("HVA02", "B", 500, 0.5), period="2020")


def full() -> Tables:
    tables = two_areas()
    factors = frame(
        "area segment persons share", ("HVA02", "A", 50, 0.1), ("HVA02", "B", 200, 0.4), ("HVA02", "total", 250, 0.25),
        factor="language",
    )  # fmt: skip
    sets = frame("area segment factors persons", ("HVA02", "B", "none", 300), ("HVA02", "B", "language", np.nan))
    sets = sets.drop(columns=["sex", "age"]).assign(status=["final", "hidden"])
    men = frame("area segment persons share", ("HVA02", "B", 260, 0.52), sex="male")
    sizes = pd.concat([tables.sizes, BEFORE, men], ignore_index=True)
    return Tables.of(
        {
            "sizes": sizes,
            "participation": tables.participation,
            "prevalences": factors,
            "overlaps": sets,
            "flows": FLOWS,
        }
    )


def published(connection: sa.Connection, tables: Tables, **options: object) -> Published:
    prepare(connection)
    stored(connection, tables, **{"segments": MARKED, **options})
    return published_models(connection)["kaksi"]


def test_an_overview_has_the_newest_period_with_intervals(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = overview(connection, published(connection, full()), ["HVA02", "HVA15", "HVA05"])
    assert (found.period, found.periods) == ("2021", ("2020", "2021"))
    a, _, everyone = found.standings["HVA02"]
    assert (a.segment, a.size.persons, everyone.segment) == ("A", 500, "total")
    # Wilson, 500 of 1 000
    assert (a.size.lower, a.size.upper) == (pytest.approx(0.4691, abs=1e-4), pytest.approx(0.5309, abs=1e-4))
    assert a.months["employment"].mean == 0.8
    assert found.standings["HVA05"] == ()


def test_a_profile_tells_what_a_segments_people_have_in_common(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = profile(connection, published(connection, full()), "B", "HVA02")
    assert found.now is not None
    assert (found.period, found.now.size.persons) == ("2021", 500)
    assert [group.period for group in found.over_time] == ["2020", "2021"]
    assert [(group.sex, group.size.persons) for group in found.by_group] == [("male", 260)]
    (language,) = found.prevalences
    assert (language.share, language.population_share, language.lift) == (0.4, 0.25, pytest.approx(1.6))
    assert [(one.factors, one.persons, one.status) for one in found.sets] == [
        ((), 300, "final"),
        (("language",), None, "hidden"),
    ]
    assert [(move.other, move.persons) for move in found.came_in] == [("A", 100), ("B", 450)]
    assert [(move.other, move.persons) for move in found.went_out] == [("A", 50), ("B", 450)]
    assert found.distinguishing == found.more_common == [language]
    assert [found.share_of(group) for group in found.sexes_and_ages] == [0.52]
    assert largest_set(found.sets) == found.sets[0]
    assert hidden_sets(found.sets) == 1


def test_what_is_clearly_more_common_comes_first_and_what_is_not_is_left_out(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = profile(connection, published(connection, full()), "B", "HVA02")
    (language,) = found.prevalences
    rare, common = replace(language, lift=1.4), replace(language, lift=2.0)
    ordered = replace(found, prevalences=(language, replace(language, lift=None), rare, common))
    assert [prevalence.lift for prevalence in ordered.distinguishing] == [2.0, language.lift, 1.4, None]
    assert ordered.more_common == [common, language]
    assert found.now
    size, cells = found.now.size, [("total", "20-29"), ("male", "20-29"), ("male", "total")]
    by_group = replace(found, by_group=tuple(Group("2021", sex, age, size, {}) for sex, age in cells))
    assert [(group.sex, group.age) for group in by_group.sexes_and_ages] == [("male", "total"), ("total", "20-29")]


def test_flows_are_of_the_newest_year_with_those_who_stayed(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = profile(connection, published(connection, full()), "B", "HVA02")
        nothing = profile(connection, published_models(connection)["kaksi"], "B", "HVA15")
    flows = newest_flows(found, ("A", "B", "C"))
    assert flows
    assert (flows.period, flows.stayed, flows.stayed_share) == ("2020", 450, 0.9)
    (exchange,) = flows.exchanges
    assert exchange.came
    assert exchange.went
    assert (exchange.other, exchange.came.persons, exchange.went.persons) == ("A", 100, 50)
    hidden = replace(found, went_out=(*found.went_out, Move("2020", "C", None, "hidden")))
    flows = newest_flows(hidden, ("A", "B", "C"))
    assert flows
    assert (flows.stayed, [each.other for each in flows.exchanges]) == (None, ["A", "C"])
    assert newest_flows(nothing, ("A", "B")) is None


def test_an_area_without_figures_has_an_empty_profile(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = profile(connection, published(connection, full()), "B", "HVA05")
    assert (found.period, found.now, found.prevalences, found.came_in) == (None, None, (), ())


def test_definitions_and_how_far_they_count_the_same(engine: sa.Engine) -> None:
    sets = frame(
        "area factors persons", ("HVA02", "long", 40), ("HVA02", "long+structural", 60), ("HVA02", "structural", 100),
        ("HVA02", "structural+local", np.nan), segment="total",
    )  # fmt: skip
    table = Tables.of({"overlaps": sets.drop(columns=["sex", "age"])})
    kinds = [{"code": code, "names": code} for code in ("long", "structural", "local")]
    with writing(engine) as connection:
        model = published(connection, table, kind="definitions", segments=(), factors=kinds)
        found = definitions(connection, model, "HVA02")
    counted = [(each.definition, each.persons, each.at_least, each.only, each.shared) for each in found.counted]
    assert counted == [("long", 100, 100, 40, 60), ("structural", None, 160, 100, None), ("local", None, 0, 0, None)]
    assert [each.definition for each in found.by_size] == ["structural", "long", "local"]
    assert found.by_number == [(1, 140, False), (2, 60, True)]
    assert (found.any_persons, found.extremes) == (None, None)


def test_definitions_of_which_nothing_is_hidden_have_a_narrowest_and_a_widest(engine: sa.Engine) -> None:
    sets = frame("area factors persons", ("HVA02", "long", 40), ("HVA02", "long+structural", 60), segment="total")
    kinds = [{"code": code, "names": code} for code in ("long", "structural")]
    with writing(engine) as connection:
        table = Tables.of({"overlaps": sets.drop(columns=["sex", "age"])})
        model = published(connection, table, kind="definitions", segments=(), factors=kinds)
        found = definitions(connection, model, "HVA02")
    assert (found.any_persons, found.extremes) == (100, (60, 100))


def test_an_only_definition_that_is_hidden_is_not_nobody(engine: sa.Engine) -> None:
    sets = frame("area factors persons", ("HVA02", "long", np.nan), ("HVA02", "long+structural", 60), segment="total")
    kinds = [{"code": code, "names": code} for code in ("long", "structural")]
    with writing(engine) as connection:
        table = Tables.of({"overlaps": sets.drop(columns=["sex", "age"])})
        model = published(connection, table, kind="definitions", segments=(), factors=kinds)
        found = definitions(connection, model, "HVA02")
    assert [(each.only, each.shared) for each in found.counted] == [(None, None), (0, 60)]


def three_years() -> Tables:
    """The same moves in three years, between the same sizes."""
    tables = full()
    first = tables.sizes[tables.sizes["period"] == "2020"]
    flows = [tables.flows.assign(period=year) for year in ("2018", "2019", "2020")]
    sizes = [tables.sizes, *(first.assign(period=year) for year in ("2018", "2019"))]
    return replace(tables, flows=pd.concat(flows, ignore_index=True), sizes=pd.concat(sizes, ignore_index=True))


def test_moves_and_the_projection_of_a_group(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        found = at_risk(connection, published(connection, three_years()), "HVA02", horizon=9)
    moves = found.moves[-1]
    assert (moves.at_risk, moves.moved, moves.share) == (500, 100, pytest.approx(0.2))
    assert found.newest_moves == moves
    assert found.counted == tuple((year, 500) for year in ("2018", "2019", "2020", "2021"))
    assert [one.years for one in found.projected] == [1, 2, 3]
    assert [one.period for one in found.projected] == ["2022", "2023", "2024"]
    assert found.projected[0].persons == pytest.approx(500 * 0.2 + 500 * 0.9)
    assert all(one.lower < one.persons < one.upper for one in found.projected)
    widths = [one.upper - one.lower for one in found.projected]
    assert widths == sorted(widths)


def test_hidden_moves_are_what_is_left_of_the_segment(engine: sa.Engine) -> None:
    tables = three_years()
    gaps = tables.flows.assign(persons=tables.flows["persons"].where(tables.flows["target"] == "A"))
    with writing(engine) as connection:
        found = at_risk(connection, published(connection, replace(tables, flows=gaps)), "HVA02")
    assert found.moves[-1].moved is None
    assert found.newest_moves is None
    assert found.projected[0].persons == pytest.approx(550)


@pytest.mark.parametrize(
    ("tables", "options", "reason"),
    [
        (replace(full(), flows=Tables.of({}).flows), {}, "no flows"),
        (full(), {}, "too few years"),
        (full(), {"segments": tuple(one | {"difficult_to_employ": False} for one in MARKED)}, "no such groups"),
    ],
    ids=["no flows", "too few years", "no such groups"],
)
def test_no_projection_without_moves_or_groups(
    engine: sa.Engine, tables: Tables, options: dict[str, object], reason: str
) -> None:
    with writing(engine) as connection:
        found = at_risk(connection, published(connection, tables, **options), "HVA02")
    assert (found.reason, found.projected) == (reason, ())


@given(st.lists(st.lists(st.integers(0, 500), min_size=3, max_size=3), min_size=3, max_size=3))
def test_a_closed_cohort_keeps_its_persons(moves: list[list[int]]) -> None:
    paths = project(np.array([10.0, 200.0, 30.0]), [np.array(moves, dtype=float)], 2, replicates=5)
    assert (paths.sum(axis=2) == 240).all()


@pytest.mark.parametrize("spread", [0.0, 0.02], ids=["years alike", "years differ"])
def test_the_interval_covers_what_happens(spread: float) -> None:
    """Nominal 95 %, over worlds of 20 areas with two known years each; one year ahead in the first of them."""
    random = np.random.default_rng(7)
    hits = 0
    for world in range(100):
        chances = random.normal(0.10, spread, size=(20, 3)).clip(0.02, 0.3)
        gone = random.binomial(5000, chances)
        areas = [[np.array([[5000.0 - n, n], [0, 1000]]) for n in each[:2]] for each in gone]
        drawn = project(np.array([5000.0, 1000.0]), areas[0], 1, dispersion(areas), replicates=200, seed=world)[:, 0, 1]
        lower, upper = np.percentile(drawn, [2.5, 97.5])
        hits += lower <= 1000 + gone[0, 2] <= upper
    assert 88 <= hits <= 100
