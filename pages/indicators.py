"""Indicators: how has this developed, against whom, against which target, what happened meanwhile?"""

import streamlit as st

from keko.ui import html, loads, opening, to_forms
from keko.ui.indicators import development, downloads, limits, rendered, waits, what_if
from keko.ui.indicators.scene import scene
from keko.ui.session import require_role
from keko.ui.shared_filters import category_filters, indicator_filter, more_areas_filter
from keko.words import interface as words

visit = require_role("reader")

indicator_column, areas_column = st.columns([1, 1], vertical_alignment="bottom")
with indicator_column:
    indicator = indicator_filter(visit)
with areas_column:
    more_areas_filter(visit)
here = scene(category_filters(visit), visit.version)
view, developed, others = here.view, here.developed, here.others
standing = developed.standing

opening.show_finding_of_area(here.subject, view, loads.areas(visit.version), here.finding)
opening.show_other_period(view, standing.latest.period if standing.latest else None)
opening.show_demo_notice({standing.is_demo}, visit)

if here.pictures:
    development.show_sentences(developed, view.language)
    development.ask(here)
    if view.picture == "kehitys":
        development.draw(here, visit)
        limits.decide(developed, visit)
    else:
        html.show(rendered.multiples(here.item, view, others, visit.version))
    if view.picture in {"kehitys", "toimet"}:
        to_forms.to_all(view, visit, developed.target is not None)
    html.show(waits.waits(standing, view, visit.version))
    downloads.offer(standing, here.finding, view, others, visit)
    st.html(what_if.rendered(here.item.id, view, others, visit.version))
else:
    development.show_why_nothing(standing, visit)

st.html(rendered.description(indicator, view, others, visit.version))
visit.link(
    "data",
    words.TO_DEFINITIONS.within(view.language),
    visit.view.with_(indicator=indicator),
    icon=":material/menu_book:",
)
