"""Widgets bound to the address: it is the truth, a choice changes it, and it sets what the widget shows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from keko.data.text import Text
from keko.ui.view import PARAMETERS, USUAL, View, written

Named = Callable[[str], str]
"""What an option is called in the reader's language, or what it means."""
_PARTS = {"meeting": ["item"]}
"""What is of one alone, so that it is not looked for in another."""


def bound(
    widget: Callable[..., object],
    name: str,
    value: object,
    label: str,
    *options: Sequence[str],
    meant: Named = str,
    **settings: Any,
) -> None:
    """Draw a widget of the framework that shows the view's `name` as `value`, and writes what is chosen into the address.

    `meant`: what an option means, where several mean the same. `settings`: the widget's own, and `key` where `name` alone
    would not be the only one of its kind on the page.
    """
    key = f"filter_{settings.pop('key', name)}"
    st.session_state[key] = value
    widget(label, *options, key=key, on_change=_write, args=(name, key, meant), **settings)


def drop_down(name: str, value: str | None, label: str, options: Sequence[str], called: Named, **settings: Any) -> None:
    """One of many, in a list that can be searched. A value that is no option is shown all the same."""
    if value is not None and value not in options:
        options = [value, *options]
    bound(st.selectbox, name, value, label, options, format_func=called, **settings)


def buttons(
    name: str, view: View, label: Text, options: Sequence[str], names: Mapping[str, Text], **settings: Any
) -> None:
    """One of a few, side by side. `names`: what each option is called."""

    def called(option: str) -> str:
        return names[option].within(view.language)

    settings = {"format_func": called, "required": True, **settings}
    bound(st.segmented_control, name, getattr(view, name), label.within(view.language), options, **settings)


def _write(name: str, key: str, meant: Named) -> None:
    """Write a chosen value into the address (a widget's callback)."""
    chosen = st.session_state[key]
    if isinstance(chosen, list):
        chosen = list(dict.fromkeys(map(meant, chosen)))
    elif isinstance(chosen, str):
        chosen = meant(chosen)
    if chosen and chosen != USUAL[name]:
        st.query_params[PARAMETERS[name]] = written(chosen)
    else:
        st.query_params.pop(PARAMETERS[name], None)
    for part in _PARTS.get(name, ()):
        st.query_params.pop(PARAMETERS[part], None)


def swap(view: View) -> None:
    """Let area and benchmark change places (a button's callback)."""
    st.query_params[PARAMETERS["area"]], st.query_params[PARAMETERS["benchmark"]] = view.benchmark, view.area
