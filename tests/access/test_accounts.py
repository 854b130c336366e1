"""Who gets in: invitations, requests, roles, leaving, and what is remembered of whom."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from keko.access.accounts import NoAccount, account_of, read_accounts
from keko.access.decisions import LastAdmin, Taken, ask, close, give, invite, make_first_admin, reopen
from keko.access.retention import erase, erase_due
from keko.access.sign_ins import Identity, ShutOut, admit, begin, end, signed_in
from keko.data import areas as area_tables
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person, at_this_machine
from keko.data.schema import audit, person
from tests.data.figures import READER

MACHINE = at_this_machine()
ANALYST = Grant("analyst", "keusote")
MAIJA = Identity("https://idp.example.fi", "m-1", "Maija@Example.fi", "Maija Meikäläinen")


def admin_of(connection: sa.Connection) -> Person:
    """An admin who has signed in."""
    make_first_admin(connection, "admin@example.fi", MACHINE)
    id_ = admit(connection, Identity("https://idp.example.fi", "a-1", "admin@example.fi", "Aino Admin"))
    return Person(id_, (Grant("admin"),))


def test_an_invitation_by_address_holds_until_its_first_sign_in_and_no_longer(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        invited = invite(connection, " maija@example.FI ", [ANALYST], admin_of(connection))
        assert admit(connection, MAIJA) == invited.id
        account = account_of(connection, invited.id)
        assert (account.grants, account.has_signed_in, account.name) == ((ANALYST,), True, "Maija Meikäläinen")
        other = admit(connection, Identity("https://idp.example.fi", "m-2", "maija@example.fi", "Toinen Maija"))
        assert other != invited.id
        assert account_of(connection, other).grants == ()
        assert admit(connection, Identity("https://idp.example.fi", "m-1", None, "Maija M.")) == invited.id


def test_an_address_that_nobody_vouches_for_takes_no_invitation(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        invited = invite(connection, "maija@example.fi", [ANALYST], admin_of(connection))
        assert admit(connection, Identity("https://idp.example.fi", "m-9", None, "Maija")) != invited.id


def test_who_asks_waits_for_an_admin_and_is_answered(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        by = Person(admit(connection, MAIJA), ())
        ask(connection, by, "Tuon  Keusoten\nluvut")
        first = read_accounts(connection)[0]
        assert (first.id, first.waits, first.asked) == (by.subject, True, "Tuon Keusoten luvut")
        given = give(connection, by.subject, [ANALYST], (), admin)
        assert (given.grants, given.waits) == ((ANALYST,), False)


def test_a_second_admin_is_shown_what_changed_and_overwrites_nothing(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        id_ = invite(connection, "maija@example.fi", [ANALYST], admin).id
        give(connection, id_, [Grant("reader")], [ANALYST], admin)
        with pytest.raises(ChangedMeanwhile) as raised:
            give(connection, id_, [Grant("admin")], [ANALYST], admin)
        assert raised.value.record == account_of(connection, id_).grants
        assert account_of(connection, id_).grants == (Grant("reader"),)


def test_the_last_admin_cannot_go(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        invite(connection, "other@example.fi", [Grant("admin")], admin)  # has never signed in
    for act in (
        lambda connection: close(connection, admin.subject, admin),
        lambda connection: give(connection, admin.subject, [ANALYST], [Grant("admin")], admin),
    ):
        with writing(engine) as connection, pytest.raises(LastAdmin), connection.begin_nested():
            act(connection)
    with engine.connect() as connection:
        assert account_of(connection, admin.subject).is_admin


def test_who_leaves_is_shut_out_at_once_and_everywhere(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        invite(connection, "maija@example.fi", [ANALYST], admin)
        id_ = admit(connection, MAIJA)
        keys = [begin(connection, id_, 10), begin(connection, id_, 10)]
        assert signed_in(connection, keys[0]) is not None
        close(connection, id_, admin)
        assert [signed_in(connection, key) for key in keys] == [None, None]
        with pytest.raises(ShutOut):
            admit(connection, MAIJA)
        reopen(connection, id_, admin)
        assert admit(connection, MAIJA) == id_
        assert signed_in(connection, keys[0]) is None


def test_a_sign_in_ends_at_its_time_and_is_renewed_for_what_is_open_in_the_browser(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        id_, other = admit(connection, MAIJA), admit(connection, Identity("https://idp.example.fi", "x", None, None))
        old = begin(connection, id_, 0)
        assert signed_in(connection, old) is None
        begin(connection, other, 10, former=old)
        assert signed_in(connection, old) is None
        begin(connection, id_, 10, former=old)
        found = signed_in(connection, old)
        assert found is not None
        assert found.person.subject == id_
        end(connection, old)
        assert signed_in(connection, old) is None


@pytest.mark.parametrize("key", [None, "", "made up", "x" * 5000, "ä🙂", "' OR 1=1 --"])
def test_a_cookie_that_was_never_given_opens_nothing(engine: sa.Engine, key: str | None) -> None:
    with writing(engine) as connection:
        begin(connection, admit(connection, MAIJA), 10)
        assert signed_in(connection, key) is None


def test_roles_are_those_of_now(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        area_tables.write(connection)
        admin = admin_of(connection)
        invite(connection, "maija@example.fi", [Grant("analyst", "keusote", ("HVA02",))], admin)
        id_ = admit(connection, MAIJA)
        key = begin(connection, id_, 10)
        found = signed_in(connection, key)
        assert found is not None
        assert found.person.may("analyst", provider="keusote", areas=["HVA02", "KU186"])
        assert not found.person.may("analyst", provider="keusote", areas=["KU091"])
        assert not found.person.may("analyst", provider="hyvaks")
        give(connection, id_, [], [Grant("analyst", "keusote", ("HVA02",))], admin)
        found = signed_in(connection, key)
        assert found is not None
        assert found.person.roles == frozenset()


def test_who_left_is_remembered_by_role_alone_after_the_time(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        invite(connection, "maija@example.fi", [ANALYST], admin)
        id_, unasked = (
            admit(connection, MAIJA),
            admit(connection, Identity("https://idp.example.fi", "x", None, "Xavier")),
        )
        close(connection, id_, admin)
        month, years = (datetime.now(UTC) + timedelta(days=days) for days in (40, 800))
        assert erase_due(connection, 730, month) == [unasked]
        assert erase_due(connection, 730, years) == [id_]
        account = account_of(connection, id_)
        assert (account.email, account.name, account.grants) == (None, None, (ANALYST,))
        assert account_of(connection, admin.subject).email == "admin@example.fi"
        stored = str(connection.execute(sa.select(person)).all()) + str(connection.execute(sa.select(audit)).all())
        assert "Maija" not in stored
        assert "maija" not in stored
        with pytest.raises(NoAccount):
            reopen(connection, id_, admin)
        assert admit(connection, MAIJA) != id_


def test_only_an_admin_gives_roles(engine: sa.Engine) -> None:
    analyst = Person("p-1", (Grant("analyst"), Grant("actor")))
    with writing(engine) as connection:
        id_ = invite(connection, "maija@example.fi", [ANALYST], MACHINE).id
        for by in (analyst, READER):
            for act in (
                lambda by=by: invite(connection, "x@example.fi", [], by),
                lambda by=by: give(connection, id_, [], [ANALYST], by),
                lambda by=by: close(connection, id_, by),
                lambda by=by: reopen(connection, id_, by),
                lambda by=by: make_first_admin(connection, "x@example.fi", by),
            ):
                with pytest.raises(NotAllowed):
                    act()
        with pytest.raises(Taken):
            invite(connection, "MAIJA@example.fi", [], MACHINE)


def test_the_first_admin_may_be_made_again_and_opens_a_closed_one(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        assert make_first_admin(connection, "ADMIN@example.fi", MACHINE).id == admin.subject
        id_ = invite(connection, "maija@example.fi", [ANALYST], admin).id
        close(connection, id_, admin)
        assert make_first_admin(connection, "maija@example.fi", MACHINE).is_admin


def test_an_invitation_is_theirs_too_who_signed_in_before_their_address_was_known_for_sure(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        unsure = Identity(MAIJA.issuer, MAIJA.subject, None, MAIJA.name)
        id_ = admit(connection, unsure)
        assert account_of(connection, id_).grants == ()
        invite(connection, "maija@example.fi", [ANALYST], admin)
        assert admit(connection, MAIJA) == id_
        account = account_of(connection, id_)
        assert (account.grants, account.email) == ((ANALYST,), "maija@example.fi")
        assert len(read_accounts(connection)) == 2  # the admin, and Maija once


def test_an_invitation_that_was_closed_opens_nothing_for_who_is_in_already(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        id_ = admit(connection, replace(MAIJA, email=None))
        invited = invite(connection, "maija@example.fi", [ANALYST], admin).id
        close(connection, invited, admin)
        assert admit(connection, MAIJA) == id_
        assert account_of(connection, id_).grants == ()
        assert account_of(connection, invited).closed_at is not None


def test_who_is_active_is_not_erased_for_an_old_question(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        invite(connection, "maija@example.fi", [Grant("reader")], admin)
        id_ = admit(connection, MAIJA)
        connection.execute(
            sa.text("update person set asked_at = '2020-01-01T00:00:00+00:00' where id = :id"), {"id": id_}
        )
        assert id_ not in erase_due(connection, 730)


def test_who_has_left_is_erased_when_an_admin_wants_it(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        admin = admin_of(connection)
        invite(connection, "maija@example.fi", [ANALYST], admin)
        id_ = admit(connection, MAIJA)
        with pytest.raises(NoAccount), connection.begin_nested():
            erase(connection, id_, admin)
        close(connection, id_, admin)
        erase(connection, id_, admin)
        account = account_of(connection, id_)
        assert (account.name, account.email, account.erased_at is not None) == (None, None, True)
        assert [grant.role for grant in account.grants] == ["analyst"]
