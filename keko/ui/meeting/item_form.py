"""The form of an agenda item: its title and note, where it stands, and the form of a new one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.data.text import Text
from keko.room import meeting_rights, meeting_store
from keko.room.meetings import LONGEST_TEXT, LONGEST_TITLE, Item, Meeting
from keko.ui.forms import deciding, editing, offered
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit
from keko.words import meeting_forms as forms
from keko.words.formats import day_in_words

NEW = "new"


def show(scene: MeetingScene, meeting: Meeting, visit: Visit) -> None:
    """The form of the item, the ways to move it, and the form of a new one."""
    language = scene.language
    with offered.column():
        if item := scene.item:
            _show_history(item, scene)
            may_change = scene.series and meeting_rights.may_change(visit.person, item, scene.series.area)
            if may_change and not meeting.held_at:
                with st.expander(forms.EDIT_ITEM.within(language)):
                    _form(item, meeting, visit)
                    _moves(item, scene, visit)
        if not meeting.held_at:
            with st.expander(forms.NEW_ITEM.within(language)):
                _form(None, meeting, visit)


def _show_history(item: Item, scene: MeetingScene) -> None:
    came = [scene.book.meetings.get(step.meeting) for step in item.history if step.what == "moved"]
    for meeting in filter(None, came):
        st.text(forms.CAME_FROM.within(scene.language, day=day_in_words(meeting.day, scene.language)))


def _form(item: Item | None, meeting: Meeting, visit: Visit) -> None:
    language, key = visit.view.language, f"item_{item.id if item else NEW}"
    fields = [f"{key}_title", f"{key}_note"]
    record = editing.seen(key, item, fields)
    title = st.text_input(
        forms.ITEM_TITLE.within(language),
        max_chars=LONGEST_TITLE,
        key=offered.field(fields[0], record.title if record else ""),
    )
    text = st.text_area(
        forms.NOTE.within(language),
        max_chars=LONGEST_TEXT,
        help=forms.NO_PERSONS.within(language),
        key=offered.field(fields[1], record.note if record else ""),
    )
    if deciding.to_save(key, forms.SAVE_MEANS, language):

        def save(connection: sa.Connection) -> None:
            if record:
                meeting_store.put(connection, replace(record, title=title, note=text), visit.person, record)
            else:
                meeting_store.add_item(connection, meeting.id, title, text, visit.person)

        editing.save(key, save, _told, visit, fields)
    if record and deciding.to_remove(key, [forms.REMOVE_MEANS.within(language)], language):
        editing.save(
            key, lambda connection: meeting_store.remove(connection, record, visit.person, record), _told, visit, fields
        )


def _told(record: object) -> str:
    """An item as somebody else has left it."""
    return f"{record.title} – {record.note}" if isinstance(record, Item) else ""


def _moves(item: Item, scene: MeetingScene, visit: Visit) -> None:
    """Up, down, and to the next meeting."""
    agenda, place = scene.agenda, scene.agenda.index(item)
    above, below = agenda[place - 1] if place else None, next(iter(agenda[place + 1 :]), None)
    following = scene.book.after(scene.book.meetings[item.meeting])
    by = visit.person
    with st.container(horizontal=True):
        if scene.may_lead:  # another's item changes places with it
            for label, other in ((forms.UP, above), (forms.DOWN, below)):
                swap = partial(meeting_store.swap, first=item, second=other, by=by) if other else None
                _move(label, item, swap, visit)
        _move(
            forms.TO_NEXT,
            item,
            partial(meeting_store.move, item=item, to=following, by=by) if following else None,
            visit,
        )


def _move(label: Text, item: Item, action: Callable[[sa.Connection], object] | None, visit: Visit) -> None:
    """A button that moves an item; not to be pressed where it cannot go there."""
    pressed = st.button(label.within(visit.view.language), key=f"{label.en}_{item.id}", disabled=action is None)
    if pressed and action:
        editing.save(f"move_{item.id}", action, _told, visit)
