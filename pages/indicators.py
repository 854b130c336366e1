"""Indicators: how has this developed, and against whom?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.session import require_role
from keko.words import interface as words
from keko.words.area_labels import label, short
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

others = view.others or frame.usual_company(catalogue[indicator])
standing = loads.situation((indicator,), view, others, visit.version)[0]
frame.finding(
    standing.item.names.within(language), indicator_finding(standing, label(areas[view.benchmark], language), language)
)
frame.demo_notice(standing.is_demo, visit)

if any(one.valued for one in standing.every_series):
    names = ", ".join(short(areas[one.area], language) for one in standing.every_series)
    described = words.CHART_ALT.within(language, name=standing.item.names.within(language), areas=names)
    chart = drawn.lines(indicator, view, others, visit.theme, visit.version)
    st.vega_lite_chart(chart.data, chart.spec, width="stretch", alt=described)
    st.caption(words.INTERVAL_NOTE.within(language))
elif indicator not in loads.figures(visit.version):
    st.info(words.NO_FIGURES.within(language))
else:
    st.info((words.NOT_BY_SEX if view.sex != "total" else words.NOT_FOUND_AREA).within(language))

st.html(drawn.indicator(indicator, view, others, visit.version))
