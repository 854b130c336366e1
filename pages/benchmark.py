"""Benchmark: where do we differ, and is it real?"""

import streamlit as st

from keko.indicators.comparison import made
from keko.ui import drawn, frame, loads
from keko.ui.session import require_role
from keko.words import interface as words
from keko.words.sentences import chance_in_words, overview_finding

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas = loads.areas(visit.version)
catalogue = loads.catalogue(visit.version)
with_figures = loads.with_figures(visit.version)
found = loads.situation(with_figures, view, (), visit.version)

frame.finding_beside(view, areas, overview_finding(found, language))
frame.demo_notice(any(one.is_demo for one in found), visit)
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(chance_in_words(made([one.comparison for one in found]), language))
    st.button(words.SWAP.within(language), icon=":material/swap_horiz:", on_click=frame.swap, args=(view,))

st.html(drawn.benchmark(view, visit.version))
if len(with_figures) < len(catalogue):
    st.caption(words.ONLY_WITH_FIGURES.within(language, count=len(catalogue) - len(with_figures)))
