"""Overview: how are we doing, what needs attention?"""

import streamlit as st

from keko.indicators.highlights import singled_out
from keko.ui import drawn, frame, loads
from keko.ui.session import require_role
from keko.words import interface as words
from keko.words.sentences import names_in_words, overview_finding

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas = loads.areas(visit.version)
found = loads.situation(loads.headlines(visit.version), view, (), visit.version)

frame.finding_beside(view, areas, overview_finding(found, language))
frame.demo_notice(any(one.is_demo for one in found), visit)
frame.named(words.ATTENTION.within(language), names_in_words(singled_out(found, "worse"), language), "worse")
frame.named(words.STRENGTHS.within(language), names_in_words(singled_out(found, "better"), language), "better")

grid = st.grid(3, gap="small", border=True)
for place, (one, body) in enumerate(zip(found, drawn.tiles(view, visit.version), strict=True)):
    with grid.cell(), st.container(key=f"tile{place}", gap="xxsmall"):
        visit.link("mittarit", one.item.names.within(language), view.with_(indicator=one.item.id), width="stretch")
        frame.picture(body)

visit.link("aluevertailu", words.ALL_INDICATORS.within(language), icon=":material/arrow_forward:")
