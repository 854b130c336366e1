"""Writing to the database from a page: a refusal is told where it was asked for, and changes nothing."""

from collections.abc import Callable

import sqlalchemy as sa
import streamlit as st

from keko.config import Language, settings
from keko.data.engine import writing
from keko.data.problems import Refused
from keko.ui import html, loads
from keko.ui.session import who_asks
from keko.ui.sign_in.limits import WRITES
from keko.words.refusals import REFUSALS, TOO_OFTEN


def write(action: Callable[[sa.Connection], object], language: Language) -> bool:
    """Do it in one transaction; whether it was done."""
    if not settings().at_this_machine and not WRITES.allows_of(who_asks().subject):
        st.error(TOO_OFTEN.within(language))
        return False
    try:
        with writing(loads.engine()) as connection:
            action(connection)
    except Refused as refused:
        for problem in refused.problems:
            st.error(html.literal(problem.message.within(language)))
        return False
    except tuple(REFUSALS) as refused:
        st.error(REFUSALS[type(refused)].within(language))
        return False
    return True
