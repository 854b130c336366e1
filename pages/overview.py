"""Overview: how are we doing, what changed since last time, what needs attention?"""

import streamlit as st

from keko.data.days import today
from keko.ui import html, loads, open_figures, opening
from keko.ui.overview import choices, rendered
from keko.ui.overview.answers import CHANGES
from keko.ui.session import require_role
from keko.ui.view import everybody
from keko.words import interface as words
from keko.words.overview import WHAT_CHANGED

visit = require_role("reader")
view, language, version = everybody(visit.view).with_(since=None), visit.view.language, visit.version
now = today()
day = choices.day_since(visit.view, now)
text = rendered.text(view, day, version)

opening.show_finding_of_pair(opening.at_shown_period(view, text.periods), loads.areas(version), text.finding)
opening.show_other_periods(view, text.periods)
opening.show_left_out(visit.view, view)
opening.show_demo_notice(text.demo_flags, visit)
if text.answers:
    st.html(text.answers)

html.show(rendered.tiles(view, version))
choices.edit_headlines(visit)

open_figures.offer_first(visit)
if brief := rendered.in_brief(view, visit.theme, version):
    html.show(brief)
if text.answers:
    st.html(html.heading(WHAT_CHANGED.within(language), CHANGES))
    choices.ask_since(visit.view, now)
    st.html(rendered.changes(view, day, now, version))
visit.link("benchmark", words.ALL_INDICATORS.within(language), icon=":material/arrow_forward:")
visit.link("data", words.TO_DEFINITIONS.within(language), icon=":material/menu_book:")
