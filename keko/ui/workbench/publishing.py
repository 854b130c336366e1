"""Publishing a file or keeping it as a draft: warnings are confirmed, and what was seen is what is published."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import sqlalchemy as sa
import streamlit as st

from keko.config import Language, settings
from keko.intake import publication
from keko.intake.release.order import Outcome
from keko.intake.release.transaction import is_disputed
from keko.segments.models import PREFIX
from keko.ui import html, loads
from keko.ui.confirming import Act, confirmed
from keko.ui.session import Visit
from keko.ui.view import everybody
from keko.ui.workbench.files import Delivery, File, store
from keko.ui.workbench.progress import bar
from keko.ui.writing import write
from keko.words import confirming, disputes
from keko.words import segments as segment_words
from keko.words import workbench as words
from keko.words.formats import number

_FIRST_LINKS = 12


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


def decide(named: Named, outcome: Outcome, visit: Visit, keep: Callable[[bool], Outcome], lacks: bool = False) -> None:
    """The buttons: publish (or keep a draft for another's approval, or while it is disputed), once the warnings have been checked.

    `outcome`: of trying it dry; `keep`: publishes it, or keeps a draft; `lacks`: whether a new indicator is not described yet.
    """
    language, key = visit.view.language, named.digest
    version_seen = st.session_state.get(f"seen_{key}")
    overtaken = version_seen is not None and version_seen != visit.version
    st.session_state[f"seen_{key}"] = visit.version
    if overtaken:
        st.warning(words.CHANGED_MEANWHILE.within(language))
    warned = any(problem.severity == "warning" for problem in outcome.problems)
    checked = (not warned or st.checkbox(words.CHECKED.within(language), key=f"checked_{key}")) and not lacks
    publishable = not settings().approval and outcome.status == "dry-run"
    if is_disputed(outcome):
        st.text(disputes.KEEP.within(language))
    with st.container(horizontal=True):
        wants = publishable and confirmed(_publishing(named, language, not checked), f"publish_{key}")
        label = words.KEEP_DRAFT.within(language, name=named.name)
        keeps = st.button(label, key=f"draft_{key}", disabled=not checked)
    # A click that was made on a difference that has changed since is not a decision.
    if (wants or keeps) and not overtaken:
        st.session_state[f"done_{key}"] = keep(bool(wants))
        st.rerun()


def _publishing(named: Named, language: Language, disabled: bool) -> Act:
    means = [confirming.FOR_EVERYBODY.within(language), confirming.UNDONE_HERE.within(language)]
    label, yes = (text.within(language, name=named.name) for text in (confirming.PUBLISH, confirming.YES_PUBLISH))
    return Act(label, yes, means, disabled=disabled)


def show_outcome(named: Named, visit: Visit, by: str) -> bool:
    """Tell what came of it, if it was published or kept in this visit, with its undoing; whether it was.

    `by`: by whose hand it would be taken back.
    """
    outcome: Outcome | None = st.session_state.get(f"done_{named.digest}")
    if outcome is None or outcome.status not in {"published", "draft"}:
        return False
    language = visit.view.language
    st.success(html.literal(_told(named, outcome, language)))
    for problem in outcome.problems:
        if problem.code == "awaits-approval":
            st.info(html.literal(problem.message.within(language)))
    if outcome.status == "published":
        _link(outcome.indicators[:_FIRST_LINKS], visit)
        if len(outcome.indicators) > _FIRST_LINKS:
            with st.expander(words.ALL_OF_FILE.within(language, count=len(outcome.indicators))):
                _link(outcome.indicators, visit)
        take_file_back(outcome.releases, named.name, f"undo_{named.digest}", visit, by)
    return True


def _told(named: Named, outcome: Outcome, language: Language) -> str:
    is_model = any(id_.startswith(PREFIX) for id_ in outcome.indicators)
    published, drafted = (
        (segment_words.MODEL_PUBLISHED, segment_words.MODEL_DRAFTED) if is_model else (words.PUBLISHED, words.DRAFTED)
    )
    sentence = published if outcome.status == "published" else drafted
    counts = {"rows": number(outcome.rows, 0, language), "figures": number(outcome.figures, 0, language)}
    return f"{named.name}. " + sentence.within(language, indicators=len(outcome.indicators), **counts)


def _link(entries: Sequence[str], visit: Visit) -> None:
    """A link to each indicator or segment model."""
    language, catalogue, names = visit.view.language, loads.catalogue(visit.version), loads.names(visit.version)
    for entry in entries:
        if entry in catalogue:
            name = catalogue[entry].names.within(language)
            visit.link("indicators", words.SEE_IT.within(language, name=name), visit.view.with_(indicator=entry))
        elif entry.startswith(PREFIX):
            view = everybody(visit.view).with_(model=entry.removeprefix(PREFIX), segment=None)
            visit.link("segments", words.SEE_IT.within(language, name=names[entry].within(language)), view)


def take_file_back(ids: Sequence[int], name: str, key: str, visit: Visit, by: str) -> None:
    """The button that takes back all releases of a file together."""
    language = visit.view.language
    means = [
        confirming.FOR_EVERYBODY.within(language),
        confirming.FILE_BACK_MEANS.within(language, count=len(ids)),
    ]
    label, yes = (
        text.within(language, name=name) for text in (confirming.TAKE_FILE_BACK, confirming.YES_TAKE_FILE_BACK)
    )
    if confirmed(Act(label, yes, means, icon=":material/undo:"), key):
        change(partial(publication.take_back, ids=ids, by=visit.person_called(by)), language)


def change(action: Callable[[sa.Connection], object], language: Language) -> None:
    """Do it in a transaction and draw the page anew; a refusal is told and changes nothing.

    What came of files in this visit is forgotten: it may not hold any more.
    """
    try:
        if not write(action, language):
            return
    except publication.GivesAway as refused:
        st.error(html.literal(refused.problems[0].message.within(language)))
        return
    for key in [str(key) for key in st.session_state if str(key).startswith("done_")]:
        del st.session_state[key]
    st.rerun()
