"""History is kept: records as they were, what was written together taken back together, and demo that gives way."""

from datetime import date

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.people import NotAllowed
from keko.data.problems import Refused
from keko.data.schema import audit
from keko.ecosystem import store, versions
from keko.ecosystem.changes import may_undo, recent_changes, undo
from keko.ecosystem.records import Service
from keko.ecosystem.store import confirm, read, remove, write, write_invented
from tests.ecosystem.invented import (
    ADMIN,
    ANALYST,
    CHARITY,
    COACHING,
    COUNTY,
    ELSEWHERE,
    EVERY,
    OF_CHARITY,
    OF_COUNTY,
    PEER,
    QUEUE,
    READER,
    TOGETHER,
    name,
    other,
)

CHANGED = other(COACHING, agreed_days=30)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> "Clock":
    """The clock by which records are written."""
    clock = Clock()
    monkeypatch.setattr(versions, "now", clock)
    monkeypatch.setattr(store, "now", clock)
    return clock


class Clock:
    """A clock that is set."""

    time = ""

    def __call__(self) -> str:
        return self.time

    def __matmul__(self, day: str) -> None:
        self.time = f"{day}T12:00:00+00:00"


def test_records_are_read_as_they_were_at_a_moment(installation: sa.Engine, at: Clock) -> None:
    with writing(installation) as connection:
        at @ "2026-01-01"
        write(connection, EVERY, ADMIN)
        at @ "2026-02-01"
        write(connection, [CHANGED], OF_COUNTY)
        confirm(connection, [CHANGED], OF_COUNTY)
        at @ "2026-03-01"
        remove(connection, [COACHING.key], OF_COUNTY)
        at @ "2026-04-01"
        write(connection, [COACHING], OF_COUNTY)
        days = {
            day: read(connection, day).get(Service, "ips-keusote")
            for day in ("2025-12-31", "2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15")
        }
        assert list(days.values()) == [None, COACHING, CHANGED, None, COACHING]
        assert len(read(connection, "2026-03-15").records) == len(EVERY) - 1


def test_what_nobody_has_confirmed_for_half_a_year_is_unconfirmed(installation: sa.Engine, at: Clock) -> None:
    with writing(installation) as connection:
        at @ "2026-01-01"
        write(connection, EVERY, ADMIN)
        at @ "2026-06-01"
        confirm(connection, [PEER, CHARITY], OF_CHARITY)
        now, before = read(connection), read(connection, "2026-02-01")
        line = connection.execute(sa.select(audit).order_by(audit.c.id)).mappings().all()[-1]
    unconfirmed = {key for key, entry in now.entries.items() if entry.is_unconfirmed(date(2026, 7, 10))}
    assert unconfirmed == now.entries.keys() - {PEER.key, CHARITY.key}
    assert not any(entry.is_unconfirmed(date(2026, 7, 2)) for entry in now.entries.values())
    assert now.entries[PEER.key].confirmed_by == OF_CHARITY.subject
    assert before.entries[PEER.key].confirmed_by == ADMIN.subject
    assert now.records == before.records
    assert (line["what"], line["before"]["confirmed_by"], line["after"]["confirmed_by"]) == (
        "ecosystem confirmed", ADMIN.subject, OF_CHARITY.subject,
    )  # fmt: skip


def test_what_was_written_together_is_taken_back_together_and_that_too(there: sa.Engine) -> None:
    new = other(PEER, id="uusi", name=name("Uusi palvelu"))
    with writing(there) as connection:
        change = write(connection, [CHANGED, new], ADMIN)
        after = read(connection).records
        assert recent_changes(connection, ADMIN, read(connection), 1)[0].keys == (COACHING.key, new.key)
        back = undo(connection, change, ADMIN)
        assert read(connection).records == {record.key: record for record in EVERY}
        assert [each.number for each in recent_changes(connection, ADMIN, read(connection))][:2] == [back, change]
        undo(connection, back, ADMIN)
        assert read(connection).records == after


def test_what_was_removed_comes_back_with_who_had_confirmed_it(there: sa.Engine) -> None:
    with writing(there) as connection:
        before = read(connection)
        change = remove(connection, [PEER.key, QUEUE.key], OF_CHARITY)
        undo(connection, change, OF_CHARITY)
        now = read(connection)
    assert now.records == before.records
    assert now.entries[PEER.key].confirmed_by == ADMIN.subject
    assert now.entries[PEER.key].by == OF_CHARITY.subject


