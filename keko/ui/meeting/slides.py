"""A meeting shown to a room: one thing at a time, with what it began with, whatever is published or changed meanwhile."""

from dataclasses import dataclass

import streamlit as st

from keko.room.meetings import Item
from keko.ui import html
from keko.ui.meeting import agenda, tables
from keko.ui.meeting.opening import Opening
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS
from keko.words import meetings as words

_KEY = "keko_presented_meeting"


@dataclass(frozen=True)
class Presented:
    """What a presentation goes on with: the meeting as it was when it began."""

    scene: MeetingScene
    opening: Opening

    @property
    def slides(self) -> list[Item | str]:
        """The parts of the page by name, and between them the items of the agenda."""
        first = ["avaus"] if self.opening.told or self.opening.since else []
        return [*first, *self.scene.agenda, "paatokset"]


def show(scene: MeetingScene, visit: Visit) -> None:
    """The slide that the address asks for; what has come since is announced, and not loaded."""
    presented = _begun(scene)
    slides, language = presented.slides, scene.language
    place = min(max(int(visit.view.slide or 1), 1), len(slides))
    slide = slides[place - 1]
    if isinstance(slide, Item):
        agenda.show_item(slide, visit, as_slide=True)
    elif slide == "avaus":
        show_opening(presented.opening, presented.scene, as_slide=True)
    else:
        st.html(html.finding(_called(presented.scene), words.PARTS[slide].within(language)))
        st.html(tables.decided(presented.scene))
    if scene.version != presented.scene.version or scene.book != presented.scene.book:
        st.html(html.notice(words.ANNOUNCED.within(language), "status"))
    _turn(place, len(slides), visit)


def show_opening(opening: Opening, scene: MeetingScene, as_slide: bool = False) -> None:
    """The receipt of earlier decisions, and what has changed."""
    language = scene.language
    title = words.PARTS["avaus"].within(language)
    if as_slide:
        st.html(html.finding(_called(scene), title))
    st.html(tables.receipt(opening, scene))
    if opening.since:
        st.html(html.heading(words.SINCE.within(language)) + tables.changes(opening, language))


def stop() -> None:
    """Nothing is presented: the next presentation begins with what there is then."""
    st.session_state.pop(_KEY, None)


def _begun(scene: MeetingScene) -> Presented:
    """What the presentation of this meeting in this visit began with."""
    begun: Presented | None = st.session_state.get(_KEY)
    if (
        begun is None
        or begun.scene.meeting is None
        or scene.meeting is None
        or begun.scene.meeting.id != scene.meeting.id
    ):
        begun = Presented(scene, scene.opening)
        st.session_state[_KEY] = begun
    return begun


def _called(scene: MeetingScene) -> str:
    """The series and the day, as a title."""
    name = scene.series.name.within(scene.language) if scene.series else ""
    return f"{name} {scene.called(scene.meeting)}" if scene.meeting else name


def _turn(place: int, last: int, visit: Visit) -> None:
    """Backwards and forwards, by buttons and by arrow keys."""
    language = visit.view.language
    with st.container(key="slides", horizontal=True, vertical_alignment="center"):
        for label, to, key in ((words.PREVIOUS, place - 1, "Left"), (words.NEXT, place + 1, "Right")):
            st.button(
                label.within(language),
                key=f"slide_{key.lower()}",
                type="tertiary",
                shortcut=key,
                disabled=not 1 <= to <= last,
                on_click=_turn_to,
                args=(to,),
            )
        st.html(f"<p>{words.SLIDE.within(language, place=place, all=last)}</p>")


def _turn_to(place: int) -> None:
    st.query_params[PARAMETERS["slide"]] = str(place)
