"""Map: where is it so?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.maps import choices, downloads
from keko.ui.maps.draw import draw, notes
from keko.ui.maps.scene import settled, shown
from keko.ui.session import require_role
from keko.words import maps as words

visit = require_role("reader")
language, areas = visit.view.language, loads.areas(visit.version)

pick, colour = st.columns([2, 1], vertical_alignment="bottom")
with pick:
    indicator = frame.indicator_choice(visit)
    view = settled(frame.breakdown_choices(visit, indicator), indicator, visit.version)
with colour:
    choices.colours(view)
seen = shown(view, visit.theme, visit.version)
found = seen.found

frame.finding(found.item.names.within(language), words.map_finding(found, areas, language))
frame.said(words.map_lead(found, areas, language))
frame.demo_notice(found.is_demo, visit)

left, right = st.columns([5, 7], gap="medium")
with left:
    draw(seen, visit)
    if found.period:
        choices.slide(found.periods, found.period, language)
    notes(seen, visit)
with right:
    choices.ask(view)
    st.html(drawn.map_legend(view, visit.theme, visit.version))
    st.html(drawn.map_profile(view, visit.theme, visit.version))
    there = view.with_(picture="", level="", classes="", zoom="")
    visit.link("mittarit", words.OPEN_INDICATOR.within(language), there, icon=":material/arrow_forward:")
    st.html(drawn.map_table(view, visit.theme, visit.version))
    downloads.offer(seen, visit)
