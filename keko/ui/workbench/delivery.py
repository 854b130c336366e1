"""Who delivers the files on the workbench, by whose hand, under which permit."""

import streamlit as st

from keko.ui.session import Visit
from keko.ui.workbench import queries
from keko.ui.workbench.files import Delivery
from keko.words import interface as common
from keko.words import workbench as words


def ask(visit: Visit) -> Delivery:
    """The questions that hold for every file, in one row and one fold."""
    language = visit.view.language
    left, right = st.columns(2)
    providers = queries.providers(visit.version)
    provider = left.selectbox(
        common.PROVIDER.within(language),
        providers,
        accept_new_options=True,
        key="provider",
        help=words.PROVIDER_HELP.within(language),
        placeholder=common.PROVIDER.within(language),
    )
    by = right.text_input(words.WHO.within(language), value=visit.person.subject, key="by")
    with st.expander(words.PERMIT.within(language)):
        permit = st.text_input(words.PERMIT.within(language), key="permit", label_visibility="collapsed")
        conditions = st.text_input(words.CONDITIONS.within(language), key="conditions")
        note = st.text_input(words.NOTE.within(language), key="note")
    return Delivery((provider or providers[0]).strip(), by, permit or None, conditions or None, note or None)
