"""Working-age population: who are they, how do they take part in work, what is changing?"""

import streamlit as st

from keko.ui import html, loads, opening
from keko.ui.population import rendered
from keko.ui.session import require_role
from keko.ui.view import everybody
from keko.words import interface as words

visit = require_role("reader")
view = everybody(visit.view).with_(indicator=None)
population = rendered.population(view, visit.version)

titled = opening.at_shown_period(view, population.periods)
opening.show_finding_of_pair(titled, loads.areas(visit.version), population.finding)
opening.show_other_periods(view, population.periods)
opening.show_left_out(visit.view, view)
opening.show_demo_notice(population.demo_flags, visit)

left, right = st.columns([5, 7], gap="medium")
with left:
    html.show(population.ages)
with right:
    html.show(population.groups)
opening.show_paragraph(population.changes)
html.show(population.figures)
html.show(population.places)
st.caption(html.literal(population.beneath))
visit.link("data", words.TO_DEFINITIONS.within(view.language), visit.view, icon=":material/menu_book:")
