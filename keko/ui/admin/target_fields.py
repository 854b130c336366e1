"""The fields of a target: a number in the indicator's unit as people write it, and two periods."""

import pandas as pd
import streamlit as st
from babel.numbers import format_decimal

from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.intake.values.numbers import parse
from keko.intake.values.periods import read_period
from keko.room.targets import Target
from keko.ui import loads
from keko.ui.admin.target_table import in_words, named
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import admin_targets as words
from keko.words.formats import locale, unit

FIELDS = ("value", "since", "due")
_LONGEST = 40


def ask(indicator: str, area: str, record: Target | None, key: str, visit: Visit) -> Target | None:
    """The fields of a target as it was when the form was begun; None while something is missing or wrong, which is said."""
    item = loads.catalogue(visit.version)[indicator]
    value = _value(item, record, f"{key}_value", visit.view.language)
    since = _period("since", record.since if record else "", f"{key}_since", visit.view.language)
    due = _period("due", record.due if record else "", f"{key}_due", visit.view.language)
    if value is None or since is None or due is None:
        st.caption(words.NEEDS.within(visit.view.language))
        return None
    target = Target(indicator, area, value, since, due)
    for slip in target.slips:
        offered.wrong(words.SLIPS[slip].within(visit.view.language))
    if target.slips:
        return None
    preview = words.PREVIEW.within(visit.view.language, name=named(target, visit), target=in_words(target, visit))
    st.text(preview)
    return target


def _value(item: Indicator, record: Target | None, key: str, language: Language) -> float | None:
    title = (
        words.TARGET_IN.within(language, unit=unit(item.unit, language)) if item.unit else words.TARGET.within(language)
    )
    text = st.text_input(title, key=offered.field(key, _written(record, language)), max_chars=_LONGEST).strip()
    value = _number(text, language)
    if text and value is None:
        offered.wrong(words.SLIPS["value"].within(language))
    if value is not None and item.kind == "proportion" and not 0 <= value <= item.multiplier:
        offered.wrong(words.SLIPS["share"].within(language))
        return None
    return value


def _written(record: Target | None, language: Language) -> str:
    """A value with all its decimals, as it is typed."""
    if record is None:
        return ""
    return str(format_decimal(record.value, locale=locale(language), group_separator=False, decimal_quantization=False))


def _number(text: str, language: Language) -> float | None:
    """The number that a text writes: in Finnish and Swedish a comma or a point before its decimals, in English a point."""
    value = parse(pd.Series([text], dtype="str"), decimal="." if language == "en" else None)["value"].iloc[0]
    return None if pd.isna(value) else float(value)


def _period(name: str, stored: str, key: str, language: Language) -> str | None:
    title = {"since": words.SINCE, "due": words.DUE}[name].within(language)
    text = st.text_input(
        title,
        key=offered.field(key, stored),
        placeholder=words.PERIOD_HELP.within(language),
        max_chars=_LONGEST,
    )
    period = read_period(text.strip())
    if text.strip() and period is None:
        offered.wrong(words.SLIPS[name].within(language))
    return period.text if period else None
