"""What forms of areas offer: the areas that somebody may edit, indicators by name, and how a field keeps what is in it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from keko.data.people import Role
from keko.ui import html, loads
from keko.ui.session import Visit

WIDTH = 720  # px


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


def wrong(sentence: str) -> None:
    """What is wrong with the field above."""
    st.html(html.notice(sentence, "status"))
