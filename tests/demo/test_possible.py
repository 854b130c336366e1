"""Demo figures that can be: nobody is shown alone, parts are within their wholes, targets are within reach."""

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from keko.demo.agreed import demo_targets
from keko.demo.definitions import definitions
from keko.demo.few import with_few_in_the_largest, without_few, without_few_among
from keko.demo.plan import plan_of
from keko.demo.segments import demo_model
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.room.targets import Target
from tests.data.figures import every_area
from tests.demo.drawn import CATALOGUE, figures, of_every_level

KEY = ["area", "period", "sex"]
PERSONS = {"henkilöä"}
OPEN = [item for item in CATALOGUE.values() if item.disclosure.because == "protected by its publisher"]
ABOVE = ("MAA", "HVA", "TA", "MK")

# One indicator, and another whose persons it is among.
PARTS = [
    ("long-term-unemployed", "unemployed-job-seekers"),
    ("youth-unemployed", "unemployed-job-seekers"),
    ("hired-target-group", "hired-persons"),
    ("working-age-share-20-64", "working-age-share-15-64"),
    ("working-age-share-15-64", "population"),
    ("structurally-unemployed", "working-age-share-15-64"),
    ("refugee-background-share-20-64", "foreign-background-share-20-64"),
    ("foreign-citizens-share", "population"),
    ("foreign-language-share-20-64", "working-age-share-20-64"),
    ("swedish-speaking-share-20-64", "working-age-share-20-64"),
    ("pensioners-share", "population"),
    ("tertiary-share", "upper-secondary-share"),
    ("employment-rate-20-64", "employment-rate-18-64"),
    ("employment-rate-18-64", "employed-residents"),
    ("employed-residents", "population"),
    ("partial-work-ability-employed", "employed-residents"),
    ("unemployment-rate-18-64", "unemployment-rate-18-74"),
    ("disability-pensioners", "population"),
    ("long-sickness-absences", "sickness-allowance-recipients"),
]


def few(numbers: pd.Series) -> int:
    return int(numbers.between(1, 4).sum())


def persons(indicator: str) -> pd.Series:
    rows = figures(indicator).query("age == 'total' and breakdown == 'total'").set_index(KEY)
    return rows["value" if CATALOGUE[indicator].kind == "count" else "numerator"].dropna()


@pytest.mark.parametrize("item", OPEN, ids=lambda item: item.id)
def test_no_figure_of_an_open_source_tells_of_one_to_four_persons(item: Indicator) -> None:
    frame = figures(item.id)
    if item.kind == "count" and item.unit in PERSONS:
        assert few(frame["value"]) == 0
    for numbers in (frame["numerator"], frame["denominator"], frame["denominator"] - frame["numerator"]):
        assert few(numbers) == 0


def test_what_a_source_may_have_protected_is_all_that_is_not_protected_here() -> None:
    apart = [item for item in CATALOGUE.values() if item.disclosure.because == "not about persons"]
    assert not [item.id for item in apart if item.unit in PERSONS]
    assert {item.availability for item in OPEN} == {"open"}


def test_whoever_is_counted_nowhere_follows_from_no_difference() -> None:
    ages = persons("working-age-share-15-64") - persons("working-age-share-20-64")
    assert few(ages) == 0
    assert few(persons("unemployed-job-seekers") - persons("long-term-unemployed")) == 0


def test_few_become_none_or_five_and_so_do_the_rest() -> None:
    counted = np.array([0.0, 1, 2, 3, 4, 5, 8, 3, 2, 12])
    among = np.array([20.0, 20, 20, 20, 20, 20, 9, 6, 6, 12])
    np.testing.assert_array_equal(without_few(counted), [0, 0, 0, 5, 5, 5, 8, 5, 0, 12])
    np.testing.assert_array_equal(without_few_among(counted, among), [0, 0, 0, 5, 5, 5, 9, 6, 0, 12])
    parts = np.array([[3.0, 12, 4], [2, 2, 1], [6, 7, 5], [0, 0, 0]])
    np.testing.assert_array_equal(with_few_in_the_largest(parts), [[0, 19, 0], [5, 0, 0], [6, 7, 5], [0, 0, 0]])


@pytest.mark.parametrize(("part", "whole"), PARTS, ids=lambda id_: id_)
def test_a_part_is_within_its_whole(part: str, whole: str) -> None:
    both = pd.concat([persons(part), persons(whole)], axis=1, keys=["part", "whole"]).dropna()
    assert len(both) > 1000
    assert (both["part"] <= both["whole"]).all()


def test_the_long_term_unemployed_of_a_county_are_among_its_structurally_unemployed() -> None:
    monthly = of_every_level("long-term-unemployed").assign(period=lambda rows: rows["period"].str[:4])
    yearly = monthly[monthly["area"].str.startswith(ABOVE)].groupby(KEY)["value"].mean()
    structural = of_every_level("structurally-unemployed").set_index(KEY)["value"].reindex(yearly.index)
    assert structural.notna().all()
    assert (yearly <= structural).all()


