"""The page of meetings: the chosen one, in parts, or slide by slide before a room."""

from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from keko.data.people import anyone
from keko.ui import html, loads, presenting
from keko.ui.forms import editing
from keko.ui.meeting import agenda, choices, decision_form, downloads, managing, slides
from keko.ui.meeting.scene import MeetingScene, scene
from keko.ui.session import Visit
from keko.words import meetings as words
from keko.words.area_labels import label


def show(visit: Visit, today: date) -> None:
    """Nothing of meetings to somebody who has not signed in where others do."""
    language = visit.view.language
    if visit.person.subject == anyone().subject:
        st.html(html.finding(words.PAGE.within(language), words.SIGNED_IN_ONLY.within(language)))
        return
    here = scene(visit, today)
    if visit.view.presented and here.meeting:
        slides.show(here, here.meeting, visit)
        return
    slides.stop()
    if visit.view.presented:  # its meeting is gone: no other begins by itself
        presenting.stop()
        st.rerun()
    _head(here, visit)
    editing.show_saved(visit)
    choices.ask(here, visit)
    if here.meeting or here.part == "hallinta":
        _PARTS[here.part](here, visit)
    downloads.offer(here, visit)


def _head(here: MeetingScene, visit: Visit) -> None:
    """Which meeting, and what awaits it."""
    language = here.language
    if here.series is None:
        st.html(html.finding(words.PAGE.within(language), _why_none(here, visit)))
        _offer_series(here)
    elif here.meeting is None:
        name = escape(here.series.name.within(language))
        st.html(html.finding(name, words.NO_MEETINGS.within(language)))
    else:
        told = here.opening.told
        late = sum(each.standing == "late" for each in told)
        still = sum(each.standing in {"open", "under way", "late"} for each in told)
        finding = words.FINDING.within(language, count=len(here.agenda), open=still, late=late)
        name = f"{here.series.name.within(language)} {here.called(here.meeting)}"
        st.html(html.finding(escape(name), finding))
    if here.series and here.series.is_demo:
        st.html(html.notice(words.DEMO.within(language)))


def _why_none(here: MeetingScene, visit: Visit) -> str:
    """Why no meeting is shown."""
    if here.is_elsewhere:
        return words.NOT_THERE.within(here.language)
    if here.book.series:
        return words.NONE_OF_AREA.within(
            here.language, area=label(loads.areas(visit.version)[visit.view.area], here.language)
        )
    said = words.NO_SERIES if visit.person.may_for_all("analyst") else words.NO_SERIES_TO_READ
    return said.within(here.language)


def _offer_series(here: MeetingScene) -> None:
    """The series that may be read instead."""
    links = [
        html.link("meeting", here.view.with_(meeting=each.id, item=None, picture=""), here.series_called(each))
        for each in here.book.series.values()
    ]
    if links:
        items = "".join(f"<li>{link}</li>" for link in links)
        st.html(f'{html.heading(words.READABLE.within(here.language))}<ul class="keko-open">{items}</ul>')


def _opening(here: MeetingScene, visit: Visit) -> None:
    slides.show_opening(here.opening, here)


_PARTS: dict[str, Callable[[MeetingScene, Visit], None]] = {
    "avaus": _opening,
    "asialista": agenda.show,
    "paatokset": decision_form.show,
    "hallinta": managing.show,
}
