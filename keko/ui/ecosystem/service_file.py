"""A file of the national service register: its services become drafts of an area, which no reader sees."""

from typing import BinaryIO

import streamlit as st

from keko.data.problems import Refused
from keko.ecosystem.drafts import Told, keep
from keko.sources.ptv_found import Looked, read_file
from keko.ui import html, loads
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.ui.writing import write
from keko.words import ecosystem_drafts as words
from keko.words import ecosystem_register
from keko.words.admin_forms import NO_AREAS

_MOST = 50  # problems


def bring(uploaded: BinaryIO, visit: Visit) -> None:
    """Whose services are wanted, the button, and what came of it."""
    language = visit.view.language
    areas = offered.areas(visit, "analyst")
    if not areas:
        st.text(NO_AREAS.within(language))
        return
    st.text(words.BRING_MEANS.within(language))
    area = offered.pick(words.WHOSE.within(language), areas, offered.own_area(visit, areas), "service_file_area")
    if st.button(words.BRING.within(language), key="service_file_bring"):
        _bring(uploaded, area, visit)


def _bring(uploaded: BinaryIO, area: str, visit: Visit) -> None:
    """Read it, and only then write: nobody else has to wait for a large file."""
    language = visit.view.language
    looked: Looked | None = None
    with st.status(words.READING.within(language)) as status:
        try:
            areas = loads.areas(visit.version)
            uploaded.seek(0)
            looked = read_file(uploaded, areas, area, lambda step: status.update(label=step.within(language)))
        except Refused as refused:
            st.error(html.literal(refused.problems[0].message.within(language)))
    if looked is None:
        return
    counts: dict[Told, int] = {}
    if write(lambda connection: counts.update(keep(connection, looked.found, visit.person, area)), language):
        sentences = [words.BROUGHT[name].within(language, count=count) for name, count in counts.items() if count]
        st.success(html.literal(" ".join(sentences) or ecosystem_register.NO_CHANGE.within(language)))
    for problem in looked.problems[:_MOST]:
        (st.warning if problem.severity == "warning" else st.info)(html.literal(problem.message.within(language)))
    if len(looked.problems) > _MOST:
        st.text(ecosystem_register.MORE.within(language, count=len(looked.problems) - _MOST))
