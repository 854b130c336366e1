"""Drafts from the national service register: what waits for a decision, to be searched, and the one that is decided of."""

from collections.abc import Mapping

import streamlit as st

from keko.config import Language
from keko.data.area_names import folded
from keko.ecosystem.drafts import Draft
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.found import called
from keko.ecosystem.matching import Known, leave_out
from keko.ui import html
from keko.ui.confirming import Act, confirmed
from keko.ui.ecosystem import draft_form, lists, queries
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.ui.tables import Cell, table, text
from keko.words import ecosystem_drafts as words
from keko.words import ecosystem_register, terms
from keko.words.formats import listed

_SEVERAL = 2
MOST = 100  # rows, and services to choose from


def show(visit: Visit) -> None:
    """The drafts that whoever asks may decide of, and the chosen one."""
    language = visit.view.language
    drafts = queries.drafts(visit.version)
    known = Known.of(lists.real(visit.version), drafts)
    st.text(words.LEAD.within(language))
    if not drafts:
        st.html(html.note(words.NONE_YET.within(language)))
        return
    wanted = _wanted(drafts, known, visit)
    if not wanted:
        st.html(html.note(words.NONE_FOUND.within(language)))
        return
    st.caption(words.COUNT.within(language, count=len(wanted)))
    first = dict(list(wanted.items())[:MOST])
    st.html(_table(first, language))
    if len(wanted) > MOST:
        st.caption(ecosystem_register.FIRST_ONLY.within(language, shown=MOST, count=len(wanted)))
    names = {id_: _label(draft, language) for id_, draft in first.items()}
    chosen = offered.pick(words.WHICH.within(language), names, next(iter(names)), "draft_chosen")
    draft_form.show(drafts[chosen], known, visit)
    _leave_out_all([draft for draft in first.values() if draft.asks == "new"], visit)


def situation(draft: Draft, language: Language) -> str:
    """What is asked of a draft, or what was decided."""
    if draft.asks is None:
        is_out = draft.choice is None or draft.choice.places is None
        return (words.LEFT_OUT if is_out else terms.PUBLISHED).within(language)
    asked = words.QUESTIONS[draft.asks].within(language)
    if draft.asks == "changed" and draft.changed:
        return f"{asked}: {listed([called(field).within(language) for field in draft.changed], language)}"
    return asked


def _leave_out_all(drafts: list[Draft], visit: Visit) -> None:
    """The new ones of the list at once: most of what a municipality offers is not for KEKO."""
    if len(drafts) < _SEVERAL:
        return
    language = visit.view.language
    label = words.LEAVE_OUT_ALL.within(language, count=len(drafts))
    act = Act(label, words.YES_LEAVE_OUT.within(language), [words.LEAVE_OUT_MEANS.within(language)])
    if confirmed(act, "drafts_leave"):
        editing.save("drafts_leave", lambda connection: leave_out(connection, drafts, visit.person), str, visit)


def _wanted(drafts: Mapping[str, Draft], known: Known, visit: Visit) -> dict[str, Draft]:
    """The drafts that are looked for, in the order of their names."""
    language = visit.view.language
    with st.container(horizontal=True, vertical_alignment="bottom"):
        which = st.segmented_control(
            terms.SHOW.within(language),
            list(words.FILTERS),
            format_func=lambda name: words.FILTERS[name].within(language),
            key=offered.choice("draft_filter", "waiting", list(words.FILTERS)),
        )
        asked = st.text_input(words.SEARCH.within(language), max_chars=100, key="draft_search", width=360)
    parts = folded(asked).split()
    wanted = {
        id_: draft
        for id_, draft in drafts.items()
        if (draft.asks is None) == (which == "decided")
        and all(part in folded(_label(draft, language)) for part in parts)
        and known.may_choose(visit.person, draft.found)
    }
    return dict(sorted(wanted.items(), key=lambda pair: _label(pair[1], language).casefold()))


def _label(draft: Draft, language: Language) -> str:
    return f"{draft.found.name.within(language)} ({draft.found.organisation_name.within(language)})"


def _table(drafts: Mapping[str, Draft], language: Language) -> str:
    heads = (FIELDS["name"], FIELDS["actor"], FIELDS["what"], words.SITUATION)
    rows = [
        [
            _name(draft, language),
            text(draft.found.organisation_name.within(language)),
            text(draft.found.what.within(language)),
            text(situation(draft, language)),
        ]
        for draft in drafts.values()
    ]
    return table(
        words.DRAFTS.within(language), [head.within(language) for head in heads], rows, kind="keko-agreed", tall=True
    )


def _name(draft: Draft, language: Language) -> Cell:
    name = text(draft.found.name.within(language), header=True)
    if draft.found.is_published:
        return name
    return name._replace(html=f"{name.html} {html.tag(words.STATUSES[draft.found.status].within(language))}")
