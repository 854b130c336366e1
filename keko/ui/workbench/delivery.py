"""Who delivers the files on the workbench, by whose hand, under which permit."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from keko.config import Language
from keko.data.people import THIS_MACHINE, called
from keko.data.providers import provider_called
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.workbench import queries
from keko.ui.workbench.files import Delivery
from keko.words import interface as common
from keko.words import workbench as words


def ask(visit: Visit) -> Delivery:
    """The questions that hold for every file, in one row and one fold."""
    language = visit.view.language
    left, right = st.columns(2)
    names = loads.providers(visit.version)
    own = [grant.provider for grant in visit.person.grants if grant.role == "analyst" and grant.provider]
    known = dict.fromkeys([*own, *queries.providers(visit.version)])
    providers = [id_ for id_ in known if visit.person.may("analyst", provider=id_)]
    provider = left.selectbox(
        common.PROVIDER.within(language),
        providers,
        format_func=lambda id_: names[id_].within(language) if id_ in names else id_,
        accept_new_options=visit.label is None,
        key="provider",
        help=words.PROVIDER_HELP.within(language),
        placeholder=common.PROVIDER.within(language),
    )
    by = "" if visit.label else _asked_name(right, language)
    with st.expander(words.PERMIT.within(language)):
        permit = st.text_input(words.PERMIT.within(language), key="permit", label_visibility="collapsed")
        conditions = st.text_input(words.CONDITIONS.within(language), key="conditions")
        note = st.text_input(words.NOTE.within(language), key="note")
    return Delivery(
        provider_called(provider or providers[0], names), by, permit or None, conditions or None, note or None
    )


def _asked_name(place: DeltaGenerator, language: Language) -> str:
    """By whose hand, where nobody signs in."""
    return place.text_input(words.WHO.within(language), placeholder=called(THIS_MACHINE).within(language), key="by")
