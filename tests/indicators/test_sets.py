"""A set of areas is looked at as one: the sum of its areas, or nothing with its reason."""

from dataclasses import replace

import numpy as np
import pytest
import sqlalchemy as sa

from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.schema import area_set
from keko.data.text import Text
from keko.indicators.comparing.comparison import compare
from keko.indicators.series import Point, Series
from keko.indicators.sets import summed
from tests.data.figures import every_area, item, point

CODES = ("HVA07", "HVA08")


def of_two(kind: str, *points: Point) -> Point:
    one = item(kind=kind)
    members = [Series(one.id, code, (each,)) for code, each in zip(CODES, points, strict=True)]
    return summed(one, "JOUKKO-x", members).points[0]


def with_set() -> Areas:
    areas = every_area()
    name = Text.same("x")
    one = area_tables.Area("JOUKKO-x", area_sets.LEVEL, name, name, None, None, None)
    return replace(areas, by_code=areas.by_code | {one.code: one}, sets={one.code: CODES})


def test_a_share_is_that_of_all_persons_together() -> None:
    found = of_two("proportion", point(50.0, numerator=50, denominator=100), point(10.0, numerator=30, denominator=300))
    assert (found.value, found.numerator, found.denominator) == (20, 80, 400)
    assert found.lower is not None


def test_a_mean_and_its_spread_are_those_of_all_persons_together() -> None:
    random = np.random.default_rng(1)
    samples = [random.normal(6, 2, 30), random.normal(9, 1, 70)]
    parts = [
        point(float(each.mean()), denominator=float(len(each)), deviation=float(each.std(ddof=1))) for each in samples
    ]
    found, every = of_two("mean", *parts), np.concatenate(samples)
    assert (found.value, found.deviation) == pytest.approx((every.mean(), every.std(ddof=1)))


def test_counts_add_up() -> None:
    assert of_two("count", point(3.0), point(4.0)).value == 7


@pytest.mark.parametrize("kind", ["median", "ratio", "index", "score", "change", "other"])
def test_what_does_not_add_up_says_so(kind: str) -> None:
    found = of_two(kind, point(3.0, denominator=5), point(4.0, denominator=5))
    assert (found.value, found.reason) == (None, "areas not additive")


def test_a_set_that_lacks_an_area_has_no_figure() -> None:
    found = of_two("count", point(3.0), point(None, status="hidden"))
    assert (found.value, found.reason, found.members, found.members_present) == (None, "areas missing", 2, 1)


def test_an_area_of_the_set_overlaps_it_and_others_do_not() -> None:
    areas, one = with_set(), item()
    share = point(60.0, numerator=600, denominator=1000)
    other = point(50.0, numerator=5000, denominator=10_000)
    inside, outside = (
        compare(one, Series("share", code, (share,)), Series("share", "JOUKKO-x", (other,)), areas)
        for code in ("HVA07", "HVA02")
    )
    assert (inside.upper or 0) - (inside.lower or 0) < (outside.upper or 0) - (outside.lower or 0)
    assert inside.verdict == outside.verdict == "better"


def test_a_median_is_not_compared_with_a_set_and_says_why() -> None:
    one = item(kind="median")
    members = [Series(one.id, code, (point(3.0),)) for code in CODES]
    found = compare(one, Series(one.id, "HVA02", (point(4.0),)), summed(one, "JOUKKO-x", members), with_set())
    assert (found.verdict, found.reason) == ("not compared", "not additive")


def test_the_collaborative_areas_are_there_and_a_broken_set_is_left_out(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        area_tables.write(connection)
        area_sets.write(connection)
        broken = [{"id": "twice", "codes": ["HVA02", "KU186"]}, {"id": "gone", "codes": ["HVA77"]}]
        connection.execute(area_set.insert(), [{**row, "name": Text.same("x")._asdict()} for row in broken])
        area_sets.write(connection)
        found = area_sets.with_sets(connection, area_tables.load(connection))
    assert sorted(found.sets) == [f"JOUKKO-yta-{name}" for name in ("etela", "ita", "lansi", "pohjoinen", "sisa")]
    counties = [code for codes in found.sets.values() for code in codes]
    assert sorted(counties) == [one.code for one in found.of_level("HVA") if one.code != "HVA91"]
