"""Describing the indicators that a file makes new: names, definition, unit, kind, direction, source, licence, protection."""

from typing import get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from keko.config import LANGUAGES, Language
from keko.data.audit import now
from keko.data.text import Text
from keko.indicators.catalogue import Indicator, IndicatorKind, Polarity
from keko.indicators.protection import AboutPersons, Disclosure
from keko.intake.answers import answered
from keko.intake.match.new_indicators import lacking
from keko.intake.questions import Question
from keko.ui import html, loads
from keko.ui.session import Visit
from keko.ui.workbench.files import Examined, File
from keko.words import new_indicators as words
from keko.words.terms import KINDS, POLARITIES


def new_of(examined: Examined, visit: Visit) -> dict[str, Indicator]:
    """The indicators that the file makes new."""
    understood, catalogue = examined.looked.understood, loads.catalogue(visit.version)
    items = understood.indicators if understood else []
    return {item.id: item for item in items if item.id not in catalogue}


def undescribed(examined: Examined, visit: Visit) -> str:
    """What new indicators lack before they can be published, and how that is answered; empty where they lack nothing."""
    language = visit.view.language
    lacks = {item.names.within(language): lacking(item) for item in new_of(examined, visit).values()}
    lacks = {name: own for name, own in lacks.items() if own}
    if not lacks:
        return ""
    wanted = dict.fromkeys(part for own in lacks.values() for part in own)
    parts = ", ".join(words.LACKS[part].within(language) for part in wanted)
    return words.UNDESCRIBED.within(language, count=len(lacks), measures=", ".join(lacks), parts=parts)


def describe(file: File, examined: Examined, visit: Visit) -> None:
    """What is asked of each new indicator: which known one it is, or what it means; what is written describes it from then on."""
    language, new = visit.view.language, new_of(examined, visit)
    if not new:
        return
    asked = undescribed(examined, visit)
    if asked:
        st.warning(html.literal(asked))
    with st.expander(words.NEW_INDICATORS.within(language, count=len(new)), expanded=bool(asked)):
        if len(new) == 1:
            _match(file, examined, visit)
        chosen = st.selectbox(
            words.WHICH_NEW.within(language),
            sorted(new, key=lambda id_: not lacking(new[id_])),
            format_func=lambda id_: new[id_].names.within(language),
            key=f"new_{file.digest}",
        )
        with st.form(f"describe_{file.digest}_{chosen}", border=False):
            described = _described(new[chosen], language, f"{file.digest}_{chosen}", visit.person.subject)
            if st.form_submit_button(words.SAVE_DESCRIPTION.within(language, name=file.name)):
                file.answers.indicators[chosen] = described
                st.rerun()


def _match(file: File, examined: Examined, visit: Visit) -> None:
    """Whether the only new measure is an indicator that is known already, found by a word of its name."""
    language, names = visit.view.language, loads.names(visit.version)
    known = st.selectbox(
        words.IS_IT_KNOWN.within(language),
        list(loads.catalogue(visit.version)),
        index=None,
        format_func=lambda id_: names[id_].within(language),
        placeholder=words.NOT_KNOWN.within(language),
        key=f"known_{file.digest}",
    )
    if known:
        file.answer(answered(examined.looked.mapping, Question("indicator"), known))
        st.rerun()


def _described(item: Indicator, language: Language, key: str, by: str) -> Indicator:
    """The indicator as the form says. `key`: what tells the form from others; `by`: who fills it in."""
    names = _names(item, language, key)
    definition = st.text_area(
        words.DEFINITION.within(language),
        value="" if "definition" in lacking(item) else item.definition.within(language),
        key=f"definition_{key}",
        height=80,
    )
    measure = _measure(item, language, key)
    source_column, licence_column, protection_column = st.columns(3, vertical_alignment="bottom")
    source = source_column.text_input(
        words.SOURCE.within(language),
        value="" if "source" in lacking(item) else item.source.within(language),
        key=f"source_{key}",
    )
    changes = {
        "names": names,
        "definition": _translated(item.definition, definition, language),
        "source": _translated(item.source, source, language),
        "licence": licence_column.text_input(words.LICENCE.within(language), value=item.licence, key=f"licence_{key}"),
        "disclosure": _disclosure(item, protection_column, language, key, by),
    }
    return item.model_copy(update=measure | changes)


def _names(item: Indicator, language: Language, key: str) -> Text:
    """What it is called in each language, in Finnish where nothing is written."""
    names = [
        column.text_input(words.NAME_IN[name].within(language), value=item.names.within(name), key=f"name_{name}_{key}")
        for column, name in zip(st.columns(3), LANGUAGES, strict=True)
    ]
    return Text(*(name or item.names.fi for name in names))


def _measure(item: Indicator, language: Language, key: str) -> dict[str, object]:
    """Unit, kind and direction; a proportion is told in per cent."""
    unit_column, kind_column, polarity_column = st.columns(3)
    kinds, polarities = list(get_args(IndicatorKind)), list(get_args(Polarity))
    kind = kind_column.selectbox(
        words.KIND.within(language),
        kinds,
        index=kinds.index(item.kind),
        format_func=lambda option: KINDS[option].within(language),
        key=f"kind_{key}",
    )
    polarity = polarity_column.selectbox(
        words.POLARITY.within(language),
        polarities,
        index=polarities.index(item.polarity),
        format_func=lambda option: POLARITIES[option].within(language),
        key=f"polarity_{key}",
    )
    return {
        "unit": unit_column.text_input(words.UNIT.within(language), value=item.unit, key=f"unit_{key}"),
        "kind": kind,
        "multiplier": 100.0 if kind == "proportion" else item.multiplier,
        "polarity": polarity,
    }


def _disclosure(item: Indicator, column: DeltaGenerator, language: Language, key: str, by: str) -> Disclosure:
    """Whether the figures are about persons, and who said so where they are not to be protected."""
    answers, before = list(get_args(AboutPersons)), item.disclosure
    answer = column.selectbox(
        words.ABOUT_PERSONS.within(language),
        answers,
        index=answers.index(before.about_persons),
        format_func=lambda option: words.ABOUT_PERSONS_ANSWERS[option].within(language),
        key=f"persons_{key}",
    )
    if answer == before.about_persons:
        return before
    stated = Disclosure.stated(answer, before.threshold, before.figures)
    return stated if answer == "yes" else stated.model_copy(update={"stated_by": by, "stated_at": now()})


def _translated(before: Text, written: str, language: Language) -> Text:
    """What was written, if anything was, holds for every language until somebody translates it."""
    return before if written.strip() in {"", before.within(language)} else Text.same(written)
