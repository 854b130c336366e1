"""Series and meetings: new ones, and a meeting's day; a meeting is closed here and opened again."""

from dataclasses import replace
from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.config import Language
from keko.data.names import LONGEST_NAME
from keko.data.text import Text
from keko.room import meeting_rights, meeting_store
from keko.room.meetings import Meeting, Series
from keko.ui.confirming import Act, confirmed
from keko.ui.forms import deciding, editing, offered
from keko.ui.meeting.scene import MeetingScene, called
from keko.ui.session import Visit
from keko.words import meeting_forms as forms
from keko.words import terms
from keko.words.confirming import FOR_EVERYBODY
from keko.words.formats import day_in_words


def show(scene: MeetingScene, visit: Visit) -> None:
    """What whoever asks may do."""
    areas = {
        area: name
        for area, name in offered.areas(visit, "analyst").items()
        if meeting_rights.may_lead(visit.person, area)
    }
    with offered.column():
        if scene.may_lead and scene.meeting:
            _close(scene.meeting, scene, visit)
        if scene.may_lead and scene.series:
            with st.expander(forms.NEW_MEETING.within(scene.language), expanded=scene.meeting is None):
                _meeting(scene.series, visit)
            _remove(scene.series, scene, visit)
        if areas:
            with st.expander(forms.NEW_SERIES.within(scene.language), expanded=scene.series is None):
                _series(areas, visit)


def _series(areas: dict[str, str], visit: Visit) -> None:
    language, fields = visit.view.language, ["series_name", "series_area"]
    name = st.text_input(
        forms.SERIES_NAME.within(language), max_chars=LONGEST_NAME, key=offered.field("series_name", "")
    )
    area = offered.pick(terms.AREA.within(language), areas, offered.own_area(visit, areas), "series_area")
    if deciding.to_save("series", forms.SAVE_MEANS, language):
        series = Series(meeting_store.new_id("series"), area, Text.same(" ".join(name.split())))
        editing.save(
            "series",
            partial(meeting_store.put, record=series, by=visit.person, seen=None),
            partial(_told, language=visit.view.language),
            visit,
            fields,
        )


def _meeting(series: Series, visit: Visit) -> None:
    language = visit.view.language
    day = offered.day(forms.DAY.within(language), None, "meeting_day", language)
    if deciding.to_save("meeting", forms.SAVE_MEANS, language, disabled=day is None) and day:
        meeting = Meeting(meeting_store.new_id("meeting"), series.id, day)

        def save(connection: sa.Connection) -> None:
            meeting_store.put(connection, meeting, visit.person, None)

        editing.save("meeting", save, partial(_told, language=visit.view.language), visit, ["meeting_day"])


def _close(meeting: Meeting, scene: MeetingScene, visit: Visit) -> None:
    """Close a meeting with what it opened with, or open it again."""
    language = scene.language
    means = [day_in_words(meeting.day, language), FOR_EVERYBODY.within(language), forms.HOLD_MEANS.within(language)]
    label, yes = (forms.REOPEN, forms.REOPEN) if meeting.held_at else (forms.HOLD, forms.HOLD_YES)
    if not confirmed(Act(label.within(language), yes.within(language), means), f"hold_{meeting.id}"):
        return

    def close(connection: sa.Connection) -> None:
        if meeting.held_at:
            meeting_store.put(connection, replace(meeting, held_at=None, kept=None), visit.person, meeting)
        else:
            meeting_store.hold(connection, meeting, scene.opening.as_json(), visit.person)

    editing.save(f"hold_{meeting.id}", close, partial(_told, language=visit.view.language), visit)


def _remove(series: Series, scene: MeetingScene, visit: Visit) -> None:
    """Take the meeting away, or the whole series, with all that belongs to it."""
    whole: dict[Text, Series | Meeting | None] = {forms.REMOVE_MEETING: scene.meeting, forms.REMOVE_SERIES: series}
    with st.container(horizontal=True):
        for label, record in whole.items():
            if record is None:
                continue
            named = scene.called(record) if isinstance(record, Meeting) else record.name.within(scene.language)
            means = [named, forms.REMOVE_ALL_MEANS.within(scene.language)]
            if deciding.to_remove(record.id, means, scene.language, label):
                action = partial(meeting_store.remove, record=record, by=visit.person, seen=record)
                editing.save(record.id, action, partial(_told, language=visit.view.language), visit)


def _told(record: object, language: Language) -> str:
    """A series or a meeting as somebody else has left it."""
    if isinstance(record, Meeting):
        return called(record, language)
    return record.name.within(language) if isinstance(record, Series) else ""
