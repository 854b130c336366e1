"""Import: bring in a file, see what was understood and what it would change, publish."""

import streamlit as st

from keko.config import settings
from keko.ui import frame, importing
from keko.ui.session import require_role
from keko.words import interface as words

visit = require_role("analyst")
language = visit.view.language

frame.finding(words.IMPORT.within(language), words.IMPORT_LEAD.within(language))
st.caption(words.OPEN_WRITING.within(language))
size = settings().max_upload_mb
uploaded = st.file_uploader(words.UPLOAD.within(language), key="upload", max_upload_size=size)
st.caption(words.UPLOAD_HELP.within(language, size=size))
left, right = st.columns(2)
with left:
    provider = importing.provider_choice(visit)
mapping = right.text_area(words.MAPPING.within(language), key="mapping", height=68)

importing.say_published(visit)
if uploaded is not None and not importing.is_published(uploaded.getvalue()):
    attempt = importing.look(uploaded.name, uploaded.getvalue(), provider, mapping, visit)
    st.html(importing.understood_html(attempt, language))
    if not attempt.can_publish:
        st.error(words.CANNOT_PUBLISH.within(language))
    st.html(importing.problems_html(attempt, language))
    if attempt.can_publish:
        st.html(importing.preview_html(attempt, visit))
        if st.button(words.PUBLISH.within(language), type="primary", key="publish"):
            importing.publish(attempt, uploaded.getvalue(), provider, visit)
    st.html(importing.columns_html(attempt, language))
