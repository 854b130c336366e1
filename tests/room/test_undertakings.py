"""What has been undertaken: who may write it, what is refused, what is late, and how it is undone."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from keko.data.days import today
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.problems import Refused
from keko.data.providers import ensure_provider
from keko.data.schema import audit
from keko.data.text import Text
from keko.ecosystem.records import Actor
from keko.ecosystem.store import write
from keko.room.rebases import accept_rebase, read_rebases, rebases_from
from keko.room.undertaking_store import (
    read_undertakings,
    remove_undertaking,
    removed_undertakings,
    undo_undertaking,
    write_undertaking,
)
from keko.room.undertakings import STATUSES, Undertaking, ordered
from tests.data.figures import ADMIN, READER

TODAY = date(2026, 11, 30)
TEAM = Undertaking(
    id="tiimi", name=Text.same("Työkykytiimi kaikkiin kuntiin"), owner="keusote", areas=("HVA02",), status="under way",
    begins=date(2026, 3, 1), due=date(2027, 6, 30), indicators=("employment-rate-20-64",),
    next_step=Text.same("Nurmijärven aloitus"), next_day=date(2026, 12, 15),
)  # fmt: skip
OWN = Person("p-1", (Grant("actor", "keusote", ("HVA02",)),))


@pytest.fixture(autouse=True)
def organisations(installation: sa.Engine) -> None:
    """Those that answer in these tests."""
    with writing(installation) as connection:
        for id_ in ("keusote", "hyvaks"):
            ensure_provider(connection, id_)


def other(**changes: Any) -> Undertaking:
    return TEAM.model_copy(update=changes)


def test_one_is_added_changed_undone_and_taken_away(installation: sa.Engine) -> None:
    done = other(status="done")
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, OWN, None)
        write_undertaking(connection, done, OWN, TEAM)
        assert read_undertakings(connection) == {"tiimi": done}
        undo_undertaking(connection, "tiimi", OWN)
        assert read_undertakings(connection) == {"tiimi": TEAM}
        assert remove_undertaking(connection, "tiimi", OWN, TEAM)
        assert read_undertakings(connection) == {}
        undo_undertaking(connection, "tiimi", OWN)
        assert read_undertakings(connection) == {"tiimi": TEAM}
        with pytest.raises(Refused) as refused:
            undo_undertaking(connection, "muu", OWN)
    assert [problem.code for problem in refused.value.problems] == ["goals-nothing-to-undo"]


def test_what_an_earlier_version_wrote_can_be_undone(installation: sa.Engine) -> None:
    """It knew of no comparison areas."""
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, OWN)
        line = connection.execute(sa.select(audit).where(audit.c.what == "undertaking")).one()
        earlier = {name: part for name, part in line.after.items() if name not in {"donors", "declared"}}
        connection.execute(audit.update().where(audit.c.id == line.id).values(after=earlier))
        undo_undertaking(connection, "tiimi", OWN)
        assert read_undertakings(connection) == {}


@pytest.mark.parametrize(
    "by",
    [
        READER,
        Person("p-2", (Grant("actor", "hyvaks", ("HVA02",)),)),
        Person("p-3", (Grant("actor", "keusote", ("HVA15",)),)),
        Person("p-4", (Grant("analyst", "keusote", ("HVA15",)),)),
        Person("p-5", (Grant("analyst", "hyvaks", ("HVA02",)),)),
    ],
    ids=["reader", "another organisation", "another area", "analyst elsewhere", "analyst of another organisation"],
)
def test_whose_it_is_not_changes_nothing(installation: sa.Engine, by: Person) -> None:
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, ADMIN)
    for change in (
        lambda connection: write_undertaking(connection, other(status="done"), by),
        lambda connection: write_undertaking(connection, other(id="uusi"), by),
        lambda connection: remove_undertaking(connection, "tiimi", by),
        lambda connection: undo_undertaking(connection, "tiimi", by),
    ):
        with pytest.raises(NotAllowed), writing(installation) as connection:
            change(connection)


def test_an_actor_cannot_take_what_is_anothers_nor_give_its_own_away(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_undertaking(connection, other(owner="hyvaks"), ADMIN)
    with pytest.raises(NotAllowed), writing(installation) as connection:
        write_undertaking(connection, TEAM, OWN)
    with writing(installation) as connection:
        write_undertaking(connection, other(owner="hyvaks"), Person("p-5", (Grant("analyst", None, ("HVA02",)),)))


def test_a_second_editor_overwrites_nothing(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, ADMIN, None)
        with pytest.raises(ChangedMeanwhile) as raised:
            write_undertaking(connection, other(status="done"), ADMIN, None)
        assert raised.value.record == TEAM


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"name": Text.same(" ")}, "goals-field-missing", "”Toimenpiteen nimi” puuttuu"),
        ({"areas": ()}, "goals-field-missing", "”Toimenpiteen alueet” puuttuu"),
        ({"kind": "deliverable"}, "goals-field-missing", "”Numero” puuttuu"),
        ({"number": "1.1.1.1.1"}, "goals-text-too-long", "”Numero”"),
        ({"owner": "tuntematon"}, "goals-code-unknown", "”Vastuutaho”"),
        ({"name": Text.same("x" * 121)}, "goals-text-too-long", "enintään 120"),
        ({"due": date(2026, 2, 1)}, "goals-dates-reversed", "”Valmis viimeistään”"),
        ({"next_day": None}, "goals-step-without-day", "sekä sanat että päivä"),
        ({"indicators": ("onni",)}, "goals-code-unknown", "”onni”"),
        ({"segments": (("malli", "ryhma"),)}, "goals-code-unknown", "”ryhma”"),
        ({"donors": ("HVA15",)}, "goals-field-missing", "”Päivä, jona vertailualueet valittiin”"),
        ({"donors": ("HVA02",), "declared": TODAY}, "goals-compared-with-itself", "vertailualue"),
        ({"donors": ("KU186",), "declared": TODAY}, "goals-compared-with-itself", "yhteisiä kuntia"),
        ({"donors": ("HVA99",), "declared": TODAY}, "goals-code-unknown", "”Vertailualueet”"),
        ({"areas": ("HVA99",)}, "goals-code-unknown", "”HVA99”"),
        ({"next_step": Text.same("Soittaa 040 123 4567")}, "personal-phone", "”Seuraava askel”"),
        ({"name": Text.same("Yhteyshenkilö Matti Meikäläinen")}, "personal-name", "”Toimenpiteen nimi”"),
        ({"name": Text("Tiimi", "Team", "Ask matti.meikalainen@tuki.fi")}, "personal-email", "”Toimenpiteen nimi”"),
        ({"next_step": Text.same("131052-308T")}, "personal-identity-code", "”Seuraava askel”"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    installation: sa.Engine, changes: dict[str, Any], code: str, words: str
) -> None:
    with pytest.raises(Refused) as refused, writing(installation) as connection:
        write_undertaking(connection, other(**changes), ADMIN)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert words in problem.message.fi
    with installation.connect() as connection:
        assert read_undertakings(connection) == {}


@pytest.mark.parametrize(
    "changes", [{"owner": "Matti Meikäläinen 040 123 4567"}, {"number": "Yhteyshenkilö Matti Meikäläinen"}]
)
def test_nobody_is_named_as_an_owner_or_a_number(installation: sa.Engine, changes: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused, writing(installation) as connection:
        write_undertaking(connection, other(**changes), ADMIN)
    assert any(problem.code.startswith("personal-") for problem in refused.value.problems)


def test_an_actor_of_the_ecosystem_may_answer(installation: sa.Engine) -> None:
    actor = Actor(id="yhdistys", name=Text.same("Yhdistys"), sector="ngo")
    with writing(installation) as connection:
        write(connection, [actor], ADMIN)
        write_undertaking(connection, other(owner="yhdistys"), ADMIN)
        assert read_undertakings(connection)["tiimi"].owner == "yhdistys"


@pytest.mark.parametrize(
    ("changes", "lateness"),
    [
        ({}, "on time"),
        ({"due": date(2026, 11, 29)}, "late"),
        ({"due": date(2026, 11, 29), "status": "done"}, "over"),
        ({"due": TODAY}, "on time"),
        ({"next_day": date(2026, 11, 1)}, "next step late"),
        ({"status": "not started"}, "start late"),
        ({"status": "not started", "begins": date(2027, 1, 1)}, "on time"),
        ({"status": "dropped", "next_day": date(2026, 11, 1)}, "over"),
        ({"due": None, "begins": None, "next_day": None}, "on time"),
        ({"owner": None}, "on time"),
        ({"owner": None, "due": None, "next_day": None}, "not known"),
        ({"owner": None, "due": None, "next_day": None, "status": "done"}, "over"),
    ],
)
def test_what_is_late(changes: dict[str, Any], lateness: str) -> None:
    assert other(**changes).lateness(TODAY) == lateness


days = st.none() | st.integers(-400, 400).map(lambda days: TODAY + timedelta(days))


@given(
    st.lists(
        st.builds(
            lambda s, b, d, n: other(status=s, begins=b, due=d, next_day=n), st.sampled_from(STATUSES), days, days, days
        )
    )
)
def test_the_late_come_first_and_what_is_over_last(every: list[Undertaking]) -> None:
    found = [each.lateness(TODAY) for each in ordered(every, TODAY)]
    places = ["late", "next step late", "start late", "on time", "not known", "over"]
    assert found == sorted(found, key=places.index)
    late = [each.due for each in ordered(every, TODAY) if each.lateness(TODAY) == "late" and each.due]
    assert late == sorted(late)


def test_what_has_begun_stands_on_the_time_line_of_what_it_aims_at() -> None:
    assert TEAM.mark
    assert (TEAM.mark.day, TEAM.mark.name) == (TEAM.begins, TEAM.name)
    assert TEAM.concerns("employment-rate-20-64", "HVA02")
    assert not TEAM.concerns("employment-rate-20-64", "HVA15")
    assert not TEAM.concerns("population", "HVA02")
    assert other(areas=("MAA",), indicators=None).concerns("population", "HVA15")
    assert other(indicators=None).mark
    assert other(status="not started").mark is None
    assert other(indicators=()).mark is None


def test_comparison_areas_chosen_afterwards_do_not_count() -> None:
    assert [
        other(donors=("HVA15",), declared=day).declared_before
        for day in (date(2026, 2, 1), TEAM.begins, date(2026, 3, 2), None)
    ] == [True, True, False, False]
    assert not other(donors=("HVA15",), declared=date(2026, 2, 1), begins=None).declared_before


def test_what_is_invented_gives_way_to_the_real_of_its_kind(installation: sa.Engine) -> None:
    advice = other(id="suositus", kind="recommendation", is_demo=True)
    with writing(installation) as connection:
        write_undertaking(connection, other(id="keksitty", is_demo=True), ADMIN)
        write_undertaking(connection, advice, ADMIN)
        write_undertaking(connection, TEAM, ADMIN)
        assert read_undertakings(connection) == {"tiimi": TEAM, "suositus": advice}


def test_other_areas_than_were_chosen_have_been_chosen_since(installation: sa.Engine) -> None:
    chosen = other(donors=("HVA15", "HVA08"), declared=date(2026, 1, 15))
    with writing(installation) as connection:
        write_undertaking(connection, chosen, ADMIN)
        held = read_undertakings(connection)["tiimi"]
        assert (held.recorded, held.recorded_late) == (today(), today())  # begun in March: somebody's word
        write_undertaking(connection, chosen.model_copy(update={"donors": ("HVA08", "HVA15"), "status": "done"}), ADMIN)
        with pytest.raises(Refused) as refused:
            write_undertaking(connection, chosen.model_copy(update={"donors": ("HVA03",)}), ADMIN)
        write_undertaking(connection, chosen.model_copy(update={"donors": ("HVA03",), "declared": TODAY}), ADMIN)
        assert not read_undertakings(connection)["tiimi"].declared_before
    assert [problem.code for problem in refused.value.problems] == ["goals-comparison-areas-changed"]
    assert other(begins=date(2027, 1, 1), recorded=TODAY).recorded_late is None


def test_limits_go_with_what_they_were_computed_from_and_come_back_when_that_is_undone(installation: sa.Engine) -> None:
    here = ("employment-rate-20-64", "HVA02")
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, ADMIN)
        accept_rebase(connection, *here, TEAM.mark_id, ADMIN)
        for wanted in (other(indicators=("population",)), other(areas=("HVA15",)), other(status="not started")):
            write_undertaking(connection, wanted, ADMIN)
            assert rebases_from(connection, TEAM.mark_id) == []
            undo_undertaking(connection, "tiimi", ADMIN)
            assert rebases_from(connection, TEAM.mark_id) == [here]
        accepted = read_rebases(connection, *here)
        remove_undertaking(connection, "tiimi", ADMIN)
        assert rebases_from(connection, TEAM.mark_id) == []
        assert removed_undertakings(connection) == [TEAM]
        undo_undertaking(connection, "tiimi", ADMIN)
        assert (read_rebases(connection, *here), removed_undertakings(connection)) == (accepted, [])


def test_undoing_that_one_was_added_leaves_no_limits_behind(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_undertaking(connection, TEAM, ADMIN)
        accept_rebase(connection, "employment-rate-20-64", "HVA02", TEAM.mark_id, ADMIN)
        undo_undertaking(connection, "tiimi", ADMIN)
        assert rebases_from(connection, TEAM.mark_id) == []
