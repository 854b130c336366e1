"""What is said while the database does not answer, or has not been made or brought up to date."""

import logging

import streamlit as st
from sqlalchemy.exc import DBAPIError

from keko.config import Language
from keko.data.engine import is_current
from keko.ui import loads
from keko.words import interface as words

_AGAIN_SECONDS = 5
_LOG = logging.getLogger("keko")


def show(error: DBAPIError, language: Language) -> None:
    """Say it, and look again until it answers; the log gets a line, readers no details."""
    _LOG.warning("The database does not answer: %s", type(error.orig).__name__)
    said = words.NOT_ANSWERING if _is_made() is not False else words.NOT_SET_UP
    st.html('<i class="keko-outage"></i>')
    st.error(said.within(language))
    _look_again()


def _is_made() -> bool | None:
    """Whether all tables are there in their newest form; None while nobody can tell."""
    try:
        return is_current(loads.engine())
    except DBAPIError:
        return None


@st.fragment(run_every=_AGAIN_SECONDS)
def _look_again() -> None:
    if _is_made():
        st.rerun()
