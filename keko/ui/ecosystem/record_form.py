"""The form of one record, chosen or new: saved, removed, or confirmed as it is."""

from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.config import Language
from keko.data.problems import Refused
from keko.ecosystem.checks import warnings_of
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.problems import THERE_ALREADY, at_field, record_of
from keko.ecosystem.records import KINDS, Key, Kind, Record
from keko.ecosystem.store import read, remove, write
from keko.ui import html, room
from keko.ui.ecosystem import confirming_own, lists, record_fields
from keko.ui.forms import deciding, editing, offered
from keko.ui.record_address import REGISTER, written
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS
from keko.words import ecosystem_register as words

NEW = ""


def show(visit: Visit) -> None:
    """Which record, and its form."""
    language = visit.view.language
    if room.register(visit.version).is_demo:
        st.html(html.notice(words.EXAMPLES_GO.within(language)))
    kind: Kind = st.selectbox(
        words.WHICH_KIND.within(language),
        list(KINDS),
        format_func=lambda kind: words.KINDS[kind].within(language),
        key=offered.choice("record_kind", "service", list(KINDS)),
    )
    own = lists.own(visit.person, visit.version)[kind]
    new = words.NEW.within(language, kind=KIND_NAMES[kind].within(language).lower())
    names = {NEW: new} | lists.own_names(kind, visit.person, language, visit.version)
    key = offered.choice(f"record_{kind}", NEW, list(names))
    chosen = st.selectbox(words.WHICH.within(language), list(names), format_func=names.__getitem__, key=key)
    form(kind, own.get(chosen), visit)


def form(kind: Kind, record: Record | None, visit: Visit) -> None:
    """The fields of a record or of a new one, and what is done with them."""
    language = visit.view.language
    key = f"record_{kind}_{record.key[1] if record else 'new'}"
    fields = record_fields.keys(kind, key)
    seen = editing.seen(key, record, fields)
    values = record_fields.ask(kind, seen, key, visit)
    wanted = _wanted(kind, values, language)
    with st.container(horizontal=True):
        if deciding.to_save(key, words.SAVE_UNDONE, language, disabled=wanted is None) and wanted:
            _save(wanted, seen, key, fields, visit)
        if seen and record:
            _act_on(seen, key, fields, visit)


def _wanted(kind: Kind, values: dict[str, object], language: Language) -> Record | None:
    """The record that the fields make; None while something is missing or wrong, which is said."""
    try:
        wanted = record_of(kind, values)
    except Refused as refused:
        for problem in refused.problems:
            st.caption(html.literal(problem.message.within(language)))
        return None
    for warning in warnings_of([wanted]):
        offered.wrong(warning.message.within(language))
    return wanted


def _save(wanted: Record, seen: Record | None, key: str, fields: list[str], visit: Visit) -> None:
    """Write it; one that is known by what it is made of and is made of something else comes instead of what was seen.

    What is made to be another that there is already is refused: neither is lost.
    """
    is_other = wanted.key != (seen.key if seen else None)

    def action(connection: sa.Connection) -> None:
        if is_other and wanted.key in read(connection).real.records:
            raise Refused([at_field(THERE_ALREADY, wanted, "id")])
        write(connection, [wanted], visit.person, before, removed=gone)

    before: dict[Key, Record | None] = {wanted.key: None} | ({seen.key: seen} if seen else {})
    gone = [of for of in before if of != wanted.key]
    editing.save(
        key,
        action,
        lambda now: lists.told(now, visit),
        visit,
        fields,
        then=partial(_go_on_to, wanted.key, visit),
    )


def _go_on_to(key: Key | None, visit: Visit) -> None:
    """Where the form stands on the page of one record: that of what it is now, of none the register."""
    if not visit.view.record:
        return
    if key:
        st.query_params[PARAMETERS["record"]] = written(key)
    else:
        st.query_params.pop(PARAMETERS["record"], None)
        st.query_params[PARAMETERS["picture"]] = REGISTER


def _act_on(seen: Record, key: str, fields: list[str], visit: Visit) -> None:
    language = visit.view.language
    means = [words.NOT_WHILE_NEEDED.within(language), words.SAVE_UNDONE.within(language)]
    if deciding.to_remove(key, means, language):
        editing.save(
            key,
            lambda connection: remove(connection, [seen.key], visit.person, {seen.key: seen}),
            lambda now: lists.told(now, visit),
            visit,
            fields,
            then=partial(_go_on_to, None, visit),
        )
    confirming_own.offer([seen], words.HOLDS.within(language), f"{key}_confirm", visit)
