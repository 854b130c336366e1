"""The decisions of a meeting, and the form of one: what, on which figure, what is meant to happen by when, and who answers."""

from dataclasses import replace
from functools import partial
from typing import cast

import streamlit as st

from keko.ecosystem.offered import touching
from keko.exchange.agreed import in_a_line, marked
from keko.room import meeting_store
from keko.room.frozen import Figure
from keko.room.meetings import LONGEST_TEXT, LONGEST_TITLE, STATES, Decision, Meeting, State
from keko.room.then_and_now import Direction
from keko.ui import loads
from keko.ui.forms import deciding, editing, offered
from keko.ui.meeting import queries, tables
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit
from keko.words import meeting_forms as forms
from keko.words import meetings as words

NEW, NONE = "new", ""
_FIELDS = ("what", "figure", "meant", "due", "responsible", "action", "state")


def show(scene: MeetingScene, visit: Visit) -> None:
    """What was decided, and the form of whoever may change it."""
    st.html(tables.decided(scene))
    meeting, language = scene.meeting, scene.language
    if meeting is None or not scene.may_lead or visit.view.presented:
        return
    offered_here = [*scene.book.decided([meeting.id]), *scene.book.carried(meeting)]
    names = {NEW: forms.NEW_DECISION.within(language)} | {each.id: _short(each.what) for each in offered_here}
    with offered.column():
        chosen = offered.pick(forms.CHOOSE_DECISION.within(language), names, NEW, "decision_chosen")
        _form(scene.book.decisions.get(chosen), meeting, scene, visit)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _form(decision: Decision | None, meeting: Meeting, scene: MeetingScene, visit: Visit) -> None:
    key = f"decision_{decision.id if decision else NEW}"
    fields = [f"{key}_{name}" for name in _FIELDS]
    record = editing.seen(key, decision, fields)
    wanted = _ask(record, meeting, key, scene, visit)
    language, by, told = scene.language, visit.person, partial(_told, scene=scene)
    with st.container(horizontal=True):
        if deciding.to_save(key, forms.SAVE_MEANS, language):
            editing.save(key, lambda connection: meeting_store.put(connection, wanted, by, record), told, visit, fields)
        if record and deciding.to_remove(key, [forms.REMOVE_MEANS.within(language)], language):
            editing.save(
                key, lambda connection: meeting_store.remove(connection, record, by, record), told, visit, fields
            )


def _told(record: object, scene: MeetingScene) -> str:
    """A decision as somebody else has left it, with all that may be another than what was seen."""
    if not isinstance(record, Decision):
        return ""
    actions = {each.id: each.name.within(scene.language) for each in queries.actions(scene.version)}
    follows = actions.get(record.action or "", "")
    return " – ".join(filter(None, (in_a_line(record, scene.today, scene.language), follows)))


def _ask(had: Decision | None, meeting: Meeting, key: str, scene: MeetingScene, visit: Visit) -> Decision:
    """The decision as the fields say it; what is missing is told when it is saved."""
    language = scene.language
    record = had or Decision(meeting_store.new_id("decision"), meeting.id, "", "")
    what = st.text_area(
        forms.WHAT.within(language),
        max_chars=LONGEST_TEXT,
        help=forms.NO_PERSONS.within(language),
        key=offered.field(f"{key}_what", record.what),
    )
    figure, seal = _figure(record, key, scene, visit)
    meant = _meant(record, figure, key, visit)
    due = offered.day(forms.DUE.within(language), record.due, f"{key}_due", language)
    responsible = st.text_input(
        forms.RESPONSIBLE.within(language),
        max_chars=LONGEST_TITLE,
        help=forms.NO_PERSONS.within(language),
        key=offered.field(f"{key}_responsible", record.responsible),
    )
    return replace(
        record,
        what=what,
        figure=figure,
        seal=seal,
        meant=meant,
        due=due,
        responsible=responsible,
        action=_action(record, key, scene),
        state=_state(record, key, scene) if had else "open",
    )


def _figure(record: Decision, key: str, scene: MeetingScene, visit: Visit) -> tuple[Figure | None, str | None]:
    """One of the figures of the views that are pinned to the meeting, or the one that it has already."""
    every: dict[str, tuple[Figure, str | None]] = {}
    if record.figure:
        every[_key(record.figure)] = (record.figure, record.seal)
    for item in scene.agenda:
        view = queries.view(item.seal, visit.version) if item.seal else None
        for figure in view.figures if view else ():
            every.setdefault(_key(figure), (figure, item.seal))
    names = {NONE: forms.NO_FIGURE.within(scene.language)}
    names |= {
        id_: marked(f"{figure.name}: {figure.written}", figure.is_demo, scene.language)
        for id_, (figure, _) in every.items()
    }
    usual = _key(record.figure) if record.figure else NONE
    chosen = offered.pick(forms.ABOUT.within(scene.language), names, usual, f"{key}_figure")
    return every.get(chosen, (None, None))


def _key(figure: Figure) -> str:
    parts = (figure.indicator, figure.area, figure.sex, figure.age, figure.breakdown, str(figure.point.get("period")))
    return "|".join(parts)


def _meant(record: Decision, figure: Figure | None, key: str, visit: Visit) -> Direction | None:
    """Which way the figure is meant to go: at first the one that is better."""
    if figure is None:
        return None
    item = loads.catalogue(visit.version).get(figure.indicator)
    usual: Direction = "lower" if item and item.polarity == "lower" else "higher"
    names = {direction: name.within(visit.view.language) for direction, name in words.DIRECTIONS.items()}
    title = forms.MEANT.within(visit.view.language)
    return cast(Direction, offered.pick(title, cast(dict[str, str], names), record.meant or usual, f"{key}_meant"))


def _action(record: Decision, key: str, scene: MeetingScene) -> str | None:
    """The action that follows, of those that touch the area."""
    here = touching(scene.series.area, loads.areas(scene.version)) if scene.series else frozenset()
    every = [each for each in queries.actions(scene.version) if not here.isdisjoint(each.areas)]
    names = {NONE: forms.NO_ACTION.within(scene.language)} | {
        each.id: each.name.within(scene.language) for each in every
    }
    names = offered.with_stored(names, [record.action] if record.action else [])
    return offered.pick(forms.ACTION.within(scene.language), names, record.action or NONE, f"{key}_action") or None


def _state(record: Decision, key: str, scene: MeetingScene) -> State:
    names = {state: words.STATES[state].within(scene.language) for state in STATES}
    title = forms.STATE.within(scene.language)
    return cast(State, offered.pick(title, cast(dict[str, str], names), record.state, f"{key}_state"))
