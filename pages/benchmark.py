"""Benchmark: where do we differ, and is it real?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.benchmark.choices import choices, downloads
from keko.ui.session import require_role

visit = require_role("reader")
view, version = visit.view, visit.version
text = drawn.benchmark_text(view, version)

frame.finding_beside(view, loads.areas(version), text.finding)
frame.said(text.paragraph)
frame.demo_notice(text.is_demo, visit)
choices(visit)

st.caption(text.chance)
st.markdown(drawn.benchmark(view, version), unsafe_allow_html=True)
st.caption(text.beneath)
downloads(visit)
