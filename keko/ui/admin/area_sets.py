"""Area sets: areas that are looked at as one, put together on the page."""

from functools import partial

import streamlit as st

from keko.data.area_sets import (
    MEMBER_LEVELS,
    AreaSet,
    add_set,
    change_set,
    may_change,
    overlapping,
    read_sets,
    remove_set,
    sets_of_roles,
)
from keko.data.text import Text
from keko.ui import html, loads
from keko.ui.forms import deciding, editing, offered
from keko.ui.forms.naming import ask_name, name_fields
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import admin as common
from keko.words import admin_organisations as words
from keko.words.area_labels import short_names

_NEW = ""


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    with loads.engine().connect() as connection:
        sets, of_roles = read_sets(connection), sets_of_roles(connection)
    st.html(html.lead(words.SETS_LEAD.within(language)))
    heads = [head.within(language) for head in (words.SET, words.MEMBERS, words.ORIGIN)]
    rows = [
        [
            text(own.name.within(language), header=True),
            text(_members_in_words(own, visit)),
            text((words.BY_PROJECT if own.is_shipped else words.BY_PEOPLE).within(language)),
        ]
        for own in sets
    ]
    st.html(table(common.SECTIONS["joukot"].within(language), heads, rows))
    with offered.column():
        _edit({own.id: own for own in sets if may_change(visit.person, own, of_roles)}, visit)


def _edit(sets: dict[str, AreaSet], visit: Visit) -> None:
    language = visit.view.language
    names = {id_: own.name.within(language) for id_, own in sets.items()}
    chosen = offered.pick(
        words.CHOOSE_SET.within(language), {_NEW: words.NEW_SET.within(language), **names}, _NEW, "area_set"
    )
    key = f"area_set_{chosen}"
    seen = editing.seen(key, sets.get(chosen, AreaSet(_NEW, Text.same(""), ())), _fields(key))
    answers = _ask(seen, key, visit)
    told, fields = partial(_told, visit=visit), _fields(key)
    with st.container(horizontal=True):
        if deciding.to_save(key, words.SAVE_UNDONE, language, disabled=not _are_apart(answers, visit)):
            action = (
                partial(change_set, changed=answers, seen=seen, by=visit.person)
                if chosen
                else partial(add_set, name=answers.name, codes=answers.codes, by=visit.person)
            )
            editing.save(key, action, told, visit, fields)
        means = [words.SET_REMOVED.within(language, count=len(seen.codes)), words.OLD_LINKS.within(language)]
        if chosen and deciding.to_remove(key, means, language):
            editing.save(key, partial(remove_set, seen=seen, by=visit.person), told, visit, fields)


def _ask(had: AreaSet, key: str, visit: Visit) -> AreaSet:
    language, areas = visit.view.language, loads.areas(visit.version)
    labels = loads.area_options(language, visit.version)
    called = {
        code: label
        for code, label in labels.items()
        if areas[code].level in MEMBER_LEVELS and visit.person.may("analyst", areas=[code])
    }
    name = ask_name(had.name, key, visit)
    members = words.MEMBERS.within(language)
    codes = offered.several(
        members, called, had.codes, members, f"{key}_codes", help=words.MEMBERS_HELP.within(language)
    )
    if both := overlapping(areas, codes):
        names = short_names(both, areas, language)
        offered.wrong(words.OVERLAP.within(language, first=names[both[0]], second=names[both[1]]))
    return AreaSet(had.id, name, codes)


def _are_apart(answers: AreaSet, visit: Visit) -> bool:
    """Whether no two of the areas have municipalities in common."""
    return overlapping(loads.areas(visit.version), answers.codes) is None


def _fields(key: str) -> list[str]:
    return [*name_fields(key), f"{key}_codes"]


def _members_in_words(own: AreaSet, visit: Visit) -> str:
    language, areas = visit.view.language, loads.areas(visit.version)
    return ", ".join(short_names([code for code in own.codes if code in areas], areas, language).values())


def _told(record: object, visit: Visit) -> str:
    """A set as it was found when it was to be saved."""
    if not isinstance(record, AreaSet):
        return str(record)
    return f"{record.name.within(visit.view.language)}: {_members_in_words(record, visit)}"
