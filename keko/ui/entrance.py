"""Who is in, and what is said to who is not: signing in and out in the sidebar, and the page of somebody who may not see one."""

from html import escape

import streamlit as st

from keko.config import Language, settings
from keko.data.people import Role
from keko.ui import html
from keko.ui.session import Visit, forget_signed_in
from keko.ui.sign_in import addresses
from keko.ui.sign_in.door import sign_out
from keko.words import access as words


def offer(visit: Visit, page: str) -> None:
    """Who is signed in and how to sign out; how to sign in; or that nobody has to. `page`: the address of the view."""
    language = visit.view.language
    if settings().mode == "machine":
        st.html(f'<p class="keko-who">{escape(words.ON_THIS_MACHINE.within(language))}</p>')
    elif visit.label is None:
        st.html(f'<p class="keko-who">{_sign_in(page, language)}</p>')
    else:
        who = escape(words.SIGNED_IN_AS.within(language, name=visit.label))
        st.html(f'<div class="keko-who"><span>{who}</span>{sign_out(language)}</div>')


def stop_unless_in(visit: Visit, page: str) -> None:
    """Show nothing of a page to somebody who is out, or has been put out since it was opened; what they had begun is kept."""
    if visit.expired:
        _say_expired(visit, page)
    elif not visit.person.roles:
        _say_closed(visit, page)
    else:
        return
    st.stop()  # the framework then keeps what was filled in and uploaded on the page that is not drawn


def refuse(roles: tuple[Role, ...], visit: Visit, page: str) -> None:
    """Say who may open a page that this visitor may not."""
    language = visit.view.language
    named = ", ".join(words.ROLES[role].within(language) for role in roles)
    st.info(words.NEEDS_ROLE.within(language, role=named))
    if settings().mode == "machine":
        return
    if visit.label is None:
        st.html(html.way_in(addresses.start(page), words.SIGN_IN.within(language)))
    else:
        st.html(html.way_in(addresses.door(page, pyynto="1"), words.ASK.within(language)))


def _say_expired(visit: Visit, page: str) -> None:
    language = visit.view.language
    st.html(html.finding(escape(words.SIGN_IN_ENDED.within(language)), words.EXPIRED.within(language)))
    st.html(html.way_in(addresses.start(page), words.SIGN_IN.within(language), "_blank"))
    with st.container(horizontal=True):
        st.button(words.GO_ON.within(language), key="go_on", type="primary")
        if settings().mode == "public" and st.button(words.GO_ON_WITHOUT.within(language), key="go_on_without"):
            forget_signed_in()
            st.rerun()


def _say_closed(visit: Visit, page: str) -> None:
    language = visit.view.language
    heading, means = (words.DOOR, words.DOOR_MEANS) if visit.label is None else (words.NO_ROLE, words.NO_ROLE_LEADS)
    st.html(html.finding("KEKO", heading.within(language)) + html.lead(means.within(language)))
    label = words.SIGN_IN if visit.label is None else words.ASK
    st.html(html.way_in(addresses.door(page), label.within(language)))


def _sign_in(page: str, language: Language) -> str:
    return html.anchor(addresses.start(page), words.SIGN_IN.within(language))
