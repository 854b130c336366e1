"""Working-age population: who are they, how do they take part in work, what is changing?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.session import require_role
from keko.ui.view import everybody

visit = require_role("reader")
view = everybody(visit.view).with_(indicator=None)
shown = drawn.population(view, visit.version)

frame.finding_beside(view, loads.areas(visit.version), shown.finding)
frame.demo_notice(shown.is_demo, visit)

left, right = st.columns([5, 7], gap="medium")
with left:
    frame.picture(shown.ages)
with right:
    frame.picture(shown.groups)
frame.said(shown.changes)
frame.picture(shown.figures)
frame.picture(shown.places)
st.caption(shown.beneath)
