"""One record of the register on the page, by its own address: to be read by anybody, and edited from there by whoever may."""

from datetime import date
from html import escape

import streamlit as st

from keko.data.people import WORKING
from keko.ui import html
from keko.ui.ecosystem import actions, lists, record_form, rendered
from keko.ui.ecosystem.shown import show_demo
from keko.ui.forms import editing, offered
from keko.ui.opening import show_finding
from keko.ui.record_address import key_of
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import ecosystem as common
from keko.words import ecosystem_record as words


def show(view: View, visit: Visit, today: date) -> None:
    """The record that the view names, or that it is not there."""
    language = view.language
    if not view.presented:
        _lead_back(view)
    picture = rendered.record(view, today, visit.version)
    if picture is None:
        show_finding(common.PAGE.within(language), words.NOT_THERE.within(language))
    else:
        st.html(html.finding(escape(picture.kind), picture.name))
    editing.show_saved(visit)
    if picture:
        show_demo(picture.demo_flags, picture.is_demo, visit)
        st.html(picture.html)
    if not view.presented:
        _offer_work(view, visit, today)


def _offer_work(view: View, visit: Visit, today: date) -> None:
    """An obstacle made an action, and the form of the record, made when it is opened; for whoever may."""
    key = key_of(view.record or "")
    if key is None or not visit.person.may(*WORKING):
        return
    kind, id_ = key
    record = lists.own(visit.person, visit.version)[kind].get(id_)
    if record is None:
        return
    actions.offer_of(record, visit, today)
    opened = st.expander(words.EDIT.within(view.language), key="record_edit", icon=":material/edit:", on_change="rerun")
    if opened.open:
        with opened, offered.column():
            record_form.form(kind, record, visit)


def _lead_back(view: View) -> None:
    """To the picture, or the list, that the record was opened from."""
    picture = common.PICTURES[view.picture].within(view.language)
    label = words.BACK.within(view.language, picture=picture)
    st.html(f'<p class="keko-back">{html.link("actors", view.with_(record=None), label)}</p>')
