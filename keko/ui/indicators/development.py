"""The picture of a development, what it says, and what else of it can be shown."""

import streamlit as st

from keko.charts.key import key_html
from keko.config import Language
from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.catalogue import Indicator
from keko.indicators.situation import Standing
from keko.room.development import Development
from keko.ui import loads
from keko.ui.filters import buttons
from keko.ui.html import lead, show
from keko.ui.indicators import rendered
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import interface as words
from keko.words import multiples as multiple_words
from keko.words.area_labels import short_names
from keko.words.charts import explained
from keko.words.development import development_in_words, forecast_in_words
from keko.words.sentences import capital, missing_in_words
from keko.words.subject import subject


def usual_others(item: Indicator) -> tuple[str, ...]:
    """The areas drawn in grey when nobody has chosen any: the country, unless its sheer number would flatten the others."""
    return (WHOLE_COUNTRY,) if item.comparable else ()


def show_sentences(development: Development, language: Language) -> None:
    """What is to be said under the finding."""
    sentences = " ".join(development_in_words(development, language))
    if sentences:
        st.html(lead(sentences))


def ask(pictures: list[str], view: View) -> View:
    """What to show of the pictures there are; the view with the one that is shown."""
    view = view.with_(picture=view.picture if view.picture in pictures else pictures[0])
    if len(pictures) > 1:
        names = multiple_words.PICTURES
        buttons("picture", view, multiple_words.SHOW, pictures, names, label_visibility="collapsed")
    return view


def draw(development: Development, finding: str, view: View, others: tuple[str, ...], visit: Visit) -> None:
    """The chart, with notes on how to read it and what is to come."""
    language, standing = view.language, development.standing
    areas = loads.areas(visit.version)
    names = ", ".join(short_names([series.area for series in standing.every_series], areas, language).values())
    described = words.CHART_ALT.within(language, name=subject(standing.item, view.question, language), areas=names)
    drawing = rendered.development(standing.item.id, view, others, visit.theme, visit.version)
    st.vega_lite_chart(drawing.data, drawing.spec, width="stretch", alt=f"{described} {finding}")
    if drawing.key:
        show(key_html(drawing.key))
    notes = explained(drawing.notes, language)
    st.caption(" ".join([*notes, forecast_in_words(development, language)]))


def show_why_nothing(standing: Standing, visit: Visit) -> None:
    """Why there is nothing to draw."""
    language = visit.view.language
    if standing.item.id in loads.figures(visit.version):
        st.info(f"{capital(missing_in_words(standing, language))}.")
    else:
        st.info(words.NO_FIGURES.within(language))
