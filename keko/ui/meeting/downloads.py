"""What is taken along from a meeting: its minutes as text, and the due dates of its decisions for a calendar."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from keko.exchange.agreed import Carried, in_a_line, receipt
from keko.exchange.due_dates import calendar_bytes
from keko.exchange.handout import demo_notice
from keko.exchange.minutes import Minutes, as_markdown
from keko.exchange.tables import file_name
from keko.room.frozen import FrozenView
from keko.room.meeting_rights import must_read
from keko.room.meetings import Meeting, Series
from keko.ui import taking_along
from keko.ui.meeting import queries, tables
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit, asker
from keko.ui.taking_along import Agreed
from keko.words import meeting_forms as forms
from keko.words import meetings as words


def offer(scene: MeetingScene, visit: Visit) -> None:
    """The two files, each made when somebody asks for it who may still read the meeting then."""
    series, meeting, language = scene.series, scene.meeting, scene.language
    if series is None or meeting is None:
        return
    title, ask = f"{series.name.within(language)} {scene.called(meeting)}", asker()

    def minutes() -> bytes:
        must_read(ask(), series.area)
        return as_markdown(_minutes(title, series, meeting, scene), scene.today, language).encode()

    def calendar() -> bytes:
        must_read(ask(), series.area)
        decisions = [*scene.book.carried(meeting), *scene.book.decided([meeting.id])]
        return calendar_bytes(decisions, series.name.within(language), datetime.now(UTC), language)

    files: dict[str, tuple[str, str, Callable[[], bytes]]] = {
        "md": (forms.MINUTES.within(language), "text/markdown", minutes),
        "ics": (forms.DUE_DATES.within(language), "text/calendar", calendar),
    }
    with st.container(key="downloads", horizontal=True):
        for ending, (label, kind, make) in files.items():
            name = file_name([label, series.name.within(language), meeting.day.isoformat()], ending)
            st.download_button(
                label, make, name, kind, key=f"download_{ending}", on_click="ignore", icon=":material/download:"
            )
    _offer_views(title, meeting, scene, visit)


def _offer_views(title: str, meeting: Meeting, scene: MeetingScene, visit: Visit) -> None:
    """The pinned views as slides, as a report, as an annex and as tables, with what was decided then and before."""
    seals = list(dict.fromkeys(item.seal for item in scene.agenda if item.seal))
    agreed = _about(meeting, scene)
    if seals or agreed.decisions or agreed.receipt:
        taking_along.offer(partial(_views, seals, scene), title, visit, agreed, seals=seals)


def _views(seals: list[str], scene: MeetingScene) -> list[FrozenView]:
    return [view for seal in seals if (view := queries.view(seal, scene.version))]


def _carried(scene: MeetingScene) -> list[Carried]:
    """What became of the decisions that the meeting opened with, of those that are still there."""
    decisions = scene.book.decisions
    return [
        (decisions[each.decision], each.told, each.state) for each in scene.opening.told if each.decision in decisions
    ]


def _about(meeting: Meeting, scene: MeetingScene) -> Agreed:
    """What the meeting agreed, and what became of what was agreed before."""
    language, carried = scene.language, _carried(scene)
    remarks = {
        words.DEMO: bool(scene.series and scene.series.is_demo),
        words.OPENING_NOT_READABLE: not scene.opening.is_readable,
    }
    actions = {decision.id: tables.follows(decision, scene) for decision, _, _ in carried}
    return Agreed(
        decisions=tuple(
            in_a_line(each, scene.today, language, tables.follows(each, scene))
            for each in scene.book.decided([meeting.id])
        ),
        receipt=receipt(carried, actions, language) if carried else None,
        remark=" ".join(remark.within(language) for remark, holds in remarks.items() if holds),
    )


def _finding(view: FrozenView) -> str:
    """What a view found, and that its figures are demo figures where they are."""
    notice = demo_notice(view)
    return f"{view.title}: {view.finding}" + (f" ({notice})" if notice else "")


def _minutes(title: str, series: Series, meeting: Meeting, scene: MeetingScene) -> Minutes:
    opening, decisions = scene.opening, scene.book.decisions
    views = {item.id: queries.view(item.seal, scene.version) for item in scene.agenda if item.seal}
    return Minutes(
        title,
        _carried(scene),
        opening.changes if opening.is_readable else [words.OPENING_NOT_READABLE],
        scene.agenda,
        {id_: _finding(view) if view else words.NOT_READABLE.within(scene.language) for id_, view in views.items()},
        scene.book.decided([meeting.id]),
        opening.data_version,
        series.is_demo,
        {id_: tables.follows(each, scene) for id_, each in decisions.items()},
    )
