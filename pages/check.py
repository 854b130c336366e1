"""Check code: which view is a file from, and are its figures still the newest?"""

import streamlit as st

from keko.ui.check_routes import PARAMETER
from keko.ui.checking import queries, shown
from keko.ui.html import paragraph
from keko.ui.opening import show_finding
from keko.ui.session import require_role
from keko.words import provenance as words

visit = require_role("reader")
language = visit.view.language
seal = st.query_params.get(PARAMETER, "")


def ask() -> None:
    """Check what was written."""
    st.query_params[PARAMETER] = st.session_state["seal"]


if seal:
    shown.show(queries.checked(seal, visit.version), visit)
else:
    show_finding(words.PAGE.within(language), words.ASK.within(language))
    st.html(paragraph(words.HOW.within(language)))
st.text_input(
    words.FIELD.within(language),
    seal,
    placeholder=words.HINT.within(language),
    key="seal",
    on_change=ask,
    max_chars=80,
    width=480,
)
