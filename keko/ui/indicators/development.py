"""The picture of a development on the page, and what else of it can be shown."""

import streamlit as st

from keko.charts.key import key_html
from keko.config import Language
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.ui import loads
from keko.ui.filters import buttons
from keko.ui.html import lead, show
from keko.ui.indicators.scene import IndicatorScene, picture
from keko.ui.session import Visit
from keko.words import interface as words
from keko.words import multiples as multiple_words
from keko.words.development import development_in_words
from keko.words.sentences import capital, missing_in_words


def show_sentences(development: Development, language: Language) -> None:
    """What is to be said under the finding."""
    sentences = " ".join(development_in_words(development, language))
    if sentences:
        st.html(lead(sentences))


def ask(here: IndicatorScene) -> None:
    """What to show of the pictures there are."""
    if len(here.pictures) > 1:
        names = multiple_words.PICTURES
        buttons("picture", here.view, multiple_words.SHOW, here.pictures, names, label_visibility="collapsed")


def draw(here: IndicatorScene, visit: Visit) -> None:
    """The chart, with notes on how to read it and what is to come."""
    drawing, alt, caption = picture(here, visit.theme, visit.version)
    st.vega_lite_chart(drawing.data, drawing.spec, width="stretch", alt=alt)
    if drawing.key:
        show(key_html(drawing.key))
    st.caption(caption)


def show_why_nothing(standing: Standing, visit: Visit) -> None:
    """Why there is nothing to draw."""
    language = visit.view.language
    if standing.item.id in loads.figures(visit.version):
        st.info(f"{capital(missing_in_words(standing, language))}.")
    else:
        st.info(words.NO_FIGURES.within(language))
