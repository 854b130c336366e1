"""Correcting in place what was understood of a file, and describing the indicators it makes new: forms, no code."""

from typing import Any, get_args

import streamlit as st
import yaml

from keko.config import LANGUAGES, Language
from keko.data.problems import Refused
from keko.data.schema import LEVELS
from keko.data.text import Text
from keko.indicators.catalogue import Disclosure, Indicator, IndicatorKind, Polarity
from keko.intake.mappings import Mapping, read_mapping
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.workbench.files import Examined, File
from keko.words import workbench as words
from keko.words.terms import KINDS, POLARITIES
from keko.words.terms import LEVELS as LEVEL_NAMES

MOST_COLUMNS = 60


def correct(file: File, examined: Examined, visit: Visit) -> None:
    """A form with what was recognised; what is changed in it becomes the file's mapping."""
    language, key = visit.view.language, file.digest
    mapping = examined.looked.mapping
    with st.expander(words.CORRECT.within(language)), st.form(f"correct_{key}", border=False):
        told = _whole_file(mapping, visit, key) | _dialect(mapping, language, key)
        columns = _columns(examined.inspection["columns"][:MOST_COLUMNS], mapping, language, key)
        written = st.text_area(words.AS_YAML.within(language), value=_as_yaml(mapping), key=f"yaml_{key}", height=120)
        if st.form_submit_button(words.APPLY.within(language)):
            _apply(file, mapping, {**told, "columns": columns}, written, language)


def _whole_file(mapping: Mapping, visit: Visit, key: str) -> dict[str, Any]:
    language = visit.view.language
    options = loads.area_options(language, visit.version)
    none = words.NONE.within(language)
    area, period, level = st.columns(3)
    constants = mapping.constants.model_dump(exclude_none=True)
    given = constants.get("area")
    constants["area"] = area.selectbox(
        words.WHOLE_FILE_AREA.within(language),
        [None, *options],
        index=0 if given not in options else [*options].index(given) + 1,
        format_func=lambda code: options[code] if code else none,
        key=f"area_{key}",
        placeholder=none,
    )
    constants["period"] = (
        period.text_input(
            words.WHOLE_FILE_PERIOD.within(language),
            value=constants.get("period", ""),
            placeholder=words.PERIOD_HINT.within(language),
            key=f"period_{key}",
        )
        or None
    )
    levels = [None, *LEVELS]
    chosen = level.selectbox(
        words.LEVEL.within(language),
        levels,
        index=levels.index(mapping.area_level),
        format_func=lambda code: LEVEL_NAMES[code].within(language) if code else words.AUTOMATIC.within(language),
        key=f"level_{key}",
        placeholder=words.AUTOMATIC.within(language),
    )
    return {"constants": {name: value for name, value in constants.items() if value}, "area_level": chosen}


def _dialect(mapping: Mapping, language: Language, key: str) -> dict[str, Any]:
    marks = {None: words.AUTOMATIC, ",": words.COMMA, ".": words.POINT}
    decimal, header, sheet = st.columns(3)
    chosen = decimal.selectbox(
        words.DECIMAL.within(language),
        list(marks),
        index=list(marks).index(mapping.decimal),
        format_func=lambda mark: marks[mark].within(language),
        key=f"decimal_{key}",
        placeholder=words.AUTOMATIC.within(language),
    )
    row = header.number_input(
        words.HEADER_ROW.within(language),
        value=mapping.header_row,
        min_value=0,
        placeholder=words.AUTOMATIC.within(language),
        key=f"header_{key}",
    )
    name = sheet.text_input(words.SHEET.within(language), value=mapping.sheet or "", key=f"sheet_{key}")
    return {"decimal": chosen, "header_row": row, "sheet": name or None}


def _columns(found: list[dict[str, Any]], mapping: Mapping, language: Language, key: str) -> dict[str, str]:
    """The role of every column; one that is as recognised is not written into the mapping."""
    roles, chosen = list(words.ROLES), {}
    grid = st.columns(3)
    for place, column in enumerate(found):
        role = grid[place % 3].selectbox(
            f"{words.COLUMN.within(language)}: {column['name']}",
            roles,
            index=roles.index(column["role"]),
            format_func=lambda name: words.ROLES[name].within(language),
            key=f"role_{key}_{place}",
        )
        if role != column["role"] or column["name"] in mapping.columns:
            chosen[column["name"]] = role
    return chosen


