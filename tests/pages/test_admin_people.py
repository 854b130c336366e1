"""People and roles, the settings in force and the audit log on the page Administration."""

import pytest
import sqlalchemy as sa

from keko.access.accounts import Account, read_accounts
from keko.access.decisions import BadAddress, Taken, ask, give, invite
from keko.access.sign_ins import Identity, admit
from keko.data.engine import writing
from keko.data.people import Grant, Person, at_this_machine
from keko.words import access as access_words
from keko.words import admin, audit_log, in_force
from keko.words import people as words
from keko.words.refusals import REFUSALS
from tests.pages.people import signed_in
from tests.pages.test_admin_organisations import administration, write
from tests.pages.test_names_of_providers import press, shown

MAIJA = "maija@example.fi"
ANALYST = Grant("analyst", "thl", ("HVA02",))


def known(own_demo: sa.Engine) -> dict[str, Account]:
    with own_demo.connect() as connection:
        return {account.email or account.id: account for account in read_accounts(connection)}


def test_somebody_is_invited_given_roles_shut_out_let_in_and_erased(own_demo: sa.Engine) -> None:
    app = write(administration("ihmiset"), "invite_email", "Maija@Example.fi")
    write(app, "invite_roles", ["analyst"])
    write(app, "invite_analyst_providers", ["thl"])
    write(app, "invite_analyst_areas", ["HVA02"])
    press(app, words.INVITE.fi)
    account = known(own_demo)[MAIJA]
    assert (account.grants, account.has_signed_in) == ((ANALYST,), False)
    assert admin.SAVED.fi in shown(app)
    assert "analyytikko (THL, Keski-Uudenmaan hyvinvointialue (Keusote))" in shown(app)
    write(app, "person", account.id)
    write(app, f"grants_{account.id}_roles", ["reader"])
    press(app, admin.SAVE.fi)
    assert known(own_demo)[MAIJA].grants == (Grant("reader", areas=("HVA02",)),)  # the area that she had
    press(write(app, "person", account.id), words.YES_CLOSE.within("fi", name=MAIJA))
    assert not known(own_demo)[MAIJA].is_open
    press(write(app, "person", account.id), words.REOPEN.fi)
    assert known(own_demo)[MAIJA].is_open
    press(write(app, "person", account.id), words.YES_CLOSE.within("fi", name=MAIJA))
    press(write(app, "person", account.id), words.YES_ERASE.within("fi", name=MAIJA))
    assert list(known(own_demo)) == [account.id]
    assert access_words.ROLES["reader"].fi in shown(app)


def test_a_reader_who_is_invited_reads_one_area_unless_more_is_asked_for(own_demo: sa.Engine) -> None:
    app = write(administration("ihmiset"), "invite_email", MAIJA)
    assert words.MEANS["reader"].fi in [
        caption.value.split(": ", 1)[1] for caption in app.caption if ": " in caption.value
    ]
    press(app, words.INVITE.fi)
    assert known(own_demo)[MAIJA].grants == (Grant("reader", areas=("HVA02",)),)
    write(write(app, "invite_email", "toinen@example.fi"), "invite_reader_areas", [])
    press(app, words.INVITE.fi)
    assert known(own_demo)["toinen@example.fi"].grants == (Grant("reader"),)


def test_what_cannot_be_is_told(own_demo: sa.Engine) -> None:
    app = press(write(administration("ihmiset"), "invite_email", "maija"), words.INVITE.fi)
    assert REFUSALS[BadAddress].fi in [e.value for e in app.error]
    press(write(app, "invite_email", MAIJA), words.INVITE.fi)
    press(write(app, "invite_email", MAIJA), words.INVITE.fi)
    assert REFUSALS[Taken].fi in [e.value for e in app.error]
    assert len(known(own_demo)) == 1


def test_what_another_admin_has_given_meanwhile_is_shown_and_not_overwritten(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        id_ = invite(connection, MAIJA, [Grant("reader")], at_this_machine()).id
    app = write(administration("ihmiset"), "person", id_)
    write(app, f"grants_{id_}_roles", ["reader", "admin"])
    with writing(own_demo) as connection:
        give(connection, id_, [ANALYST], [Grant("reader")], at_this_machine())
    press(app, admin.SAVE.fi)
    assert known(own_demo)[MAIJA].grants == (ANALYST,)
    assert [warning.value for warning in app.warning if "analyytikko (THL" in warning.value]


def test_who_waits_for_a_role_comes_first_with_the_reason(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        who = admit(connection, Identity("https://id.example", "maija", None, "Maija Meikäläinen"))
        ask(connection, Person(who, ()), "Luen lukuja johtoryhmälle")
    app = administration("ihmiset")
    assert words.WAITING.within("fi", count=1) in shown(app)
    assert any("Luen lukuja johtoryhmälle" in line.value for line in app.text)


def test_the_log_is_found_by_what_people_read_and_by_whom(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        invite(connection, MAIJA, [ANALYST], at_this_machine())
    app = administration("loki")
    assert audit_log.DONE["invite"].fi in shown(app)
    assert audit_log.DONE["publish"].fi in shown(write(app, "log_text", "julkaisi"))
    for wanted in ("kutsui", MAIJA, "HVA02 analyst"):
        found = shown(write(app, "log_text", wanted))
        assert audit_log.DONE["invite"].fi in found, wanted
        assert audit_log.DONE["publish"].fi not in found, wanted
    assert write(app, "log_text", "eimitään").info[0].value == audit_log.NONE.fi


def test_secrets_are_not_shown_among_the_settings(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_SECRET", "hyvin salainen salaisuus, ei näy")
    monkeypatch.setenv("KEKO_OIDC_CLIENT_SECRET", "toinen salaisuus")
    text = shown(administration("asetukset"))
    assert "salainen salaisuus" not in text
    assert "toinen salaisuus" not in text
    assert text.count(in_force.GIVEN.fi) >= 2
    assert "KEKO_OIDC_CLIENT_SECRET" in text


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("role", ["actor", "analyst"])
def test_only_an_admin_sees_people_settings_and_the_log(monkeypatch: pytest.MonkeyPatch, role: str) -> None:
    signed_in(monkeypatch, Grant(role, "thl", ("HVA02",)))  # type: ignore[arg-type]
    for picture in ("ihmiset", "asetukset", "loki"):
        app = administration(picture)
        assert admin.SECTIONS[picture].fi not in shown(app)
