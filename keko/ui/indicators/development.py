"""The picture of a development, what it says, and what else of it can be shown."""

from html import escape

import streamlit as st

from keko.config import Language
from keko.room.development import Development
from keko.ui import drawn, frame, loads
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import interface as words
from keko.words import limits as limit_words
from keko.words import multiples as multiple_words
from keko.words.area_labels import short
from keko.words.development import development_in_words, forecast_in_words


def say(found: Development, language: Language) -> None:
    """The sentences under the finding."""
    said = " ".join(development_in_words(found, language))
    if said:
        st.html(f'<p class="keko-lead">{escape(said)}</p>')


def choose(possible: list[str], view: View) -> View:
    """What to show; the view with what is possible and asked for."""
    view = view.with_(picture=view.picture if view.picture in possible else possible[0])
    if len(possible) > 1:
        names = multiple_words.PICTURES
        st.session_state["filter_picture"] = view.picture
        st.segmented_control(
            multiple_words.SHOW.within(view.language),
            possible,
            format_func=lambda show: names[show].within(view.language),
            key="filter_picture",
            required=True,
            label_visibility="collapsed",
            on_change=frame.choose,
            args=("picture", "filter_picture"),
        )
    return view


def draw(found: Development, said: str, view: View, others: tuple[str, ...], visit: Visit) -> None:
    """The chart, with notes on how to read it and what is to come."""
    language, standing = view.language, found.standing
    areas = loads.areas(visit.version)
    names = ", ".join(short(areas[one.area], language) for one in standing.every_series)
    described = words.CHART_ALT.within(language, name=standing.item.names.within(language), areas=names)
    drawing = drawn.development(standing.item.id, view, others, visit.theme, visit.version)
    st.vega_lite_chart(drawing.data, drawing.spec, width="stretch", alt=f"{described} {said}")
    notes = [words.INTERVAL_NOTE]
    if found.process is not None and found.process.points:
        notes = [limit_words.PROCESS_NOTE] + [limit_words.SEASON_NOTE] * found.process.seasonally_adjusted
    st.caption(" ".join([*(note.within(language) for note in notes), forecast_in_words(found, language)]))


def say_nothing(indicator: str, view: View, visit: Visit) -> None:
    """Why there is nothing to draw."""
    if indicator not in loads.figures(visit.version):
        reason = words.NO_FIGURES
    else:
        reason = words.NOT_BY_SEX if view.sex != "total" else words.NOT_FOUND_AREA
    st.info(reason.within(view.language))
