"""How far a long piece of work has come."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from keko.config import Language
from keko.data.progress import Progress, Stage
from keko.words import workbench as words
from keko.words.formats import number


@contextmanager
def bar(doing: str, language: Language) -> Iterator[Progress]:
    """What is being done, and a bar of how much of it is done once that is known; both go when it is done."""
    place = st.empty()

    def show(done: int, of: int, stage: Stage = "protecting") -> None:
        counts = {"done": number(done, 0, language), "of": number(of, 0, language)}
        place.progress(done / of, words.STAGES[stage].within(language, **counts))

    with st.spinner(doing):
        yield show
    place.empty()
