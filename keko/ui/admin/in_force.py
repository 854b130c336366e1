"""The settings in force, and how long people are remembered by name."""

from dataclasses import fields
from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.access.retention import REQUEST_DAYS, erase_now
from keko.config import Language, Settings, settings
from keko.ui import html
from keko.ui.confirming import Act, confirmed
from keko.ui.forms import editing
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import in_force as words

_SECRET = {"secret", "oidc_client_secret"}


def show(visit: Visit) -> None:
    """The part of the page."""
    language, setting = visit.view.language, settings()
    st.html(html.lead(words.LEAD.within(language)))
    heads = [head.within(language) for head in (words.MEANING, words.VALUE, words.SETTING)]
    names = sorted((field.name for field in fields(Settings)), key=list(words.MEANS).index)
    rows = [
        [
            text(words.MEANS[name].within(language), header=True),
            text(_value(name, setting, language)),
            text(f"KEKO_{name.upper()}"),
        ]
        for name in names
    ]
    st.html(table(words.SETTINGS.within(language), heads, rows))
    st.html(html.heading(words.RETENTION.within(language)))
    st.html(html.paragraph(words.RETENTION_MEANS.within(language, days=setting.keep_days, request=REQUEST_DAYS)))
    act = Act(words.ERASE.within(language), words.YES_ERASE.within(language), [words.ERASE_MEANS.within(language)])
    if confirmed(act, "erase_due"):
        editing.save("erase", partial(erase_now, keep_days=setting.keep_days, by=visit.person), str, visit)


def _value(name: str, setting: Settings, language: Language) -> str:
    value = getattr(setting, name)
    if name in _SECRET:
        return (words.GIVEN if value else words.NOT_GIVEN).within(language)
    if name == "database_url":
        return sa.make_url(value).set(query={}).render_as_string(hide_password=True)  # a password may stand there too
    if isinstance(value, bool):
        return (words.YES if value else words.NO).within(language)
    return str(value) or words.NOT_GIVEN.within(language)
