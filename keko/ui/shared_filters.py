"""The filters that several pages have: area, benchmark, sex and period on all of them; indicator, its categories, more areas."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from keko.config import Language
from keko.ui import copy_link, loads
from keko.ui.chosen import categories, chosen_indicator, with_indicator
from keko.ui.filters import bound, drop_down
from keko.ui.navigation import PageEntry
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import label
from keko.words.other_names import code_of
from keko.words.terms import SEXES
from keko.words.waits import category_name

_MOST_AREAS = 8


def shared_filters(visit: Visit, page: PageEntry, offer_more: Callable[[Visit, PageEntry], None]) -> None:
    """Area, benchmark, sex and period, in one row, and the link to the view; on a telephone folded.

    `offer_more`: draws what else can be done with the view, above its link.
    """
    view, language = visit.view, visit.view.language
    names = loads.area_entries(language, visit.version)
    options = list(names)
    if abolished := [code for code in (view.area, view.benchmark) if code not in names]:  # it can be asked for
        names = names | {code: label(loads.areas(visit.version)[code], language) for code in abolished}
    st.html(opener(language))
    columns = st.container(key="filters").columns([3, 3, 1.4, 1.4, 1.7], vertical_alignment="bottom")

    with columns[0]:
        drop_down("area", view.area, words.AREA.within(language), options, names.__getitem__, meant=code_of)
    with columns[1]:
        beside = words.BENCHMARK_AREA.within(language)
        drop_down("benchmark", view.benchmark, beside, options, names.__getitem__, meant=code_of)
    with columns[2]:
        drop_down("sex", view.sex, words.SEX.within(language), list(SEXES), lambda sex: SEXES[sex].within(language))
    with columns[3]:
        years = loads.years((view.area, view.benchmark), visit.version)
        newest = words.NEWEST.within(language)
        drop_down("period", view.period or "", words.PERIOD.within(language), ["", *years], lambda year: year or newest)
    with columns[4], st.container(key="taking", gap=None, horizontal_alignment="right"):
        offer_more(visit, page)
        copy_link.offer(page.file, _whole(visit, page))


def opener(language: Language) -> str:
    """What opens the filters where a screen is small, as HTML.

    The style sheet hides them while it is closed. They are not within it, and it says the same at every rerun: the browser
    keeps it open while one after another is chosen.
    """
    return f'<details class="keko-choosers"><summary>{escape(words.CHOOSERS.within(language))}</summary></details>'


def _whole(visit: Visit, page: PageEntry) -> View:
    """The view with the indicator that the page shows of itself where none is chosen, so that its link stays the same."""
    if page.file not in {"indicators", "map"}:
        return visit.view
    return visit.view.with_(indicator=chosen_indicator(visit.view, visit.version))


def indicator_filter(visit: Visit) -> str:
    """Which indicator: the view's, else the first that leadership sees. Those without figures can be chosen too."""
    chosen = chosen_indicator(visit.view, visit.version)
    options = loads.indicator_entries(visit.view.language, visit.version)
    label = words.INDICATOR.within(visit.view.language)
    drop_down("indicator", chosen, label, list(options), options.__getitem__, meant=code_of)
    return chosen


def category_filters(visit: Visit) -> View:
    """Age and other category, where the figures come by them; the view with the indicator and with what is chosen of them."""
    view = with_indicator(visit.view, visit.version)
    indicator = loads.catalogue(visit.version)[chosen_indicator(view, visit.version)]
    names = {"total": words.ALL_TOGETHER, **indicator.category_names}
    called = {id_: name.within(view.language) for id_, name in names.items()}
    titles = {"age": words.AGE, "breakdown": words.CATEGORY}
    for dimension, options in categories(indicator.id, visit.version).items():
        if len(options) > 1:
            drop_down(
                dimension,
                getattr(view, dimension),
                titles[dimension].within(view.language),
                options,
                partial(_category_name, called, view.language),
            )
    return view


def _category_name(names: dict[str, str], language: Language, id_: str) -> str:
    return names.get(id_) or category_name(id_, language)


def more_areas_filter(visit: Visit) -> None:
    """Further areas in the same chart."""
    view, options = visit.view, loads.area_entries(visit.view.language, visit.version)
    bound(
        st.multiselect,
        "others",
        [code for code in view.others if code in options],
        words.MORE_AREAS.within(view.language),
        list(options),
        meant=code_of,
        format_func=options.__getitem__,
        placeholder=words.CHOOSE_AREAS.within(view.language),
        max_selections=_MOST_AREAS,
    )
