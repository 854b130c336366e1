"""Events in forms: those that somebody may edit, with the reforms that come with KEKO, and one of them or a new one."""

import streamlit as st

from keko.room.events import Event, add_event, may_edit, new_id, remove_event
from keko.room.events import shipped as shipped_events
from keko.room.targets import EDITORS
from keko.ui import room, to_forms
from keko.ui.admin import agreed, event_fields
from keko.ui.admin.event_table import event_table, named
from keko.ui.forms import deciding, editing, offered
from keko.ui.session import Visit
from keko.words import admin_events as words
from keko.words import admin_forms

NEW = ""


def show(visit: Visit) -> None:
    """The events, and the form."""
    language = visit.view.language
    own = offered.areas(visit, *EDITORS)
    if not own:
        st.text(admin_forms.NO_AREAS.within(language))
        return
    shipped = {event.id for event in shipped_events()}
    events = {event.id: event for event in agreed.events(visit.version) if may_edit(visit.person, event)}
    editable = {id_: event for id_, event in events.items() if id_ not in shipped}
    st.html(event_table(editable, shipped, visit))
    with offered.column():
        names = {NEW: words.NEW.within(language)} | {id_: named(event, language) for id_, event in editable.items()}
        chosen = offered.pick(words.CHOOSE.within(language), names, NEW, "event_chosen")
        _form(editable.get(chosen), own, visit)
    to_forms.to_actions(visit.view, visit)


def _form(event: Event | None, own: dict[str, str], visit: Visit) -> None:
    language, key = visit.view.language, f"event_{event.id if event else 'new'}"
    fields = [f"{key}_{name}" for name in event_fields.FIELDS]
    record = editing.seen(key, event, fields)
    if record and record.is_demo:
        st.text(words.DEMO.within(language))
    id_ = record.id if record else st.session_state.setdefault(f"{key}_id", new_id())
    wanted = event_fields.ask(id_, record, own, key, visit)
    with st.container(horizontal=True):
        going = _going(record, wanted, visit)
        if deciding.to_save(key, words.SAVE_UNDONE, language, wanted is None, going) and wanted:
            editing.save(
                key,
                lambda connection: add_event(connection, wanted, visit.person, record),
                lambda now: named(now, language),
                visit,
                [*fields, f"{key}_id"],
            )
        if record and deciding.to_remove(
            key, [*_going(record, None, visit), words.REMOVE_UNDONE.within(language)], language
        ):
            editing.save(
                key,
                lambda connection: remove_event(connection, record.id, visit.person, record),
                lambda now: named(now, language),
                visit,
                fields,
            )


def _going(before: Event | None, after: Event | None, visit: Visit) -> list[str]:
    """What goes with an event that is removed, or that no longer touches something."""
    limits = room.rebases(before.id, visit.version) if before else []
    count = sum(after is None or not after.concerns(*each) for each in limits)
    return [words.LIMITS_GO.within(visit.view.language, count=count)] if count else []
