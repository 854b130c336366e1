"""What happened after an action, beside the areas it was declared to be compared with."""

from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.data.text import Text
from keko.indicators.over_time.comparison_areas import BEFORE
from keko.room.actions import AfterAction, after_actions
from keko.room.undertakings import Undertaking
from keko.words.multiples import said_in_words
from tests.data.figures import item, prepare, published, rows

DONORS = tuple(f"HVA{n:02}" for n in range(5, 16))
ACTION = Undertaking(
    id="team", name=Text.same("team"), areas=("HVA02",), status="under way", begins=date(2022, 1, 1), indicators=("share",),
    donors=(*DONORS, "TA14"), declared=date(2021, 1, 1),
)  # fmt: skip
YEARS = range(2022 - BEFORE, 2025)


def after(engine: sa.Engine, areas: Areas, *actions: Undertaking, until: str | None = None) -> list[AfterAction]:
    with writing(engine) as connection:
        prepare(connection, item("share"))
        ensure_provider(connection, "keusote")
        cells = [
            {"area": area, "period": str(year), "value": 50.0 + place + (year % 3) * (place % 4) + 5 * moved * (year >= 2022)}
            for year in YEARS
            for place, (area, moved) in enumerate([("HVA02", 1), *((donor, 0) for donor in DONORS)])
        ]  # fmt: skip
        published(connection, "share", "keusote", rows(*cells))
    with engine.connect() as connection:
        return after_actions(connection, "share", "HVA02", actions, areas, until=until)


def test_each_action_that_has_begun_stands_beside_its_own_areas(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION, ACTION.model_copy(update={"status": "not started"}))
    assert found.divergence
    assert found.divergence.reason is None
    assert [area for area, _ in found.divergence.weights] == list(DONORS)
    assert found.divergence.mean_difference
    assert found.divergence.mean_difference > 0
    assert len(found.own.points) == len(YEARS)


def test_areas_chosen_afterwards_are_not_compared_with(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION.model_copy(update={"declared": date(2022, 2, 1)}))
    assert found.divergence is None


def test_areas_written_down_afterwards_are_somebodys_word(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION.model_copy(update={"recorded": date(2023, 5, 2)}))
    assert found.divergence
    told = said_in_words(found.declared, found.recorded_late, "fi")
    assert "valituiksi 1.1.2021" in told
    assert "vasta 2.5.2023" in told
    assert (
        said_in_words(ACTION.declared, ACTION.model_copy(update={"recorded": ACTION.declared}).recorded_late, "fi")
        == ""
    )


def test_an_area_where_the_action_is_too_is_compared_with_by_none(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION.model_copy(update={"areas": ("HVA02", "KU186", DONORS[0])}))
    assert found.divergence
    assert [area for area, _ in found.divergence.weights] == list(DONORS[1:])


def test_an_action_of_every_area_is_compared_with_none(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION.model_copy(update={"areas": ("MAA",)}))
    assert found.divergence
    assert found.divergence.reason == "hits every area"


def test_a_view_of_an_earlier_period_knows_nothing_of_later_figures(engine: sa.Engine, areas: Areas) -> None:
    (found,) = after(engine, areas, ACTION, until="2021")
    assert found.divergence
    assert found.divergence.reason == "no points after"
    assert found.own.points[-1].period == "2021"
