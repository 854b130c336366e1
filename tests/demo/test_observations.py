"""The demo figures: the same every time, believable, and adding up."""

import numpy as np
import pandas as pd
import pytest
import yaml

from keko.config import ASSETS
from keko.data.periods import is_period
from keko.data.schema import STATUSES
from keko.demo.observations import demo_observations
from keko.indicators.catalogue import Indicator
from tests.data.figures import every_area
from tests.demo.drawn import CATALOGUE, figures

SUMMED = {"proportion", "rate", "count", "mean"}
EVERY = pytest.mark.parametrize("item", CATALOGUE.values(), ids=lambda item: item.id)
KEY = ["area", "period", "sex", "age", "breakdown"]

# Indicator, year, the range its national figure should be in.
NATIONAL = [
    ("employment-rate-20-64", "2010", 67, 70),
    ("employment-rate-20-64", "2020", 71, 73.5),
    ("employment-rate-20-64", "2022", 74.5, 77),
    ("employment-rate-18-64", "2020", 69, 71),
    ("unemployment-rate-18-74", "2020", 12.5, 14.5),
    ("unemployment-rate-18-64", "2020", 12.5, 14.5),
    ("structural-unemployment-share", "2020", 5, 6.5),
    ("disability-pension-share", "2010", 7, 8.5),
    ("disability-pension-share", "2025", 4.5, 6),
    ("neet-17-24", "2020", 7, 9),
    ("working-age-share-15-64", "2021", 60.5, 62.5),
    ("tertiary-share", "2020", 32, 34),
    ("long-sickness-absence-rate", "2020", 24, 32),
    ("foreign-background-share-20-64", "2024", 10, 14),
    ("disability-benefit-share-20-64", "2024", 1.5, 3),
    ("reduced-work-ability-20-64", "2024", 25, 31),
    ("population", "2021", 5_450_000, 5_650_000),
    ("unemployed-job-seekers", "2019-05", 200_000, 300_000),
    ("unemployed-job-seekers", "2020-05", 380_000, 520_000),
    ("long-term-unemployed", "2025-05", 90_000, 160_000),
]


