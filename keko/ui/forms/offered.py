"""What forms of areas offer: the areas that somebody may edit, indicators by name, and how a field keeps what is in it."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from keko.config import Language
from keko.data.people import Role
from keko.ui import html, loads
from keko.ui.session import Visit

Some = TypeVar("Some", bound=Hashable)
WIDTH = 720  # px
_DAYS = date(1990, 1, 1), date(2099, 12, 31)


def column() -> DeltaGenerator:
    """The calm column that a form stands in."""
    return st.container(width=WIDTH)


def areas(visit: Visit, *roles: Role) -> dict[str, str]:
    """Code and label of the areas that whoever asks may edit by one of `roles`; sets of areas have nothing of their own."""
    sets = loads.areas(visit.version).sets
    options = loads.area_options(visit.view.language, visit.version)
    return {code: options[code] for code in options if code not in sets and visit.person.may(*roles, areas=[code])}


def every_area(visit: Visit) -> dict[str, str]:
    """Code and label of every area but sets."""
    sets = loads.areas(visit.version).sets
    options = loads.area_options(visit.view.language, visit.version)
    return {code: label for code, label in options.items() if code not in sets}


def with_stored(names: Mapping[str, str], stored: Iterable[str]) -> dict[str, str]:
    """What a list offers, with what a record holds that is offered no more: left out it would be lost, and none means all."""
    return {**names, **{code: code for code in stored if code not in names}}


def told_apart(names: Mapping[Some, str], by: Callable[[Some], str]) -> dict[Some, str]:
    """The same names, those that several things share with what tells them apart: a list gives back the first of two alike."""
    counts = Counter(names.values())
    return {code: f"{name} ({by(code)})" if counts[name] > 1 else name for code, name in names.items()}


def own_area(visit: Visit, offered: Collection[str]) -> str:
    """The area that a form begins with: the one in view, else that of who asks, else the first there is."""
    home = loads.first_view(visit.person, None, visit.version).area
    return next(code for code in (visit.view.area, home, *offered) if code in offered)


def indicators(visit: Visit) -> dict[str, str]:
    """Id and label of every indicator, those with figures first."""
    entries = loads.indicator_entries(visit.view.language, visit.version)
    return {id_: label for id_, label in entries.items() if id_ in loads.catalogue(visit.version)}


def field(key: str, initial: object) -> str:
    """The key of a widget that begins with `initial`."""
    st.session_state.setdefault(key, initial)
    return key


def choice(key: str, initial: str, options: Sequence[str]) -> str:
    """The same of a list; what is no longer in the list is forgotten."""
    if st.session_state.get(key, initial) not in options:
        st.session_state.pop(key, None)
    return field(key, initial if initial in options else options[0])


def pick(title: str, names: Mapping[str, str], initial: str, key: str) -> str:
    """One of a list, by what it is called."""
    options, apart = list(names), told_apart(names, str)
    return st.selectbox(title, options, format_func=apart.__getitem__, key=choice(key, initial, options))


def several(
    title: str,
    names: Mapping[str, str],
    stored: Iterable[str],
    none: str,
    key: str,
    place: DeltaGenerator | None = None,
    **settings: Any,
) -> tuple[str, ...]:
    """Some of a list, in the order in which they are chosen. `stored`: at first; `none`: what it means that none is chosen."""
    held = [*stored]
    called = told_apart(with_stored(names, held), str)
    chosen = (place or st).multiselect(
        title, list(called), format_func=called.__getitem__, placeholder=none, key=field(key, held), **settings
    )
    return tuple(chosen)


def day(
    title: str, initial: date | None, key: str, language: Language, place: DeltaGenerator | None = None
) -> date | None:
    """A day, as it is written in the reader's language; None while there is none."""
    form = "DD/MM/YYYY" if language == "en" else "DD.MM.YYYY"
    asked = (place or st).date_input(title, None, *_DAYS, key=field(key, initial), format=form)
    return asked if isinstance(asked, date) else None


def wrong(sentence: str) -> None:
    """What is wrong with the field above."""
    st.html(html.notice(sentence, "status"))
