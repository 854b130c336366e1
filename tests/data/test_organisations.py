"""Organisations: added, changed and removed by admins, nothing unseen overwritten, nothing in use removed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.access.decisions import invite
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.names import NameTaken, NoName
from keko.data.organisations import (
    NoSuchArea,
    Organisation,
    OrganisationInUse,
    add_organisation,
    change_organisation,
    delivered_indicators,
    people_with_roles,
    read_organisations,
    remove_organisation,
)
from keko.data.people import Grant, NotAllowed, Person
from keko.data.providers import provider_names
from keko.data.schema import audit
from keko.data.text import Text
from keko.data.versions import read_version
from tests.data.figures import ADMIN, READER, counts, dump, item, prepare, published

HYVAKS = Text("Keski-Suomen  hyvinvointialue", "", "")
ANALYST = Person("analyst", (Grant("analyst"),))


@pytest.fixture
def made(installation: sa.Engine) -> Organisation:
    with writing(installation) as connection:
        return add_organisation(connection, HYVAKS, ["HVA15"], "HVA15", ADMIN)


def own(connection: sa.Connection, id_: str) -> Organisation:
    return next(each for each in read_organisations(connection) if each.id == id_)


def test_a_new_organisation_has_its_name_in_every_language_and_an_id_made_of_it(
    installation: sa.Engine, made: Organisation
) -> None:
    name = "Keski-Suomen hyvinvointialue"
    assert made == Organisation("keski-suomen-hyvinvointialue", Text(name, name, name), ("HVA15",), "HVA15")
    with installation.connect() as connection:
        assert own(connection, made.id) == made
        line = connection.execute(sa.select(audit).where(audit.c.what == "organisation")).mappings().one()
        assert (line["who"], line["object"], line["before"]) == (ADMIN.subject, made.id, None)
        assert line["after"]["areas"] == ["HVA15"]


def test_a_change_is_seen_by_readers_at_once(installation: sa.Engine, made: Organisation) -> None:
    changed = replace(made, name=Text("Hyvaks", "Hyvaks", "Hyvaks"), areas=None, home=None)
    with writing(installation) as connection:
        version = read_version(connection)
        assert change_organisation(connection, changed, made, ADMIN) == changed
        assert (own(connection, made.id), provider_names(connection)[made.id].fi) == (changed, "Hyvaks")
        assert read_version(connection) > version


def test_two_editors_overwrite_nothing_unseen(installation: sa.Engine, made: Organisation) -> None:
    with writing(installation) as connection:
        change_organisation(connection, replace(made, home=None), made, ADMIN)
    for action in (
        lambda connection: change_organisation(connection, replace(made, areas=None), made, ADMIN),
        lambda connection: remove_organisation(connection, made, ADMIN),
    ):
        with pytest.raises(ChangedMeanwhile) as refused, writing(installation) as connection:
            action(connection)
        assert refused.value.record == replace(made, home=None)


WRONG: list[tuple[Text, list[str], type[Exception]]] = [
    (Text(" ", "Namn", "Name"), [], NoName),
    (Text("THL", "", ""), [], NameTaken),
    (Text("Uusi", "Mellersta Finlands", "keski-suomen HYVINVOINTIALUE"), [], NameTaken),
    (Text("Uusi", "", ""), ["HVA99"], NoSuchArea),
]


@pytest.mark.parametrize(("name", "areas", "refusal"), WRONG)
def test_what_makes_no_organisation_is_refused(
    installation: sa.Engine, made: Organisation, name: Text, areas: list[str], refusal: type[Exception]
) -> None:
    before = dump(installation)
    with pytest.raises(refusal), writing(installation) as connection:
        add_organisation(connection, name, areas, None, ADMIN)
    assert dump(installation) == before


@pytest.mark.parametrize("who", [READER, ANALYST, Person("actor", (Grant("actor"),))])
def test_only_an_admin_may(installation: sa.Engine, made: Organisation, who: Person) -> None:
    before = dump(installation)
    actions: list[Callable[[sa.Connection], object]] = [
        lambda connection: add_organisation(connection, Text.same("Uusi"), None, None, who),
        lambda connection: change_organisation(connection, replace(made, home=None), made, who),
        lambda connection: remove_organisation(connection, made, who),
    ]
    for action in actions:
        with pytest.raises(NotAllowed), writing(installation) as connection:
            action(connection)
    assert dump(installation) == before


def test_fixed_names_stay_and_what_they_deliver_for_can_be_said(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        thl = own(connection, "thl")
        changed = change_organisation(connection, replace(thl, name=Text.same("Toinen"), areas=("MAA",)), thl, ADMIN)
        assert (changed.name.fi, changed.areas) == ("THL", ("MAA",))
        with pytest.raises(OrganisationInUse):
            remove_organisation(connection, changed, ADMIN)


def test_only_what_nobody_needs_is_removed(installation: sa.Engine, made: Organisation) -> None:
    with writing(installation) as connection:
        invited = invite(connection, "maija@example.fi", [Grant("analyst", made.id)], ADMIN)
        prepare(connection, item("a", "count"))
        published(connection, "a", "hyvaks", counts({"KU179": 1}))
        assert people_with_roles(connection) == {made.id: 1}
        assert delivered_indicators(connection)["hyvaks"] == 1
        for used in (made, own(connection, "hyvaks")):
            with pytest.raises(OrganisationInUse):
                remove_organisation(connection, used, ADMIN)
        connection.exec_driver_sql(f"DELETE FROM person_role WHERE subject = '{invited.id}'")
        remove_organisation(connection, made, ADMIN)
        assert made.id not in provider_names(connection)
