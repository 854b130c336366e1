"""From municipalities to the areas above them: sums, never averages, and a reason where there is no value."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from keko.intake.release.roll_up import roll_up
from tests.data.figures import KEUSOTE, areas_of, cell, counts, every_area, item, rows, shares

AREAS = every_area()
ABOVE = {"HVA02", "TA14", "MK01", "MAA"}
VALTIMO, NURMES = "KU911", "KU541"

# Population on 31 December 2023 of Hyvinkää, Järvenpää, Mäntsälä, Nurmijärvi, Pornainen and Tuusula, and that of the
# wellbeing services county of Central Uusimaa, each as delivered by Statistics Finland, table 11ra.
POPULATION = dict(zip(KEUSOTE, (46901, 46490, 20957, 44785, 4973, 41338), strict=True))
POPULATION_OF_HVA02 = 205_444


def rolled(frame: pd.DataFrame, kind: str = "count", **options: Any) -> pd.DataFrame:
    return roll_up(frame, item(kind=kind, **options), AREAS)


def test_the_population_of_keusote_is_that_of_its_six_municipalities() -> None:
    rolled_up = rolled(counts(POPULATION))
    for code in ("HVA02", "TA14"):
        county = cell(rolled_up, code)
        assert county["value"] == POPULATION_OF_HVA02
        assert (county["origin"], county["status"], county["members"], county["members_present"]) == (
            "rolled up",
            "final",
            6,
            6,
        )
        assert county["coverage"] == 1


def test_delivered_rows_are_all_kept_as_they_were() -> None:
    delivered = counts(POPULATION)
    rolled_up = rolled(delivered)
    assert areas_of(rolled_up) == {*KEUSOTE, *ABOVE}
    pd.testing.assert_frame_equal(rolled_up.head(6), delivered, check_dtype=False)


def test_the_country_with_six_of_its_municipalities_has_no_value() -> None:
    country = cell(rolled(counts(POPULATION)), "MAA")
    assert np.isnan(country["value"])
    assert (country["status"], country["reason"]) == ("missing at source", "members missing")
    assert (country["members"], country["members_present"]) == (308 + 1, 6)  # Pertunmaa existed in 2023
    assert country["coverage"] == pytest.approx(205_444 / 5_603_851)


def test_a_missing_member_is_told_with_its_share_of_the_population() -> None:
    delivered = counts(POPULATION)
    blank = delivered["area"] == "KU611"
    delivered = delivered.assign(
        value=delivered["value"].mask(blank), status=delivered["status"].mask(blank, "missing at source")
    )
    for frame in (delivered, delivered[delivered["area"] != "KU611"]):
        county = cell(rolled(frame), "HVA02")
        assert (county["reason"], county["members"], county["members_present"]) == ("members missing", 6, 5)
        assert county["coverage"] == pytest.approx(1 - 4973 / 205_444)
        assert county[["value", "numerator", "denominator", "lower", "upper"]].isna().all()


def test_a_hidden_member_is_told_as_hidden() -> None:
    delivered = counts(POPULATION)
    blank = delivered["area"] == "KU611"
    delivered = delivered.assign(value=delivered["value"].mask(blank), status=delivered["status"].mask(blank, "hidden"))
    county = cell(rolled(delivered), "HVA02")
    assert (county["status"], county["reason"], county["members_present"]) == ("missing at source", "members hidden", 5)


def test_what_the_source_delivers_wins() -> None:
    delivered = pd.concat([counts(POPULATION), counts({"HVA02": 205_000})], ignore_index=True)
    rolled_up = rolled(delivered)
    assert (cell(rolled_up, "HVA02")["value"], cell(rolled_up, "HVA02")["origin"]) == (205_000, "delivered")
    assert (cell(rolled_up, "TA14")["value"], cell(rolled_up, "TA14")["origin"]) == (205_444, "rolled up")


def test_a_delivered_blank_wins_too() -> None:
    delivered = pd.concat([counts(POPULATION), rows({"area": "HVA02", "status": "below quality"})], ignore_index=True)
    assert (cell(rolled(delivered), "HVA02")["status"], cell(rolled(delivered), "HVA02")["origin"]) == (
        "below quality",
        "delivered",
    )


def test_every_sex_and_period_is_rolled_up_by_itself() -> None:
    men, women = (counts(dict.fromkeys(KEUSOTE, n), sex=sex) for n, sex in ((1, "male"), (10, "female")))
    later = counts(dict.fromkeys(KEUSOTE, 100), sex="male", period="2024")
    rolled_up = rolled(pd.concat([men, women, later], ignore_index=True))
    sums = {(sex, period): cell(rolled_up, "HVA02", sex=sex, period=period)["value"] for sex, period in
            (("male", "2023"), ("female", "2023"), ("male", "2024"))}  # fmt: skip
    assert sums == {("male", "2023"): 6, ("female", "2023"): 60, ("male", "2024"): 600}


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["final", "preliminary"], "preliminary"),
        (["estimated", "final"], "estimated"),
        (["estimated", "preliminary"], "preliminary"),
        (["final", "final"], "final"),
    ],
)
def test_the_status_of_a_member_carries(statuses: list[str], expected: str) -> None:
    delivered = counts(POPULATION)
    delivered.loc[:1, "status"] = statuses
    assert cell(rolled(delivered), "HVA02")["status"] == expected


def test_rates_are_rolled_up_in_their_own_unit() -> None:
    delivered = shares(
        dict(zip(KEUSOTE, [(3, 1000), (5, 4000), (0, 500), (1, 1500), (2, 2000), (9, 1000)], strict=True))
    )
    rolled_up = cell(rolled(delivered, "rate", multiplier=100_000), "HVA02")
    assert (rolled_up["value"], rolled_up["numerator"], rolled_up["denominator"]) == (20 / 10_000 * 100_000, 20, 10_000)


def test_a_share_among_nobody_says_that_it_does_not_apply() -> None:
    nobody = rows(*({"area": code, "numerator": 0, "denominator": 0, "status": "not applicable"} for code in KEUSOTE))
    rolled_up = cell(rolled(nobody, "proportion"), "HVA02")
    assert np.isnan(rolled_up["value"])
    assert rolled_up["status"] == "not applicable"


def test_the_mean_and_spread_of_all_are_those_of_every_person_together() -> None:
    random = np.random.default_rng(7)
    persons = {
        code: random.normal(random.uniform(3, 9), random.uniform(0.5, 3), size=random.integers(2, 300))
        for code in KEUSOTE
    }
    delivered = rows(
        *(
            {"area": code, "value": x.mean(), "denominator": len(x), "deviation": x.std(ddof=1)}
            for code, x in persons.items()
        )
    )
    everyone = np.concatenate(list(persons.values()))
    county = cell(rolled(delivered, "mean"), "HVA02")
    assert county["value"] == pytest.approx(everyone.mean())
    assert county["deviation"] == pytest.approx(everyone.std(ddof=1))
    assert county["denominator"] == len(everyone)


def test_the_spread_of_all_is_unknown_where_that_of_one_is() -> None:
    delivered = rows(*({"area": code, "value": 7, "denominator": 50, "deviation": 2} for code in KEUSOTE))
    delivered.loc[0, "deviation"] = np.nan
    county = cell(rolled(delivered, "mean"), "HVA02")
    assert (county["value"], county["denominator"]) == (7, 300)
    assert np.isnan(county["deviation"])


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("median", "median"),
        ("change", "not additive"),
        ("ratio", "not additive"),
        ("index", "not additive"),
        ("score", "not additive"),
        ("other", "no denominators"),
    ],
)
def test_what_cannot_be_rolled_up_says_why(kind: str, reason: str) -> None:
    rolled_up = rolled(counts(dict.fromkeys(KEUSOTE, 5.0)), kind)
    for code in ABOVE:
        above = cell(rolled_up, code)
        assert (above["status"], above["reason"]) == ("missing at source", reason)
        assert above[["value", "coverage", "members_present"]].isna().all()


@pytest.mark.parametrize("kind", ["proportion", "rate", "mean"])
def test_without_denominators_there_is_no_roll_up(kind: str) -> None:
    assert cell(rolled(counts(dict.fromkeys(KEUSOTE, 5.0)), kind), "HVA02")["reason"] == "no denominators"


def test_figures_of_counties_alone_are_left_as_they_are() -> None:
    delivered = counts({"HVA02": 5, "HVA15": 6})
    pd.testing.assert_frame_equal(rolled(delivered), delivered)


def test_an_abolished_municipality_that_the_source_never_mentions_is_not_missing() -> None:
    north_karelia = sorted(AREAS.municipalities("HVA14") - {VALTIMO})
    county = cell(rolled(counts(dict.fromkeys(north_karelia, 1), period="2018")), "HVA14")
    assert (county["value"], county["status"], county["members"]) == (len(north_karelia), "final", len(north_karelia))


def test_an_abolished_municipality_that_the_source_mentions_counts_in_its_time() -> None:
    north_karelia = sorted(AREAS.municipalities("HVA14"))
    before = counts(dict.fromkeys(north_karelia, 1), period="2019")
    after = counts(dict.fromkeys(set(north_karelia) - {VALTIMO}, 1), period="2020")
    rolled_up = rolled(pd.concat([before, after], ignore_index=True))
    assert cell(rolled_up, "HVA14", period="2019")["value"] == len(north_karelia)
    assert cell(rolled_up, "HVA14", period="2020")["value"] == len(north_karelia) - 1
    gap = rolled(
        pd.concat([before[before["area"] != VALTIMO], after, counts({VALTIMO: 1}, period="2018")], ignore_index=True)
    )
    assert cell(gap, "HVA14", period="2019")["reason"] == "members missing"


def test_a_single_municipality_is_its_county() -> None:
    rolled_up = rolled(counts({"KU091": 674_500}))
    assert [cell(rolled_up, code)["value"] for code in ("HVA90", "TA08")] == [674_500, 674_500]


_parts = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(1, 10_000)).map(lambda two: (min(two), max(two))),
    min_size=6,
    max_size=6,
)


@settings(max_examples=30)
@given(_parts)
def test_a_share_is_the_sum_of_cases_in_the_sum_of_persons(parts: list[tuple[int, int]]) -> None:
    rolled_up = cell(rolled(shares(dict(zip(KEUSOTE, parts, strict=True))), "proportion"), "HVA02")
    cases, persons = (sum(part[n] for part in parts) for n in (0, 1))
    assert rolled_up["value"] == pytest.approx(100 * cases / persons)
    assert (rolled_up["numerator"], rolled_up["denominator"]) == (cases, persons)


@settings(max_examples=30)
@given(st.integers(1, 50), st.integers(2, 20), st.integers(1, 99), st.integers(1, 99))
def test_shares_of_areas_of_different_size_are_not_averaged(small: int, times: int, one: int, other: int) -> None:
    assume(one != other)
    parts = [(small * one, small * 100), *[(small * times * other, small * times * 100)] * 5]
    rolled_up = cell(rolled(shares(dict(zip(KEUSOTE, parts, strict=True))), "proportion"), "HVA02")
    assert rolled_up["value"] != pytest.approx((one + 5 * other) / 6)
