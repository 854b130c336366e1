"""The agenda: its items, and the one that is looked at with its pinned view."""

import streamlit as st

from keko.room.meetings import Item
from keko.ui import html
from keko.ui.meeting import item_form, pinned, queries
from keko.ui.meeting.scene import MeetingScene
from keko.ui.session import Visit
from keko.words import meetings as words


def show(scene: MeetingScene, visit: Visit) -> None:
    """The list, and the item that is looked at."""
    if len(scene.agenda) > 1:
        items = "".join(f"<li>{_link(item, scene)}</li>" for item in scene.agenda)
        st.html(f'<ol class="keko-agenda">{items}</ol>')
    if scene.lacks_item:
        st.html(html.notice(words.ITEM_NOT_THERE.within(scene.language), "status"))
    if scene.item:
        show_item(scene.item, visit)
    if scene.may_add and scene.meeting and not visit.view.presented:
        item_form.show(scene, scene.meeting, visit)


def show_item(item: Item, visit: Visit, as_slide: bool = False) -> None:
    """An item: its view as it was pinned, its note. `as_slide`: with the finding as the heading of all."""
    language = visit.view.language
    view = queries.view(item.seal, visit.version) if item.seal else None
    if view is None:
        st.html(html.finding("", item.title) if as_slide else html.heading(item.title))
    elif as_slide:
        st.html(pinned.heading(view))
    else:
        st.html(html.spoken(f"{html.heading(view.title)}{html.lead(view.finding)}", view.language))
    if item.note:
        st.html(html.effect_sentence(item.note))
    if view is not None and item.seal:
        pinned.draw(view, f"item_{item.id}", visit)
        if not as_slide:
            pinned.show_state(view, item.seal, visit)
    elif item.seal:
        st.html(html.notice(words.NOT_READABLE.within(language)))


def _link(item: Item, scene: MeetingScene) -> str:
    """A link that opens an item; the one that is open says so."""
    there = scene.view.with_(item=item.id, picture="asialista", meeting=item.meeting)
    current = ' aria-current="true"' if item == scene.item else ""
    return html.link("meeting", there, item.title, f'target="_self"{current}')
