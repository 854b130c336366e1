"""Population segments: which groups of people, how do they take part in work, why does the area differ?"""

import streamlit as st

from keko.ui import frame, loads
from keko.ui.segments import choices, drawn
from keko.ui.segments import loads as segment_loads
from keko.ui.segments.scene import Chart
from keko.ui.session import require_role

visit = require_role("reader")
view = choices.shown(visit)
picture = drawn.picture(view, visit.theme, visit.version)

frame.say_unknown(choices.unknown(view, visit), view)
if picture.title:
    frame.finding(picture.title, picture.finding)
else:
    frame.finding_beside(view, loads.areas(visit.version), picture.finding)
frame.said(picture.paragraph)
frame.demo_notice(view.model is not None and segment_loads.models(visit.version)[view.model].is_demo, visit)
choices.ask(view, visit)

for block in picture.blocks:
    if isinstance(block, Chart):
        st.vega_lite_chart(block.drawing.data, block.drawing.spec, width="stretch", alt=block.alt)
    elif block:
        frame.picture(block)
