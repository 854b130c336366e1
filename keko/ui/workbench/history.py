"""Drafts that wait, and the releases of an indicator: what differs between two, and taking the newest back."""

from functools import partial
from typing import Any

import streamlit as st

from keko.data.drafts import discard
from keko.data.history import row_changes
from keko.data.schema import SEGMENTS
from keko.intake import publication
from keko.ui import loads
from keko.ui.colleagues import name_of
from keko.ui.confirming import Act, confirmed
from keko.ui.html import heading, paragraph
from keko.ui.release_table import release_table
from keko.ui.session import Visit
from keko.ui.tables import figure, table, text
from keko.ui.workbench import delivered, queries
from keko.ui.workbench.effect import before_and_after
from keko.ui.workbench.publishing import change
from keko.words import confirming as asking
from keko.words import interface as common
from keko.words import workbench as words
from keko.words.area_labels import short_names
from keko.words.formats import period
from keko.words.terms import SEXES

MOST_ROWS = 200
Release = dict[str, Any]


def show_drafts(visit: Visit, by: str) -> None:
    """Drafts with what they would change, to publish or to discard."""
    language = visit.view.language
    st.html(heading(words.DRAFTS.within(language)))
    waiting = queries.drafts()
    if not waiting:
        st.caption(words.NO_DRAFTS.within(language))
    for draft in waiting:
        st.text(_draft_line(draft, visit))
        if visit.person.may("analyst", provider=draft["provider"]):
            with st.container(horizontal=True):
                _decide(draft, visit, by)


def _draft_line(draft: Release, visit: Visit) -> str:
    language, counts = visit.view.language, draft["difference"]
    return words.DRAFT_LINE.within(
        language,
        number=draft["id"],
        indicator=loads.names(visit.version)[draft["indicator"]].within(language),
        provider=loads.providers(visit.version)[draft["provider"]].within(language),
        by=name_of(draft["created_by"], visit),
        count=draft["rows"],
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
    )


def _decide(draft: Release, visit: Visit, by: str) -> None:
    """Publishing a draft and throwing it away, each asked once."""
    language, id_ = visit.view.language, draft["id"]
    indicator = loads.names(visit.version)[draft["indicator"]].within(language)
    name = words.DRAFT.within(language, number=id_, indicator=indicator)
    public = [asking.FOR_EVERYBODY.within(language), asking.UNDONE_HERE.within(language)]
    publishing_it = Act(
        asking.PUBLISH.within(language, name=name), asking.YES_PUBLISH.within(language, name=name), public
    )
    if confirmed(publishing_it, f"publish_draft_{id_}"):
        change(partial(publication.publish, ids=[id_], by=visit.person_called(by)), language)
    yes, lost = asking.YES_DISCARD.within(language, name=name), [asking.NOT_UNDONE.within(language)]
    if confirmed(Act(asking.DISCARD.within(language, name=name), yes, lost), f"discard_{id_}"):
        change(partial(discard, id_=id_, by=visit.person_called(by)), language)


def show_history(visit: Visit, by: str) -> None:
    """The files, then the releases of one indicator, the rows that differ between two of them, and taking the newest back."""
    language, names = visit.view.language, loads.names(visit.version)
    st.html(heading(words.HISTORY.within(language)))
    real = loads.real_releases(visit.version)
    if not real:
        st.caption(words.NO_HISTORY.within(language))
        return
    delivered.show_files(real, visit, by)
    named = {release["indicator"]: names[release["indicator"]].within(language) for release in real}
    chosen = st.selectbox(words.HISTORY_OF.within(language), list(named), format_func=named.__getitem__, key="history")
    history = [release for release in real if release["indicator"] == chosen]
    st.html(release_table(history, names, loads.providers(visit.version), language))
    if history[0]["kind"] != SEGMENTS:  # a model is delivered whole: its rows are told apart by the counts of its draft
        _differences(history, visit)
    _taking_back(history, visit, by)


def _differences(history: list[Release], visit: Visit) -> None:
    language = visit.view.language
    numbers = [release["id"] for release in history]
    if len(numbers) < 2:
        return
    older_side, newer_side = st.columns(2)
    newer = newer_side.selectbox(words.NEWER.within(language), numbers, key="newer")
    older = older_side.selectbox(words.OLDER.within(language), [id_ for id_ in numbers if id_ != newer], key="older")
    st.html(_changes_table(older, newer, visit))


def _changes_table(older: int, newer: int, visit: Visit) -> str:
    language, areas = visit.view.language, loads.areas(visit.version)
    with loads.engine().connect() as connection:
        changes = row_changes(connection, older, newer, MOST_ROWS)
    if not changes:
        return paragraph(words.NO_ROW_CHANGES.within(language))
    heads = [title.within(language) for title in (common.AREA, common.PERIOD, common.SEX, words.BEFORE, words.AFTER)]
    names = short_names({change.area for change in changes}, areas, language)
    rows = [
        [
            text(names[change.area], header=True),
            text(period(change.period, language)),
            text(SEXES[change.sex].within(language)),
            *map(figure, before_and_after(change, language)),
        ]
        for change in changes
    ]
    return table(words.ROW_CHANGES.within(language, most=MOST_ROWS), heads, rows, numeric=(3, 4), tall=True)


def _taking_back(history: list[Release], visit: Visit, by: str) -> None:
    language, indicator = visit.view.language, history[0]["indicator"]
    name = loads.names(visit.version)[indicator].within(language)
    means = [asking.FOR_EVERYBODY.within(language), words.TAKE_BACK_MEANS.within(language)]
    shown_now = dict.fromkeys(release["provider"] for release in history if release["status"] == "published")
    for provider in (provider for provider in shown_now if visit.person.may("analyst", provider=provider)):
        whose = loads.providers(visit.version)[provider].within(language)
        label = f"{words.TAKE_BACK.within(language)}: {whose}"
        yes = words.YES_TAKE_BACK.within(language, indicator=name, provider=whose)
        if confirmed(Act(label, yes, means, icon=":material/undo:"), f"back_{provider}"):
            person = visit.person_called(by)
            change(partial(publication.rollback, indicator=indicator, provider=provider, by=person), language)
