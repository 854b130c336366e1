"""Publishing a file or keeping it as a draft: warnings are confirmed, and what was seen is what is published."""

import streamlit as st

from keko.config import settings
from keko.intake.bring_in import Outcome
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.workbench.files import Delivery, Examined, File, store
from keko.ui.workbench.progress import bar
from keko.words import workbench as words
from keko.words.formats import number

_MOST_LINKS = 12


def decide(file: File, examined: Examined, delivery: Delivery, visit: Visit) -> None:
    """The buttons: publish (or keep a draft for another's approval), once the warnings have been checked."""
    language, key = visit.view.language, file.digest
    seen = st.session_state.get(f"seen_{key}")
    overtaken = seen is not None and seen != visit.version
    st.session_state[f"seen_{key}"] = visit.version
    if overtaken:
        st.warning(words.CHANGED_MEANWHILE.within(language))
    warned = any(problem.severity == "warning" for problem in examined.outcome.problems)
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
        with bar(words.STORING.within(language, file=file.name), language) as progress:
            st.session_state[f"done_{key}"] = store(file, delivery, visit, bool(wants), progress)
        st.rerun()


def done(file: File, visit: Visit) -> bool:
    """Tell what came of the file, if it was published or kept in this visit; whether it was."""
    outcome: Outcome | None = st.session_state.get(f"done_{file.digest}")
    if outcome is None or outcome.status not in {"published", "draft"}:
        return False
    language, catalogue = visit.view.language, loads.catalogue(visit.version)
    said = words.PUBLISHED if outcome.status == "published" else words.DRAFTED
    rows = number(outcome.rows, 0, language)
    st.success(f"{file.name}. " + said.within(language, indicators=len(outcome.indicators), rows=rows))
    for problem in outcome.problems:
        if problem.code == "awaits-approval":
            st.info(problem.message.within(language))
    for id_ in outcome.indicators[:_MOST_LINKS]:
        if outcome.status == "published" and id_ in catalogue:
            name = catalogue[id_].names.within(language)
            visit.link("mittarit", words.SEE_IT.within(language, name=name), visit.view.with_(indicator=id_))
    return True
