"""The frame around every page: navigation, languages, the shared filters, and what must be said on every view."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from keko.charts.palette import as_css
from keko.config import ASSETS, LANGUAGES
from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.catalogue import Indicator
from keko.ui import loads
from keko.ui.navigation import PAGES, PageEntry
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, USUAL, View, written
from keko.words import interface as words
from keko.words import workbench as workbench_words
from keko.words.area_labels import label
from keko.words.terms import DEMO_NOTICE, SEXES, VERDICT_MARKS

_LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


@cache
def _style() -> str:
    return (ASSETS / "theme.css").read_text(encoding="utf-8")


def style(visit: Visit) -> None:
    """The project's own style, on top of the theme."""
    upload = f':root{{--keko-upload:"{workbench_words.CHOOSE_FILE.within(visit.view.language)}"}}'
    st.html(f"<style>{as_css(visit.theme)}{upload}{_style()}</style>")


def sidebar(visit: Visit, here: PageEntry) -> None:
    """Name, pages and languages."""
    view = visit.view
    with st.sidebar:
        st.html(
            f'<div class="keko-brand"><strong>KEKO</strong><span>{escape(words.TAGLINE.within(view.language))}</span></div>'
        )
        for entry in PAGES:
            if entry.role in visit.person.roles:
                visit.link(entry.path, entry.name.within(view.language), icon=entry.icon, width="stretch")
        st.html(_languages(view, here))


def _languages(view: View, here: PageEntry) -> str:
    """Links that load the page anew, so that the document's language follows too."""

    def one(language: str) -> str:
        if language == view.language:
            return f'<strong lang="{language}" aria-current="true">{_LANGUAGE_NAMES[language]}</strong>'
        query = escape(urlencode(view.with_(language=language).parameters()))
        return (
            f'<a href="/{here.address}?{query}" lang="{language}" hreflang="{language}">{_LANGUAGE_NAMES[language]}</a>'
        )

    links = "".join(one(language) for language in LANGUAGES)
    return f'<nav class="keko-languages" aria-label="{words.LANGUAGE.within(view.language)}">{links}</nav>'


def filters(visit: Visit) -> None:
    """Area, benchmark, sex and period, in one row. The address is the truth: a choice changes it, and it sets the choices."""
    view, language = visit.view, visit.view.language
    options = loads.area_options(language, visit.version)
    years = ["", *loads.years((view.area, view.benchmark), visit.version)]
    columns = st.container(key="filters").columns([3, 3, 1.4, 1.4], vertical_alignment="bottom")
    areas = loads.areas(visit.version)

    def called(code: str) -> str:
        return options.get(code) or label(areas[code], language)  # an abolished municipality can be asked for

    with columns[0]:
        _choice("area", view.area, words.AREA.within(language), list(options), called)
    with columns[1]:
        _choice("benchmark", view.benchmark, words.BENCHMARK_AREA.within(language), list(options), called)
    with columns[2]:
        _choice("sex", view.sex, words.SEX.within(language), list(SEXES), lambda sex: SEXES[sex].within(language))
    with columns[3]:
        newest = words.NEWEST.within(language)
        _choice("period", view.period or "", words.PERIOD.within(language), years, lambda year: year or newest)


def _choice(name: str, value: str, label: str, options: list[str], shown: Callable[[str], str]) -> None:
    key = f"filter_{name}"
    if value not in options:
        options = [value, *options]
    st.session_state[key] = value
    st.selectbox(label, options, format_func=shown, key=key, on_change=choose, args=(name, key))


def choose(name: str, key: str) -> None:
    """Write a chosen value into the address (a widget's callback)."""
    chosen = st.session_state[key]
    if chosen and chosen != USUAL[name]:
        st.query_params[PARAMETERS[name]] = written(chosen)
    else:
        st.query_params.pop(PARAMETERS[name], None)


def say_unknown(unknown: Iterable[tuple[str, str]], view: View) -> None:
    """Tell which parts of the address meant nothing."""
    for name, value in unknown:
        said = words.UNKNOWN_PARAMETER.within(view.language, name=name, value=value[:40])
        st.html(f'<p class="keko-notice" role="status">{escape(said)}</p>')


