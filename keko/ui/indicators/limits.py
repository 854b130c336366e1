"""Limits of ordinary variation computed anew from an event on: the chart proposes, a person accepts, and it is kept."""

import streamlit as st

from keko.data.engine import writing
from keko.room.development import Development
from keko.room.rebases import accept_rebase, withdraw_rebase
from keko.ui import loads
from keko.ui.session import Visit
from keko.words import limits as words
from keko.words.formats import day_in_words


def decide(development: Development, visit: Visit) -> None:
    """What is proposed and what was accepted, with the buttons of whoever may decide."""
    language, series = visit.view.language, development.standing.own
    may_decide = "analyst" in visit.person.roles
    for event in development.events:
        facts = {"event": event.name.within(language), "day": day_in_words(event.day, language)}
        if event.id in development.rebases:
            st.caption(words.ACCEPTED.within(language, by=development.rebases[event.id], **facts))
            label = words.WITHDRAW
        elif event in development.proposals:
            st.caption(words.PROPOSED.within(language, **facts))
            label = words.ACCEPT
        else:
            continue
        if may_decide and st.button(label.within(language), key=f"rebase_{event.id}"):
            with writing(loads.engine()) as connection:
                if event.id in development.rebases:
                    withdraw_rebase(connection, series.indicator, series.area, event.id, visit.person)
                else:
                    accept_rebase(connection, series.indicator, series.area, event.id, visit.person)
            st.rerun()
