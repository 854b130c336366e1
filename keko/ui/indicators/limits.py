"""Limits of ordinary variation computed anew from an event on: the chart proposes, a person accepts, and it is kept."""

import streamlit as st

from keko.data.engine import writing
from keko.room.development import Development
from keko.room.rebases import accept_rebase, withdraw_rebase
from keko.ui import loads
from keko.ui.session import Visit
from keko.words import limits as words
from keko.words.formats import day_in_words


def decide(found: Development, visit: Visit) -> None:
    """What is proposed and what was accepted, with the buttons of whoever may decide."""
    language, own = visit.view.language, found.standing.own
    may = "analyst" in visit.person.roles
    for event in found.events:
        told = {"event": event.name.within(language), "day": day_in_words(event.day, language)}
        if event.id in found.rebases:
            st.caption(words.ACCEPTED.within(language, by=found.rebases[event.id], **told))
            label = words.WITHDRAW
        elif event in found.proposals:
            st.caption(words.PROPOSED.within(language, **told))
            label = words.ACCEPT
        else:
            continue
        if may and st.button(label.within(language), key=f"rebase_{event.id}"):
            with writing(loads.engine()) as connection:
                if event.id in found.rebases:
                    withdraw_rebase(connection, own.indicator, own.area, event.id, visit.person)
                else:
                    accept_rebase(connection, own.indicator, own.area, event.id, visit.person)
            st.rerun()
