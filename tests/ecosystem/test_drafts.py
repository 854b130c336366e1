"""Drafts of the national service register: kept apart, matched by a person, remembered, and taken back."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
import sqlalchemy as sa

from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.problems import Refused
from keko.data.versions import read_version
from keko.ecosystem.changes import undo
from keko.ecosystem.drafts import Draft, Place, keep, read_draft, read_drafts
from keko.ecosystem.found import Found
from keko.ecosystem.matching import Known, keep_all_the_same, leave_out, new_actor, publish, service_of, take_away
from keko.ecosystem.records import Actor, Offering, Service
from keko.ecosystem.register import Register
from keko.ecosystem.store import read, write
from tests.ecosystem.invented import ADMIN, ANALYST, CHARITY, ELSEWHERE, MODEL, OF_CHARITY, PEER, READER, name, other
from tests.segments.figures import stored, two_areas

PTV, ORGANISATION = "11111111-aaaa-4000-8000-000000000001", "99999999-bbbb-4000-8000-000000000001"
FOUND = Found(
    id=PTV,
    name=name("Nuorten työpaja"),
    organisation=ORGANISATION,
    organisation_name=name("Nuoret töihin ry"),
    sector="ngo",
    what=name("Tukea työnhakuun."),
    municipalities=("KU186",),
)
Act = Callable[[sa.Connection], int]
SKILLS, NEED = Place(MODEL, "B", "skills"), Place(MODEL, "A", "skills")


@pytest.fixture
def there(there: sa.Engine) -> sa.Engine:
    """The small ecosystem, and the invented segment model."""
    with writing(there) as connection:
        stored(connection, two_areas())
    return there


def told(**fields: Any) -> Found:
    """The same service as the register tells it at another time."""
    return FOUND.model_copy(update=fields)


def bring(engine: sa.Engine, *services: Found, by: Person = ANALYST, ended: Any = None) -> dict[Any, int]:
    with writing(engine) as connection:
        return keep(connection, services, by, "HVA02", ended)


def draft(engine: sa.Engine, id_: str = PTV) -> Draft:
    with engine.connect() as connection:
        there = read_draft(connection, id_)
    assert there
    return there


def register(engine: sa.Engine) -> Register:
    with engine.connect() as connection:
        return read(connection)


def service(engine: sa.Engine) -> Service | None:
    return next((item for item in register(engine).of(Service) if item.register_id == PTV), None)


def match(
    engine: sa.Engine, places: Iterable[Place] = (SKILLS,), by: Person = ANALYST, actor: Actor | None = None
) -> int:
    with writing(engine) as connection:
        seen = read_draft(connection, PTV)
        assert seen
        known = Known.of(read(connection).real, {PTV: seen})
        return publish(
            connection, seen, actor or known.actor_of(seen.found) or new_actor(seen.found, "ngo"), places, by
        )


def offered(engine: sa.Engine) -> set[Place]:
    own = service(engine)
    return {
        Place(*item.key[1].split("/")[1:]) for item in register(engine).of(Offering) if own and item.service == own.id
    }


def test_drafts_are_kept_apart_from_what_readers_see(there: sa.Engine) -> None:
    before = register(there).records
    assert bring(there, FOUND) == {"new": 1, "changed": 0, "unchanged": 0, "ended": 0}
    assert register(there).records == before
    assert draft(there) == Draft(FOUND)
    assert draft(there).asks == "new"


def test_the_same_again_changes_nothing(there: sa.Engine) -> None:
    bring(there, FOUND)
    with there.connect() as connection:
        version = read_version(connection)
    assert bring(there, FOUND)["unchanged"] == 1
    with there.connect() as connection:
        assert read_version(connection) == version


@pytest.mark.parametrize("by", [READER, OF_CHARITY, ELSEWHERE, Person("p-x", (Grant("analyst", None, ("KU186",)),))])
def test_only_an_analyst_of_the_area_brings_drafts_in(there: sa.Engine, by: Person) -> None:
    with pytest.raises(NotAllowed):
        bring(there, FOUND, by=by)
    with there.connect() as connection:
        assert read_drafts(connection) == {}


def test_a_matched_draft_is_a_service_with_its_actor_and_what_it_is_for(there: sa.Engine) -> None:
    bring(there, FOUND)
    match(there, [SKILLS, NEED])
    own = service(there)
    assert own
    assert (own.name, own.what, own.municipalities, own.actor) == (FOUND.name, FOUND.what, ("KU186",), ORGANISATION)
    actor = register(there).get(Actor, ORGANISATION)
    assert actor
    assert (actor.name, actor.sector) == (FOUND.organisation_name, "ngo")
    assert offered(there) == {SKILLS, NEED}
    assert draft(there).asks is None


def test_an_actor_that_is_here_by_name_is_not_made_again(there: sa.Engine) -> None:
    bring(there, told(organisation_name=name("TUKI  ry")))
    match(there)
    own = service(there)
    assert own
    assert own.actor == CHARITY.id
    assert register(there).get(Actor, ORGANISATION) is None
    bring(there, told(organisation_name=name("Uusi nimi ry")))  # the same organisation is known by its services
    with there.connect() as connection:
        drafts = read_drafts(connection)
    assert Known.of(register(there), drafts).actor_of(drafts[PTV].found) == CHARITY


def test_what_was_chosen_is_remembered_and_only_changed_words_are_asked_about(there: sa.Engine) -> None:
    bring(there, FOUND)
    match(there)
    assert bring(there, told(modified="2026-09-01"))["changed"] == 1
    assert draft(there).asks is None
    bring(there, told(what=name("Tukea työhön.")))
    assert (draft(there).asks, draft(there).changed) == ("changed", ["what"])
    known = Known.of(register(there), {PTV: draft(there)})
    assert known.places_of(draft(there)) == (SKILLS,)


def test_a_change_of_the_register_leaves_what_was_written_in_keko(there: sa.Engine) -> None:
    bring(there, FOUND)
    match(there)
    own = service(there)
    assert own
    with writing(there) as connection:
        write(connection, [other(own, agreed_days=14, name=name("Paja"))], ADMIN)
    bring(there, told(what=name("Tukea työhön.")))
    match(there, [NEED])
    own = service(there)
    assert own
    assert (own.name, own.what, own.agreed_days) == (name("Paja"), name("Tukea työhön."), 14)
    assert offered(there) == {NEED}


def test_a_change_set_is_taken_back_with_its_choice_and_again(there: sa.Engine) -> None:
    before = register(there).records
    bring(there, FOUND)
    change = match(there)
    with writing(there) as connection:
        back = undo(connection, change, ANALYST)
    assert register(there).records == before
    assert draft(there).asks == "new"
    with writing(there) as connection:
        undo(connection, back, ANALYST)
    assert offered(there) == {SKILLS}
    assert draft(there).asks is None


def test_what_was_left_out_is_asked_again_only_when_it_changes(there: sa.Engine) -> None:
    bring(there, FOUND)
    with writing(there) as connection:
        leave_out(connection, [draft(there)], ANALYST)
    assert draft(there).asks is None
    bring(there, FOUND, ended={PTV: "archived"})
    assert draft(there).asks is None
    bring(there, FOUND)
    assert draft(there).asks is None
    bring(there, told(name=name("Pajatoiminta")))
    assert draft(there).asks == "changed"


@pytest.mark.parametrize("status", ["archived", "withdrawn"])
def test_what_the_register_ends_is_proposed_to_be_removed(there: sa.Engine, status: Any) -> None:
    bring(there, FOUND)
    match(there)
    assert bring(there, ended={PTV: status, "unknown": status})["ended"] == 1
    assert (draft(there).asks, draft(there).found.status) == ("ended", status)
    assert service(there)  # nobody has said so yet
    with pytest.raises(Refused, match="no longer"):
        match(there)
    with writing(there) as connection:
        change = take_away(connection, draft(there), ANALYST)
    assert service(there) is None
    assert draft(there).asks is None
    with writing(there) as connection:
        undo(connection, change, ANALYST)
    assert offered(there) == {SKILLS}
    assert draft(there).asks == "ended"
    with writing(there) as connection:
        keep_all_the_same(connection, draft(there), ANALYST)
    assert draft(there).asks is None


def test_two_people_at_one_draft(there: sa.Engine) -> None:
    bring(there, FOUND)
    seen = draft(there)
    bring(there, told(what=name("Muuta.")))
    acts: list[Act] = [lambda c: leave_out(c, [seen], ANALYST), lambda c: publish(c, seen, CHARITY, [], ANALYST)]
    for act in acts:
        with pytest.raises(ChangedMeanwhile), writing(there) as connection:
            act(connection)


@pytest.mark.parametrize("by", [READER, OF_CHARITY, ELSEWHERE])
def test_others_decide_nothing_of_it(there: sa.Engine, by: Person) -> None:
    bring(there, FOUND)
    seen = draft(there)
    known = Known.of(register(there), {PTV: seen})
    assert not known.may_choose(by, seen.found)
    actor = new_actor(FOUND, "ngo")
    acts: list[Act] = [lambda c: leave_out(c, [seen], by), lambda c: publish(c, seen, actor, [], by)]
    for act in acts:
        with pytest.raises(NotAllowed), writing(there) as connection:
            act(connection)


def test_an_actor_matches_a_service_of_its_own(there: sa.Engine) -> None:
    bring(there, told(organisation_name=CHARITY.name))
    match(there, [], by=OF_CHARITY)
    own = service(there)
    assert own
    assert own.actor == CHARITY.id


def test_a_name_that_the_actor_has_already_is_refused_and_nothing_is_remembered(there: sa.Engine) -> None:
    bring(there, told(organisation_name=CHARITY.name, name=PEER.name))
    with pytest.raises(Refused, match="in use already"):
        match(there, [])
    assert draft(there).choice is None


def test_the_service_of_a_draft_has_an_id_of_its_own(there: sa.Engine) -> None:
    known = Known.of(register(there), {})
    made = service_of(Draft(told(name=PEER.name)), "keusote", known)
    assert (made.id, made.register_id) == ("vertaistuki-2", PTV)
