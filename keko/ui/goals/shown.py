"""The page: its finding, what there is of each picture, and the forms for whoever may edit."""

from datetime import date

import streamlit as st

from keko.ui import html, loads, opening, to_forms
from keko.ui.filters import buttons
from keko.ui.forms import editing
from keko.ui.goals import action_form, follow_up, target_form
from keko.ui.goals.action_table import action_table
from keko.ui.goals.scene import GoalScene
from keko.ui.goals.target_table import target_table
from keko.ui.session import Visit
from keko.ui.view import GOAL_PICTURES, View, everybody
from keko.words import goals as words
from keko.words import goals_sentences as sentences


def settled(view: View) -> View:
    """The view with a picture that the page has; targets are about everybody, and of today."""
    picture = view.picture if view.picture in GOAL_PICTURES else GOAL_PICTURES[0]
    return everybody(view).with_(picture=picture, sex="total", period=None)


def show(view: View, visit: Visit, today: date) -> None:
    """The picture that the view asks for, as it is on a day."""
    language, areas = view.language, loads.areas(visit.version)
    scene = GoalScene(view, areas, visit.version, today)
    title = words.PICTURES[view.picture].within(language)
    opening.show_finding_of_area(title, view, areas, finding(scene))
    opening.show_left_out(visit.view, view)
    if any(scene.demo_flags):
        st.html(html.notice(words.DEMO.within(language)))
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons("picture", view, words.PICTURE, GOAL_PICTURES, words.PICTURES, wrap=True)
    for block in blocks(scene):
        st.html(block)
    editing.show_saved(visit)
    _forms(view, visit)


def finding(scene: GoalScene) -> str:
    """What leadership has to know first."""
    if scene.view.picture == "hanke":
        return follow_up.finding(scene)
    language = scene.language
    behind = [each.standing.item.names.within(language) for each in scene.behind]
    late = [each.name.within(language) for each in scene.late("action")]
    targets = sentences.targets_in_words(behind, len(scene.developments), language)
    every = scene.of("action")
    unchecked = sum(each.lateness(scene.today) == "not known" for each in every)
    actions = sentences.actions_in_words(late, len(every), language, unchecked)
    both = [targets, actions] if scene.view.picture == "tavoitteet" else [actions, targets]
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in both)


def blocks(scene: GoalScene) -> list[str]:
    """What stands under the finding, as HTML."""
    match scene.view.picture:
        case "tavoitteet":
            return [target_table(scene)] if scene.developments else []
        case "toimenpiteet":
            every = scene.of("action")
            return [action_table(scene, every)] if every else []
        case _:
            return follow_up.blocks(scene)


def _forms(view: View, visit: Visit) -> None:
    match view.picture:
        case "tavoitteet":
            target_form.show(visit)
        case "toimenpiteet":
            action_form.show(visit, ("action",))
            to_forms.to_events(view, visit)
        case _:
            action_form.show(visit, ("deliverable", "recommendation", "leadership"))
