"""The fields of an event: when, what it is called, where, and on which indicators it is shown."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from keko.config import LANGUAGES, Language
from keko.data.areas import WHOLE_COUNTRY
from keko.data.days import today
from keko.data.identity_codes import IdentityCode
from keko.data.names import NoName, complete
from keko.data.text import Text
from keko.room.events import Event, EventKind
from keko.room.targets import EDITORS
from keko.ui import loads
from keko.ui.forms import offered
from keko.ui.forms.naming import ask_name
from keko.ui.session import Visit
from keko.words import admin_events as words
from keko.words import interface, terms
from keko.words.area_labels import label
from keko.words.refusals import REFUSALS

FIELDS = ("day", "kind", *LANGUAGES, "areas", "indicators")


def ask(id_: str, record: Event | None, own: Mapping[str, str], key: str, visit: Visit) -> Event | None:
    """The fields of an event as it was when the form was begun; None while something is missing or wrong, which is said."""
    language = visit.view.language
    name = _name(record, key, visit)
    day = _day(record, f"{key}_day", language)
    kind = _kind(record, f"{key}_kind", language)
    areas = _areas(record, own, f"{key}_areas", visit)
    indicators = offered.several(
        interface.INDICATORS.within(language),
        offered.indicators(visit),
        (record.indicators if record else None) or (),
        terms.EVERY_INDICATOR.within(language),
        f"{key}_indicators",
    )
    if name is None or day is None or areas is None:
        return None
    return Event(id_, day, kind, name, areas or None, indicators or None)


def _name(record: Event | None, key: str, visit: Visit) -> Text | None:
    """The name in each language; None while it cannot be stored, and why."""
    try:
        return complete(ask_name(record.name if record else Text.same(""), key, visit))
    except NoName as missing:
        st.caption(REFUSALS[type(missing)].within(visit.view.language))
    except IdentityCode as held:
        offered.wrong(REFUSALS[type(held)].within(visit.view.language))
    return None


def _day(record: Event | None, key: str, language: Language) -> date | None:
    asked = offered.day(words.DAY.within(language), record.day if record else today(), key, language)
    if asked is None:
        offered.wrong(words.NEEDS_DAY.within(language))
    return asked


def _kind(record: Event | None, key: str, language: Language) -> EventKind:
    kinds: list[EventKind] = [*words.KINDS]
    offered.choice(key, record.kind if record else kinds[0], kinds)
    chosen: EventKind = st.selectbox(
        terms.KIND.within(language), kinds, format_func=lambda kind: words.KINDS[kind].within(language), key=key
    )
    return chosen


def _areas(record: Event | None, own: Mapping[str, str], key: str, visit: Visit) -> tuple[str, ...] | None:
    """The areas that an event touched, none for all; None where all of them are not this person's to edit."""
    language = visit.view.language
    everywhere = visit.person.may(*EDITORS, areas=[WHOLE_COUNTRY])
    stored = (record.areas or ()) if record else (offered.own_area(visit, own),)
    options = {**own, **{code: label(loads.areas(visit.version)[code], language) for code in stored if code not in own}}
    none = terms.EVERY_AREA if everywhere else interface.CHOOSE_AREAS
    chosen = offered.several(terms.AREAS.within(language), options, stored, none.within(language), key)
    if chosen or everywhere:
        return chosen
    offered.wrong(words.NEEDS_AREA.within(language))
    return None
