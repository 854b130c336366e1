"""People and roles: who waits, who there is, inviting, giving roles, closing."""

from functools import partial

import streamlit as st

from keko.access.accounts import Account, read_accounts
from keko.access.decisions import close, give, invite, reopen
from keko.access.retention import erase
from keko.config import Language, settings
from keko.ui import html, loads
from keko.ui.admin import granting
from keko.ui.confirming import Act, confirmed
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import admin as common
from keko.words import people as words
from keko.words.formats import day_in_words, moment

_NEW = ""


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    with loads.engine().connect() as connection:
        accounts = read_accounts(connection)
    lead = words.LEAD if settings().mode != "machine" else words.NOT_IN_USE
    st.html(html.lead(lead.within(language)))
    _show_waiting([account for account in accounts if account.waits], language)
    _show_table(accounts, visit)
    with offered.column():
        _edit({account.id: account for account in accounts if account.erased_at is None}, visit)


def _show_waiting(waiting: list[Account], language: Language) -> None:
    if not waiting:
        return
    st.html(html.notice(words.WAITING.within(language, count=len(waiting))))
    for account in waiting:
        asked = words.ASKED.within(language, day=moment(account.asked_at or "", language), reason=account.asked or "")
        st.text(f"{account.label}, {asked}")


def _show_table(accounts: list[Account], visit: Visit) -> None:
    language = visit.view.language
    if not accounts:
        st.caption(words.NOBODY.within(language))
        return
    heads = [head.within(language) for head in (words.PERSON, words.EMAIL, words.ROLES, words.STATE)]
    rows = [
        [
            text(account.label, header=True),
            text(account.email),
            text(granting.in_words(account.grants, visit)),
            text(_state(account, language)),
        ]
        for account in accounts
    ]
    st.html(table(words.PEOPLE.within(language), heads, rows))


def _state(account: Account, language: Language) -> str:
    for at, state in ((account.erased_at, words.ERASED), (account.closed_at, words.CLOSED)):
        if at:
            return state.within(language, day=moment(at, language))
    if account.seen_on:
        return words.SEEN.within(language, day=day_in_words(account.seen_on, language))
    return words.INVITED.within(language, day=moment(account.invited_at or "", language))


def _edit(accounts: dict[str, Account], visit: Visit) -> None:
    language = visit.view.language
    names = {id_: account.label for id_, account in accounts.items()}
    chosen = offered.pick(words.CHOOSE.within(language), {_NEW: words.NEW.within(language), **names}, _NEW, "person")
    if not chosen:
        _invite(visit)
    elif accounts[chosen].is_open:
        _change(accounts[chosen], visit)
        _close(accounts[chosen], visit)
    else:
        _let_in_or_erase(accounts[chosen], visit)


def _let_in_or_erase(account: Account, visit: Visit) -> None:
    language = visit.view.language
    if st.button(words.REOPEN.within(language), key=f"reopen_{account.id}"):
        editing.save(account.id, partial(reopen, id_=account.id, by=visit.person), str, visit)
    yes = words.YES_ERASE.within(language, name=account.label)
    act = Act(words.ERASE.within(language), yes, [words.ERASE_MEANS.within(language)], icon=":material/delete:")
    if confirmed(act, f"erase_{account.id}"):
        editing.save(account.id, partial(erase, id_=account.id, by=visit.person), str, visit)


def _invite(visit: Visit) -> None:
    language = visit.view.language
    key = offered.field("invite_email", "")
    email = st.text_input(words.EMAIL.within(language), key=key, help=words.EMAIL_HELP.within(language))
    grants = granting.ask((), "invite", visit, ("reader",))
    if st.button(words.INVITE.within(language), key="invite", type="primary"):
        action = partial(invite, email=email, grants=grants, by=visit.person)
        editing.save("invite", action, str, visit, fields=("invite_email", *granting.fields("invite")))


def _change(account: Account, visit: Visit) -> None:
    key = f"grants_{account.id}"
    fields = granting.fields(key)
    seen = editing.seen(key, account.grants, fields)
    grants = granting.ask(seen, key, visit)
    if st.button(common.SAVE.within(visit.view.language), key=f"save_{account.id}", type="primary"):
        action = partial(give, id_=account.id, grants=grants, seen=seen, by=visit.person)
        editing.save(key, action, partial(granting.told, visit=visit), visit, fields)


def _close(account: Account, visit: Visit) -> None:
    language = visit.view.language
    yes = words.YES_CLOSE.within(language, name=account.label)
    act = Act(words.CLOSE.within(language), yes, [words.CLOSE_MEANS.within(language)], icon=":material/block:")
    if confirmed(act, f"close_{account.id}"):
        editing.save(account.id, partial(close, id_=account.id, by=visit.person), str, visit)