def by_sex(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    table = frame.pivot(index=["area", "period", "age", "breakdown"], columns="sex", values=column)
    return table.dropna()


@EVERY
def test_the_table_is_whole(item: Indicator) -> None:
    frame = figures(item.id)
    assert list(frame.columns) == [
        *("area", "period", "sex", "age", "breakdown", "value", "lower", "upper", "numerator", "denominator"),
        *("deviation", "status", "reason"),
    ]
    assert not frame.empty
    assert not frame.duplicated(KEY).any()
    assert frame[[*KEY, "status"]].notna().all().all()
    assert set(frame["status"]) <= set(STATUSES)
    assert all(is_period(period) for period in frame["period"].unique())
    assert set(frame["area"]) <= set(every_area().by_code)


@EVERY
def test_a_blank_has_a_status_and_a_reason(item: Indicator) -> None:
    frame = figures(item.id)
    nobody = frame["denominator"].eq(0)
    assert (frame.loc[nobody, "status"] == "not applicable").all()
    frame = frame[~nobody]
    blank = frame["value"].isna()
    assert (frame.loc[blank, "status"] == "missing at source").all()
    assert (frame.loc[blank, "reason"] == "not published").all()
    assert frame.loc[~blank, "reason"].isna().all()
    assert blank.mean() < 0.01


@EVERY
def test_only_what_does_not_roll_up_has_areas_above_municipalities(item: Indicator) -> None:
    levels = {every_area()[code].level for code in figures(item.id)["area"].unique()}
    every = {"MAA", "HVA", "TA", "MK", "KU"}
    by_class = {id_: CATALOGUE[id_].wait for id_ in CATALOGUE if CATALOGUE[id_].wait}
    wait = next((id_ for id_, own in by_class.items() if own and item.id in {id_, own.classes}), None)
    if wait is None:
        assert levels == ({"KU"} if item.kind in SUMMED else every)
        return
    counted = {"MAA", "TA" if wait == "delay-first-interview" else "HVA"}  # by whoever gives the service
    assert levels == (counted if item.kind == "count" else every - counted)


@EVERY
def test_no_value_after_a_municipality_has_ended(item: Indicator) -> None:
    pairs = figures(item.id)[["area", "period"]].drop_duplicates()
    ended = pairs[pairs["area"].isin([area.code for area in every_area().of_level("KU") if area.valid_to])]
    assert all(every_area()[area].existed(period) for area, period in ended.itertuples(index=False))
    assert not ((pairs["area"] == "KU588") & (pairs["period"] >= "2025")).any()


@EVERY
def test_men_and_women_make_all(item: Indicator) -> None:
    frame = figures(item.id)
    sexes = set(frame["sex"])
    assert sexes in ({"total"}, {"total", "male", "female"})
    if sexes == {"total"} or item.kind not in SUMMED:
        return
    added = {"count": ["value"], "mean": ["denominator"]}.get(item.kind, ["numerator", "denominator"])
    for column in added:
        table = by_sex(frame, column)
        assert (table["total"] == table["male"] + table["female"]).all()


@EVERY
def test_values_follow_from_their_parts(item: Indicator) -> None:
    frame = figures(item.id).dropna(subset="value")
    assert (frame["value"] >= 0).all()
    if item.kind in {"proportion", "rate"}:
        expected = frame["numerator"] / frame["denominator"] * item.multiplier
        np.testing.assert_allclose(frame["value"], expected, rtol=1e-12)
        assert (frame["denominator"] > 0).all()
        assert (frame["numerator"] % 1 == 0).all()
    if item.kind == "proportion":
        assert frame["value"].between(0, 100).all()
    if item.kind == "count":
        assert (frame["value"] % 1 == 0).all()
    if item.kind == "mean":
        assert (frame["deviation"] > 0).all()
        assert (frame["denominator"] >= 2).all()


@pytest.mark.parametrize("item", [own for own in CATALOGUE.values() if own.wait], ids=lambda item: item.id)
def test_persons_by_waiting_time_are_everyone_and_rarely_few(item: Indicator) -> None:
    assert item.wait is not None
    frame = figures(item.wait.classes)
    table = frame.pivot(index=["area", "period", "sex"], columns="breakdown", values="value")
    classes = [category.id for category in CATALOGUE[item.wait.classes].categories]
    assert set(table.columns) == {"total", *classes}
    assert (table[classes].sum(axis=1) == table["total"]).all()
    assert frame["value"].between(1, 4).mean() < 0.02
    country = table.loc["MAA"]["total"]
    assert (country == table.drop(index="MAA", level=0)["total"].groupby(level=["period", "sex"]).sum()).all()


def test_the_mean_of_all_is_that_of_men_and_women_together() -> None:
    frame = figures("work-ability-score")
    value, n = by_sex(frame, "value"), by_sex(frame, "denominator")
    together = (value["male"] * n["male"] + value["female"] * n["female"]) / n["total"]
    np.testing.assert_allclose(value["total"], together)
    assert value["total"].between(0, 10).all()


@pytest.mark.parametrize(
    "indicator",
    [
        "employment-rate-20-64",
        "unemployed-job-seekers",
        "work-ability-score",
        "delay-first-interview",
        "working-age-by-age",
        "education-20-64",
        "employment-by-group-20-64",
    ],
)
def test_the_same_every_time(indicator: str) -> None:
    again = demo_observations(CATALOGUE[indicator], every_area())
    pd.testing.assert_frame_equal(again, figures(indicator))


@pytest.mark.parametrize(("indicator", "period", "low", "high"), NATIONAL)
def test_the_national_level_is_believable(indicator: str, period: str, low: float, high: float) -> None:
    frame = figures(indicator)
    frame = frame[(frame["period"] == period) & (frame["sex"] == "total")]
    item = CATALOGUE[indicator]
    numerator, denominator = frame["numerator"].sum(), frame["denominator"].sum()
    value = frame["value"].sum() if item.kind == "count" else numerator / denominator * item.multiplier
    assert low <= value <= high


def test_a_count_is_the_numerator_of_its_share() -> None:
    for count, share in [
        ("structurally-unemployed", "structural-unemployment-share"),
        ("disability-pensioners", "disability-pension-share"),
        ("long-sickness-absences", "long-sickness-absence-rate"),
    ]:
        merged = figures(count).merge(figures(share), on=KEY, suffixes=("", "_share"))
        assert len(merged) == len(figures(count))
        assert (merged["value"] == merged["numerator_share"]).all()


def test_a_part_is_not_larger_than_the_whole() -> None:
    part, whole = figures("long-term-unemployed"), figures("unemployed-job-seekers")
    merged = part.merge(whole, on=KEY, suffixes=("", "_whole"))
    assert (merged["value"] <= merged["value_whole"]).all()


def test_monthly_figures_have_their_season() -> None:
    frame = figures("unemployed-job-seekers").query("sex == 'total'")
    national = frame.groupby("period")["value"].sum()
    for year in (2017, 2018, 2019, 2022, 2023):
        assert national[f"{year}-07"] > national[f"{year}-05"] * 1.05


def test_counties_differ_for_good() -> None:
    frame = figures("employment-rate-20-64").query("sex == 'total'")

    def rate(county: str, period: str) -> float:
        rows = frame[frame["area"].isin(every_area().municipalities(county)) & (frame["period"] == period)]
        return float(rows["numerator"].sum() / rows["denominator"].sum() * 100)

    for period in ("2012", "2018", "2024"):
        assert rate("HVA17", period) > rate("HVA14", period) + 2


def test_chance_variation_is_that_of_the_intervals() -> None:
    frame = figures("disability-pension-share").query("sex == 'total' and period in ('2017', '2018')")
    table = frame.pivot(index="area", columns="period", values=["numerator", "denominator"]).dropna()
    n = table["denominator"]
    share = table["numerator"] / n
    error = np.sqrt(share["2017"] * (1 - share["2017"]) * (1 / n["2017"] + 1 / n["2018"]))
    change = (share["2018"] - share["2017"])[n["2018"] > 1000] / error[n["2018"] > 1000]
    assert 0.8 < change.std() < 1.3


def test_an_indicator_without_parameters_has_the_defaults_of_its_kind() -> None:
    stranger = CATALOGUE["neet-17-24"].model_copy(update={"id": "not-in-the-parameters"})
    frame = demo_observations(stranger, every_area(), 2022, 2023)
    assert set(frame["period"]) == {"2022", "2023"}
    assert frame["value"].between(0, 100).all()


def test_the_parameters_name_only_indicators_of_the_catalogue() -> None:
    named = yaml.safe_load((ASSETS / "demo.yaml").read_text(encoding="utf-8"))["indicators"]
    assert set(named) == set(CATALOGUE)


def test_the_demo_stays_small() -> None:
    assert sum(len(figures(indicator)) for indicator in CATALOGUE) < 830_000


def test_ages_and_sexes_make_all_of_working_age() -> None:
    frame = figures("working-age-by-age")
    by_age = frame.pivot(index=["area", "period", "sex"], columns="age", values="value")
    assert list(by_age.columns) == [f"{first}-{first + 4}" for first in range(15, 65, 5)] + ["total"]
    assert (by_age.drop(columns="total").sum(axis=1) == by_age["total"]).all()
    share = figures("working-age-share-15-64").merge(frame[frame["age"] == "total"], on=["area", "period", "sex"])
    assert (share["numerator_x"] == share["value_y"]).mean() > 0.999


@pytest.mark.parametrize("indicator", ["education-20-64", "main-activity-20-64"])
def test_the_shares_of_a_composition_make_a_hundred(indicator: str) -> None:
    frame = figures(indicator)
    assert set(frame["breakdown"]) == set(CATALOGUE[indicator].category_names)
    together = frame.groupby(["area", "period", "sex"]).agg(value=("value", "sum"), counted=("numerator", "sum"))
    np.testing.assert_allclose(together["value"], 100)
    among = frame.groupby(["area", "period", "sex"])["denominator"].first()
    assert (together["counted"] == among).all()


def test_the_employed_are_those_of_the_employment_rate() -> None:
    activity, rate = figures("main-activity-20-64"), figures("employment-rate-20-64")
    employed = activity[activity["breakdown"] == "employed"].merge(rate, on=["area", "period", "sex"])
    assert (employed["numerator_x"] == employed["numerator_y"]).all()


def test_the_groups_of_every_division_make_all_and_so_do_those_in_work() -> None:
    frame = figures("employment-by-group-20-64")
    key = ["area", "period", "sex"]
    assert set(frame["breakdown"]) == {"total", *CATALOGUE["employment-by-group-20-64"].category_names}
    division = frame["breakdown"].str.partition(": ")[0]
    total = frame[division == "total"].set_index(key)[["numerator", "denominator"]].sort_index()
    rate = figures("employment-rate-20-64").set_index(key).loc[total.index]
    assert (total["numerator"] == rate["numerator"]).all()
    for name in set(division) - {"total"}:
        parts = frame[division == name].groupby(key)[["numerator", "denominator"]].sum()
        pd.testing.assert_frame_equal(parts.sort_index(), total)


def test_groups_differ_in_work_as_they_do() -> None:
    frame = figures("employment-by-group-20-64").query("period == '2024' and sex == 'total'")
    sums = frame.groupby("breakdown")[["numerator", "denominator"]].sum()
    rate = sums["numerator"] / sums["denominator"]
    assert rate["disability: yes"] < rate["refugee: yes"] < rate["total"] < rate["education: tertiary"]
