"""A meeting shown to a room: one thing at a time, with what it began with, whatever is published or changed meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from keko.room.meetings import Item, Meeting
from keko.ui import html
from keko.ui.meeting import agenda, tables
from keko.ui.meeting.opening import Opening
from keko.ui.meeting.scene import MeetingScene, is_asked
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, View
from keko.words import meetings as words

_KEY = "keko_presented_meeting"


class Slide(NamedTuple):
    """A part of the page, by its name, and of the agenda one item."""

    part: str
    item: Item | None = None

    def is_of(self, item: str | None) -> bool:
        """Whether it shows the item that an address names, or no item at all."""
        return self.item is None or is_asked(self.item, item)


@dataclass(frozen=True)
class Presented:
    """What a presentation goes on with: the meeting as it was when it began."""

    scene: MeetingScene
    opening: Opening

    @property
    def slides(self) -> list[Slide]:
        """What it opens with where there is anything, the items of the agenda, and what was decided."""
        first = [Slide("avaus")] if self.opening.told or self.opening.since else []
        return [*first, *(Slide("asialista", item) for item in self.scene.agenda), Slide("paatokset")]


def show(scene: MeetingScene, meeting: Meeting, visit: Visit) -> None:
    """The slide that the address asks for; what has come since is announced, and not loaded."""
    st.query_params[PARAMETERS["meeting"]] = meeting.id  # so that another is never gone on with
    presented = _begun(scene)
    slides, language = presented.slides, scene.language
    place = _place(slides, visit.view)
    slide = slides[place]
    if slide.item:
        agenda.show_item(slide.item, visit, as_slide=True)
    elif slide.part == "avaus":
        show_opening(presented.opening, presented.scene, as_slide=True)
    else:
        st.html(html.finding(_called(presented.scene), words.PARTS[slide.part].within(language)))
        st.html(tables.decided(presented.scene))
    if scene.version != presented.scene.version or scene.book != presented.scene.book:
        st.html(html.notice(words.ANNOUNCED.within(language), "status"))
    _turn(place, slides, visit)


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


def _place(slides: Sequence[Slide], view: View) -> int:
    """Where the slide is that the view asks for, as the page does: a part, and of the agenda an item. Else the first."""
    exact = [n for n, slide in enumerate(slides) if slide.part == view.picture and slide.is_of(view.item)]
    alike = [n for n, slide in enumerate(slides) if slide.part == view.picture]
    return next(iter([*exact, *alike]), 0)


def _turn(place: int, slides: Sequence[Slide], visit: Visit) -> None:
    """Backwards and forwards, by buttons and by arrow keys."""
    language = visit.view.language
    with st.container(key="slides", horizontal=True, vertical_alignment="center"):
        for label, to, key in ((words.PREVIOUS, place - 1, "Left"), (words.NEXT, place + 1, "Right")):
            st.button(
                label.within(language),
                key=f"slide_{key.lower()}",
                type="tertiary",
                shortcut=key,
                disabled=not 0 <= to < len(slides),
                on_click=_turn_to,
                args=(slides[to % len(slides)],),
            )
        st.html(f"<p>{words.SLIDE.within(language, place=place + 1, all=len(slides))}</p>")


def _turn_to(slide: Slide) -> None:
    """The address says what is shown, so that whoever leaves the presentation there finds it on the page."""
    st.query_params[PARAMETERS["picture"]] = slide.part
    if slide.item:
        st.query_params[PARAMETERS["item"]] = slide.item.id
    else:
        st.query_params.pop(PARAMETERS["item"], None)
