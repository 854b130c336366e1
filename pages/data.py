"""Data and definitions: what do the figures mean, where do they come from, what has been published?"""

import streamlit as st

from keko.ui import html, loads, opening
from keko.ui.catalogue import queries, rendered
from keko.ui.catalogue.change_log import change_log
from keko.ui.disputes import dispute_list, disputes
from keko.ui.release_table import release_table
from keko.ui.session import require_role
from keko.words import interface as words
from keko.words import provenance
from keko.words import workbench as workbench_words

visit = require_role("reader")
language = visit.view.language
figures, names = loads.figures(visit.version), loads.names(visit.version)
providers = loads.providers(visit.version)

counts = {
    "count": len(loads.catalogue(visit.version)),
    "with_figures": len(figures),
    "real": sum(not is_demo for is_demo in figures.values()),
}
opening.show_finding(words.DATA.within(language), words.DATA_FINDING.within(language, **counts))

if chosen := rendered.chosen(visit.view, visit.version):
    st.html(chosen)
st.html(html.heading(words.ALL_DEFINITIONS.within(language)))
wanted = st.text_input(words.SEARCH.within(language), placeholder=words.SEARCH_HINT.within(language), key="search")
catalogue = rendered.catalogue(wanted, visit.view, visit.version)
if catalogue:
    st.html(catalogue)
else:
    st.info(words.NO_MATCHES.within(language))

if disputed := dispute_list(disputes(visit.version), visit.version, language, drafts=False):
    st.html(disputed)
st.html(html.heading(words.RELEASES.within(language)))
releases = loads.real_releases(visit.version)
if releases:
    st.html(release_table(releases, names, providers, language))
    st.html(html.heading(workbench_words.CHANGES.within(language)))
    st.html(change_log(queries.publication_log(visit.version), names, providers, language))
else:
    st.caption(workbench_words.NO_HISTORY.within(language))
visit.link("check", provenance.ASK.within(language), icon=":material/verified:")