def test_what_has_changed_since_is_not_taken_back(there: sa.Engine) -> None:
    with writing(there) as connection:
        change = write(connection, [CHANGED], OF_COUNTY)
        write(connection, [other(COACHING, places=9)], ANALYST)
    with pytest.raises(Refused) as refused, writing(there) as connection:
        undo(connection, change, OF_COUNTY)
    assert (
        refused.value.problems[0].message.fi
        == "Palvelu ”IPS-valmennus Keusote” on muuttunut sen jälkeen: peru ensin uudempi muutos."
    )
    with pytest.raises(Refused) as refused, writing(there) as connection:
        undo(connection, 10_000, ADMIN)
    assert refused.value.problems[0].code == "ecosystem-change-unknown"


def test_taking_back_leaves_nothing_that_refers_to_what_is_gone(there: sa.Engine) -> None:
    with writing(there) as connection:
        added = write(connection, [other(CHARITY, id="uusi", name=name("Uusi ry"))], ADMIN)
        write(connection, [other(PEER, id="uuden", actor="uusi")], ADMIN)
        gone = remove(connection, [PEER.key], OF_CHARITY)
        remove(connection, [CHARITY.key, QUEUE.key, TOGETHER.key], ADMIN)
    for change, code in ((added, "ecosystem-referred-to"), (gone, "ecosystem-reference-unknown")):
        with pytest.raises(Refused) as refused, writing(there) as connection:
            undo(connection, change, ADMIN)
        assert [problem.code for problem in refused.value.problems] == [code]


@pytest.mark.parametrize("who", [READER, OF_CHARITY, ELSEWHERE])
def test_nobody_takes_back_what_they_could_not_write(there: sa.Engine, who: object) -> None:
    with writing(there) as connection:
        change = write(connection, [CHANGED], OF_COUNTY)
        assert may_undo(connection, change, OF_COUNTY, read(connection))
        assert not may_undo(connection, change, who, read(connection))  # type: ignore[arg-type]
    with pytest.raises(NotAllowed), writing(there) as connection:
        undo(connection, change, who)  # type: ignore[arg-type]


def test_the_list_of_what_to_take_back_goes_on_past_what_others_wrote(there: sa.Engine) -> None:
    with writing(there) as connection:
        mine = [write(connection, [other(COACHING, agreed_days=days)], OF_COUNTY) for days in (20, 21)]
        for days in range(25):
            write(connection, [other(PEER, agreed_days=days)], OF_CHARITY)
        register = read(connection)
        own = [change.number for change in recent_changes(connection, OF_COUNTY, register)]
        assert own == mine[::-1]
        assert len(recent_changes(connection, OF_CHARITY, register)) == 20
        assert recent_changes(connection, READER, register) == recent_changes(connection, ELSEWHERE, register) == []


def test_examples_are_taken_back_by_an_admin_alone_and_stand_in_no_list(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        example = write_invented(connection, [COUNTY], ADMIN)
        write_invented(connection, EVERY, ADMIN)
        for who in (OF_CHARITY, ANALYST, READER):
            assert not may_undo(connection, example, who, read(connection))
        write(connection, [CHARITY], OF_CHARITY)
        register = read(connection)
        (listed,) = recent_changes(connection, OF_CHARITY, register)
        assert listed.keys == (CHARITY.key,)
        assert not may_undo(connection, example, OF_CHARITY, register)
    with pytest.raises(NotAllowed), writing(installation) as connection:
        undo(connection, example, OF_CHARITY)


def test_whoever_took_the_first_real_record_back_may_bring_it_again(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_invented(connection, EVERY, ADMIN)
        change = write(connection, [CHARITY], OF_CHARITY)
        back = undo(connection, change, OF_CHARITY)
        undo(connection, back, OF_CHARITY)
        assert read(connection).records == {CHARITY.key: CHARITY}


def test_a_real_record_with_the_key_of_an_invented_one_is_new(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_invented(connection, EVERY, ADMIN)
        write(connection, [CHARITY], OF_CHARITY, seen={CHARITY.key: None})
        assert not read(connection).is_demo


def test_invented_records_give_way_to_the_first_real_one_and_come_back_when_that_is_taken_back(
    installation: sa.Engine,
) -> None:
    with writing(installation) as connection:
        write_invented(connection, EVERY, ADMIN)
        assert read(connection).is_demo
        real = other(CHARITY, name=name("Oikea ry"))
        change = write(connection, [real], OF_CHARITY)
        assert read(connection).records == {real.key: real}
        assert not read(connection).is_demo
        undo(connection, change, OF_CHARITY)
        assert read(connection).records == {record.key: record for record in EVERY}
        assert read(connection).is_demo
        change = write(connection, [real], OF_CHARITY)
        write(connection, [COUNTY], OF_COUNTY)
        undo(connection, change, OF_CHARITY)
        assert read(connection).records == {COUNTY.key: COUNTY}


def test_a_real_record_does_not_lean_on_invented_ones(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        write_invented(connection, EVERY, ADMIN)
    with pytest.raises(Refused), writing(installation) as connection:
        write(connection, [PEER], ADMIN)
