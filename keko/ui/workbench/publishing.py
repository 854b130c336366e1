"""Publishing a file or keeping it as a draft: warnings are confirmed, and what was seen is what is published."""

from collections.abc import Callable
from typing import Protocol

import streamlit as st

from keko.config import settings
from keko.intake.release.order import Outcome
from keko.segments.models import PREFIX
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.view import everybody
from keko.ui.workbench.files import Delivery, File, store
from keko.ui.workbench.progress import bar
from keko.words import segments as segment_words
from keko.words import workbench as words
from keko.words.formats import number

_MOST_LINKS = 12


class Named(Protocol):
    """What is on the workbench: a file, or the files of one segment model."""

    @property
    def name(self) -> str:
        """As a person calls it."""

    @property
    def digest(self) -> str:
        """What tells it from others."""


def keep(file: File, delivery: Delivery, visit: Visit, publish: bool) -> Outcome:
    """Keep a file as a draft or publish it, showing how far that has come."""
    language = visit.view.language
    with bar(words.STORING.within(language, file=file.name), language) as progress:
        return store(file, delivery, visit, publish, progress)


def decide(named: Named, outcome: Outcome, visit: Visit, keep: Callable[[bool], Outcome]) -> None:
    """The buttons: publish (or keep a draft for another's approval), once the warnings have been checked.

    `outcome`: of trying it dry; `keep`: publishes it, or keeps a draft.
    """
    language, key = visit.view.language, named.digest
    version_seen = st.session_state.get(f"seen_{key}")
    overtaken = version_seen is not None and version_seen != visit.version
    st.session_state[f"seen_{key}"] = visit.version
    if overtaken:
        st.warning(words.CHANGED_MEANWHILE.within(language))
    warned = any(problem.severity == "warning" for problem in outcome.problems)
    checked = not warned or st.checkbox(words.CHECKED.within(language), key=f"checked_{key}")
    publish, draft = st.columns([1, 4])
    approval = settings().approval
    wants = not approval and publish.button(
        words.PUBLISH.within(language), type="primary", key=f"publish_{key}", disabled=not checked
    )
    keeps = (draft if not approval else publish).button(
        words.KEEP_DRAFT.within(language), key=f"draft_{key}", disabled=not checked
    )
    # A click that was made on a difference that has changed since is not a decision.
    if (wants or keeps) and not overtaken:
        st.session_state[f"done_{key}"] = keep(bool(wants))
        st.rerun()


def show_outcome(named: Named, visit: Visit) -> bool:
    """Tell what came of it, if it was published or kept in this visit; whether it was."""
    outcome: Outcome | None = st.session_state.get(f"done_{named.digest}")
    if outcome is None or outcome.status not in {"published", "draft"}:
        return False
    language, catalogue = visit.view.language, loads.catalogue(visit.version)
    is_model = any(id_.startswith(PREFIX) for id_ in outcome.indicators)
    published, drafted = (
        (segment_words.MODEL_PUBLISHED, segment_words.MODEL_DRAFTED) if is_model else (words.PUBLISHED, words.DRAFTED)
    )
    sentence = published if outcome.status == "published" else drafted
    rows = number(outcome.rows, 0, language)
    st.success(f"{named.name}. " + sentence.within(language, indicators=len(outcome.indicators), rows=rows))
    for problem in outcome.problems:
        if problem.code == "awaits-approval":
            st.info(problem.message.within(language))
    for id_ in outcome.indicators[:_MOST_LINKS]:
        if outcome.status == "published" and id_ in catalogue:
            name = catalogue[id_].names.within(language)
            visit.link("indicators", words.SEE_IT.within(language, name=name), visit.view.with_(indicator=id_))
        if outcome.status == "published" and id_.startswith(PREFIX):
            name = loads.names(visit.version)[id_].within(language)
            view = everybody(visit.view).with_(model=id_.removeprefix(PREFIX), segment=None)
            visit.link("segments", words.SEE_IT.within(language, name=name), view)
    return True
