"""Forms: what was seen when a form was begun has to be there still when it is saved."""

from collections.abc import Callable, Hashable, Sequence
from html import escape
from typing import TypeVar

import sqlalchemy as sa
import streamlit as st

from keko.data.edits import ChangedMeanwhile
from keko.ui import html
from keko.ui.session import Visit
from keko.ui.writing import write
from keko.words import admin as words

Record = TypeVar("Record")
_DONE = "keko_saved"


def seen(key: Hashable, record: Record, fields: Sequence[str] = ()) -> Record:
    """The record as it was when its form was first shown in this visit, until it is saved.

    `fields`: keys of the form's widgets; one that has been left and come back to begins anew.
    """
    if fields and not any(field in st.session_state for field in fields):
        forget(key)
    kept: Record = st.session_state.setdefault(_seen(key), record)
    return kept


def forget(key: Hashable, fields: Sequence[str] = ()) -> None:
    """Begin a form anew. `fields`: keys of its widgets."""
    for name in (_seen(key), *fields):
        st.session_state.pop(name, None)


def save(
    key: Hashable,
    action: Callable[[sa.Connection], object],
    told: Callable[[object], str],
    visit: Visit,
    fields: Sequence[str] = (),
    then: Callable[[], None] = lambda: None,
) -> None:
    """Save a form and draw the page anew; what somebody else has written meanwhile is shown, and nothing is overwritten unseen.

    `action`: raises ChangedMeanwhile where the record is not what was seen; `told`: a record in words; `fields`: keys of the
    form's widgets, which are empty again once it is saved; `then`: done once it is saved, before the page is drawn.
    """
    language = visit.view.language
    try:
        if not write(action, language):
            return
    except ChangedMeanwhile as changed:
        st.session_state[_seen(key)] = changed.record
        now = words.GONE.within(language) if changed.record is None else told(changed.record)
        st.warning(html.literal(f"{words.CHANGED_MEANWHILE.within(language)} {now}"))
        st.text(words.SAVE_ALL_THE_SAME.within(language))
        return
    then()
    saved(key, fields)


def saved(key: Hashable, fields: Sequence[str] = ()) -> None:
    """Begin a form that was saved anew, and say so on the page as it is now."""
    forget(key, fields)
    st.session_state[_DONE] = True
    st.rerun()


def show_saved(visit: Visit) -> None:
    """That something was saved, once."""
    if st.session_state.pop(_DONE, False):
        st.html(html.notice(words.SAVED.within(visit.view.language), role="status"))


def _seen(key: Hashable) -> str:
    return f"seen_{escape(str(key))}"
