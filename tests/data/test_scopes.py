"""Whose figures somebody may change: those of their own organisation and areas, however they come to be changed."""

from collections.abc import Callable

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.drafts import Draft, create_draft, discard
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.publishing import NeedsApproval, publish, rollback
from keko.data.schema import provider
from keko.data.scopes import AreasBeyond, changed_areas, with_members
from keko.data.text import Text
from tests.data.figures import ADMIN, counts, dump, item, prepare, rows


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    """An indicator, the areas, and figures of two counties that one organisation has published."""
    with writing(engine) as connection:
        area_tables.write(connection)
        prepare(connection, item("a", "count"))
        publish(connection, [keep(connection, BOTH, ADMIN)], ADMIN)
    return engine


BOTH: dict[str, float] = {
    "KU186": 10,
    "KU858": 20,
    "KU179": 30,
}  # Järvenpää and Tuusula are of HVA02, Jyväskylä is of HVA15


def keep(connection: sa.Connection, values: dict[str, float], by: Person, provider_id: str = "joint") -> int:
    return create_draft(connection, Draft("a", provider_id, counts(values), Text.same("source")), by).id


def analyst(connection: sa.Connection, *areas: str, name: str = "analyst") -> Person:
    """As sign-in makes them: the municipalities of their areas are theirs too."""
    return Person(name, (Grant("analyst", "joint", with_members(connection, areas)),))


def test_figures_of_the_own_county_are_brought_in_published_and_taken_back(database: sa.Engine) -> None:
    with writing(database) as connection:
        own = analyst(connection, "HVA02")
        id_ = keep(connection, BOTH | {"KU186": 11}, own)
        publish(connection, [id_], own)
        assert rollback(connection, "a", "joint", own) is not None
        thrown = keep(connection, BOTH | {"KU186": 12}, own)
        discard(connection, thrown, own)


OTHERS: dict[str, dict[str, float]] = {
    "changed": BOTH | {"KU179": 31},
    "new": BOTH | {"KU992": 1},
    "removed": {"KU186": 10, "KU858": 20},
}


@pytest.mark.parametrize("values", OTHERS.values(), ids=OTHERS)
def test_figures_of_another_county_are_refused_wherever_they_change(
    database: sa.Engine, values: dict[str, float]
) -> None:
    with writing(database) as connection:
        own, id_ = analyst(connection, "HVA02"), keep(connection, values, ADMIN)
    before = dump(database)
    drafting: list[Callable[[sa.Connection], object]] = [
        lambda connection: keep(connection, values, own),
        lambda connection: publish(connection, [id_], own),
        lambda connection: discard(connection, id_, own),
    ]
    for action in drafting:
        with pytest.raises(AreasBeyond) as refused, writing(database) as connection:
            action(connection)
        assert len(refused.value.areas) == 1
    assert dump(database) == before
    with writing(database) as connection:
        publish(connection, [id_], ADMIN)
    with pytest.raises(AreasBeyond), writing(database) as connection:
        rollback(connection, "a", "joint", own)


def test_what_protection_hides_elsewhere_is_nobodys_change(database: sa.Engine) -> None:
    hidden = rows({"area": "KU179", "status": "hidden"})
    rolled_up = counts({"HVA15": 1, "MAA": 2}, origin="rolled up")
    figures = pd.concat([counts({"KU186": 4, "KU858": 20}), hidden, rolled_up])
    with writing(database) as connection:
        own = analyst(connection, "HVA02")
        id_ = create_draft(connection, Draft("a", "joint", figures, Text.same("source")), own).id
        assert changed_areas(connection, id_, 1) == ["KU186"]
        publish(connection, [id_], own)


def test_an_organisation_delivers_for_its_own_areas_whoever_brings_them_in(database: sa.Engine) -> None:
    with writing(database) as connection:
        connection.execute(provider.update().where(provider.c.id == "joint").values(areas=["HVA02"]))
        keep(connection, BOTH | {"KU186": 11}, ADMIN)  # what is there of others stays
    with pytest.raises(AreasBeyond) as refused, writing(database) as connection:
        keep(connection, BOTH | {"KU179": 31}, ADMIN)
    assert refused.value.areas == ["KU179"]
    with writing(database) as connection:  # and can be taken back after the limit was set
        rollback(connection, "a", "joint", ADMIN)


def test_a_draft_is_approved_by_another_analyst_of_the_organisation_or_by_an_admin(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_APPROVAL", "1")
    with writing(database) as connection:
        first, second = (analyst(connection, "HVA02", name=name) for name in ("first", "second"))
        id_ = keep(connection, BOTH | {"KU186": 11}, first)
    elsewhere = Person("elsewhere", (Grant("analyst", "hyvaks"),))
    for who, refusal in ((first, NeedsApproval), (elsewhere, NotAllowed)):
        with pytest.raises(refusal), writing(database) as connection:
            publish(connection, [id_], who)
    with writing(database) as connection:
        publish(connection, [id_], second)
        publish(connection, [keep(connection, BOTH | {"KU186": 12}, first)], ADMIN)


def test_who_may_everything_costs_no_look_at_the_rows(database: sa.Engine) -> None:
    asked: list[str] = []
    sa.event.listen(database, "before_cursor_execute", lambda *args: asked.append(args[2]))
    with writing(database) as connection:
        everywhere = Person("analyst", (Grant("analyst", "joint"),))
        publish(connection, [keep(connection, BOTH, everywhere)], everywhere)
    assert not [query for query in asked if query.startswith("SELECT mine.area")]
