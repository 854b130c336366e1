"""Saying that records still hold: of one's own, those that nobody has confirmed for half a year, all at once."""

from datetime import date

import streamlit as st

from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.records import Key
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
    asked = [key for key in own if every or entries[key].is_unconfirmed(date.today())]
    if not asked:
        st.html(html.note(words.ALL_CONFIRMED.within(language)))
        return
    keys = sorted(asked, key=lambda key: entries[key].confirmed_at or "")[:MOST]
    if len(asked) > MOST:
        st.caption(words.OLDEST_ONLY.within(language, shown=MOST, count=len(asked)))
    titles = {
        of: f"{lists.title(entries[of].record, language, visit.version)} ({KIND_NAMES[of[0]].within(language)})"
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
    offer(chosen, words.CONFIRM_COUNT.within(language, count=len(chosen)), "confirm_chosen", visit)


def offer(keys: list[Key], label: str, key: str, visit: Visit) -> None:
    """The button that confirms records."""
    if st.button(label, key=key, icon=":material/check:", disabled=not keys):
        editing.save(key, lambda connection: confirm(connection, keys, visit.person), str, visit)
