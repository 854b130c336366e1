"""Overview: how are we doing, what needs attention?"""

import streamlit as st

from keko.ui import frame, loads
from keko.ui.navigation import link
from keko.ui.session import require_role
from keko.ui.tiles import tile
from keko.words import interface as words
from keko.words.area_labels import label
from keko.words.sentences import overview_finding, singled_out

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas = loads.areas(visit.version)
headlines = loads.headlines(visit.version)
found = loads.situation(headlines, view, (), visit.version)

own, other = (label(areas[code], language) for code in (view.area, view.benchmark))
frame.finding(words.VERSUS.within(language, area=own, benchmark=other), overview_finding(found, language))
frame.demo_notice(any(one.is_demo for one in found), visit)
for heading, verdict in ((words.ATTENTION, "worse"), (words.STRENGTHS, "better")):
    frame.named(heading.within(language), singled_out(found, verdict, language), verdict)

mixed = len({one.is_demo for one in found}) > 1
grid = st.grid(3, gap="small", border=True)
for place, one in enumerate(found):
    with grid.cell(), st.container(key=f"tile{place}", gap="xxsmall"):
        link("mittarit", one.item.names.within(language), view.with_(indicator=one.item.id), width="stretch")
        st.markdown(tile(one, areas, language, tagged=mixed), unsafe_allow_html=True)

link("aluevertailu", words.ALL_INDICATORS.within(language), view, icon=":material/arrow_forward:")