@pytest.mark.parametrize(
    "item",
    [item for item in CATALOGUE.values() if item.kind == "count" and not item.composition],
    ids=lambda item: item.id,
)
def test_a_county_is_the_sum_of_its_municipalities(item: Indicator) -> None:
    frame = of_every_level(item.id).query("sex == 'total' and age == 'total' and breakdown == 'total'")
    county = frame[frame["area"] == "HVA05"].set_index("period")["value"].dropna()
    members = frame[frame["area"].isin(every_area().municipalities("HVA05"))].groupby("period")["value"].sum()
    assert len(county)
    assert (county == members.reindex(county.index)).all()


@pytest.mark.parametrize(
    "item",
    [item for item in CATALOGUE.values() if item.kind != "count" and plan_of(item.id, item.kind).sexes],
    ids=lambda item: item.id,
)
def test_everybody_lies_between_men_and_women(item: Indicator) -> None:
    frame = figures(item.id)
    table = frame.pivot(index=["area", "period", "age", "breakdown"], columns="sex", values="value").dropna()
    assert len(table) > 100
    rounding = 0.5 * 10**-item.decimals
    assert (table["total"] >= table[["male", "female"]].min(axis=1) - rounding).all()
    assert (table["total"] <= table[["male", "female"]].max(axis=1) + rounding).all()


@pytest.mark.parametrize("target", demo_targets(), ids=lambda target: f"{target.indicator} {target.area}")
def test_a_target_is_ahead_and_within_what_three_good_years_have_brought(target: Target) -> None:
    item = CATALOGUE[target.indicator]
    frame = of_every_level(item.id).query("sex == 'total' and area == @target.area").sort_values("period")
    better = 1 if item.polarity == "higher" else -1
    values = better * frame["value"].dropna().to_numpy(float)
    a_year = 12 if item.frequency == "month" else 1
    gained = max((values[ago:] - values[:-ago]).max() for ago in range(a_year, 3 * a_year + 1) if ago < len(values))
    missing = better * target.value - values[-1]
    assert 0 < missing <= gained


@pytest.mark.parametrize("id_", ["esimerkki-11", "esimerkki-5"])
def test_the_percentiles_of_months_can_hold_their_mean(id_: str) -> None:
    months = demo_model(id_, every_area())[1].participation
    mean, p10, p90 = (months[name] for name in ("mean", "p10", "p90"))
    rounding = 0.06
    assert ((p10 <= mean + rounding) & (mean - rounding <= p90)).all()
    assert (mean <= 0.1 * p10 + 0.8 * p90 + 0.1 * 12 + rounding).all()
    assert (mean >= 0.8 * p10 + 0.1 * p90 - rounding).all()


def test_every_definition_counts_as_many_as_its_indicator_does() -> None:
    overlaps = demo_model("esimerkki-maaritelmat", every_area())[1].overlaps
    for item in definitions():
        is_in = overlaps["factors"].str.split("+").map(lambda codes, id_=item.id: id_ in codes)
        counted = overlaps[is_in].groupby(["area", "period"])["persons"].sum()
        own = of_every_level(item.id).query("sex == 'total'")
        if item.frequency == "month":
            own = own[own["period"].str.endswith("-12")].assign(period=lambda rows: rows["period"].str[:4])
        expected = own.set_index(["area", "period"])["value"].reindex(counted.index).dropna()
        assert len(expected) > 0.9 * len(counted)
        assert (counted.reindex(expected.index) == expected).all()


def test_the_published_demo_shows_nobody_alone(demo_url: str) -> None:
    engine = sa.create_engine(demo_url)
    query = sa.text(
        "SELECT o.indicator, o.value, o.numerator, o.denominator, o.q1, o.q3 FROM observation o "
        "JOIN current c ON c.release = o.release WHERE o.value IS NOT NULL OR o.denominator IS NOT NULL"
    )
    with engine.connect() as connection:
        frame = pd.read_sql(query, connection)
        catalogue = store.load(connection)
    frame["kind"] = frame["indicator"].map({id_: item.kind for id_, item in catalogue.items()})
    frame["unit"] = frame["indicator"].map({id_: item.unit for id_, item in catalogue.items()})
    apart = {id_ for id_, item in catalogue.items() if item.disclosure.because == "not about persons"}
    about = frame[~frame["indicator"].isin(apart)]
    assert few(about.loc[(about["kind"] == "count") & about["unit"].isin(PERSONS), "value"]) == 0
    for numbers in (about["numerator"], about["denominator"], about["denominator"] - about["numerator"]):
        assert few(numbers) == 0
    quartiles = about.dropna(subset=["q1", "q3"])
    assert len(quartiles)
    assert (quartiles["q1"] <= quartiles["value"]).all()
    assert (quartiles["value"] <= quartiles["q3"]).all()
