"""The button on every page of figures that pins what it shows to a meeting, frozen, and asks nothing else."""

from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.room import meeting_rights, meeting_store
from keko.room.meetings import LONGEST_TEXT, Book, Meeting
from keko.ui import html
from keko.ui.forms import offered
from keko.ui.freezing.freeze import SHEETS, freeze
from keko.ui.meeting import queries
from keko.ui.meeting.scene import series_called
from keko.ui.navigation import PageEntry
from keko.ui.session import Visit
from keko.ui.view import everybody
from keko.ui.writing import write
from keko.words import meeting_forms as words
from keko.words.formats import day_in_words

_MEETING, _NOTE, _DONE = "pin_meeting", "pin_note", "pin_done"


def offer(visit: Visit, page: PageEntry) -> None:
    """The button, for whoever may edit meetings of some area; what it opens is made when it is opened."""
    if page.file not in SHEETS or not visit.person.may(*meeting_rights.EDITORS):
        return
    language = visit.view.language
    place = st.popover(
        words.PIN.within(language), key="pin", icon=":material/keep:", type="tertiary", on_change="rerun"
    )
    if place.open:
        with place:
            _form(visit, page)


def _form(visit: Visit, page: PageEntry) -> None:
    """To which meeting, a note, and the button."""
    language, book = visit.view.language, queries.book(visit.person)
    names = {meeting.id: _called(meeting, book, visit) for meeting in _coming(book, visit)}
    if done := st.session_state.pop(_DONE, None):
        st.html(html.notice(words.PIN_DONE.within(language, meeting=done), "status"))
    if not names:
        st.text(words.PIN_NOWHERE.within(language))
        visit.link("meeting", words.TO_MEETINGS.within(language), everybody(visit.view).with_(picture="hallinta"))
        return
    kept = st.session_state.get("pinned_last", "")
    meeting = offered.pick(words.PIN_TO.within(language), names, kept, _MEETING)
    note = st.text_input(
        words.PIN_NOTE.within(language), max_chars=LONGEST_TEXT, help=words.NO_PERSONS.within(language), key=_NOTE
    )
    if st.button(words.PIN_DO.within(language), key="pin_do", type="primary"):
        st.session_state["pinned_last"] = meeting
        if write(partial(_pin, meeting=meeting, note=note, visit=visit, page=page), language):
            st.session_state[_DONE] = names[meeting]
            st.session_state.pop(_NOTE, None)
            st.rerun()
    there = everybody(visit.view).with_(meeting=meeting, picture="asialista")
    visit.link("meeting", words.TO_MEETINGS.within(language), there, icon=":material/arrow_forward:")


def _pin(connection: sa.Connection, meeting: str, note: str, visit: Visit, page: PageEntry) -> None:
    view = freeze(page.file, visit.view, visit.version)
    title = f"{page.name.within(view.language)}: {view.title}"
    meeting_store.pin(connection, meeting, view, title, " ".join(note.split()), visit.person)


def _coming(book: Book, visit: Visit) -> list[Meeting]:
    """The meetings to come that whoever asks may edit; those about the area in view first."""
    own = [
        meeting
        for meeting in book.meetings.values()
        if not meeting.held_at and meeting_rights.may_add(visit.person, book.series[meeting.series].area)
    ]
    return sorted(own, key=lambda each: (book.series[each.series].area != visit.view.area, each.day, each.id))


def _called(meeting: Meeting, book: Book, visit: Visit) -> str:
    language = visit.view.language
    return (
        f"{series_called(book.series[meeting.series], language, visit.version)} {day_in_words(meeting.day, language)}"
    )
