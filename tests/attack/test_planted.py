"""The attack finds planted leaks of every kind, and nothing in tables of the same shape that give nothing away."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.publishing import rollback
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from tests.attack.planted import (
    COUNTY,
    EMPLOYMENT_AREA,
    FOR_ITSELF,
    FOR_OTHERS,
    TARGET,
    Told,
    cells,
    found,
    of,
    release,
)
from tests.data.figures import ADMIN, KEUSOTE, item, protected

REST = KEUSOTE[1:]
SIZES = dict(zip(REST, (31, 47, 52, 66, 83), strict=True))
ALL = sum(SIZES.values())
CLIENTS, SHARE = protected("clients", "count"), protected("share")

Release = tuple[Indicator, pd.DataFrame, str]
Plant = tuple[dict[str, Any], list[Release]]  # the breach, and what is published
plants: list[Callable[[bool], Plant]] = []


def plant(make: Callable[[bool], Plant]) -> Callable[[bool], Plant]:
    """A table that gives its target away, or with `safe` does not."""
    plants.append(make)
    return make


def clients(
    told: dict[Any, Told], *names: str, item: Indicator = CLIENTS, by: str = "keusote", **shared: Any
) -> Release:
    return item, cells(told, *names, **shared), by


def second(safe: bool) -> dict[str, Told]:
    """The numbers of the other municipalities; with `safe` one of them is hidden too."""
    return {**SIZES, REST[0]: FOR_OTHERS if safe else SIZES[REST[0]]}


@plant
def a_single_sum(safe: bool) -> Plant:
    return {"area": TARGET, "least": 3, "most": 3}, [clients({TARGET: FOR_ITSELF, **second(safe), COUNTY: ALL + 3})]


@plant
def two_hidden_cells_with_too_little_room(safe: bool) -> Plant:
    told = {**SIZES, TARGET: FOR_ITSELF, REST[0]: FOR_ITSELF, COUNTY: ALL - SIZES[REST[0]] + (5 if safe else 4)}
    return {"area": TARGET, "least": 0, "most": 4}, [clients(told)]


@plant
def areas_of_the_same_municipalities(safe: bool) -> Plant:
    told: dict[Any, Told] = {COUNTY: FOR_ITSELF, EMPLOYMENT_AREA: FOR_ITSELF if safe else 4, "HVA15": 90}
    return {"area": COUNTY, "least": 4}, [clients(told)]


@plant
def a_municipality_that_is_not_listed(safe: bool) -> Plant:
    return {"area": TARGET, "least": 2, "most": 2}, [clients({**SIZES, COUNTY: ALL + (12 if safe else 2)})]


@plant
def nested_ages_of_which_the_difference_is_hidden(safe: bool) -> Plant:
    told: dict[Any, Told] = {
        (TARGET, "15-64"): 40, (TARGET, "20-64"): FOR_OTHERS if safe else 37, (TARGET, "15-19"): FOR_ITSELF,
        (REST[0], "15-64"): 500, (REST[0], "20-64"): 440, (REST[0], "15-19"): 60,
    }  # fmt: skip
    return {"area": TARGET, "age": "15-19", "least": 3}, [clients(told, "age")]


@plant
def nested_ages_of_which_the_difference_is_not_listed(safe: bool) -> Plant:
    told: dict[Any, Told] = {
        (TARGET, "15–64"): 40, (TARGET, "20–64"): 30 if safe else 37, (REST[0], "15–64"): 500, (REST[0], "20–64"): 440,
    }  # fmt: skip
    return {"area": TARGET, "age": "15-19", "most": 3}, [clients(told, "age")]


@plant
def ages_that_visible_figures_show_to_make_up_the_total(safe: bool) -> Plant:
    told: dict[Any, Told] = {
        (TARGET, "15-34"): FOR_ITSELF, (TARGET, "35-64"): FOR_OTHERS if safe else 40, (TARGET, "total"): 43,
        (REST[0], "15-34"): 60, (REST[0], "35-64"): 40, (REST[0], "total"): 100,
    }  # fmt: skip
    return {"area": TARGET, "age": "15-34", "least": 3, "most": 3}, [clients(told, "age")]


@plant
def categories_crossed_with_their_marginals(safe: bool) -> Plant:
    def place(education: str, language: str) -> tuple[str, str]:
        parts = [f"Koulutus: {education}" if education else "", f"Kieli: {language}" if language else ""]
        return TARGET, "; ".join(part for part in parts if part) or "total"

    counts = {("a", "x"): 3, ("a", "y"): 40, ("a", "z"): 25, ("b", "x"): 80, ("b", "y"): 30, ("b", "z"): 22}
    told: dict[Any, Told] = {place(*key): number for key, number in counts.items()}
    told |= {place(education, ""): sum(n for (e, _), n in counts.items() if e == education) for education in "ab"}
    told |= {place("", language): sum(n for (_, k), n in counts.items() if k == language) for language in "xyz"}
    told |= {place("", ""): sum(counts.values()), place("a", "x"): FOR_ITSELF}
    if safe:
        told |= dict.fromkeys([place("a", "y"), place("b", "x"), place("b", "y")], FOR_OTHERS)
    return {"category": "Koulutus: a; Kieli: x", "least": 3, "most": 3}, [clients(told, "breakdown")]


@plant
def a_category_and_what_is_left_of_all(safe: bool) -> Plant:
    told: dict[Any, Told] = {(TARGET, "total"): 50, (TARGET, "Kieli: suomi"): 40 if safe else 48}
    return {"area": TARGET, "least": 2, "most": 2}, [clients(told, "breakdown")]


@plant
def a_year_less_its_months(safe: bool) -> Plant:
    months = {
        f"2024-{month:02}": float(number) for month, number in enumerate((12, 9, 8, 15, 11, 10, 14, 13, 9, 8, 12), 2)
    }
    told: dict[Any, Told] = {(TARGET, month): number for month, number in months.items()}
    told |= {(TARGET, "2024-01"): FOR_ITSELF, (TARGET, "2024"): 124}
    if safe:
        told[TARGET, "2024-02"] = FOR_OTHERS
    return {"period": "2024-01", "least": 3, "most": 3}, [clients(told, "period")]


@plant
def a_sex_less_the_other(safe: bool) -> Plant:
    told: dict[Any, Told] = {(TARGET, "total"): 30, (TARGET, "male"): 20 if safe else 27}
    return {"area": TARGET, "sex": "female", "least": 3, "most": 3}, [clients(told, "sex")]


@plant
def a_count_and_a_share_of_one_population(safe: bool) -> Plant:
    count: dict[Any, Told] = {TARGET: FOR_ITSELF, **second(True), COUNTY: ALL + 3}
    share: dict[Any, Told] = {code: (n, 1000 + n, 100 * n / (1000 + n)) for code, n in SIZES.items()}
    share |= {TARGET: FOR_ITSELF, COUNTY: FOR_OTHERS}
    if safe:
        share[REST[0]] = FOR_OTHERS
    return {"indicator": "clients", "least": 3}, [clients(count), clients(share, item=SHARE)]


@plant
def a_hidden_count_whose_share_shows(safe: bool) -> Plant:
    count: dict[Any, Told] = {TARGET: FOR_ITSELF, **SIZES}
    share: dict[Any, Told] = {code: (n, 1000 + n, 100 * n / (1000 + n)) for code, n in SIZES.items()}
    share[TARGET] = FOR_ITSELF if safe else (None, 1000, 0.3)
    return {"indicator": "clients", "least": 3, "most": 3}, [clients(count), clients(share, item=SHARE)]


@plant
def two_measures_that_make_up_a_third(safe: bool) -> Plant:
    employed = {code: 10.0 * number + 7 for code, number in SIZES.items()}
    force: dict[Any, Told] = {code: employed[code] + number for code, number in SIZES.items()}
    force[TARGET] = FOR_OTHERS if safe else 50
    return {"indicator": "clients", "area": TARGET, "least": 3, "most": 3}, [
        clients({TARGET: FOR_ITSELF, **SIZES}),
        clients({TARGET: 47, **employed}, item=item("employed", "count")),
        clients(force, item=item("force", "count")),
    ]


@plant
def the_others_of_a_share(safe: bool) -> Plant:
    told: dict[Any, Told] = dict.fromkeys(REST, (60.0, 100.0, 60.0))
    told |= {TARGET: FOR_ITSELF, COUNTY: (397.0, 600.0, 66.166667)}
    if safe:
        told[REST[0]] = FOR_OTHERS
    return {"number": "others", "area": TARGET, "least": 3, "most": 3}, [clients(told, item=SHARE)]


@plant
def the_others_of_a_rate(safe: bool) -> Plant:
    told: dict[Any, Told] = dict.fromkeys(REST, (20.0, 5000.0, 4.0)) | {TARGET: (90.0 if safe else 98.0, 100.0)}
    return {"number": "others", "area": TARGET, "least": 2}, [clients(told, item=protected("rate", "rate"))]


@plant
def the_numerator_of_a_ratio(safe: bool) -> Plant:
    told: dict[Any, Told] = {code: (number, 900.0) for code, number in SIZES.items()}
    told |= {TARGET: FOR_ITSELF, COUNTY: FOR_OTHERS if safe else (ALL + 3.0, 5000.0)}
    return {"number": "numerator", "area": TARGET, "least": 3}, [clients(told, item=protected("ratio", "ratio"))]


@plant
def the_number_of_persons_of_a_mean(safe: bool) -> Plant:
    told: dict[Any, Told] = {code: (None, number, 6.0) for code, number in SIZES.items()}
    told |= {TARGET: FOR_ITSELF, COUNTY: FOR_OTHERS if safe else (None, ALL + 1.0, 6.1)}
    return {"number": "denominator", "area": TARGET, "least": 1}, [clients(told, item=protected("months", "mean"))]


@plant
def the_number_of_persons_of_a_median(safe: bool) -> Plant:
    told: dict[Any, Told] = {code: (None, number, 6.0) for code, number in SIZES.items()}
    told |= {TARGET: FOR_ITSELF, COUNTY: FOR_OTHERS if safe else (None, ALL + 4.0, 6.1)}
    return {"number": "denominator", "area": TARGET, "most": 4}, [clients(told, item=protected("delay", "median"))]


@plant
def a_rounded_share(safe: bool) -> Plant:
    told: dict[Any, Told] = {TARGET: (None, 5000.0, 1.1 if safe else 0.1), REST[0]: (None, 5000.0, 2.4)}
    return {"number": "numerator", "area": TARGET, "least": 3, "most": 7}, [clients(told, item=SHARE)]


@plant
def a_release_that_was_replaced(safe: bool) -> Plant:
    before: dict[Any, Told] = {**SIZES, TARGET: 30, COUNTY: ALL + 30}
    if safe:
        before = {TARGET: 30, COUNTY: ALL + 30}
    return {"area": TARGET, "least": 3, "most": 3}, [
        clients(before), clients({TARGET: FOR_ITSELF, **second(True), COUNTY: ALL + 3}),
    ]  # fmt: skip


@plant
def what_a_corrected_release_hid_as_well(safe: bool) -> Plant:
    before: dict[Any, Told] = {TARGET: FOR_ITSELF, **second(True), COUNTY: ALL + 3}
    now = {TARGET: FOR_ITSELF, **SIZES, REST[0]: FOR_OTHERS if safe else SIZES[REST[0]]}
    now |= {REST[1]: FOR_OTHERS, COUNTY: ALL + 3 + 9}
    return {"area": TARGET, "least": 3, "most": 3}, [clients(before), clients(now)]


@plant
def two_providers(safe: bool) -> Plant:
    own: dict[Any, Told] = {TARGET: FOR_ITSELF, COUNTY: ALL + 3, **{code: SIZES[code] for code in REST[1:]}}
    other: dict[Any, Told] = {REST[0]: FOR_OTHERS if safe else SIZES[REST[0]]}
    return {"area": TARGET, "least": 3}, [clients(own), clients(other, by="statfin")]


@plant
def a_small_number_that_shows(safe: bool) -> Plant:
    return {"area": TARGET, "least": 3, "most": 3}, [clients({TARGET: 5 if safe else 3, **SIZES})]


def publish_all(connection: sa.Connection, releases: list[Release]) -> None:
    for indicator, frame, provider in releases:
        store.add(connection, [indicator])
        release(connection, indicator.id, frame, provider)


@pytest.fixture(params=plants, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_a_planted_leak_is_found(planted: sa.Connection, make: Callable[[bool], Plant]) -> None:
    breach, releases = make(False)
    publish_all(planted, releases)
    breaches = found(planted)
    assert of(breaches, **breach), breaches


def test_nothing_is_found_where_nothing_leaks(planted: sa.Connection, make: Callable[[bool], Plant]) -> None:
    _, releases = make(True)
    publish_all(planted, releases)
    assert found(planted) == []


def test_a_withdrawn_release_is_not_forgotten(planted: sa.Connection) -> None:
    store.add(planted, [CLIENTS])
    own = {TARGET: FOR_ITSELF, COUNTY: ALL + 3, **{code: SIZES[code] for code in REST[1:]}}
    release(planted, "clients", cells(own))
    assert found(planted) == []
    release(planted, "clients", cells({REST[0]: SIZES[REST[0]]}), "statfin")
    assert of(found(planted), area=TARGET, least=3, most=3)
    rollback(planted, "clients", "statfin", ADMIN)
    (breach,) = found(planted)
    assert (breach.area, breach.least, breach.most) == (TARGET, 3, 3)
    assert "withdrawn" in breach.follows_from.en


def test_demo_figures_tell_nothing_of_real_ones(planted: sa.Connection) -> None:
    store.add(planted, [CLIENTS])
    release(planted, "clients", cells({TARGET: FOR_ITSELF, **second(True), COUNTY: ALL + 3}))
    release(planted, "clients", cells({REST[0]: SIZES[REST[0]]}), "demo", is_demo=True)
    assert found(planted) == []


def test_open_data_are_their_publishers_business(planted: sa.Connection) -> None:
    store.add(planted, [item("open", "count")])
    release(planted, "open", cells({TARGET: 2, **SIZES, COUNTY: ALL + 2}))
    assert found(planted) == []
