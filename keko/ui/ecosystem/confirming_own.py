"""Saying that records still hold: of one's own, those that nobody has confirmed for half a year, all at once."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from keko.data.days import today
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.records import Record
from keko.ecosystem.store import confirm
from keko.ui import html
from keko.ui.ecosystem import lists
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.words import ecosystem_register as words

MOST = 100  # records at once


def show(visit: Visit) -> None:
    """The records to confirm, all chosen, and the button."""
    language, entries = visit.view.language, lists.real(visit.version).entries
    every = st.checkbox(words.EVERY_ONE.within(language), key=offered.field("confirm_every", False))
    own = lists.of_visit(visit)
    asked = [key for key in own if every or entries[key].is_unconfirmed(today())]
    if not asked:
        st.html(html.note(words.ALL_CONFIRMED.within(language)))
        return
    keys = sorted(asked, key=lambda key: entries[key].confirmed_at or "")[:MOST]
    if len(asked) > MOST:
        st.caption(words.OLDEST_ONLY.within(language, shown=MOST, count=len(asked)))
    titles = {
        of: f"{lists.name_of(entries[of].record, visit.version).within(language)} ({KIND_NAMES[of[0]].within(language)})"
        for of in keys
    }
    names = offered.told_apart(titles, lambda of: of[1])
    key = f"confirm_{visit.version}_{every}"
    chosen = st.multiselect(
        words.TO_CONFIRM.within(language),
        keys,
        format_func=names.__getitem__,
        key=offered.field(key, list(keys)),
    )
    offer(
        [entries[of].record for of in chosen],
        words.CONFIRM_COUNT.within(language, count=len(chosen)),
        "confirm_chosen",
        visit,
    )


def offer(records: Sequence[Record], label: str, key: str, visit: Visit) -> None:
    """The button that confirms records, as they were when it was drawn: what has changed since is not confirmed unseen."""
    seen = f"{key}_seen"
    keep = partial(st.session_state.__setitem__, seen, records)
    if st.button(label, key=key, icon=":material/check:", disabled=not records, on_click=keep):
        were = st.session_state.pop(seen)
        editing.save(
            key,
            lambda connection: confirm(connection, were, visit.person),
            lambda now: lists.told(now, visit),
            visit,
        )
