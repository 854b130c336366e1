"""The register of actors and services: what is recorded, and its forms."""

import streamlit as st

from keko.ui.session import Visit
from keko.words import ecosystem as words


def show(visit: Visit) -> None:
    """What is recorded."""
    st.text(words.NOTHING.within(visit.view.language))
