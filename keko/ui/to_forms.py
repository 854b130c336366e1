"""Quiet links from where targets, actions and events are shown to the forms in which they are changed, for whoever may change them."""

import streamlit as st

from keko.room.targets import EDITORS
from keko.ui.session import Visit
from keko.ui.view import View, everybody
from keko.words import admin_events, admin_targets, goals


def to_targets(view: View, visit: Visit, has_one: bool = False) -> None:
    """To the target of the view's area and indicator. `has_one`: whether there is one already."""
    if _may_edit(view, visit):
        label = admin_targets.TO_CHANGE if has_one else admin_targets.TO_SET
        visit.link("goals", label.within(view.language), everybody(view).with_(picture="tavoitteet"))


def to_all(view: View, visit: Visit, has_one: bool) -> None:
    """The same beside each other, to the actions, and to the events."""
    if _may_edit(view, visit):
        with st.container(horizontal=True):
            to_targets(view, visit, has_one)
            to_actions(view, visit)
            to_events(view, visit)


def to_actions(view: View, visit: Visit) -> None:
    """To the actions of the view's area."""
    if _may_edit(view, visit):
        visit.link("goals", goals.TO_ACTIONS.within(view.language), everybody(view).with_(picture="toimenpiteet"))


def to_events(view: View, visit: Visit) -> None:
    """To the events of the view's area."""
    if _may_edit(view, visit):
        events = everybody(view).with_(picture="tapahtumat")
        visit.link("admin", admin_events.TO_EVENTS.within(view.language), events)


def _may_edit(view: View, visit: Visit) -> bool:
    return not view.presented and visit.person.may(*EDITORS, areas=[view.area])
