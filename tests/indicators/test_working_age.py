"""The working-age population as a reader asks for it: which figures the catalogue names, and how they are told."""

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.catalogue import Category, Indicator, MemberColumn, WorkingAge
from keko.indicators.working_age import (
    Figure,
    Portrait,
    changed_shares,
    contents,
    everybody_in_work,
    figure_standings,
    groups_in_work,
    in_work,
    least_in_work,
    portrait,
)
from tests.data.figures import item, prepare, rows, shares
from tests.data.figures import published as publish

YOUNG, OLD = (Category(id=id_, names=Text.same(id_)) for id_ in ("young", "old"))


def column(order: int) -> MemberColumn:
    return MemberColumn(order=order, heading=Text.same("-"))


PLACES = {
    "employed": WorkingAge(role="in work", column=column(2)),
    "ill": WorkingAge(topic="health", order=2),
    "able": WorkingAge(topic="health", order=1, column=column(1)),
    "activity": WorkingAge(topic="activity", order=1, categories=("old", "young")),
    "by-group": WorkingAge(role="in work by group", categories=("young", "old")),
    "elsewhere": None,
}
CATALOGUE = {
    id_: item(id_, categories=(YOUNG, OLD), composition=id_ == "activity", working_age=place)
    for id_, place in PLACES.items()
}


@pytest.fixture
def seeded(engine: sa.Engine, areas: Areas) -> sa.Engine:
    with writing(engine) as connection:
        prepare(connection, *CATALOGUE.values())
        ensure_provider(connection, "keusote")
    return engine


def published(engine: sa.Engine, table: pd.DataFrame, indicator: str) -> None:
    with writing(engine) as connection:
        publish(connection, indicator, "keusote", table)


def read(engine: sa.Engine, areas: Areas, catalogue: dict[str, Indicator] = CATALOGUE) -> Portrait:
    with engine.connect() as connection:
        return portrait(connection, catalogue, areas, "KU186", "HVA15", "total", None)


def test_the_catalogue_decides_what_the_page_is_about() -> None:
    found = contents(CATALOGUE)
    assert found.topics == {
        "activity": (Figure("activity", "old"), Figure("activity", "young")),
        "health": (Figure("able"), Figure("ill")),
    }
    assert found.in_work == Figure("employed")
    assert found.everybody == Figure("by-group")
    assert found.groups == (Figure("by-group", "young"), Figure("by-group", "old"))
    assert found.columns == (Figure("able"), Figure("employed"))
    assert found.by_age is None
    assert "elsewhere" not in {figure.indicator for figure in (*found.of_area, *found.columns)}


def test_a_catalogue_that_names_nothing_has_an_empty_page(seeded: sa.Engine, areas: Areas) -> None:
    found = read(seeded, areas, {"elsewhere": CATALOGUE["elsewhere"]})
    assert found.standings == {}
    assert in_work(found) is everybody_in_work(found) is least_in_work(found) is None
    assert groups_in_work(found) == []


def test_an_indicator_swapped_in_the_catalogue_is_the_pages_without_code(seeded: sa.Engine, areas: Areas) -> None:
    published(seeded, shares({"KU186": (70, 100)}), "employed")
    published(seeded, shares({"KU186": (60, 100)}), "elsewhere")
    before = read(seeded, areas)
    swapped = [
        CATALOGUE["employed"].model_copy(update={"working_age": None}),
        CATALOGUE["elsewhere"].model_copy(update={"working_age": CATALOGUE["employed"].working_age}),
    ]
    with writing(seeded) as connection:
        store.seed(connection, list((CATALOGUE | {indicator.id: indicator for indicator in swapped}).values()))
    with seeded.connect() as connection:
        after = read(seeded, areas, store.load(connection))
    assert [rate.own for found in (before, after) if (rate := in_work(found))] == [70, 60]
    assert Figure("elsewhere") in after.contents.columns


def test_an_indicator_that_left_the_catalogue_leaves_the_page(seeded: sa.Engine) -> None:
    place = WorkingAge(role="in work")
    with writing(seeded) as connection:
        store.seed(connection, [item("first", working_age=place, headline=1)])
        store.seed(connection, [item("second", working_age=place)])
    with seeded.connect() as connection:
        known = store.load(connection)
    assert known["second"].working_age == place
    assert (known["first"].working_age, known["first"].headline) == (None, None)


def test_a_place_on_the_page_survives_the_database(seeded: sa.Engine) -> None:
    with seeded.connect() as connection:
        assert store.load(connection) == CATALOGUE


def test_each_category_is_a_figure_of_its_own(seeded: sa.Engine, areas: Areas) -> None:
    parts = [
        shares({"KU106": (20, 100), "KU186": (300, 900), "HVA15": (30, 100)}, breakdown="young"),
        shares({"KU106": (50, 100), "KU186": (400, 900), "HVA15": (40, 100)}, breakdown="old"),
    ]
    published(seeded, pd.concat(parts), "activity")
    wanted = [Figure("activity", "young"), Figure("activity", "old")]
    with seeded.connect() as connection:
        found = figure_standings(connection, wanted, CATALOGUE, areas, "KU186", "HVA15", "total", None)
    values = [standing.own.latest.value for standing in found.values() if standing.own.latest]
    assert values == pytest.approx([100 / 3, 400 / 9])


def test_the_share_in_work_is_told_at_the_period_of_the_comparison(seeded: sa.Engine, areas: Areas) -> None:
    older = shares({"KU186": (700, 1000), "HVA15": (600, 1000)}, period="2022")
    published(seeded, pd.concat([older, shares({"KU186": (710, 1000)}, period="2023")]), "employed")
    found = in_work(read(seeded, areas))
    assert found == ("2022", 70, 60, "better", 700)


def test_groups_stand_beside_everybody_of_the_area(seeded: sa.Engine, areas: Areas) -> None:
    parts = [
        shares({"KU186": (70, 100), "HVA15": (60, 100)}),
        shares({"KU186": (40, 100), "HVA15": (50, 100)}, breakdown="old"),
    ]
    published(seeded, pd.concat(parts), "by-group")
    found = read(seeded, areas)
    everybody = everybody_in_work(found)
    assert everybody
    assert everybody.value == 70
    young, old = groups_in_work(found)
    assert (young.own, young.difference) == (None, None)
    assert old.difference == pytest.approx(-30)
    assert old.benchmark
    assert old.benchmark.value == 50
    least = least_in_work(found)
    assert least is not None
    assert (least[0], least[1].value) == (Figure("by-group", "old"), 40)


def test_shares_that_clearly_change_are_told_by_direction(seeded: sa.Engine, areas: Areas) -> None:
    for indicator, step in (("ill", 2.0), ("able", -2.0)):
        values = {str(2019 + year): 50 + step * year for year in range(5)}
        cells = [
            {"area": "KU186", "period": period, "value": value, "lower": value - 0.5, "upper": value + 0.5}
            for period, value in values.items()
        ]
        published(seeded, rows(*cells), indicator)
    changed = changed_shares(read(seeded, areas))
    assert changed == {"risen": [(Figure("ill"), 8.0)], "fallen": [(Figure("able"), -8.0)]}
