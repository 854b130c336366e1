"""Limits of ordinary variation computed anew from an event on: the chart proposes, a person accepts, and it is kept."""

from functools import partial

import streamlit as st

from keko.config import Language
from keko.room.development import Development
from keko.room.events import Event
from keko.room.rebases import accept_rebase, withdraw_rebase
from keko.ui import html
from keko.ui.colleagues import name_of
from keko.ui.confirming import Act, confirmed
from keko.ui.session import Visit
from keko.ui.writing import write
from keko.words import confirming
from keko.words import limits as words
from keko.words.formats import day_in_words, moment


def decide(development: Development, visit: Visit) -> None:
    """What is proposed and what was accepted, by whom and when, with the buttons of whoever may decide."""
    language, series = visit.view.language, development.standing.own
    for event in development.events:
        is_accepted = event.id in development.rebases
        if not is_accepted and event not in development.proposals:
            continue
        st.caption(html.literal(_told(development, event, visit)))
        may = visit.person.may("analyst", areas=[series.area])
        if may and confirmed(_act(event, is_accepted, language), f"rebase_{event.id}"):
            decided = withdraw_rebase if is_accepted else accept_rebase
            if write(
                partial(decided, indicator=series.indicator, area=series.area, event=event.id, by=visit.person),
                language,
            ):
                st.rerun()


def _told(development: Development, event: Event, visit: Visit) -> str:
    language = visit.view.language
    facts = {"event": event.name.within(language), "day": day_in_words(event.day, language)}
    accepted = development.rebases.get(event.id)
    if accepted is None:
        return words.PROPOSED.within(language, **facts)
    by, at = name_of(accepted.by, visit), moment(accepted.at, language)
    return words.ACCEPTED.within(language, by=by, at=at, **facts)


def _act(event: Event, is_accepted: bool, language: Language) -> Act:
    label, yes = (
        (confirming.AS_BEFORE, confirming.YES_AS_BEFORE)
        if is_accepted
        else (confirming.RECALCULATE, confirming.YES_RECALCULATE)
    )
    name = event.name.within(language)
    means = [confirming.FOR_EVERYBODY.within(language), confirming.LIMITS_UNDONE.within(language)]
    return Act(label.within(language, event=name), yes.within(language, event=name), means)
