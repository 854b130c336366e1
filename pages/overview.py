"""Overview: how are we doing, what needs attention?"""

import streamlit as st

from keko.indicators.attention import attention
from keko.indicators.situation import demo_flags
from keko.ui import html, loads, open_figures, opening
from keko.ui.overview import rendered
from keko.ui.overview.highlights import highlights
from keko.ui.session import require_role
from keko.ui.view import all_categories
from keko.words import interface as words
from keko.words.overview import overview_finding

visit = require_role("reader")
view, language = all_categories(visit.view), visit.view.language
areas = loads.areas(visit.version)
standings = loads.situation(loads.headlines(visit.version), view, (), visit.version)
needing = attention(standings, areas)

periods = [standing.latest.period for standing in standings if standing.latest]
titled = opening.at_shown_period(view, periods)
opening.show_finding_of_pair(titled, areas, overview_finding(standings, needing, language))
opening.show_other_periods(view, periods)
opening.show_left_out(visit.view, view)
opening.show_demo_notice(demo_flags(standings), visit)
if lines := highlights(standings, needing, language):
    st.html(lines)
open_figures.offer_first(visit)

grid = st.grid(3, gap="small", border=True)
for place, (standing, tile) in enumerate(zip(standings, rendered.tiles(view, visit.version), strict=True)):
    item = standing.item
    with grid.cell(), st.container(key=f"tile{place}", gap="xxsmall"):
        visit.link("indicators", item.names.within(language), view.with_(indicator=item.id), width="stretch")
        html.show(tile)

visit.link("benchmark", words.ALL_INDICATORS.within(language), icon=":material/arrow_forward:")
visit.link("data", words.TO_DEFINITIONS.within(language), icon=":material/menu_book:")
