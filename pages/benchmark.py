"""Benchmark: where do we differ, and is it real?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.benchmark import choices
from keko.ui.session import require_role
from keko.ui.view import with_picture

visit = require_role("reader")
view, version = with_picture(visit.view), visit.version
text = drawn.benchmark_text(view, version)

frame.finding_beside(view, loads.areas(version), text.finding)
frame.said(text.paragraph)
frame.demo_notice(text.is_demo, visit)
choices.ask(view, visit)

st.caption(text.chance)
frame.picture(drawn.benchmark(view, version))
st.caption(text.beneath)
choices.downloads(view, visit)
