"""Benchmark: where do we differ, and is it real?"""

import streamlit as st

from keko.ui import html, loads, opening
from keko.ui.benchmark import choices, rendered
from keko.ui.session import require_role
from keko.ui.view import all_categories, with_picture
from keko.words import interface as words

visit = require_role("reader")
view, version = with_picture(all_categories(visit.view)), visit.version
text = rendered.text(view, version)

opening.show_finding_of_pair(opening.at_shown_period(view, text.periods), loads.areas(version), text.finding)
opening.show_other_periods(view, text.periods)
opening.show_left_out(visit.view, view)
opening.show_paragraph(text.paragraph)
opening.show_demo_notice(text.demo_flags, visit)
choices.ask(view, visit)

st.caption(html.literal(text.chance))
html.show(rendered.picture(view, version))
st.caption(html.literal(text.beneath))
choices.downloads(view, visit)
visit.link("data", words.TO_DEFINITIONS.within(view.language), visit.view, icon=":material/menu_book:")
