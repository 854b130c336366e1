"""Map: where is it so?"""

import streamlit as st

from keko.ui import opening
from keko.ui.maps import choices, downloads, rendered
from keko.ui.maps.drawing import draw, show_notes
from keko.ui.maps.scene import map_scene, settled
from keko.ui.session import require_role
from keko.ui.shared_filters import category_filters, indicator_filter
from keko.words import interface
from keko.words import maps as words

visit = require_role("reader")
language = visit.view.language

indicator_column, colour_column = st.columns([2, 1], vertical_alignment="bottom")
with indicator_column:
    indicator_filter(visit)
    view = settled(category_filters(visit), visit.version)
scene = map_scene(view, visit.theme, visit.version)
section = scene.section
with colour_column:
    choices.ask_colours(view, disabled=section.is_total)

opening.show_finding(words.map_title(section, language), words.map_finding(section, view.area, scene.areas, language))
opening.show_other_period(view, section.period)
opening.show_paragraph(words.map_lead(section, scene.areas, language))
opening.show_demo_notice({section.is_demo}, visit)

left, right = st.columns([5, 7], gap="medium")
with left:
    draw(scene, visit)
    if section.period:
        choices.ask_time(section.periods, section.period, language)
    show_notes(scene, visit)
with right:
    choices.ask(view)
    st.html(rendered.legend(view, visit.theme, visit.version))
    st.html(rendered.profile(view, visit.theme, visit.version))
    without_map = view.with_(picture="", level="", classes="", zoom="")
    visit.link("indicators", words.OPEN_INDICATOR.within(language), without_map, icon=":material/arrow_forward:")
    visit.link("data", interface.TO_DEFINITIONS.within(language), without_map, icon=":material/menu_book:")
    st.html(rendered.table(view, visit.theme, visit.version))
    downloads.offer(scene, visit)
