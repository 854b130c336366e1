"""Area sets that people put together: areas that exist and do not overlap, within the areas of who makes them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.area_sets import (
    AreaSet,
    NotASet,
    Overlapping,
    Shipped,
    add_set,
    change_set,
    read_sets,
    remove_set,
    with_sets,
)
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.identity_codes import IdentityCode
from keko.data.names import NameTaken, NoName
from keko.data.people import Grant, NotAllowed, Person
from keko.data.schema import audit, person_role
from keko.data.scopes import with_members
from keko.data.text import Text
from keko.data.versions import read_version
from tests.data.figures import ADMIN, KEUSOTE, READER, dump

RING = Text("Kehyskunnat", "", "")
EVERYWHERE = Person("analyst", (Grant("analyst"),))


@pytest.fixture
def made(installation: sa.Engine) -> AreaSet:
    with writing(installation) as connection:
        return add_set(connection, RING, ["KU858", "KU186"], ADMIN)


def of_keusote(name: str = "analyst") -> Person:
    return Person(name, (Grant("analyst", "keusote", ("HVA02", "TA14", *KEUSOTE)),))


def test_a_new_set_is_an_area_at_once(installation: sa.Engine, made: AreaSet) -> None:
    assert made == AreaSet("kehyskunnat", Text.same("Kehyskunnat"), ("KU186", "KU858"))
    with writing(installation) as connection:
        version = read_version(connection)
        changed = change_set(connection, replace(made, codes=("HVA02", "HVA15")), made, EVERYWHERE)
        areas = with_sets(connection, area_tables.load(connection))
        assert areas.sets["JOUKKO-kehyskunnat"] == changed.codes == ("HVA02", "HVA15")
        assert areas["JOUKKO-kehyskunnat"].name.sv == "Kehyskunnat"
        assert read_version(connection) == version + 1
        after = connection.execute(sa.select(audit.c.before, audit.c.after).order_by(audit.c.id.desc())).first()
        assert after is not None
        assert [line["codes"] for line in after] == [["KU186", "KU858"], ["HVA02", "HVA15"]]


WRONG: list[tuple[str, list[str], type[Exception]]] = [
    ("", ["KU186"], NoName),
    ("Etelä-Suomen yhteistyöalue", ["KU186"], NameTaken),
    ("Keski-Suomen hyvinvointialue", ["KU186"], NameTaken),
    ("Uusi", [], NotASet),
    ("Uusi", ["KU186", "MAA"], NotASet),
    ("Uusi", ["JOUKKO-yta-etela"], NotASet),
    ("Uusi", ["HVA02", "KU186"], Overlapping),
    ("Uusi", ["HVA02", "TA14"], Overlapping),
    ("Uusi 131052-308T", ["KU186"], IdentityCode),
]


@pytest.mark.parametrize(("name", "codes", "refusal"), WRONG)
def test_what_makes_no_set_is_refused(
    installation: sa.Engine, name: str, codes: list[str], refusal: type[Exception]
) -> None:
    before = dump(installation)
    with pytest.raises(refusal), writing(installation) as connection:
        add_set(connection, Text(name, "", ""), codes, ADMIN)
    assert dump(installation) == before


def test_the_sets_of_the_project_stay_as_they_are(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        shipped = next(own for own in read_sets(connection) if own.id == "yta-etela")
        for action in (
            lambda: change_set(connection, replace(shipped, codes=("HVA02",)), shipped, ADMIN),
            lambda: remove_set(connection, shipped, ADMIN),
        ):
            with pytest.raises(Shipped):
                action()
        assert shipped in read_sets(connection)


def test_an_analyst_makes_sets_of_the_own_areas_only(installation: sa.Engine, made: AreaSet) -> None:
    with writing(installation) as connection:
        own = change_set(connection, replace(made, codes=KEUSOTE), made, of_keusote())
        elsewhere = add_set(connection, Text.same("Muualla"), ["KU179"], ADMIN)
    before = dump(installation)
    refused: list[Callable[[sa.Connection], object]] = [
        lambda connection: add_set(connection, Text.same("Uusi"), ["KU186", "KU179"], of_keusote()),
        lambda connection: change_set(connection, replace(own, codes=("KU179",)), own, of_keusote()),
        lambda connection: change_set(connection, replace(elsewhere, codes=("KU186",)), elsewhere, of_keusote()),
        lambda connection: remove_set(connection, elsewhere, of_keusote()),
        *(
            lambda connection, who=who: add_set(connection, Text.same("Uusi"), ["KU186"], who)
            for who in (READER, Person("actor", (Grant("actor"),)))
        ),
    ]
    for action in refused:
        with pytest.raises(NotAllowed), writing(installation) as connection:
            action(connection)
    assert dump(installation) == before
    with writing(installation) as connection:
        remove_set(connection, own, of_keusote())
        assert own not in read_sets(connection)


def test_two_editors_overwrite_nothing_unseen(installation: sa.Engine, made: AreaSet) -> None:
    with writing(installation) as connection:
        renamed = change_set(connection, replace(made, name=Text.same("Toinen")), made, ADMIN)
    with pytest.raises(ChangedMeanwhile) as refused, writing(installation) as connection:
        change_set(connection, replace(made, codes=KEUSOTE), made, ADMIN)
    assert refused.value.record == renamed
    with writing(installation) as connection:
        remove_set(connection, renamed, ADMIN)
    with pytest.raises(ChangedMeanwhile) as refused, writing(installation) as connection:
        remove_set(connection, renamed, ADMIN)
    assert refused.value.record is None


def test_own_sets_stay_when_the_project_brings_its_own_again(installation: sa.Engine, made: AreaSet) -> None:
    with writing(installation) as connection:
        area_sets.write(connection)
        assert made in read_sets(connection)


def test_a_role_for_a_set_reaches_its_areas(installation: sa.Engine) -> None:
    with installation.connect() as connection:
        reached = with_members(connection, ["JOUKKO-yta-etela"])
    assert {"JOUKKO-yta-etela", "HVA02", *KEUSOTE} <= set(reached)
    assert "KU179" not in reached


def test_a_set_that_a_role_reaches_is_an_admins_alone_since_it_decides_what_somebody_may(
    installation: sa.Engine, made: AreaSet
) -> None:
    role = {"subject": "p-1", "role": "analyst", "provider": "keusote", "areas": ["JOUKKO-kehyskunnat"]}
    wider = replace(made, codes=("KU091", "KU186", "KU858"))
    with writing(installation) as connection:
        connection.execute(person_role.insert().values(role))
        for act in (
            lambda: change_set(connection, wider, made, EVERYWHERE),
            lambda: remove_set(connection, made, EVERYWHERE),
        ):
            with pytest.raises(NotAllowed):
                act()
        assert change_set(connection, wider, made, ADMIN).codes == wider.codes
        remove_set(connection, wider, ADMIN)
        again = add_set(connection, RING, ["KU091"], EVERYWHERE)
        assert with_members(connection, role["areas"]) == ("JOUKKO-kehyskunnat",), again.id
