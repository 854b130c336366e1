"""The register: every record with who keeps it and who last confirmed it, to be searched; and the work of those who keep it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from keko.config import Language
from keko.data.area_names import folded
from keko.data.days import today
from keko.data.people import WORKING
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import KINDS, called
from keko.ecosystem.register import Entry, Register, owner_of
from keko.ui import html
from keko.ui.colleagues import names_of
from keko.ui.ecosystem import confirming_own, files, lists, queries, record_form, taking_back
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.ui.tables import Cell, table, text
from keko.words import ecosystem as common
from keko.words import ecosystem_register as words
from keko.words import terms
from keko.words.area_labels import collation
from keko.words.formats import moment

MOST = 100  # rows
_WORKS = {
    "edit": record_form.show,
    "confirm": confirming_own.show,
    "bring": files.bring,
    "undo": taking_back.show,
}


def show(visit: Visit) -> None:
    """The list, its files, and the work of whoever keeps some of it."""
    language, register = visit.view.language, queries.register(visit.version)
    editing.show_saved(visit)
    st.html(html.lead(words.LEAD.within(language)))
    found = _found(register, visit)
    st.html(_table(found[:MOST], register, visit) if found else html.note(words.NONE_FOUND.within(language)))
    if len(found) > MOST:
        st.caption(words.FIRST_ONLY.within(language, shown=MOST, count=len(found)))
    files.offer(register, visit)
    if visit.person.may(*WORKING) and not visit.view.presented:
        _work(visit)


def _work(visit: Visit) -> None:
    language = visit.view.language
    chosen = st.segmented_control(
        words.WORK.within(language),
        list(_WORKS),
        format_func=lambda work: words.WORKS[work].within(language),
        key=offered.choice("register_work", "edit", list(_WORKS)),
    )
    with offered.column():
        _WORKS[chosen or "edit"](visit)


def _found(register: Register, visit: Visit) -> list[Entry]:
    """The entries that are looked for, by name."""
    language, day = visit.view.language, today()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        asked = st.text_input(words.SEARCH.within(language), max_chars=100, key="register_search", width=360)
        kind = st.selectbox(
            terms.KIND.within(language),
            ["", *KINDS],
            format_func=lambda kind: (words.KINDS[kind] if kind else words.EVERY_KIND).within(language),
            key="register_kind",
            width=240,
        )
        only = st.checkbox(words.ONLY_UNCONFIRMED.within(language), key="register_unconfirmed")
    parts = folded(asked).split()
    found = [
        entry
        for entry in register.entries.values()
        if (not kind or entry.record.kind == kind)
        and (not only or entry.is_unconfirmed(day))
        and (not parts or _matches(entry, parts, register, visit))
    ]
    return sorted(found, key=lambda entry: collation(lists.called(entry.record, visit), language))


def _matches(entry: Entry, parts: Sequence[str], register: Register, visit: Visit) -> bool:
    names = (lists.called(entry.record, visit), *called(entry.record), *_keeper(entry, register))
    texts = folded(" ".join(names))
    return all(part in texts for part in parts)


def _keeper(entry: Entry, register: Register) -> Text:
    """What to call who keeps a record."""
    owner = owner_of(entry.record, register.records)
    keeper = register.records.get(("actor", owner)) if owner else None
    return called(keeper) if keeper else words.ANALYSTS


def _table(entries: Sequence[Entry], register: Register, visit: Visit) -> str:
    language = visit.view.language
    heads = (FIELDS["name"], terms.KIND, FIELDS["owner"], words.CONFIRMED)
    people = names_of({entry.confirmed_by for entry in entries if entry.confirmed_by}, visit)
    rows = [
        [
            _name(entry, visit),
            text(KIND_NAMES[entry.record.kind].within(language)),
            text(_keeper(entry, register).within(language)),
            _confirmed(entry, people, language),
        ]
        for entry in entries
    ]
    return table(words.EVERY_KIND.within(language), [head.within(language) for head in heads], rows, tall=True)


def _name(entry: Entry, visit: Visit) -> Cell:
    tag = html.demo_tag(visit.view.language) if entry.is_demo else ""
    return Cell(f"{escape(lists.called(entry.record, visit))} {tag}".strip(), header=True)


def _confirmed(entry: Entry, people: dict[str, str], language: Language) -> Cell:
    tag = html.tag(common.UNCONFIRMED.within(language)) if entry.is_unconfirmed(today()) else ""
    if entry.confirmed_at is None or entry.confirmed_by is None:
        return Cell(tag)
    day, name = moment(entry.confirmed_at, language), people[entry.confirmed_by]
    return Cell(f"{escape(words.CONFIRMED_BY.within(language, day=day, name=name))} {tag}".strip())
