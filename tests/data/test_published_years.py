"""The years that are offered are those of the figures that readers see."""

import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.published_years import published_years
from keko.data.releases import Draft, create_draft
from tests.data.figures import ADMIN, counts, item, prepare, published
from tests.segments.figures import stored, two_areas


def test_years_are_those_of_published_figures_of_the_areas(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item("a", "count"), item("b", "count"))
        published(connection, "a", "local", counts({"HVA02": 1, "HVA15": 1}, period="2019"))
        published(connection, "b", "local", counts({"HVA02": 1}, period="2024-03"))
        create_draft(connection, Draft("a", "other", counts({"HVA02": 1}, period="2025"), "source"), ADMIN)
        assert published_years(connection, ["HVA02"]) == ["2024", "2019"]
        assert published_years(connection, ["HVA15"]) == ["2019"]
        assert published_years(connection, ["HVA15", "HVA02"]) == ["2024", "2019"]
        assert published_years(connection, ["HVA08"]) == []


def test_demo_figures_that_real_ones_replace_offer_no_year(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item("a", "count"))
        published(connection, "a", "demo", counts({"HVA02": 1}, period="2012"), is_demo=True)
        assert published_years(connection, ["HVA02"]) == ["2012"]
        published(connection, "a", "local", counts({"HVA02": 1}, period="2023"))
        assert published_years(connection, ["HVA02"]) == ["2023"]


def test_years_of_segment_models_are_offered_too(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection)
        stored(connection, two_areas())
        assert published_years(connection, ["HVA15"]) == ["2021"]
