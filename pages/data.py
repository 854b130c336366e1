"""Data and definitions: what do the figures mean, where do they come from, what has been published?"""

import streamlit as st

from keko.ui import drawn, frame, loads
from keko.ui.catalogue_list import change_log, release_table
from keko.ui.session import require_role
from keko.words import interface as words
from keko.words import workbench as workbench_words

visit = require_role("reader")
language = visit.view.language
catalogue = loads.catalogue(visit.version)
figures, names = loads.figures(visit.version), loads.names(visit.version)

counts = {
    "count": len(catalogue),
    "with_figures": len(figures),
    "real": sum(not is_demo for is_demo in figures.values()),
}
frame.finding(words.DATA.within(language), words.DATA_FINDING.within(language, **counts))

wanted = st.text_input(words.SEARCH.within(language), placeholder=words.SEARCH_HINT.within(language), key="search")
found = drawn.catalogue(wanted, visit.view, visit.version)
if found:
    st.html(found)
else:
    st.info(words.NO_MATCHES.within(language))

st.subheader(words.RELEASES.within(language), anchor=False)
real = [one for one in loads.release_list(visit.version) if not one["is_demo"] and one["status"] != "draft"]
if real:
    st.html(release_table(real, names, language))
    st.subheader(workbench_words.CHANGES.within(language), anchor=False)
    st.html(change_log(loads.publication_log(visit.version), names, language))
else:
    st.caption(workbench_words.NO_HISTORY.within(language))
