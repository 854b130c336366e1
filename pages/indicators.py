"""Indicators: how has this developed, against whom, against which target, what happened meanwhile?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.indicators import development, downloads, limits, multiples
from keko.ui.session import require_role
from keko.words.area_labels import label
from keko.words.sentences import indicator_finding

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas, catalogue = loads.areas(visit.version), loads.catalogue(visit.version)

pick, more = st.columns([1, 1], vertical_alignment="bottom")
with pick:
    indicator = frame.indicator_choice(visit)
with more:
    frame.more_areas(visit)
view = frame.breakdown_choices(visit, indicator)
item = catalogue[indicator]

others = view.others or frame.usual_company(item)
found = loads.development(indicator, view, others, visit.version)
standing = found.standing
said = indicator_finding(standing, label(areas[view.benchmark], language), language)
frame.finding(item.names.within(language), said)
frame.demo_notice(standing.is_demo, visit)

if any(one.valued for one in standing.every_series):
    development.say(found, language)
    dimensions = loads.breakdowns(indicator, visit.version)
    view = development.choose(multiples.possible(item, dimensions, found.events, view, areas), view)
    if view.picture == "kehitys":
        development.draw(found, said, view, others, visit)
        limits.decide(found, visit)
    else:
        frame.picture(drawn.multiples(item, view, others, visit.version))
    downloads.offer(standing, said, view, others, visit)
else:
    development.say_nothing(indicator, view, visit)

st.html(drawn.indicator(indicator, view, others, visit.version))
