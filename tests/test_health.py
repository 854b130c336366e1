"""`check` finds what is wrong with a database, and nothing in one that is whole."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.areas import load
from keko.data.drafts import Draft, create_draft
from keko.data.engine import connect, writing
from keko.data.observations import KEY
from keko.data.publishing import publish
from keko.data.schema import area, boundary_area, current, indicator, membership, observation, segment_size
from keko.data.text import Text
from keko.health import check
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.assessments import renew
from keko.installation import initialise
from keko.room.rebases import accept_rebase
from tests.data.figures import ADMIN, KEUSOTE, counts, dump, item, prepare, protected, published, rows, shares
from tests.databases import Databases
from tests.segments.figures import stored as stored_model
from tests.segments.figures import two_areas


def wrong(database: sa.Engine) -> set[str]:
    """The names of the checks that found something."""
    return {finding.name for finding in check(database) if not finding.ok}


def detail(database: sa.Engine, name: str) -> str:
    return next(finding.detail for finding in check(database) if finding.name == name)


def test_a_fresh_installation_is_whole(installation: sa.Engine) -> None:
    names = {"database", "areas", "boundaries", "catalogue", "publication log", "limits", "assessments", "disclosure"}
    assert {finding.name for finding in check(installation)} == names
    assert wrong(installation) == set()


def test_the_demo_is_whole(demo_url: str) -> None:
    engine = connect(demo_url)
    assert [finding for finding in check(engine) if not finding.ok] == []
    engine.dispose()


def test_limits_of_what_is_not_there_are_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        for mark in ("te-2025", "undertaking/poistettu"):
            accept_rebase(connection, "employment-rate-20-64", "HVA02", mark, ADMIN)
    assert wrong(installation) == {"limits"}
    assert "undertaking/poistettu employment-rate-20-64 HVA02" in detail(installation, "limits")
    assert "te-2025" not in detail(installation, "limits")


def test_checking_changes_nothing(installation: sa.Engine) -> None:
    before = dump(installation)
    check(installation)
    assert dump(installation) == before


def test_setting_up_again_keeps_what_people_made(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        prepare(connection, item("own", "count"))
        published(connection, "own", "keusote", counts({"KU186": 7}))
        renew(connection, ["own"], load(connection))
    before = dump(installation)
    initialise(installation)
    after = dump(installation)
    assert {name for name in before if before[name] != after[name]} == {"data_version"}
    assert wrong(installation) == set()


def test_a_database_without_tables_says_only_that() -> None:
    assert [(finding.name, finding.ok) for finding in check(connect("sqlite://"))] == [("database", False)]


def test_a_published_release_is_whole(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        prepare(connection, protected("own", "count"))
        published(connection, "own", "keusote", counts({"KU186": 7}))
    assert wrong(installation) == set()


PLANTED: list[tuple[Indicator, dict[str, Any]]] = [
    (protected("own", "count"), {"value": 3}),
    (protected("own", "count", threshold=10), {"value": 9}),
    (protected("own"), {"value": 2.0, "numerator": 2, "denominator": 100}),
    (protected("own"), {"value": 98.0, "numerator": 98, "denominator": 100}),
    (protected("own"), {"value": 2.0, "denominator": 100}),
    (protected("own", "rate"), {"value": 2.0, "numerator": 2, "denominator": 1000}),
    (protected("own", "mean"), {"value": 7.5, "denominator": 4}),
    (protected("own", "median"), {"value": 7.5, "denominator": 4}),
]


@pytest.mark.parametrize(("one", "figures"), PLANTED)
def test_a_small_cell_that_shows_is_found(sqlite_files: Databases, one: Indicator, figures: dict[str, Any]) -> None:
    with sqlite_files.copy(initialise) as own:
        with writing(own) as connection:
            prepare(connection, one)
            published(
                connection, "own", "keusote", rows({"area": "HVA02"} | figures, {"area": "KU186", "status": "hidden"})
            )
        assert wrong(own) == {"disclosure"}
        assert "'own': 1" in detail(own, "disclosure")


def test_a_sensitive_share_among_few_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        prepare(connection, protected("own", sensitive=True))
        published(connection, "own", "keusote", shares({"HVA02": (10, 29)}))
    assert wrong(installation) == {"disclosure"}


def test_a_hidden_cell_that_the_others_give_away_is_found_whoever_published_them(installation: sa.Engine) -> None:
    hidden = rows({"area": "KU106", "status": "hidden", "reason": "small cell"})
    visible = dict.fromkeys(KEUSOTE[1:], 20)
    with writing(installation) as connection:
        prepare(connection, protected("own", "count"))
        published(connection, "own", "keusote", pd.concat([counts(visible), hidden], ignore_index=True))
    assert wrong(installation) == set()
    with writing(installation) as connection:
        published(connection, "own", "statfin", counts({"HVA02": 103}))
    assert wrong(installation) == {"disclosure"}
    assert "give away: {'own': 1}" in detail(installation, "disclosure")


def test_a_total_that_leaves_too_little_room_is_found(installation: sa.Engine) -> None:
    hidden = [{"area": code, "status": "hidden", "reason": "small cell"} for code in KEUSOTE[:2]]
    visible = counts(dict.fromkeys(KEUSOTE[2:], 20) | {"HVA02": 84})
    draft = Draft("own", "keusote", pd.concat([visible, rows(*hidden)], ignore_index=True), Text.same("source"))
    causes = rows(*hidden)[KEY].assign(cause="primary")
    with writing(installation) as connection:
        prepare(connection, protected("own", "count"))
        publish(connection, [create_draft(connection, replace(draft, suppressions=causes), ADMIN).id], ADMIN)
    assert wrong(installation) == {"disclosure"}
    assert "give away: {'own': 2}" in detail(installation, "disclosure")


def test_small_cells_of_open_data_are_their_publishers_business(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        prepare(connection, item("own"))
        published(connection, "own", "statfin", shares({"HVA02": (2, 100)}))
    assert wrong(installation) == set()


def test_a_small_cell_is_found_on_both_engines_in_a_draft_too(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        prepare(connection, protected("own"))
        published(connection, "own", "keusote", shares({"HVA02": (50, 100)}))
        connection.execute(observation.update().values(numerator=1.0))
    assert wrong(installation) == {"disclosure"}


@pytest.mark.parametrize("damage", ["moved", "lost", "unmarked"])
def test_a_pointer_that_is_not_the_logs_is_found(installation: sa.Engine, damage: str) -> None:
    with writing(installation) as connection:
        prepare(connection, item("own", "count"))
        first = published(connection, "own", "keusote", counts({"KU186": 7}))
        published(connection, "own", "keusote", counts({"KU186": 8}))
    with writing(installation) as connection:
        if damage == "moved":
            connection.execute(current.update().values(release=first))
        elif damage == "lost":
            connection.execute(current.delete())
        else:
            connection.execute(sa.text("UPDATE release SET status = 'draft' WHERE status = 'published'"))
    assert wrong(installation) == {"publication log"}


def test_a_municipality_without_its_county_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        connection.execute(membership.delete().where(membership.c.member == "KU186", membership.c.parent == "HVA02"))
    assert wrong(installation) == {"areas"}
    assert "KU186" in detail(installation, "areas")


def test_an_area_that_ended_unnoticed_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        connection.execute(area.update().where(area.c.code == "TA14").values(valid_to=date(2025, 12, 31)))
    assert wrong(installation) == {"areas", "boundaries"}


def test_an_area_without_a_shape_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        connection.execute(boundary_area.delete().where(boundary_area.c.code == "KU186"))
    assert wrong(installation) == {"boundaries"}
    assert "KU186" in detail(installation, "boundaries")


def test_a_definition_other_than_in_the_files_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        known = connection.execute(
            sa.select(indicator.c.description).where(indicator.c.id == "population")
        ).scalar_one()
        changed = {**known, "polarity": "higher"}
        connection.execute(indicator.update().where(indicator.c.id == "population").values(description=changed))
    assert wrong(installation) == {"catalogue"}
    assert "population" in detail(installation, "catalogue")


def test_a_segment_model_that_shows_a_small_group_is_found(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        stored_model(connection, two_areas())
    assert wrong(installation) == set()
    with writing(installation) as connection:
        connection.execute(segment_size.update().where(segment_size.c.segment == "A").values(persons=3))
    assert "segments/kaksi" in detail(installation, "disclosure")
    assert wrong(installation) == {"disclosure"}