def demo_notice(is_demo: bool, visit: Visit) -> None:
    """Say that figures on this view are demo figures, wherever they are."""
    if is_demo:
        st.html(f'<p class="keko-notice" role="note">{escape(DEMO_NOTICE.within(visit.view.language))}</p>')


def finding(title: str, sentence: str) -> None:
    """The page's first line: what it is about, and the finding, large."""
    _finding(escape(title), sentence)


def finding_beside(view: View, areas: Areas, sentence: str) -> None:
    """The same of the area beside its benchmark, each name in the colour that the area has in every picture."""
    own, other = (escape(label(areas[code], view.language)) for code in (view.area, view.benchmark))
    names = {"area": f'<span class="area">{own}</span>', "benchmark": f'<span class="benchmark">{other}</span>'}
    _finding(words.VERSUS.within(view.language, **names), sentence)


def said(sentences: str) -> None:
    """A short paragraph under the finding, where there is one."""
    if sentences:
        st.html(f'<p class="keko-said">{escape(sentences)}</p>')


def _finding(title: str, sentence: str) -> None:
    st.html(f'<header class="keko-finding"><h1>{title}</h1><p>{escape(sentence)}</p></header>')


def picture(html: str) -> None:
    """HTML that holds SVG, which the framework takes out of `st.html`; everything from outside is escaped already."""
    st.markdown(html, unsafe_allow_html=True)


def named(heading: str, names: Iterable[str], style_name: str) -> None:
    """A short list of indicators in one line, where there are any."""
    said = ", ".join(names)
    if said:
        mark = f'<span class="keko-verdict {style_name}">{VERDICT_MARKS[style_name]} {escape(heading)}</span>'
        st.html(f'<p class="keko-named">{mark} {escape(said)}</p>')


def indicator_choice(visit: Visit) -> str:
    """Which indicator: the view's, else the first that leadership sees. Those without figures can be chosen too."""
    known, view = loads.catalogue(visit.version), visit.view
    with_figures = loads.with_figures(visit.version)
    rest = [id_ for id_ in known if id_ not in with_figures]
    first = next((id_ for id_ in loads.headlines(visit.version) if id_ in with_figures), next(iter(known)))
    chosen = view.indicator or first
    _choice(
        "indicator",
        chosen,
        words.INDICATOR.within(view.language),
        [*with_figures, *rest],
        lambda id_: known[id_].names.within(view.language),
    )
    return chosen


def breakdown_choices(visit: Visit, indicator: str) -> View:
    """Age and other category, where the figures come by them; the view with what is chosen, or the first there is."""
    view = visit.view
    found = loads.breakdowns(indicator, visit.version)
    names = loads.catalogue(visit.version)[indicator].category_names
    order = {id_: place for place, id_ in enumerate(("total", *names))}
    for name, title in (("age", words.AGE), ("breakdown", words.CATEGORY)):
        options = sorted(found[name], key=lambda text: (order.get(text, len(order)), text))
        asked = getattr(view, name)
        view = view.with_(**{name: asked if asked in options else next(iter(options), "total")})
        if len(options) > 1:
            called = {id_: text.within(view.language) for id_, text in {"total": words.ALL_TOGETHER, **names}.items()}
            _choice(name, getattr(view, name), title.within(view.language), options, partial(_called, called))
    return view


def _called(names: Mapping[str, str], text: str) -> str:
    return names.get(text, text)


def usual_company(item: Indicator) -> tuple[str, ...]:
    """The areas drawn in grey when nobody has chosen any: the country, unless its sheer number would flatten the others."""
    return (WHOLE_COUNTRY,) if item.comparable else ()


def more_areas(visit: Visit) -> None:
    """Further areas in the same chart."""
    options = loads.area_options(visit.view.language, visit.version)
    st.session_state["filter_others"] = [code for code in visit.view.others if code in options]
    st.multiselect(
        words.MORE_AREAS.within(visit.view.language),
        list(options),
        format_func=options.__getitem__,
        key="filter_others",
        placeholder=words.CHOOSE_AREAS.within(visit.view.language),
        max_selections=8,
        on_change=choose,
        args=("others", "filter_others"),
    )


def swap(view: View) -> None:
    """Let area and benchmark change places (a button's callback)."""
    st.query_params[PARAMETERS["area"]], st.query_params[PARAMETERS["benchmark"]] = view.benchmark, view.area
