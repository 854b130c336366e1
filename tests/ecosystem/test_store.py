"""Records are read as they are and were; roles, references and what others have seen decide what may be written."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from keko.data.areas import WHOLE_COUNTRY
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.problems import Refused
from keko.data.schema import audit
from keko.data.versions import read_version
from keko.ecosystem import checks
from keko.ecosystem.codes import KnownCodes
from keko.ecosystem.records import Actor, Cooperation, Record, Service
from keko.ecosystem.register import areas_of, owner_of, referring
from keko.ecosystem.store import confirm, read, remove, write
from tests.data.figures import dump
from tests.ecosystem.invented import (
    ADMIN,
    ANALYST,
    ANALYST_OF_CHARITY,
    CHARITY,
    COACHING,
    COMMON,
    COUNTY,
    ELSEWHERE,
    EVERY,
    FAIR,
    IPS,
    OF_CHARITY,
    OF_COUNTY,
    PEER,
    QUEUE,
    READER,
    TOGETHER,
    name,
    offering,
    other,
)
from tests.segments.figures import stored, two_areas


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def test_what_was_written_is_read_by_kind_and_id(there: sa.Engine) -> None:
    with there.connect() as connection:
        register = read(connection)
    assert register.records == {record.key: record for record in EVERY}
    assert [actor.id for actor in register.of(Actor)] == ["keusote", "tuki"]
    assert register.get(Service, "ips-keusote") == COACHING
    assert register.get(Service, "keusote") is None
    needing = [record.key for record in referring(register.records.values())[COUNTY.key]]
    assert needing == [TOGETHER.key, IPS.key, QUEUE.key, FAIR.key, COACHING.key]


def test_an_obstacle_is_written_though_its_action_has_been_removed(there: sa.Engine) -> None:
    changed = other(QUEUE, action="removed-since", stage="skills")
    with writing(there) as connection:
        write(connection, [changed], ADMIN)
        assert read(connection).records[QUEUE.key] == changed


def test_a_change_is_seen_at_once_and_is_in_the_log_with_before_and_after(there: sa.Engine) -> None:
    longer = other(COACHING, agreed_days=30)
    with writing(there) as connection:
        before = read_version(connection)
        assert write(connection, [longer], OF_COUNTY) == read_version(connection) > before
        assert read(connection).records[COACHING.key] == longer
        line = connection.execute(sa.select(audit).order_by(audit.c.id.desc()).limit(1)).mappings().one()
    assert (line["what"], line["object"], line["who"]) == ("ecosystem", "service/ips-keusote", OF_COUNTY.subject)
    assert (line["before"]["agreed_days"], line["after"]["agreed_days"]) == (14, 30)


def test_writing_what_is_there_already_changes_nothing(there: sa.Engine) -> None:
    before = dump(there)
    with writing(there) as connection:
        write(connection, EVERY, ADMIN)
    assert dump(there) == before


@pytest.mark.parametrize(
    ("who", "record"),
    [
        (OF_COUNTY, COUNTY),
        (OF_COUNTY, COACHING),
        (OF_COUNTY, TOGETHER),
        (OF_COUNTY, FAIR),
        (OF_CHARITY, PEER),
        (OF_CHARITY, QUEUE),
        (ANALYST, COUNTY),
        (ANALYST, PEER),
        (ANALYST, QUEUE),
        (ANALYST_OF_CHARITY, PEER),
        (ANALYST_OF_CHARITY, QUEUE),
        (ANALYST, COMMON),
        (ADMIN, PEER),
    ],
)
def test_an_actor_edits_its_own_and_an_analyst_all_of_their_areas(
    there: sa.Engine, who: Person, record: Record
) -> None:
    with writing(there) as connection:
        write(connection, [changed(record)], who)
        assert read(connection).records[record.key] == changed(record)


@pytest.mark.parametrize(
    ("who", "record"),
    [
        (READER, COUNTY),
        (OF_CHARITY, COUNTY),
        (OF_CHARITY, COACHING),
        (OF_CHARITY, TOGETHER),
        (OF_COUNTY, QUEUE),
        (ELSEWHERE, COUNTY),
        (ELSEWHERE, PEER),
        (ELSEWHERE, QUEUE),
        (Person("limited", (Grant("actor", "keusote", ("KU186",)),)), COACHING),
        (ANALYST_OF_CHARITY, COUNTY),
        (ANALYST_OF_CHARITY, COACHING),
        (ANALYST_OF_CHARITY, TOGETHER),
        (ANALYST_OF_CHARITY, COMMON),
    ],
)
def test_others_records_are_neither_changed_nor_removed_nor_confirmed(
    there: sa.Engine, who: Person, record: Record
) -> None:
    before = dump(there)
    for action in (
        lambda connection: write(connection, [changed(record)], who),
        lambda connection: remove(connection, [record.key], who),
        lambda connection: confirm(connection, [record], who),
    ):
        with pytest.raises(NotAllowed), writing(there) as connection:
            action(connection)
    assert dump(there) == before


@pytest.mark.parametrize("taken", [other(PEER, actor="keusote"), other(PEER, id="uusi", actor="keusote")])
def test_nobody_takes_or_gives_what_is_anothers(there: sa.Engine, taken: Service) -> None:
    with pytest.raises(NotAllowed), writing(there) as connection:
        write(connection, [taken], OF_CHARITY)


def test_somebody_of_one_organisation_adds_no_other_actor(installation: sa.Engine) -> None:
    with pytest.raises(NotAllowed), writing(installation) as connection:
        write(connection, [COUNTY], OF_CHARITY)
    with writing(installation) as connection:
        write(connection, [CHARITY], OF_CHARITY)


def test_what_names_no_area_touches_those_of_what_it_belongs_to() -> None:
    records = {record.key: record for record in EVERY}
    assert areas_of(PEER, records) == areas_of(offering("vertaistuki"), records) == ("KU186",)
    assert areas_of(offering("vertaistuki", areas=("KU858",)), records) == ("KU858",)
    assert areas_of(other(QUEUE, areas=()), records) == areas_of(other(IPS, owner=None), records) == (WHOLE_COUNTRY,)
    assert owner_of(offering("vertaistuki"), records) == "tuki"


WRONG: list[tuple[Sequence[Record], str, str]] = [
    ([other(PEER, actor="nobody")], "ecosystem-reference-unknown", "”Vertaistuki”: kentän ”Toimija” viittausta ”nobody” ei"),
    ([other(PEER, methods=("none",))], "ecosystem-reference-unknown", "”Menetelmät”"),
    ([other(QUEUE, remover="nobody")], "ecosystem-reference-unknown", "”Kuka voi poistaa esteen”"),
    ([other(CHARITY, id="tuki-2")], "ecosystem-name-taken", "Toimija ”Tuki ry”: nimi on jo käytössä."),
    ([other(CHARITY, id="tuki-2", name=name("ТUKI  ry"))], "ecosystem-name-taken", "nimi on jo käytössä"),
    ([other(CHARITY, id="a", name=name("Uusi")), other(CHARITY, id="b", name=name("uusi"))], "ecosystem-name-taken", "Toimija"),
    ([PEER, PEER], "ecosystem-record-twice", "Palvelu ”Vertaistuki” on annettu kahdesti."),
    ([other(PEER, municipalities=("KU000",))], "ecosystem-code-unknown", "kentän ”Kunnat” arvoa ”KU000” ei tunneta"),
    ([other(PEER, municipalities=("HVA02",))], "ecosystem-code-unknown", "”Kunnat”"),
    ([other(QUEUE, areas=("XX",))], "ecosystem-code-unknown", "”Missä”"),
    ([other(QUEUE, stage="later")], "ecosystem-code-unknown", "”Vaihe” arvoa ”later”"),
    ([other(PEER, delay="no-such")], "ecosystem-code-unknown", "”Odotusaikaa mittaa”"),
    ([offering(segment="Q")], "ecosystem-code-unknown", "”Asiakasryhmä” arvoa ”Q”"),
    ([other(offering(), model="toinen")], "ecosystem-code-unknown", "”Segmenttimalli”"),
    ([other(QUEUE, state="removed", removed_on=date(2025, 12, 31))], "ecosystem-dates-reversed", "”Poistettu” päivä on ennen"),
    ([other(QUEUE, state="removed")], "ecosystem-removal-unclear", "”Poistettu”"),
    ([other(QUEUE, removed_on=date(2026, 2, 1))], "ecosystem-removal-unclear", "”Poistettu”"),
    ([other(QUEUE, since=date(2099, 1, 1))], "ecosystem-day-to-come", "”Alkaen” päivä on vasta tulossa"),
    ([other(QUEUE, state="removed", removed_on=date(2099, 1, 1))], "ecosystem-day-to-come", "”Poistettu” päivä"),
    ([other(QUEUE, id="jono-2", what=name("ARVIOON  jonotetaan"))], "ecosystem-obstacle-taken", "Este ”ARVIOON  jonotetaan” on jo"),
    ([other(PEER, municipalities=("KU099",))], "ecosystem-municipality-abolished", "kuntaa KU099 ei enää ole. Sen alue kuuluu nyt kuntaan"),
    ([other(QUEUE, areas=("KU099",))], "ecosystem-municipality-abolished", "”Missä”"),
    ([other(CHARITY, id="state", name=name("Valtio Oy"))], "ecosystem-id-reserved", "tunnus ”state” tarkoittaa sektoria"),
    ([offering("vertaistuki", areas=("KU858",))], "ecosystem-outside-service", "”Missä” mukaan palvelua tarjottaisiin siellä"),
    ([offering("vertaistuki", areas=("HVA02",))], "ecosystem-outside-service", "”Missä”"),
    ([Cooperation(actor="tuki", partner="tuki")], "ecosystem-partner-same", "Toimija ”tuki”"),
    ([other(PEER, how=name("Soita 040 123 4567"))], "personal-phone", "kentässä ”Miten palveluun pääsee” on"),
]  # fmt: skip


LATER = other(FAIR, day=date(2026, 5, 1))


@pytest.mark.parametrize(("records", "code", "sentence"), WRONG)
def test_what_is_wrong_is_said_with_its_field_and_nothing_is_stored(
    there: sa.Engine, records: Sequence[Record], code: str, sentence: str
) -> None:
    with writing(there) as connection:
        stored(connection, two_areas())
    before = dump(there)
    with pytest.raises(Refused) as refused, writing(there) as connection:
        write(connection, [LATER, *records], ADMIN)
    assert set(codes(refused.value)) == {code}
    assert sentence in refused.value.problems[0].message.fi
    assert refused.value.problems[0].facts["of"] == records[0].key
    assert dump(there) == before


def test_an_offering_is_for_a_group_of_a_published_model(there: sa.Engine) -> None:
    with writing(there) as connection:
        stored(connection, two_areas())
        write(connection, [offering()], OF_COUNTY)
        assert offering().key in read(connection).records


def test_a_service_does_not_shrink_under_what_it_is_offered_for(there: sa.Engine) -> None:
    with writing(there) as connection:
        stored(connection, two_areas())
        write(connection, [offering(areas=("KU858",)), offering(stage="first-contact", areas=("KU186",))], OF_COUNTY)
    for record in (other(COACHING, municipalities=("KU186",)), other(COUNTY, municipalities=("KU186",))):
        with pytest.raises(Refused) as refused, writing(there) as connection:
            write(connection, [record], ADMIN)
        assert codes(refused.value) == ["ecosystem-outside-service"]
        assert refused.value.problems[0].facts["of"] == record.key
    with writing(there) as connection:
        write(connection, [other(COACHING, municipalities=("KU186", "KU858"))], OF_COUNTY)


def test_an_obstacle_comes_again_once_it_was_removed(there: sa.Engine) -> None:
    with writing(there) as connection:
        write(connection, [other(QUEUE, state="removed", removed_on=date(2026, 2, 1))], OF_CHARITY)
        write(connection, [other(QUEUE, id="jono-2", since=date(2026, 3, 1))], OF_CHARITY)


@pytest.mark.parametrize("id_", ["p\n2", "a/b", "a\u200bb", "a\u2028b", "", " "])
def test_an_id_is_one_line_of_what_shows(id_: str) -> None:
    with pytest.raises(ValidationError):
        other(PEER, id=id_)


def test_services_of_two_actors_may_share_a_name(there: sa.Engine) -> None:
    with writing(there) as connection:
        write(connection, [other(PEER, id="vertaistuki-2", actor="keusote")], OF_COUNTY)


def test_words_that_call_people_names_are_a_warning_alone() -> None:
    (warning,) = checks.warnings_of([other(PEER, for_whom=name("Syrjäytyneille")), COACHING])
    assert (warning.code, warning.severity) == ("ecosystem-disrespectful-words", "warning")
    assert "”Kenelle” on sana ”syrjäytyneille”" in warning.message.fi
    assert checks.errors_of([CHARITY], {CHARITY.key: CHARITY}, KnownCodes({"KU186": "KU"}, {}, (), frozenset())) == []


def test_an_actor_that_others_refer_to_is_not_removed(there: sa.Engine) -> None:
    before = dump(there)
    with pytest.raises(Refused) as refused, writing(there) as connection:
        remove(connection, [CHARITY.key], OF_CHARITY)
    assert codes(refused.value) == ["ecosystem-referred-to"]
    referring = "Keski-Uudenmaan alue – Tuki ry, Arvioon jonotetaan, Vertaistuki"
    sentence = f"Toimija ”Tuki ry” ei ole poistettavissa, koska siihen viittaa {referring}."
    assert refused.value.problems[0].message.fi == sentence
    assert dump(there) == before


def test_an_actor_goes_with_what_refers_to_it(there: sa.Engine) -> None:
    with writing(there) as connection:
        remove(connection, [CHARITY.key, PEER.key, QUEUE.key, TOGETHER.key], ADMIN)
        assert read(connection).records.keys() == {record.key for record in (COUNTY, IPS, COACHING, COMMON, FAIR)}
        remove(connection, [CHARITY.key], ADMIN)  # is gone: nothing happens
        write(connection, [CHARITY], OF_CHARITY)
        assert read(connection).get(Actor, "tuki") == CHARITY


def test_two_editors_overwrite_nothing_unseen(there: sa.Engine) -> None:
    changed_ = other(COACHING, places=20)
    with writing(there) as connection:
        write(connection, [changed_], OF_COUNTY, seen={COACHING.key: COACHING})
    mine = other(COACHING, places=5)
    actions: list[Callable[[sa.Connection], object]] = [
        lambda connection: write(connection, [mine], OF_COUNTY, seen={COACHING.key: COACHING}),
        lambda connection: write(connection, [mine], OF_COUNTY, seen={}),
        lambda connection: remove(connection, [COACHING.key], OF_COUNTY, seen={COACHING.key: COACHING}),
        lambda connection: confirm(connection, [PEER, COACHING], ADMIN),
    ]
    for action in actions:
        with pytest.raises(ChangedMeanwhile) as refused, writing(there) as connection:
            action(connection)
        assert refused.value.record == changed_
    with writing(there) as connection:
        remove(connection, [COACHING.key], OF_COUNTY)
    with pytest.raises(ChangedMeanwhile) as refused, writing(there) as connection:
        write(connection, [changed_], OF_COUNTY, seen={COACHING.key: changed_})
    assert refused.value.record is None


def changed(record: Record) -> Any:
    """The record with another text or name."""
    if "address" in type(record).model_fields:
        return other(record, address="Toinen katu 1")
    return other(record, **({"day": date(2026, 4, 1)} if record is FAIR else {"what": name("Toisin sanoen")}))
