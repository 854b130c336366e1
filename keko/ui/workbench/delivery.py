"""Who delivers the files on the workbench, by whose hand, under which permit."""

import streamlit as st

from keko.data.people import THIS_MACHINE, called
from keko.data.providers import provider_called
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.workbench import queries
from keko.ui.workbench.files import Delivery
from keko.words import interface as common
from keko.words import workbench as words

_NOBODY_YET = ""


def ask(visit: Visit) -> Delivery:
    """The questions that hold for every file, in one row and one fold."""
    language = visit.view.language
    left, right = st.columns(2)
    providers, names = _own(visit), loads.providers(visit.version)
    provider = left.selectbox(
        common.PROVIDER.within(language),
        providers,
        format_func=lambda id_: names[id_].within(language) if id_ in names else id_,
        accept_new_options=visit.person.may("analyst", provider=_NOBODY_YET),
        key="provider",
        help=words.PROVIDER_HELP.within(language),
        placeholder=common.PROVIDER.within(language),
    )
    own = visit.person.subject
    nameless = called(own).within(language) if own == THIS_MACHINE else None
    by = right.text_input(words.WHO.within(language), value="" if nameless else own, placeholder=nameless, key="by")
    with st.expander(words.PERMIT.within(language)):
        permit = st.text_input(words.PERMIT.within(language), key="permit", label_visibility="collapsed")
        conditions = st.text_input(words.CONDITIONS.within(language), key="conditions")
        note = st.text_input(words.NOTE.within(language), key="note")
    return Delivery(
        provider_called(provider or providers[0], names), by, permit or None, conditions or None, note or None
    )


def _own(visit: Visit) -> list[str]:
    """The organisations that whoever asks brings figures in for, the installation's own first."""
    named = sorted(grant.provider for grant in visit.person.grants if grant.provider)
    known = dict.fromkeys((*queries.providers(visit.version), *named))
    return [id_ for id_ in known if visit.person.may("analyst", provider=id_)]
