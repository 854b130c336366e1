"""Targets in forms: one of those that somebody may edit, or a new one to be set."""

from functools import partial

import streamlit as st

from keko.room.targets import EDITORS, Target, remove_target, set_target, undo_target
from keko.ui import html, loads, room
from keko.ui.forms import deciding, editing, offered
from keko.ui.goals import target_fields
from keko.ui.goals.target_table import in_words, named
from keko.ui.session import Visit
from keko.words import admin_targets as words
from keko.words import goals as words_of_page
from keko.words import interface
from keko.words.other_names import code_of

Key = tuple[str, str]
NEW = ""


def show(visit: Visit) -> None:
    """The form, for whoever may edit some area's targets."""
    own = offered.areas(visit, *EDITORS)
    if not own or visit.view.presented:
        return
    targets = {key: target for key, target in room.targets(visit.version).items() if key[1] in own}
    with offered.column():
        st.html(html.heading(words_of_page.EDIT_TARGET.within(visit.view.language)))
        chosen = _chosen(targets, visit)
        if chosen is None:
            _new(own, targets, visit)
        else:
            _edit(chosen, visit)


def _chosen(targets: dict[Key, Target], visit: Visit) -> Target | None:
    """The target to be edited: at first that of the view, where it has one; None for a new one."""
    language = visit.view.language
    by_key = {"/".join(key): target for key, target in targets.items()}
    names = {NEW: words.NEW.within(language)} | {key: named(target, visit) for key, target in by_key.items()}
    of_view = f"{visit.view.indicator}/{visit.view.area}"
    return by_key.get(offered.pick(words.CHOOSE.within(language), names, of_view, "target_chosen"))


def _new(own: dict[str, str], targets: dict[Key, Target], visit: Visit) -> None:
    key, language = "target_new", visit.view.language
    fields = [f"{key}_{name}" for name in ("indicator", "area", *target_fields.FIELDS)]
    record = editing.seen(key, None, fields)
    entries = loads.indicator_entries(language, visit.version)
    home = offered.own_area(visit, own)
    free = next((id_ for id_ in offered.indicators(visit) if (id_, home) not in targets), "")
    title = interface.INDICATOR.within(language)
    indicator = code_of(offered.pick(title, entries, visit.view.indicator or free, fields[0]))
    area = offered.pick(interface.AREA.within(language), own, home, fields[1])
    is_known = (indicator, area) in targets
    if is_known:
        offered.wrong(words.THERE_IS_ONE.within(language))
    target = target_fields.ask(indicator, area, None, key, visit)
    _save(None if is_known else target, record, key, fields, visit)


def _edit(target: Target, visit: Visit) -> None:
    language, key = visit.view.language, f"target_{target.indicator}_{target.area}"
    fields = [f"{key}_{name}" for name in target_fields.FIELDS]
    record = editing.seen(key, target, fields)
    if record.is_demo:
        st.text(words.DEMO.within(language))
    wanted = target_fields.ask(target.indicator, target.area, record, key, visit)
    with st.container(horizontal=True):
        _save(wanted, record, key, fields, visit)
        if deciding.to_remove(key, [words.REMOVE_UNDONE.within(language)], language):
            editing.save(
                key,
                lambda connection: remove_target(connection, target.indicator, target.area, visit.person, record),
                lambda now: in_words(now, visit),
                visit,
                fields,
            )
        means, name = [words_of_page.UNDO_TARGET_MEANS.within(language)], words_of_page.UNDO
        if deciding.to_remove(f"{key}_undo", means, language, name, words_of_page.YES_UNDO):
            act = partial(undo_target, indicator=target.indicator, area=target.area, by=visit.person)
            editing.save(key, act, lambda now: in_words(now, visit), visit, fields)


def _save(wanted: Target | None, record: Target | None, key: str, fields: list[str], visit: Visit) -> None:
    """The button that sets a target; None while it is not whole."""
    if deciding.to_save(key, words.SAVE_UNDONE, visit.view.language, disabled=wanted is None) and wanted:
        editing.save(
            key,
            lambda connection: set_target(connection, wanted, visit.person, record),
            lambda now: in_words(now, visit),
            visit,
            fields,
        )
