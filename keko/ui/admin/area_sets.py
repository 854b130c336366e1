"""Area sets: areas that are looked at as one, put together on the page."""

from functools import partial

import streamlit as st

from keko.data.area_sets import MEMBER_LEVELS, AreaSet, add_set, change_set, overlapping, read_sets, remove_set
from keko.data.text import Text
from keko.ui import html, loads
from keko.ui.admin import editing
from keko.ui.admin.naming import ask_name, name_fields
from keko.ui.confirming import Act, confirmed
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import admin as common
from keko.words import admin_organisations as words
from keko.words import confirming
from keko.words.area_labels import short_names

_NEW = ""
_WIDTH = 720


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    with loads.engine().connect() as connection:
        sets = read_sets(connection)
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
    with st.container(width=_WIDTH):
        _edit({own.id: own for own in sets if _may_edit(own, visit)}, visit)


def _may_edit(own: AreaSet, visit: Visit) -> bool:
    return not own.is_shipped and visit.person.may("analyst", areas=own.codes)


def _edit(sets: dict[str, AreaSet], visit: Visit) -> None:
    language = visit.view.language
    chosen = st.selectbox(
        words.CHOOSE_SET.within(language),
        [_NEW, *sets],
        format_func=lambda id_: (sets[id_].name if id_ else words.NEW_SET).within(language),
        key="area_set",
    )
    key = f"area_set_{chosen}"
    seen = editing.seen(key, sets.get(chosen, AreaSet(_NEW, Text.same(""), ())))
    answers = _ask(seen, key, visit)
    if st.button(common.SAVE.within(language), key=f"save_{key}", type="primary") and _are_apart(answers, visit):
        action = (
            partial(change_set, changed=answers, seen=seen, by=visit.person)
            if chosen
            else partial(add_set, name=answers.name, codes=answers.codes, by=visit.person)
        )
        editing.save(key, action, partial(_told, visit=visit), visit, fields=_fields(key))
    if chosen:
        _remove(seen, key, visit)


def _ask(had: AreaSet, key: str, visit: Visit) -> AreaSet:
    language, areas = visit.view.language, loads.areas(visit.version)
    labels = loads.area_options(language, visit.version)
    called = {
        code: label
        for code, label in labels.items()
        if areas[code].level in MEMBER_LEVELS and visit.person.may("analyst", areas=[code])
    }
    name = ask_name(had.name, key, visit)
    codes = st.multiselect(
        words.MEMBERS.within(language),
        list(called),
        default=[code for code in had.codes if code in called],
        format_func=called.__getitem__,
        placeholder=words.MEMBERS.within(language),
        help=words.MEMBERS_HELP.within(language),
        key=f"{key}_codes",
    )
    return AreaSet(had.id, name, tuple(codes))


def _are_apart(answers: AreaSet, visit: Visit) -> bool:
    """Whether the areas have a sum; else the page names two that have not."""
    language, areas = visit.view.language, loads.areas(visit.version)
    both = overlapping(areas, answers.codes)
    if both:
        names = short_names(both, areas, language)
        st.error(words.OVERLAP.within(language, first=names[both[0]], second=names[both[1]]))
    return not both


def _remove(seen: AreaSet, key: str, visit: Visit) -> None:
    language = visit.view.language
    name = seen.name.within(language)
    label, yes = words.REMOVE.within(language, name=name), words.YES_REMOVE.within(language, name=name)
    means = [
        confirming.FOR_EVERYBODY.within(language),
        words.SET_REMOVED.within(language, count=len(seen.codes)),
        words.OLD_LINKS.within(language),
    ]
    if confirmed(Act(label, yes, means, icon=":material/delete:"), f"remove_{key}"):
        action = partial(remove_set, seen=seen, by=visit.person)
        editing.save(key, action, partial(_told, visit=visit), visit, fields=_fields(key))


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
