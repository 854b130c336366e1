"""At another level: persons and euros as arithmetic, with the limits that the figures have, and why not where they have none."""

from dataclasses import replace

import pytest

from keko.data.text import Text
from keko.indicators.comparing.comparison import compare
from keko.indicators.point_limits import with_point_limits
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.unit_cost import UnitCost
from keko.indicators.what_if import WhatIf, best_fifth, what_if
from tests.data.figures import every_area, item, point

UNEMPLOYED = item("unemployed", polarity="lower")
COST = UnitCost(value=10_000, unit=Text.same("person"), year=2024, source=Text.same("somebody"))


def standing(own: tuple[int, int], other: tuple[int, int], of: object = UNEMPLOYED) -> Standing:
    series = [
        Series(UNEMPLOYED.id, code, with_point_limits(UNEMPLOYED, [point(100 * x / n, numerator=x, denominator=n)]))
        for code, (x, n) in (("HVA02", own), ("HVA15", other))
    ]
    return Standing(of, *series, compare(of, *series, every_area()))  # type: ignore[arg-type]


def levels(found: object) -> dict[str, WhatIf]:
    assert isinstance(found, list)
    return {each.level: each for each in found}


def test_the_benchmarks_level_has_the_limits_of_the_difference() -> None:
    """56/70 and 48/80: the difference is .0524 to .3339 (Newcombe 1998, METHODS 3), of 70 persons 3.7 to 23.4."""
    found = levels(what_if(standing((56, 70), (48, 80))))["benchmark"]
    assert found.persons.more == pytest.approx(-14)
    assert (found.persons.lower, found.persons.upper) == (
        pytest.approx(-70 * 0.3339, abs=0.01),
        pytest.approx(-70 * 0.0524, abs=0.01),
    )
    assert found.reached is False
    assert found.persons.is_clear


def test_a_level_is_reached_only_where_chance_does_not_explain_it() -> None:
    """Better by chance alone is no difference shown, whichever way it goes; for a target as for the benchmark."""
    alike, apart = standing((118, 1000), (120, 1000)), standing((60, 1000), (120, 1000))
    for of, is_there in ((alike, False), (apart, True)):
        found = levels(what_if(of, target=12.0))
        assert [found[level].reached for level in ("benchmark", "target")] == [is_there, is_there]
        assert [found[level].persons.is_clear for level in ("benchmark", "target")] == [is_there, is_there]


def test_a_target_is_a_level_that_is_certain() -> None:
    found = levels(what_if(standing((120, 1000), (120, 1000)), target=10.0))["target"]
    own = standing((120, 1000), (120, 1000)).own.latest
    assert own is not None
    assert own.lower is not None
    assert found.persons.more == pytest.approx(-20)
    assert found.persons.upper == pytest.approx((10.0 - own.lower) * 10)
    assert found.persons.is_clear == (own.lower > 10.0)


def test_the_best_fifth_is_what_a_fifth_of_the_areas_reaches_at_least() -> None:
    assert best_fifth([9, 1, 8, 2, 7, 3, 6, 4, 5, 10], UNEMPLOYED) == 2
    assert best_fifth([9, 1, 8, 2, 7, 3, 6, 4, 5, 10], item()) == 9
    assert best_fifth([1, 2, 3, 4], UNEMPLOYED) is None
    assert best_fifth([1, 2, 3, 4, 5], item(polarity="none")) is None


def test_euros_are_persons_times_the_cost_and_an_invented_cost_stands_beside_invented_figures_only() -> None:
    costly = UNEMPLOYED.model_copy(update={"unit_cost": COST})
    found = levels(what_if(standing((56, 70), (48, 80), costly)))["benchmark"]
    assert found.euros is not None
    assert found.euros.more == pytest.approx(-140_000)
    assert found.euros.lower == pytest.approx(10_000 * (found.persons.lower or 0.0))
    invented = UNEMPLOYED.model_copy(update={"unit_cost": COST.model_copy(update={"is_demo": True})})
    assert levels(what_if(standing((56, 70), (48, 80), invented)))["benchmark"].euros is None


def test_a_count_that_is_compared_per_resident_has_its_target_in_persons() -> None:
    clients = item("clients", "count", unit="henkilöä", polarity="lower")
    rate = clients.model_copy(update={"kind": "rate", "multiplier": 1000.0, "counted": "persons"})
    own = Series("clients", "HVA02", with_point_limits(rate, [point(12.0, numerator=1200, denominator=100_000)]))
    other = Series("clients", "HVA15", with_point_limits(rate, [point(10.0, numerator=500, denominator=50_000)]))
    form = Standing(rate, own, other, compare(rate, own, other, every_area()))
    bare = Series("clients", "HVA02", (point(1200),)), Series("clients", "HVA15", (point(500),))
    given = Standing(clients, *bare, form.comparison, compared_as=form)
    found = levels(what_if(given, target=1100))
    assert found["benchmark"].persons.more == pytest.approx(-200)
    assert found["target"].persons.more == pytest.approx(-100)
    assert found["target"].value == pytest.approx(11.0)


def test_why_not() -> None:
    bare = standing((56, 70), (48, 80))
    without = replace(bare, own=Series("unemployed", "HVA02", (point(80.0),)))
    assert what_if(without) == "no denominator"
    assert what_if(replace(bare, own=Series("unemployed", "HVA02"))) == "no figures"
    assert what_if(replace(bare, item=item("wait", "median"))) == "not of persons"
    assert what_if(replace(bare, item=item("sampled", sample=True))) == "not of persons"
