"""The fields of a target: numbers in the indicator's unit as people write them, and periods; and when it could be known."""

import re

import pandas as pd
import streamlit as st
from babel.numbers import format_decimal

from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.intake.values.numbers import parse
from keko.intake.values.periods import read_period
from keko.room.targets import Step, Target
from keko.ui import html, loads
from keko.ui.forms import offered
from keko.ui.goals import queries
from keko.ui.goals.target_table import in_words, named
from keko.ui.session import Visit
from keko.words import admin_targets as words
from keko.words import goals as more_words
from keko.words import goals_sentences as sentences
from keko.words.formats import locale, unit

FIELDS = ("value", "since", "due", "start", "steps", "slack", "alarm")
_LONGEST = 40


def ask(indicator: str, area: str, record: Target | None, key: str, visit: Visit) -> Target | None:
    """The fields of a target as it was when the form was begun; None while something is missing or wrong, which is said.

    What could be known of it is told before it is saved.
    """
    item, language = loads.catalogue(visit.version)[indicator], visit.view.language
    value = _value(item, record, f"{key}_value", language)
    since = _period("since", record.since if record else "", f"{key}_since", language)
    due = _period("due", record.due if record else "", f"{key}_due", language)
    with st.expander(words.MORE.within(language)):
        more = _more(record, key, language)
    if value is None or since is None or due is None or more is None:
        st.caption(words.NEEDS.within(language))
        return None
    target = Target(indicator, area, value, since, due, False, more.start, more.steps, more.slack, more.alarm)
    for slip in target.slips:
        offered.wrong(words.SLIPS[slip].within(language))
    if target.slips:
        return None
    st.text(words.PREVIEW.within(language, name=named(target, visit), target=in_words(target, visit)))
    known = queries.known(target, visit.version)
    wanted = known.knowable.end - known.knowable.start
    if item.polarity != "none" and wanted * (1 if item.polarity == "higher" else -1) < 0:
        offered.wrong(words.WRONG_WAY.within(language))
    st.html(html.notice(sentences.when_in_sentences(known, language), "status"))
    return target


def _value(item: Indicator, record: Target | None, key: str, language: Language) -> float | None:
    title = (
        words.TARGET_IN.within(language, unit=unit(item.unit, language)) if item.unit else words.TARGET.within(language)
    )
    text = _text(title, _written(record.value if record else None, language), key)
    value = _number(text, language)
    if text and value is None:
        offered.wrong(words.SLIPS["value"].within(language))
    if value is not None and item.kind == "proportion" and not 0 <= value <= item.multiplier:
        offered.wrong(words.SLIPS["share"].within(language))
        return None
    return value


def _more(record: Target | None, key: str, language: Language) -> Target | None:
    """What may be left out, in a target of nothing else; None while something of it is wrong, which is said."""
    limits: dict[str, float | None] = {}
    for name, title, slip in (
        ("start", more_words.START, "start"),
        ("slack", more_words.SLACK, "thresholds"),
        ("alarm", more_words.ALARM, "thresholds"),
    ):
        stored = getattr(record, name) if record else None
        text = _text(title.within(language), _written(stored, language), f"{key}_{name}")
        limits[name] = _number(text, language)
        if text and limits[name] is None:
            offered.wrong(words.SLIPS[slip].within(language))
            return None
    text = _text(more_words.STEPS.within(language), _steps_written(record, language), f"{key}_steps", 400)
    steps = _steps(text, language)
    if steps is None:
        offered.wrong(words.SLIPS["steps"].within(language))
        return None
    return Target("", "", 0.0, "", "", steps=steps, **limits)  # type: ignore[arg-type]


def _text(title: str, written: str, key: str, longest: int = _LONGEST) -> str:
    return st.text_input(title, key=offered.field(key, written), max_chars=longest).strip()


def _written(value: float | None, language: Language) -> str:
    """A value with all its decimals, as it is typed."""
    if value is None:
        return ""
    return str(format_decimal(value, locale=locale(language), group_separator=False, decimal_quantization=False))


def _steps_written(record: Target | None, language: Language) -> str:
    return "; ".join(f"{step.period}: {_written(step.value, language)}" for step in (record.steps if record else ()))


def _steps(text: str, language: Language) -> tuple[Step, ...] | None:
    """Steps from "2027: 78,0; 2028: 79,5"; None where it is not written so."""
    steps = []
    for part in filter(str.strip, re.split(r"[;\n]", text)):
        at, _, written = part.partition(":")
        period, value = read_period(at.strip()), _number(written.strip(), language)
        if period is None or value is None:
            return None
        steps.append(Step(period.text, value))
    return tuple(steps)


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
