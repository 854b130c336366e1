"""Indicators: how has this developed, against whom, against which target, what happened meanwhile?"""

import streamlit as st

from keko.ui import html, loads, opening, to_forms
from keko.ui.indicators import development, downloads, limits, multiples, queries, rendered, waits, what_if
from keko.ui.session import require_role
from keko.ui.shared_filters import category_filters, indicator_filter, more_areas_filter
from keko.words import interface as words
from keko.words.area_labels import label
from keko.words.sentences import indicator_finding
from keko.words.subject import subject

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas = loads.areas(visit.version)

indicator_column, areas_column = st.columns([1, 1], vertical_alignment="bottom")
with indicator_column:
    indicator = indicator_filter(visit)
with areas_column:
    more_areas_filter(visit)
view = category_filters(visit, indicator)
item = loads.catalogue(visit.version)[indicator]

others = view.others or development.usual_others(item)
developed = queries.development(indicator, view, others, visit.version)
standing = developed.standing
finding = indicator_finding(standing, developed.changes, label(areas[view.benchmark], language), language)
opening.show_finding_of_area(subject(item, view.question, language), view, areas, finding)
opening.show_other_period(view, standing.latest.period if standing.latest else None)
opening.show_demo_notice({standing.is_demo}, visit)

if any(series.valued for series in standing.every_series):
    development.show_sentences(developed, language)
    dimensions = loads.breakdowns(indicator, visit.version)
    view = development.ask(multiples.possible(item, dimensions, developed.events, view, areas), view)
    if view.picture == "kehitys":
        development.draw(developed, finding, view, others, visit)
        limits.decide(developed, visit)
    else:
        html.show(rendered.multiples(item, view, others, visit.version))
    if view.picture in {"kehitys", "toimet"}:
        to_forms.to_targets_and_events(view.with_(indicator=indicator), visit, developed.target is not None)
    waits.show(standing, view, visit)
    downloads.offer(standing, finding, view, others, visit)
    html.show(what_if.rendered(indicator, view, others, visit.version))
else:
    development.show_why_nothing(standing, visit)

st.html(rendered.description(indicator, view, others, visit.version))
visit.link(
    "data", words.TO_DEFINITIONS.within(language), visit.view.with_(indicator=indicator), icon=":material/menu_book:"
)
