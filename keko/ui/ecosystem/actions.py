"""An undertaking made of an obstacle: one confirmed click, and it stands among the area's goals and actions."""

from collections.abc import Collection
from datetime import date
from functools import partial
from hashlib import sha256

import sqlalchemy as sa
import streamlit as st

from keko.data.areas import WHOLE_COUNTRY
from keko.data.names import LONGEST_NAME
from keko.data.people import Person
from keko.data.text import Text
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.records import SECTORS, Obstacle, Record, called
from keko.ecosystem.register import Register, may_edit
from keko.ecosystem.store import write
from keko.room import undertakings
from keko.room.undertaking_store import read_undertakings, write_undertaking
from keko.room.undertakings import Undertaking
from keko.ui import room
from keko.ui.confirming import Act, confirmed
from keko.ui.ecosystem import rendered
from keko.ui.forms import editing
from keko.ui.forms.offered import told_apart
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import ecosystem as words
from keko.words.confirming import FOR_EVERYBODY

_FORM = "make_action"


def offer(view: View, visit: Visit, today: date) -> None:
    """The obstacles that have no action yet, one of them to be made one, for whoever may."""
    language = view.language
    editing.show_saved(visit)
    names = _to_choose_from(visit.person, view, today, visit.version)
    if not names or view.presented:
        return
    chosen = st.selectbox(
        words.OBSTACLE.within(language), list(names), format_func=names.__getitem__, key="obstacle", width=480
    )
    if obstacle := room.register(visit.version).get(Obstacle, chosen):
        _ask(obstacle, names[chosen], visit, today)


def offer_of(record: Record, visit: Visit, today: date) -> None:
    """An obstacle to be made an action, for whoever may, where it has none; nothing of another record."""
    register, there_are = room.register(visit.version), room.undertakings(visit.version)
    if isinstance(record, Obstacle) and may_make(visit.person, record, register, today, there_are):
        _ask(record, record.what.within(visit.view.language), visit, today)


def _ask(obstacle: Obstacle, name: str, visit: Visit, today: date) -> None:
    """The button; `name`: of the obstacle, as it is told apart from others."""
    language = visit.view.language
    act = Act(
        words.MAKE_ACTION.within(language),
        words.YES.within(language),
        [name, FOR_EVERYBODY.within(language), words.MEANS.within(language)],
        icon=":material/flag:",
    )
    if confirmed(act, _FORM):
        action = partial(make, obstacle=obstacle, by=visit.person, today=today)
        editing.save(
            _FORM, action, lambda now: called(now).within(language) if isinstance(now, Obstacle) else "", visit
        )


@kept(200)
def _to_choose_from(by: Person, view: View, today: date, version: DataVersion) -> dict[str, str]:
    """Id and words of the obstacles that somebody may make an action of: those of the view's group and stage first."""
    register, found = room.register(version), obstacles(rendered.scene_of(view, today, version).here, today)
    there_are = room.undertakings(version)
    looked_at = found.at(view.segment, view.stage) if view.segment or view.stage else []
    names = {
        obstacle.id: obstacle.what.within(view.language)
        for obstacle in (*looked_at, *found.standing)
        if may_make(by, obstacle, register, today, there_are)
    }
    return told_apart(names, str)


def may_make(by: Person, obstacle: Obstacle, register: Register, today: date, there_are: Collection[str] = ()) -> bool:
    """Whether somebody may make an action of an obstacle: it is real and has none, and they may edit it and its areas' undertakings.

    `there_are`: ids of the undertakings; an action that was removed there is none.
    """
    is_free = obstacle.action not in there_are and not register.entries[obstacle.key].is_demo
    return (
        is_free and may_edit(by, obstacle, register.records) and undertakings.may_edit(by, action_of(obstacle, today))
    )


def make(connection: sa.Connection, obstacle: Obstacle, by: Person, today: date) -> None:
    """Write the action, and into the obstacle, as `by` saw it, that it has one.

    One that was made of it before and still stands is taken again.

    Raises:
        NotAllowed: they may not edit the obstacle, or the undertakings of its areas.
        Refused: it names somebody, or a group or an area that there is not.
        ChangedMeanwhile: the obstacle is not what was seen.
    """
    action = action_of(obstacle, today)
    if action.id not in read_undertakings(connection):
        write_undertaking(connection, action, by, None)
    now = obstacle.model_copy(update={"action": action.id, "state": "in-progress"})
    write(connection, [now], by, seen={obstacle.key: obstacle})


def action_of(obstacle: Obstacle, today: date) -> Undertaking:
    """The undertaking: called what the obstacle is, in its areas, for its group, answered for by who could remove it.

    It aims at the indicators that measure how long one waits for the obstacle's stage, so that it stands on their time lines.
    """
    is_actor = obstacle.remover is not None and obstacle.remover not in SECTORS
    group = ((obstacle.model, obstacle.segment),) if obstacle.model and obstacle.segment else ()
    return Undertaking(
        id=f"obstacle-{sha256(obstacle.id.encode()).hexdigest()[:12]}",
        name=Text(*(_shortened(text) for text in obstacle.what)),
        owner=obstacle.remover if is_actor else None,
        areas=obstacle.areas or (WHOLE_COUNTRY,),
        status="under way",
        begins=today,
        indicators=next((stage.delays for stage in room.stages() if stage.code == obstacle.stage), ()),
        segments=group,
        obstacle=obstacle.id,
    )


def _shortened(text: str) -> str:
    """On one line, no longer than a name may be."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"
