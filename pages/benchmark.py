"""Benchmark: where do we differ, and is it real?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.benchmark.choices import choices, downloads
from keko.ui.session import require_role
from keko.words.benchmark import paragraph
from keko.words.sentences import overview_finding

visit = require_role("reader")
view, language = visit.view, visit.view.language
areas, rows = loads.areas(visit.version), loads.benchmark(view, visit.version)
standings = [row.standing for row in rows]

frame.finding_beside(view, areas, overview_finding(standings, language))
frame.said(paragraph(rows, loads.verdicts_a_year_before(view, visit.version), language))
frame.demo_notice(any(one.is_demo for one in standings), visit)
choices(visit)

st.markdown(drawn.benchmark(view, visit.version), unsafe_allow_html=True)
st.caption(drawn.beneath_benchmark(view, visit.version))
downloads(visit)
