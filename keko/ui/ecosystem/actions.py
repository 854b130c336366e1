"""An undertaking made of an obstacle: one confirmed click, and it stands among the area's goals and actions."""

from datetime import date
from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.data.areas import WHOLE_COUNTRY
from keko.data.names import LONGEST_NAME
from keko.data.people import Person
from keko.data.text import Text
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.records import SECTORS, Obstacle, called
from keko.ecosystem.register import Register, may_edit
from keko.ecosystem.store import write
from keko.room import undertakings
from keko.room.undertaking_store import write_undertaking
from keko.room.undertakings import Undertaking, new_id
from keko.ui.confirming import Act, confirmed
from keko.ui.ecosystem import queries, rendered
from keko.ui.forms import editing
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import ecosystem as words
from keko.words.confirming import FOR_EVERYBODY

_FORM = "make_action"


def offer(view: View, visit: Visit, today: date) -> None:
    """The obstacles that have no action yet, one of them to be made one, for whoever may."""
    language = view.language
    editing.show_saved(visit)
    register = queries.register(visit.version)
    scene = rendered.scene_of(view, today, visit.version)
    names = {
        obstacle.id: obstacle.what.within(language)
        for obstacle in obstacles(scene.here, today).standing
        if may_make(visit.person, obstacle, register, today)
    }
    if not names or view.presented:
        return
    chosen = st.selectbox(
        words.OBSTACLE.within(language), list(names), format_func=names.__getitem__, key="obstacle", width=480
    )
    act = Act(
        words.MAKE_ACTION.within(language),
        words.YES.within(language),
        [FOR_EVERYBODY.within(language), names[chosen], words.MEANS.within(language)],
        icon=":material/flag:",
    )
    obstacle = register.get(Obstacle, chosen)
    if confirmed(act, _FORM) and obstacle:
        action = partial(make, obstacle=obstacle, by=visit.person, today=today)
        editing.save(
            _FORM, action, lambda now: called(now).within(language) if isinstance(now, Obstacle) else "", visit
        )


def may_make(by: Person, obstacle: Obstacle, register: Register, today: date) -> bool:
    """Whether somebody may make an action of an obstacle: it is real and has none, and they may edit it and its areas' undertakings."""
    is_free = obstacle.action is None and not register.entries[obstacle.key].is_demo
    return (
        is_free and may_edit(by, obstacle, register.records) and undertakings.may_edit(by, action_of(obstacle, today))
    )


def make(connection: sa.Connection, obstacle: Obstacle, by: Person, today: date) -> None:
    """Write the action, and into the obstacle, as `by` saw it, that it has one.

    Raises:
        NotAllowed: they may not edit the obstacle, or the undertakings of its areas.
        Refused: it names somebody, or a group or an area that there is not.
        ChangedMeanwhile: the obstacle is not what was seen.
    """
    action = action_of(obstacle, today)
    write_undertaking(connection, action, by, None)
    now = obstacle.model_copy(update={"action": action.id, "state": "in-progress"})
    write(connection, [now], by, seen={obstacle.key: obstacle})


def action_of(obstacle: Obstacle, today: date) -> Undertaking:
    """The undertaking: called what the obstacle is, in its areas, for its group, answered for by who could remove it."""
    is_actor = obstacle.remover is not None and obstacle.remover not in SECTORS
    group = ((obstacle.model, obstacle.segment),) if obstacle.model and obstacle.segment else ()
    return Undertaking(
        id=new_id(),
        name=Text(*(_shortened(text) for text in obstacle.what)),
        owner=obstacle.remover if is_actor else None,
        areas=obstacle.areas or (WHOLE_COUNTRY,),
        status="under way",
        begins=today,
        segments=group,
        obstacle=obstacle.id,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"