def _as_yaml(mapping: Mapping) -> str:
    told = mapping.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False) if told else ""


def _apply(file: File, mapping: Mapping, told: dict[str, Any], written: str, language: Language) -> None:
    """Take the YAML if it was edited, else the form; a mapping that cannot be used is told and left."""
    try:
        if written.strip() != _as_yaml(mapping).strip():
            file.answers.mapping = read_mapping(written)
        else:
            kept = mapping.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
            said = {name: value for name, value in told.items() if value not in (None, {}, "")}
            same = {name: value for name, value in kept.items() if name not in told}
            file.answers.mapping = Mapping.model_validate(same | said)
    except Refused as refused:
        st.error(refused.problems[0].message.within(language))
        return
    st.rerun()


def describe(file: File, examined: Examined, visit: Visit) -> None:
    """A short form for each indicator the file makes new: names, definition, unit, kind, direction, source, licence."""
    understood = examined.looked.understood
    if understood is None:
        return
    language, known = visit.view.language, loads.catalogue(visit.version)
    new = {item.id: item for item in understood.indicators if item.id not in known}
    if not new:
        return
    with st.expander(words.NEW_INDICATORS.within(language, count=len(new))):
        chosen = st.selectbox(
            words.WHICH_NEW.within(language),
            list(new),
            format_func=lambda id_: new[id_].names.within(language),
            key=f"new_{file.digest}",
        )
        with st.form(f"describe_{file.digest}_{chosen}", border=False):
            described = _description(new[chosen], language, f"{file.digest}_{chosen}")
            if st.form_submit_button(words.SAVE_DESCRIPTION.within(language)):
                file.answers.indicators[chosen] = described
                st.rerun()


def _description(item: Indicator, language: Language, key: str) -> Indicator:
    columns = st.columns(3)
    names = [
        column.text_input(words.NAME_IN[one].within(language), value=item.names.within(one), key=f"name_{one}_{key}")
        for column, one in zip(columns, LANGUAGES, strict=True)
    ]
    definition = st.text_area(
        words.DEFINITION.within(language), value=item.definition.within(language), key=f"definition_{key}", height=80
    )
    unit, kind, polarity = st.columns(3)
    source, licence, protect = st.columns(3, vertical_alignment="bottom")
    kinds, polarities = list(get_args(IndicatorKind)), list(get_args(Polarity))
    chosen_kind = kind.selectbox(
        words.KIND.within(language),
        kinds,
        kinds.index(item.kind),
        lambda one: KINDS[one].within(language),
        f"kind_{key}",
    )
    changes = {
        "names": Text(*(name or item.names.fi for name in names)),
        "definition": _translated(item.definition, definition, language),
        "unit": unit.text_input(words.UNIT.within(language), value=item.unit, key=f"unit_{key}"),
        "kind": chosen_kind,
        "multiplier": 100.0 if chosen_kind == "proportion" else item.multiplier,
        "polarity": polarity.selectbox(
            words.POLARITY.within(language),
            polarities,
            polarities.index(item.polarity),
            lambda one: POLARITIES[one].within(language),
            f"polarity_{key}",
        ),
        "source": _translated(
            item.source,
            source.text_input(words.SOURCE.within(language), value=item.source.within(language), key=f"source_{key}"),
            language,
        ),
        "licence": licence.text_input(words.LICENCE.within(language), value=item.licence, key=f"licence_{key}"),
        "disclosure": Disclosure(
            rule="small cells"
            if protect.checkbox(
                words.PROTECT.within(language), value=item.disclosure.rule != "none", key=f"protect_{key}"
            )
            else "none",
            threshold=item.disclosure.threshold,
        ),
    }
    return item.model_copy(update=changes)


def _translated(before: Text, written: str, language: Language) -> Text:
    """What was written holds for every language until somebody translates it."""
    return before if written == before.within(language) else Text.same(written)
