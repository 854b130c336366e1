"""Map: where is it so?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.maps import choices
from keko.ui.maps.draw import draw, notes
from keko.ui.maps.scene import settled, shown
from keko.ui.session import require_role
from keko.words import maps as words

visit = require_role("reader")
language = visit.view.language
areas = loads.areas(visit.version)

indicator = frame.indicator_choice(visit)
view = settled(frame.breakdown_choices(visit, indicator), indicator, visit.version)
seen = shown(view, visit.theme, visit.version)
found = seen.found

frame.finding(found.item.names.within(language), words.map_finding(found, areas, language))
frame.demo_notice(found.is_demo, visit)
choices.ask(view)

left, right = st.columns([1, 1], gap="medium")
with left:
    draw(seen, visit)
    if found.period:
        choices.slide(found.periods, found.period, language)
    notes(seen, visit)
with right:
    st.html(drawn.map_legend(view, visit.theme, visit.version))
    st.html(drawn.map_profile(view, visit.theme, visit.version))
    visit.link(
        "mittarit", words.OPEN_INDICATOR.within(language), view.with_(picture=""), icon=":material/arrow_forward:"
    )
    st.html(drawn.map_table(view, visit.theme, visit.version))
