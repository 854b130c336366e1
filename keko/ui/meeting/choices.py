"""What a reader chooses on the page of meetings: the series, the meeting, and the part of it."""

import streamlit as st

from keko.ui import presenting
from keko.ui.filters import buttons, drop_down
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit
from keko.ui.view import MEETING_PICTURES, PARAMETERS
from keko.words import meeting_forms as forms
from keko.words import meetings as words


def ask(scene: MeetingScene, visit: Visit) -> None:
    """One row, and the button that presents the meeting."""
    language, book = scene.language, scene.book
    parts = [part for part in MEETING_PICTURES if part != "hallinta" or scene.may_lead]
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        if scene.series and len(book.series) > 1:
            names = {id_: scene.series_called(series) for id_, series in book.series.items()}
            drop_down(
                "meeting", scene.series.id, words.SERIES.within(language), list(names), names.__getitem__, key="series"
            )
        if scene.series and scene.meeting:
            called = {each.id: scene.called(each) for each in reversed(book.meetings_of(scene.series.id))}
            title = words.MEETING.within(language)
            drop_down("meeting", scene.meeting.id, title, list(called), called.__getitem__)
            shown = scene.view.with_(picture=scene.part)
            buttons("picture", shown, words.MEETING, parts, words.PARTS, label_visibility="collapsed", wrap=True)
            st.button(
                forms.PRESENT.within(language),
                key="present_meeting",
                icon=":material/present_to_all:",
                on_click=_present,
                args=(scene.meeting.id,),
            )


def _present(meeting: str) -> None:
    """Begin at the first slide."""
    st.query_params[PARAMETERS["meeting"]] = meeting
    for part in ("picture", "item"):
        st.query_params.pop(PARAMETERS[part], None)
    presenting.begin()
