"""Organisations: who delivers figures, of which areas, and what its people see first."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from keko.config import Language
from keko.data.organisations import (
    Organisation,
    add_organisation,
    change_organisation,
    delivered_indicators,
    people_with_roles,
    read_organisations,
    remove_organisation,
)
from keko.data.providers import DEMO
from keko.data.text import Text
from keko.ui import html, loads
from keko.ui.forms import deciding, editing, offered
from keko.ui.forms.naming import ask_name, name_fields
from keko.ui.session import Visit
from keko.ui.tables import figure, table, text
from keko.words import admin as common
from keko.words import admin_organisations as words
from keko.words.formats import number

_NEW = ""


class Answers(NamedTuple):
    """What a form says."""

    name: Text
    areas: tuple[str, ...]
    home: str | None


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    with loads.engine().connect() as connection:
        organisations = read_organisations(connection)
        delivered, people = delivered_indicators(connection), people_with_roles(connection)
    st.html(html.lead(words.ORGANISATIONS_LEAD.within(language)))
    heads = (words.ORGANISATION, words.MEMBERS, words.DELIVERS, words.PEOPLE)
    rows = [
        [
            text(own.name.within(language), header=True),
            text(_areas_in_words(own, visit)),
            *(figure(number(counts.get(own.id, 0), 0, language)) for counts in (delivered, people)),
        ]
        for own in organisations
    ]
    title = common.SECTIONS["organisaatiot"].within(language)
    st.html(table(title, [head.within(language) for head in heads], rows, numeric=(2, 3)))
    with offered.column():
        _edit({own.id: own for own in organisations if own.id != DEMO}, visit)


def _edit(organisations: dict[str, Organisation], visit: Visit) -> None:
    language = visit.view.language
    names = {id_: own.name.within(language) for id_, own in organisations.items()}
    every = {_NEW: words.NEW_ORGANISATION.within(language), **names}
    chosen = offered.pick(words.CHOOSE_ORGANISATION.within(language), every, _NEW, "organisation")
    if chosen:
        _change(organisations[chosen], visit)
    else:
        _add(visit)


def _add(visit: Visit) -> None:
    key = "organisation_new"
    answers = _ask(Organisation(_NEW, Text.same("")), key, visit)
    if deciding.to_save(key, words.SAVE_UNDONE, visit.view.language):
        action = partial(add_organisation, **answers._asdict(), by=visit.person)
        editing.save(key, action, str, visit, _fields(key))


def _change(own: Organisation, visit: Visit) -> None:
    language, key = visit.view.language, f"organisation_{own.id}"
    told, fields = partial(_told, visit=visit), _fields(key)
    seen = editing.seen(key, own, fields)
    answers = _ask(seen, key, visit)
    with st.container(horizontal=True):
        if deciding.to_save(key, words.SAVE_UNDONE, language):
            changed = Organisation(own.id, answers.name, answers.areas, answers.home)
            action = partial(change_organisation, changed=changed, seen=seen, by=visit.person)
            editing.save(key, action, told, visit, fields)
        means = [words.ONLY_UNUSED.within(language), words.SAVE_UNDONE.within(language)]
        if not own.has_fixed_name and deciding.to_remove(key, means, language):
            editing.save(key, partial(remove_organisation, seen=seen, by=visit.person), told, visit, fields)


def _ask(had: Organisation, key: str, visit: Visit) -> Answers:
    language, called = visit.view.language, offered.every_area(visit)
    name = had.name
    if had.has_fixed_name:
        st.caption(words.FIXED_NAME.within(language))
    else:
        name = ask_name(had.name, key, visit)
    areas = offered.several(
        words.AREAS.within(language),
        called,
        had.areas or (),
        words.EVERY_AREA.within(language),
        f"{key}_areas",
        help=words.AREAS_HELP.within(language),
    )
    first = had.home or _NEW
    homes = offered.with_stored({_NEW: words.NO_HOME.within(language), **called}, [first])
    home = offered.pick(words.HOME.within(language), homes, first, f"{key}_home")
    return Answers(name, areas, home or None)


def _fields(key: str) -> list[str]:
    return [*name_fields(key), f"{key}_areas", f"{key}_home"]


def _areas_in_words(own: Organisation, visit: Visit) -> str:
    language, called = visit.view.language, offered.every_area(visit)
    if own.areas is None:
        return words.EVERY_AREA.within(language)
    return ", ".join(called.get(code, code) for code in own.areas)


def _told(record: object, visit: Visit) -> str:
    """An organisation as it was found when it was to be saved."""
    if not isinstance(record, Organisation):
        return str(record)
    language: Language = visit.view.language
    home = offered.every_area(visit).get(record.home or _NEW, words.NO_HOME.within(language))
    return f"{record.name.within(language)}; {_areas_in_words(record, visit)}; {home}"
