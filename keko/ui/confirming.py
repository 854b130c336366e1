"""What others see changes only when it was asked once: what would happen, whose view it changes, and how it is undone."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


class Act(NamedTuple):
    """Something that is written. `label`: what it does, and to what; `yes`: the button that does it; `means`: sentences beside it."""

    label: str
    yes: str
    means: Sequence[str]
    icon: str | None = None
    disabled: bool = False


def confirmed(act: Act, key: str, place: DeltaGenerator | None = None) -> bool:
    """Whether it was asked for and confirmed in this run. `key`: of the button that does it."""
    with (place or st).popover(act.label, icon=act.icon, disabled=act.disabled):
        for sentence in act.means:
            st.text(sentence)
        return st.button(act.yes, key=key, type="primary", disabled=act.disabled)
