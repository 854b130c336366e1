"""The fields of a record's form: each kind's own, asked for by what they hold."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from keko.config import Language
from keko.data.days import today
from keko.data.names import LONGEST_NAME
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.naming import new_id
from keko.ecosystem.records import KINDS, Kind, Record
from keko.ecosystem.values import LONGEST_TEXT
from keko.exchange.ecosystem.cells import CellReader, written
from keko.exchange.ecosystem.columns import TEXTS, columns_of
from keko.ui import room
from keko.ui.ecosystem import lists, record_choices
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import ecosystem_register as words
from keko.words.ecosystem import SECTORS

_NUMBERS, _DAYS = {"agreed_days", "places"}, {"since", "removed_on", "day"}
_KEPT = {"action"}  # what is made elsewhere
_MOST_NUMBER = 1_000_000
_EARLIEST, _LATEST = date(1990, 1, 1), date(2099, 12, 31)


def keys(kind: Kind, key: str) -> list[str]:
    """The keys of the form's widgets."""
    texts = [f"{key}_{column.field}_{column.part}" for column in columns_of(kind) if column.part]
    others = [f"{key}_{name}" for name in KINDS[kind].model_fields if name not in TEXTS]
    sectors = (
        [f"{key}_participants_{sector}" for sector in SECTORS] if "participants" in KINDS[kind].model_fields else []
    )
    return [*texts, *others, *sectors]


def ask(kind: Kind, record: Record | None, key: str, visit: Visit) -> dict[str, Any]:
    """What the fields say, as `model_validate` takes it; empty ones are left out."""
    values: dict[str, Any] = {}
    for name in KINDS[kind].model_fields:
        had = getattr(record, name) if record else None
        if name == "id":
            values[name] = had or record_choices.organisation(kind, f"{key}_id", visit)
        elif name in _KEPT:
            values[name] = had if had in room.undertakings(visit.version) else None
        elif name in TEXTS:
            values[name] = _finnish(name, had, key, visit.view.language)
        else:
            values[name] = _ask(kind, name, had, f"{key}_{name}", values, visit)
    _others(kind, record, key, values, visit.view.language)
    given = {
        name: value for name, value in values.items() if value not in (None, "", (), {"fi": "", "sv": "", "en": ""})
    }
    if "id" in KINDS[kind].model_fields and "id" not in given:
        taken = lists.ids(kind, visit.version)
        called_so = (given.get("name") or given.get("what") or {}).get("fi", "")
        given["id"] = new_id(kind, called_so, taken)
    return given


def _ask(kind: Kind, name: str, had: Any, key: str, values: Mapping[str, Any], visit: Visit) -> Any:
    language = visit.view.language
    label = FIELDS[name].within(language)
    if name == "participants":
        return _participants(had or {}, label, key, language)
    if name in _NUMBERS:
        return st.number_input(label, 0, _MOST_NUMBER, key=offered.field(key, had), step=1)
    if name in _DAYS:
        form = "DD/MM/YYYY" if language == "en" else "DD.MM.YYYY"
        usual = today() if record_choices.is_required(kind, name) else None
        return st.date_input(label, None, _EARLIEST, _LATEST, key=offered.field(key, had or usual), format=form)
    several = record_choices.several(name, had or (), visit)
    if several is not None:
        return tuple(
            st.multiselect(
                label,
                list(several),
                format_func=several.__getitem__,
                placeholder=words.NOT_CHOSEN.within(language),
                key=offered.field(key, [code for code in had or () if code in several]),
            )
        )
    one_of = record_choices.one_of(kind, name, values, visit)
    if one_of is not None:
        none = {"": words.NOT_CHOSEN.within(language)}
        optional = record_choices.may_be_left_out(kind, name, visit) or not one_of
        return _choose(label, none | one_of if optional else one_of, had, key)
    cell = st.text_input(label, max_chars=LONGEST_NAME, key=offered.field(key, written(name, had, language))).strip()
    return CellReader().read(name, cell) if cell else None


def _choose(label: str, options: Mapping[str, str], had: str | None, key: str) -> str:
    """One of `options`, or what was there."""
    every = {**options, had: options.get(had, had)} if had else options
    codes = list(every)
    return st.selectbox(label, codes, format_func=every.__getitem__, key=offered.choice(key, had or codes[0], codes))


def _finnish(name: str, had: Text | None, key: str, language: Language) -> dict[str, str]:
    ask_ = st.text_input if name == "name" else st.text_area
    most = LONGEST_NAME if name == "name" else LONGEST_TEXT
    field = offered.field(f"{key}_{name}_fi", had.fi if had else "")
    return {"fi": _tidy(name, ask_(FIELDS[name].within(language), key=field, max_chars=most)), "sv": "", "en": ""}


def _tidy(name: str, words: str) -> str:
    """A name on one line; other words in the lines that they were written in."""
    return " ".join(words.split()) if name == "name" else words.strip()


def _others(kind: Kind, record: Record | None, key: str, values: dict[str, Any], language: Language) -> None:
    """The same words in Swedish and English, which may be left out."""
    columns = [column for column in columns_of(kind) if column.part in {"sv", "en"}]
    if not columns:
        return
    with st.expander(words.OTHER_LANGUAGES.within(language)):
        for column in columns:
            had: Text | None = getattr(record, column.field) if record else None
            before = getattr(had, column.part or "fi") if had else ""
            ask_ = st.text_input if column.field == "name" else st.text_area
            written_ = ask_(
                column.title.within(language),
                placeholder=words.AS_FINNISH.within(language),
                max_chars=LONGEST_NAME if column.field == "name" else LONGEST_TEXT,
                key=offered.field(f"{key}_{column.field}_{column.part}", "" if had and before == had.fi else before),
            )
            values[column.field][column.part] = _tidy(column.field, written_)


def _participants(had: Mapping[str, int], label: str, key: str, language: Language) -> dict[str, int]:
    """How many, by sector; sectors that nobody came from are left out."""
    with st.expander(label):
        counts = {
            sector: st.number_input(
                name.within(language), 0, 100_000, key=offered.field(f"{key}_{sector}", had.get(sector)), step=1
            )
            for sector, name in SECTORS.items()
        }
    return {sector: count for sector, count in counts.items() if count is not None}
