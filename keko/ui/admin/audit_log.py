"""The audit log: who changed what, when; searched, and taken along as a file."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from keko.access.accounts import read_accounts
from keko.config import Language
from keko.data.audit import Line, Wanted, Word, count_log, read_log
from keko.data.people import Person
from keko.exchange.tables import csv_bytes, file_name
from keko.ui import html, loads
from keko.ui.colleagues import names_of
from keko.ui.forms import offered
from keko.ui.session import Visit, asker
from keko.ui.tables import table, text
from keko.words import audit_log as words

_MOST = 200
_LONGEST = 120
_PLAIN = str.maketrans("", "", '{}[]"')


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    st.html(html.lead(words.LEAD.within(language)))
    wanted = _ask(visit)
    with loads.engine().connect() as connection:
        count = count_log(connection, wanted, visit.person)
        lines = read_log(connection, wanted, visit.person, _MOST)
    if not lines:
        st.info(words.NONE.within(language))
        return
    said = words.LINES.within(language, count=count) + (
        words.NEWEST.within(language, most=_MOST) if count > _MOST else ""
    )
    st.html(table(said, _heads(visit), [list(map(text, row)) for row in _rows(lines, visit, _LONGEST)], tall=True))
    name, make = file_name([words.FILE], "csv"), partial(_as_csv, wanted, visit, asker())
    st.download_button(words.DOWNLOAD.within(language), make, name, "text/csv", key="log_csv", on_click="ignore")


def _ask(visit: Visit) -> Wanted:
    language = visit.view.language
    left, middle, right = st.columns([2, 1, 1])
    wanted = left.text_input(words.SEARCH.within(language), key="log_text")
    since = offered.day(words.SINCE.within(language), None, "log_since", language, middle)
    until = offered.day(words.UNTIL.within(language), None, "log_until", language, right)
    return Wanted(_meant(wanted, language), since, until)


def _meant(text: str, language: Language) -> tuple[Word, ...]:
    """What is written, and what it means in the words of this page: deeds, and people by name and address."""
    wanted = text.split()
    if not wanted:
        return ()
    with loads.engine().connect() as connection:
        people = {known.id: f"{known.label} {known.email or ''}".casefold() for known in read_accounts(connection)}
    deeds = {what: deed.within(language).casefold() for what, deed in words.DONE.items()}
    return tuple(Word(word, _called(word, deeds), _called(word, people)) for word in wanted)


def _called(word: str, names: Mapping[str, str]) -> list[str]:
    return [id_ for id_, name in names.items() if word.casefold() in name]


def _heads(visit: Visit) -> list[str]:
    heads = (words.WHEN, words.WHO, words.WHAT, words.OBJECT, words.BEFORE, words.AFTER)
    return [head.within(visit.view.language) for head in heads]


def _rows(lines: list[Line], visit: Visit, longest: int | None = None) -> list[list[str]]:
    language = visit.view.language
    names = names_of({line.who for line in lines} | {line.object for line in lines}, visit)
    return [
        [
            datetime.fromisoformat(line.at).strftime("%Y-%m-%d %H:%M:%S"),
            names[line.who],
            words.DONE[line.what].within(language) if line.what in words.DONE else line.what,
            names[line.object],
            _short(line.before, longest),
            _short(line.after, longest),
        ]
        for line in lines
    ]


def _short(value: Any, longest: int | None) -> str:
    if value is None:
        return ""
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True).translate(_PLAIN)
    return said if longest is None or len(said) <= longest else f"{said[:longest]} …"


def _as_csv(wanted: Wanted, visit: Visit, who: Callable[[], Person]) -> bytes:
    """The lines as a file, which is made when it is fetched: for whoever is an admin then."""
    with loads.engine().connect() as connection:
        lines = read_log(connection, wanted, who())
    return csv_bytes(pd.DataFrame(_rows(lines, visit), columns=_heads(visit)), {}, visit.view.language)
