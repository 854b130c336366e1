"""Limits of ordinary variation computed anew from an event or an action on: the chart proposes, a person accepts, and it is kept."""

from functools import partial

import streamlit as st

from keko.config import Language
from keko.room.development import Development
from keko.room.marks import Mark
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
    for mark in development.marks:
        is_accepted = mark.id in development.rebases
        if not is_accepted and mark not in development.proposals:
            continue
        st.caption(html.literal(_told(development, mark, visit)))
        may = visit.person.may("analyst", areas=[series.area])
        if may and confirmed(_act(mark, is_accepted, language), f"rebase_{mark.id}"):
            decided = withdraw_rebase if is_accepted else accept_rebase
            if write(
                partial(decided, indicator=series.indicator, area=series.area, mark=mark.id, by=visit.person),
                language,
            ):
                st.rerun()


def _told(development: Development, mark: Mark, visit: Visit) -> str:
    language = visit.view.language
    facts = {"name": mark.name.within(language), "day": day_in_words(mark.day, language)}
    accepted = development.rebases.get(mark.id)
    if accepted is None:
        return words.PROPOSED.within(language, **facts)
    by, at = name_of(accepted.by, visit), moment(accepted.at, language)
    return words.ACCEPTED.within(language, by=by, at=at, **facts)


def _act(mark: Mark, is_accepted: bool, language: Language) -> Act:
    label, yes = (
        (confirming.AS_BEFORE, confirming.YES_AS_BEFORE)
        if is_accepted
        else (confirming.RECALCULATE, confirming.YES_RECALCULATE)
    )
    name = mark.name.within(language)
    means = [confirming.FOR_EVERYBODY.within(language), confirming.LIMITS_UNDONE.within(language)]
    return Act(label.within(language, event=name), yes.within(language, event=name), means)
