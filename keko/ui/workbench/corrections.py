"""Correcting in place what was understood of a file, in a form or as YAML."""

from typing import Any

import streamlit as st
import yaml

from keko.config import Language
from keko.data.levels import LEVELS
from keko.data.problems import Refused
from keko.intake.answers import entries_of
from keko.intake.mappings import Mapping, read_mapping
from keko.ui import html, loads
from keko.ui.session import Visit
from keko.ui.workbench.files import Examined, File
from keko.words import workbench as words
from keko.words.other_names import code_of
from keko.words.terms import LEVELS as LEVEL_NAMES

MOST_COLUMNS = 60


def correct(file: File, examined: Examined, visit: Visit) -> None:
    """A form with what was recognised; what is changed in it becomes the file's mapping."""
    language, key = visit.view.language, file.digest
    mapping = examined.looked.mapping
    with st.expander(words.CORRECT.within(language)), st.form(f"correct_{key}", border=False):
        answers = _whole_file(mapping, visit, key) | _dialect(mapping, language, key) | _passed(mapping, language, key)
        columns = _columns(examined.inspection["columns"][:MOST_COLUMNS], mapping, language, key)
        written = st.text_area(words.AS_YAML.within(language), value=_as_yaml(mapping), key=f"yaml_{key}", height=120)
        if st.form_submit_button(words.APPLY.within(language, name=file.name)):
            _apply(file, mapping, {**answers, "columns": columns}, written, language)


def _whole_file(mapping: Mapping, visit: Visit, key: str) -> dict[str, Any]:
    language = visit.view.language
    options = loads.area_entries(language, visit.version)
    none = words.NONE.within(language)
    area, period, level = st.columns(3)
    constants = mapping.constants.model_dump(exclude_none=True)
    area_code = constants.get("area")
    chosen_area = area.selectbox(
        words.WHOLE_FILE_AREA.within(language),
        [None, *options],
        index=0 if area_code not in options else [*options].index(area_code) + 1,
        format_func=lambda code: options[code] if code else none,
        key=f"area_{key}",
        placeholder=none,
    )
    constants["area"] = code_of(chosen_area) if chosen_area else None
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


def _passed(mapping: Mapping, language: Language, key: str) -> dict[str, Any]:
    """A tick that leaves out areas that are not known; what else the mapping passes over stays."""
    before = mapping.pass_over
    ticked = st.checkbox(words.PASS_UNKNOWN.within(language), value=before.unknown_areas, key=f"pass_{key}")
    if ticked == before.unknown_areas and "pass_over" not in mapping.model_fields_set:
        return {}
    return {"pass_over": before.model_dump(mode="json", exclude_defaults=True) | {"unknown_areas": ticked}}


def _columns(recognised: list[dict[str, Any]], mapping: Mapping, language: Language, key: str) -> dict[str, str]:
    """The role of every column; one that is as recognised is not written into the mapping."""
    roles, chosen = list(words.ROLES), {}
    grid = st.columns(3)
    for place, column in enumerate(recognised):
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
    answers = entries_of(mapping)
    return yaml.safe_dump(answers, allow_unicode=True, sort_keys=False) if answers else ""


def _apply(file: File, mapping: Mapping, form: dict[str, Any], written: str, language: Language) -> None:
    """Take the YAML if it was edited, else the form; a mapping that cannot be used is told and left."""
    try:
        if written.strip() != _as_yaml(mapping).strip():
            file.answer(read_mapping(written))
        else:
            answers = {name: value for name, value in form.items() if value not in (None, {}, "")}
            outside_form = {name: value for name, value in entries_of(mapping).items() if name not in form}
            file.answer(Mapping.model_validate(outside_form | answers))
    except Refused as refused:
        st.error(html.literal(refused.problems[0].message.within(language)))
        return
    st.rerun()
