"""Names in three languages, asked for in a form."""

import streamlit as st

from keko.config import LANGUAGES
from keko.data.names import LONGEST_NAME
from keko.data.text import Text
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words.admin_forms import AS_FINNISH
from keko.words.new_indicators import NAME_IN


def ask_name(had: Text, key: str, visit: Visit) -> Text:
    """The name that was written; Swedish and English may be left out. `had`: the name to begin with."""
    language = visit.view.language
    written = {
        name: st.text_input(
            label.within(language),
            max_chars=LONGEST_NAME,
            placeholder=AS_FINNISH.within(language) if name != "fi" else None,
            key=offered.field(
                f"{key}_{name}", "" if name != "fi" and getattr(had, name) == had.fi else getattr(had, name)
            ),
        )
        for name, label in NAME_IN.items()
    }
    return Text(**written)


def name_fields(key: str) -> list[str]:
    """The keys of the form's widgets."""
    return [f"{key}_{name}" for name in LANGUAGES]
