"""What a page opens with: its finding, the paragraph under it, and that its figures are demo figures."""

from collections.abc import Collection, Iterable
from html import escape

import streamlit as st

from keko.data.areas import Areas
from keko.ui.html import coloured, finding, notice
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import label
from keko.words.formats import period
from keko.words.subject import ALL_CATEGORIES, BOTH_SEXES, other_period, other_periods, sexes
from keko.words.terms import DEMO_NOTICE, MIXED_NOTICE


def show_finding(title: str, sentence: str) -> None:
    """What the page is about, and the finding."""
    st.html(finding(escape(title), sentence))


def show_finding_of_area(subject: str, view: View, areas: Areas, sentence: str) -> None:
    """The same of a subject in the view's area."""
    st.html(finding(title_of_area(subject, view, areas), sentence))


def title_of_area(subject: str, view: View, areas: Areas) -> str:
    """A subject and the view's area, as HTML: its name has the colour that it has in every picture."""
    return f"{escape(subject)} – {coloured(label(areas[view.area], view.language), 'area')}"


def show_finding_of_pair(view: View, areas: Areas, sentence: str) -> None:
    """The same of the area beside its benchmark."""
    st.html(finding(title_of_pair(view, areas), sentence))


def title_of_pair(view: View, areas: Areas) -> str:
    """The area beside its benchmark, in their colours, with the sex and the period that were asked for, as HTML."""
    language = view.language
    names = {
        "area": coloured(label(areas[view.area], language), "area"),
        "benchmark": coloured(label(areas[view.benchmark], language), "benchmark"),
    }
    return narrowed(words.VERSUS.within(language, **names), view)


def narrowed(title: str, view: View) -> str:
    """A title, as text or HTML, with the sex and the period of the view."""
    language = view.language
    return ", ".join([title, *sexes(view.sex, language), *([period(view.period, language)] if view.period else [])])


def at_shown_period(view: View, shown: Iterable[str | None]) -> View:
    """The view as a title names it: without its period, where no figure is of that."""
    is_shown = any(other_period(view.period, each, view.language) == "" for each in shown if each)
    return view if is_shown else view.with_(period=None)


def show_other_period(view: View, shown: str | None) -> None:
    """Say that the figures are of another period than the one asked for, where they are."""
    if sentence := other_period(view.period, shown, view.language):
        st.html(notice(sentence, "status"))


def show_other_periods(view: View, shown: Iterable[str | None]) -> None:
    """The same of many figures: whether all or some of them are of another."""
    if sentence := other_periods(view.period, shown, view.language):
        st.html(notice(sentence, "status"))


def show_left_out(asked: View, shown: View) -> None:
    """Say which choices of the address what is shown does not follow."""
    for sentence in left_out(asked, shown):
        st.html(notice(sentence, "status"))


def left_out(asked: View, shown: View) -> list[str]:
    """Which choices of the address what is shown does not follow: of sex, of age or another category."""
    differs = {
        BOTH_SEXES: asked.sex != shown.sex,
        ALL_CATEGORIES: (asked.age, asked.breakdown) != (shown.age, shown.breakdown),
    }
    return [sentence.within(asked.language) for sentence, applies in differs.items() if applies]


def show_paragraph(sentences: str) -> None:
    """A short paragraph under the finding, where there is one."""
    if sentences:
        st.html(f'<p class="keko-said">{escape(sentences)}</p>')


def show_other_benchmark(asked: View, shown: View, areas: Areas) -> None:
    """Say that the area is compared with another than itself, where the address asked for that."""
    if asked.benchmark != shown.benchmark:
        name = label(areas[shown.benchmark], shown.language)
        st.html(notice(words.NOT_ITSELF.within(shown.language, benchmark=name), "status"))


def show_unknown(unknown: Iterable[tuple[str, str]], view: View) -> None:
    """Tell which parameters of the address meant nothing."""
    for name, value in unknown:
        st.html(notice(words.UNKNOWN_PARAMETER.within(view.language, name=name, value=value[:40]), "status"))


def show_demo_notice(flags: Collection[bool], visit: Visit) -> None:
    """Say that figures on this view are demo figures. `flags`: of each of them, whether it is one."""
    if any(flags):
        sentence = DEMO_NOTICE if all(flags) else MIXED_NOTICE
        st.html(notice(sentence.within(visit.view.language)))
