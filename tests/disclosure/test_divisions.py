"""What values of a dimension make up together, whether all of them are listed or not."""

import pytest

from keko.disclosure.divisions import AreaSums, Sum, age_sums, category_sums, period_sums, sex_sums, sums_of_sets
from tests.data.figures import KEUSOTE, every_area


def parts(sums: list[Sum]) -> dict[str, set[str]]:
    return {total.whole: set(total.parts) for total in sums}


def area_sums(*names: str) -> dict[str, set[str]]:
    areas = AreaSums(every_area(), names)
    return parts(areas.rule(areas.living("2024"))(names))


def test_two_areas_of_the_same_municipalities_are_one_number() -> None:
    assert area_sums("HVA02", "TA14") in ({"TA14": {"HVA02"}}, {"HVA02": {"TA14"}})


def test_a_county_less_all_municipalities_but_one_is_that_one() -> None:
    assert area_sums("HVA02", *KEUSOTE[1:]) == {"HVA02": set(KEUSOTE)}


def test_areas_that_share_nothing_make_nothing_up() -> None:
    assert area_sums("HVA02", "HVA15", "KU091") == {}


def test_sets_that_cross_are_divided_where_they_do() -> None:
    sums = parts(sums_of_sets({"left": frozenset({1, 2}), "right": frozenset({2, 3})}))
    assert len(sums["left"] & sums["right"]) == 1
    assert len(sums["left"] | sums["right"]) == 3


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["total"], {}),
        (["male", "female"], {}),
        (["total", "male"], {"total": {"male", "female"}}),
        (["total", "male", "female"], {"total": {"male", "female"}}),
    ],
)
def test_all_are_men_and_women(names: list[str], expected: dict[str, set[str]]) -> None:
    assert parts(sex_sums(names)) == expected


def test_ages_are_years() -> None:
    sums = parts(age_sums(["15–64", "20-64", "65+", "total"]))
    (rest,) = sums["15–64"] - {"20-64"}
    assert rest.startswith("~")
    assert sums["total"] == {"20-64", "65+", rest}


def test_an_age_that_is_no_span_is_a_part_of_all() -> None:
    assert parts(age_sums(["nuoret", "vanhat", "total"])) == {"total": {"nuoret", "vanhat"}}


def test_a_year_is_its_months() -> None:
    sums = parts(period_sums(["2024", *(f"2024-{month:02}" for month in range(1, 12))]))
    assert sums == {"2024": {f"2024-{month:02}" for month in range(1, 13)}}
    assert period_sums(["2023", "2024"]) == []


def test_crossed_categories_have_all_their_marginals() -> None:
    names = ["total", "A: x", "B: 1", *(f"A: {a}; B: {b}" for a in "xy" for b in "12")]
    sums = category_sums(names)
    assert Sum("A: x", ("A: x; B: 1", "A: x; B: 2"), "B", open_ended=True) in sums
    assert Sum("B: 1", ("A: x; B: 1", "A: y; B: 1"), "A", open_ended=True) in sums
    assert {total.division: len(total.parts) for total in sums if total.whole == "total"} == {"A": 2, "B": 2}


def test_categories_of_different_divisions_are_no_parts_beside_each_other() -> None:
    assert parts(category_sums(["total", "A: x", "B: 1"])) == {"total": {"B: 1"}} | {"total": {"B: 1"}}
    assert [set(total.parts) for total in category_sums(["total", "A: x", "B: 1"])] == [{"A: x"}, {"B: 1"}]
