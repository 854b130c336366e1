"""Overview: how are we doing, what needs attention?"""

import streamlit as st

from keko.ui import html, loads, open_figures, opening
from keko.ui.overview import rendered
from keko.ui.session import require_role
from keko.ui.view import all_categories
from keko.words import interface as words

visit = require_role("reader")
view, language, version = all_categories(visit.view), visit.view.language, visit.version
text = rendered.text(view, version)

opening.show_finding_of_pair(opening.at_shown_period(view, text.periods), loads.areas(version), text.finding)
opening.show_other_periods(view, text.periods)
opening.show_left_out(visit.view, view)
opening.show_demo_notice(text.demo_flags, visit)
if text.lines:
    st.html(text.lines)

grid = st.grid(3, gap="small", border=True)
for place, (indicator, tile) in enumerate(rendered.tiles(view, version)):
    name = loads.catalogue(version)[indicator].names.within(language)
    with grid.cell(), st.container(key=f"tile{place}", gap="xxsmall"):
        visit.link("indicators", name, view.with_(indicator=indicator), width="stretch")
        html.show(tile)

open_figures.offer_first(visit)
visit.link("benchmark", words.ALL_INDICATORS.within(language), icon=":material/arrow_forward:")
visit.link("data", words.TO_DEFINITIONS.within(language), icon=":material/menu_book:")
