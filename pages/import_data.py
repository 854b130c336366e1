"""Import: bring in files, see what was understood and what they would change, publish, take back."""

from functools import partial

import streamlit as st

from keko.config import settings
from keko.ui import open_figures, opening
from keko.ui.disputes import between, dispute_list, disputes
from keko.ui.html import heading
from keko.ui.session import require_role
from keko.ui.workbench import (
    asking,
    corrections,
    delivery,
    effect,
    findings,
    history,
    new_indicators,
    publishing,
    segment_models,
)
from keko.ui.workbench.file_view import file_table
from keko.ui.workbench.files import File, examine
from keko.ui.workbench.progress import bar
from keko.words import interface as common
from keko.words import workbench as words

visit = require_role("analyst")
language = visit.view.language

opening.show_finding(common.IMPORT.within(language), words.LEAD.within(language))
open_figures.offer_rest(visit)
size = settings().max_upload_mb
uploaded = st.file_uploader(
    words.UPLOAD.within(language), key="upload", max_upload_size=size, accept_multiple_files=True
)
st.caption(words.UPLOAD_HELP.within(language, size=size))
segment_models.offer_template(language)
delivered = delivery.ask(visit)

models, files = segment_models.sorted_out([File(upload.name, upload.getvalue()) for upload in uploaded], visit)
for model in models:
    with st.container(border=True):
        st.html(heading(model.name))
        segment_models.show(model, delivered, visit)

for file in files:
    with st.container(border=True):
        st.html(heading(file.name))
        if publishing.show_outcome(file, visit, delivered.by):
            continue
        with bar(words.LOOKING.within(language, file=file.name), language) as progress:
            examined = examine(file, delivered, visit, progress)
        st.html(effect.effect(examined, visit))
        if examined.can_publish:
            st.html(effect.figures(examined, visit) + findings.consequences(examined, visit))
        elif not examined.is_disputed:
            st.error(words.CANNOT_PUBLISH.within(language))
        if examined.loose:
            st.html(findings.problem_table(examined.loose, language))
        asking.ask(file, examined, visit)
        asking.show_given(file, examined, visit)
        corrections.correct(file, examined, visit)
        new_indicators.describe(file, examined, visit)
        if understood := findings.understood(examined, language):
            st.html(understood)
        if rows := file_table(examined.preview, file.name, file.digest, language):
            st.html(rows)
        findings.show_problems(examined.outcome.problems, file.digest, language, folded=True)
        if examined.can_publish:
            st.html(findings.preview(examined, visit))
        if examined.can_publish or examined.is_disputed:
            keep = partial(publishing.keep, file, delivered, visit)
            lacks = bool(new_indicators.undescribed(examined, visit))
            publishing.decide(file, examined.outcome, visit, keep, lacks)

history.show_drafts(visit, delivered.by)
if own := dispute_list(between(disputes(visit.version), visit.person), visit.version, language, drafts=True):
    st.html(own)
history.show_history(visit, delivered.by)
