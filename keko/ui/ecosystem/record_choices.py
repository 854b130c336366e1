"""What the fields of a record's form offer to choose from."""

from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st
from babel import Locale

from keko.config import Language
from keko.data.people import WORKING
from keko.data.providers import LOCAL, NAMES
from keko.ecosystem.records import KINDS, Actor, Kind
from keko.exchange.ecosystem.cells import choices
from keko.ui import loads
from keko.ui.ecosystem import lists
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import ecosystem_register as words

# Those that services are given in most, of the languages of ISO 639-1.
_LANGUAGES = ("fi", "sv", "en", "se", "ru", "et", "uk", "ar", "so", "fa", "ku", "sq", "vi", "zh", "tr", "th")


def is_required(kind: Kind, name: str) -> bool:
    """Whether a field has to be filled in."""
    return KINDS[kind].model_fields[name].is_required()


def several(name: str, had: Collection[str], visit: Visit) -> dict[str, str] | None:
    """Code and name of what a field may hold several of; None where it holds one."""
    language = visit.view.language
    if name == "methods":
        return lists.names("method", language, visit.version)
    if name == "languages":
        names = Locale(language).languages
        return {code: names.get(code, code) for code in dict.fromkeys((*_LANGUAGES, *had))}
    if name not in {"municipalities", "areas"}:
        return None
    known = loads.areas(visit.version)
    labels = offered.every_area(visit)
    return {code: label for code, label in labels.items() if name == "areas" or known[code].level == "KU"}


def one_of(kind: Kind, name: str, values: Mapping[str, Any], visit: Visit) -> dict[str, str] | None:
    """Code and name of what a field may hold one of; None where it holds anything. `values`: of the fields before it."""
    language = visit.view.language
    match name:
        case "actor" | "owner":
            return lists.own_names("actor", visit.person, language, visit.version)
        case "partner":
            return lists.names("actor", language, visit.version)
        case "remover":
            return _named("remover", language) | lists.names("actor", language, visit.version)
        case "service":
            return lists.own_names("service", visit.person, language, visit.version)
        case "delay":
            return offered.indicators(visit)
        case "model":
            return {
                id_: model.model.names.within(language) for id_, model in loads.segment_models(visit.version).items()
            }
        case "segment":
            model = loads.segment_models(visit.version).get(values.get("model") or "")
            return {group.code: group.names.within(language) for group in model.model.segments} if model else {}
        case _:
            return _named(name, language) if choices(name) else None


def may_be_left_out(kind: Kind, name: str, visit: Visit) -> bool:
    """Whether nothing may be chosen in a field: somebody of one organisation keeps what they add."""
    if name == "owner":
        return visit.person.may_for_all("analyst")
    return name != "state" and not is_required(kind, name)


def organisation(kind: Kind, key: str, visit: Visit) -> str | None:
    """The organisation of KEKO that a new actor is; None where it is none, or where the record is no actor."""
    if kind != "actor":
        return None
    language = visit.view.language
    there_is = {actor.id for actor in lists.real(visit.version).of(Actor)} | {LOCAL, *NAMES}
    new = {"": words.BY_NAME.within(language)}
    mine = {
        id_: name.within(language)
        for id_, name in loads.providers(visit.version).items()
        if id_ not in there_is and visit.person.may(*WORKING, provider=id_)
    }
    options = new | mine if visit.person.may_for_all(*WORKING) or not mine else mine
    codes = list(options)
    label = words.ORGANISATION.within(language)
    return st.selectbox(label, codes, format_func=options.__getitem__, key=offered.choice(key, codes[0], codes)) or None


def _named(name: str, language: Language) -> dict[str, str]:
    return {code: names.within(language) for code, names in choices(name).items()}
