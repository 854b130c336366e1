"""Population segments: which groups of people, how do they take part in work, why does the area differ?"""

import streamlit as st

from keko.ui import html, loads, opening, to_forms
from keko.ui.segments import choices, queries, rendered
from keko.ui.segments.scene import Chart
from keko.ui.session import require_role
from keko.ui.view import all_categories
from keko.words import interface as words

visit = require_role("reader")
view = choices.settled(visit.view, visit.version)
picture = rendered.picture(view, visit.theme, visit.version)

opening.show_unknown(choices.unknown(view, visit), view)
shown = all_categories(view).with_(sex=picture.sex, period=picture.period)
if picture.title:
    opening.show_finding(opening.narrowed(picture.title, shown), picture.finding)
else:
    opening.show_finding_of_pair(shown, loads.areas(visit.version), picture.finding)
opening.show_other_period(view, picture.period)
opening.show_left_out(view, shown)
opening.show_paragraph(picture.paragraph)
opening.show_demo_notice({loads.segment_models(visit.version)[view.model].is_demo} if view.model else (), visit)
choices.ask(view, visit)

for block in picture.blocks:
    if isinstance(block, Chart):
        st.vega_lite_chart(block.drawing.data, block.drawing.spec, width="stretch", alt=block.alt)
    elif block:
        html.show(block)

if view.picture == "riski":
    aimed = queries.targets(view.area, visit.version)
    to_forms.to_targets(view.with_(indicator=aimed[0].indicator) if aimed else view, visit, has_one=bool(aimed))
visit.link("data", words.TO_DEFINITIONS.within(view.language), visit.view, icon=":material/menu_book:")
