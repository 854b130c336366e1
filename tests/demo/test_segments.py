"""The demo models: invented for everybody to see, the same every time, adding up, and protected."""

from functools import cache

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.people import at_this_machine
from keko.demo.segments import demo_model, demo_models
from keko.indicators.catalogue import read_catalogue
from keko.installation import fill_with_demo
from keko.segments.decomposition import decompose
from keko.segments.models import SegmentModel
from keko.segments.store import published_models
from keko.segments.tables import Tables
from tests.data.figures import every_area


@cache
def models_with_tables() -> dict[str, tuple[SegmentModel, Tables]]:
    return {id_: demo_model(id_, every_area()) for id_ in demo_models()}


EVERY = pytest.mark.parametrize("id_", ["esimerkki-11", "esimerkki-5"])


def test_two_models_of_eleven_and_five_groups_and_a_family_of_definitions() -> None:
    assert [len(model.segments) for model, _ in models_with_tables().values()] == [11, 5, 0]
    for model, _ in models_with_tables().values():
        for group in model.segments:
            assert group.names == (
                f"Esimerkkiryhmä {group.code}",
                f"Exempelgrupp {group.code}",
                f"Example group {group.code}",
            )
    model, _ = models_with_tables()["esimerkki-maaritelmat"]
    family = {item.id for item in read_catalogue() if item.family == "difficult-to-employ"}
    assert set(model.factor_codes) <= family


def test_they_are_the_same_every_time() -> None:
    for id_, (_, tables) in models_with_tables().items():
        again = demo_model(id_, every_area())[1]
        for (_, table), (_, other) in zip(tables.items(), again.items(), strict=True):
            pd.testing.assert_frame_equal(table, other)


@EVERY
def test_every_county_employment_area_and_municipality_has_sizes(id_: str) -> None:
    sizes = models_with_tables()[id_][1].sizes
    areas = every_area()
    for level in ("MAA", "HVA", "TA", "KU"):
        there = {area.code for area in areas.of_level(level) if area.existed("2023") and area.population}
        assert there <= set(sizes["area"])
    assert set(sizes["period"]) == {"2020", "2021", "2022", "2023"}


@EVERY
def test_sizes_add_up_and_moves_lead_to_the_next_years_sizes(id_: str) -> None:
    tables = models_with_tables()[id_][1]
    whole = tables.sizes[(tables.sizes["sex"] == "total") & (tables.sizes["age"] == "total")]
    by_level = whole.groupby([whole["area"].str.rstrip("0123456789"), "period", "segment"])["persons"].sum().unstack(0)
    assert (by_level["KU"] == by_level["MAA"]).all()
    assert (by_level["HVA"] == by_level["MAA"]).all()
    sexes = tables.sizes[tables.sizes["area"] == "HVA02"].pivot_table(
        index=["period", "segment", "age"], columns="sex", values="persons"
    )
    assert (sexes["total"] == sexes["male"] + sexes["female"]).all()
    came = tables.flows[tables.flows["period"] == "2021"].groupby(["area", "target"])["persons"].sum()
    after = whole[whole["period"] == "2022"].set_index(["area", "segment"])["persons"]
    assert (came == after.reindex(came.index)).all()


@EVERY
def test_sets_of_factors_are_whole_segments_and_agree_with_prevalences(id_: str) -> None:
    tables = models_with_tables()[id_][1]
    sets = tables.overlaps[tables.overlaps["area"] == "HVA02"]
    sizes = tables.sizes.query("area == 'HVA02' and period == '2023' and sex == 'total' and age == 'total'")
    whole = sets.groupby("segment")["persons"].sum()
    assert (whole == sizes.set_index("segment")["persons"].reindex(whole.index)).all()
    ill = sets[sets["factors"].str.split("+").map(lambda codes: "illness" in codes)].groupby("segment")["persons"].sum()
    prevalences = tables.prevalences.query(
        "area == 'HVA02' and period == '2023' and sex == 'total' and factor == 'illness'"
    )
    assert (ill == prevalences.set_index("segment")["persons"].reindex(ill.index)).all()


def test_the_demo_is_published_with_its_mark_and_without_small_cells(installation: sa.Engine) -> None:
    wanted = ["segments/esimerkki-5", "segments/esimerkki-maaritelmat"]
    assert list(fill_with_demo(installation, at_this_machine(), wanted)) == wanted
    assert list(fill_with_demo(installation, at_this_machine(), wanted)) == []
    with installation.connect() as connection:
        models = published_models(connection)
        assert {model.is_demo for model in models.values()} == {True}
        few = sa.text("SELECT count(*) FROM segment_size WHERE persons > 0 AND persons < 5")
        assert connection.execute(few).scalar() == 0
        decomposition = decompose(connection, models["esimerkki-5"], "HVA02", "HVA15", "employment")
    assert decomposition.is_demo
    assert decomposition.total == pytest.approx(decomposition.area_value - decomposition.benchmark_value, abs=1e-9)
