"""The register as a file, and the filled-in file back: what it would change is seen first, and done with one confirmed click."""

import hashlib
from functools import partial

import streamlit as st

from keko.config import settings
from keko.data.edits import ChangedMeanwhile
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import Record
from keko.ecosystem.register import Register
from keko.exchange.ecosystem.known import known_names
from keko.exchange.ecosystem.plan import Plan, look, publish
from keko.exchange.ecosystem.template import csv_bytes, workbook
from keko.ui import html, loads
from keko.ui.confirming import Act, confirmed
from keko.ui.ecosystem import lists, service_file
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.ui.tables import Cell, table, text
from keko.ui.view import RECORD_KINDS
from keko.ui.writing import write
from keko.words import ecosystem_register as words
from keko.words import terms
from keko.words.confirming import FOR_EVERYBODY
from keko.words.downloads import XLSX
from keko.words.formats import listed

MOST = 200  # rows, and problems
_PLAN = "register_plan"


def offer(register: Register, visit: Visit) -> None:
    """The register as a workbook, and the chosen kind as CSV."""
    language, kind = visit.view.language, RECORD_KINDS.get(visit.view.kind)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            words.WORKBOOK.within(language),
            partial(_workbook, register, visit),
            "rekisteri.xlsx",
            XLSX,
            key="register_xlsx",
            on_click="ignore",
        )
        if kind:
            st.download_button(
                words.ONE_KIND.within(language, kind=words.KINDS[kind]),
                partial(csv_bytes, register, kind, language),
                f"{kind}.csv",
                "text/csv",
                key="register_csv",
                on_click="ignore",
            )


def _workbook(register: Register, visit: Visit) -> bytes:
    """The register, with what may be chosen in its fields."""
    with loads.engine().connect() as connection:
        return workbook(register, visit.view.language, known_names(connection))


def bring(visit: Visit) -> None:
    """A filled-in file: what it would do, what is wrong, and the button."""
    language, size = visit.view.language, settings().max_upload_mb
    st.text(words.TEMPLATE_HELP.within(language))
    uploaded = st.file_uploader(
        words.FILE.within(language),
        type=["xlsx", "xls", "ods", "csv", "json"],
        key="register_file",
        max_upload_size=size,
    )
    if uploaded is not None and uploaded.name.lower().endswith(".json"):
        service_file.bring(uploaded, visit)
        return
    whole = st.checkbox(words.WHOLE.within(language), key=offered.field("register_whole", False))
    if uploaded is None:
        st.session_state.pop(_PLAN, None)
        return
    place, asked = st.container(), (uploaded.name, uploaded.getvalue(), whole)
    seen = _seen(*asked, visit)
    act = Act(
        words.PUBLISH.within(language),
        words.YES_PUBLISH.within(language),
        [FOR_EVERYBODY.within(language), words.SAVE_UNDONE.within(language)],
        disabled=not seen.may_be_published,
    )
    if confirmed(act, "register_publish"):
        _publish(seen, visit)
    now = _seen(*asked, visit, of_now=True)
    with place:
        _tell(now, visit)
    if now.may_be_published != seen.may_be_published:
        st.rerun()


def _seen(name: str, data: bytes, whole: bool, visit: Visit, of_now: bool = False) -> Plan:
    """The plan of a file as it was last shown, so that no more is published than was looked at.

    `of_now`: worked out anew where the register has changed since; else only for another content or choice.
    """
    asked = (name, hashlib.sha256(data).digest(), whole, visit.person)
    known: tuple[object, object, Plan] | None = st.session_state.get(_PLAN)
    if known is None or known[0] != asked or (of_now and known[1] != visit.version):
        with loads.engine().connect() as connection:
            plan = look(connection, name, data, settings().max_upload_mb * 1_000_000, visit.person, whole)
        known = st.session_state[_PLAN] = asked, visit.version, plan
    return known[2]


def _publish(wanted: Plan, visit: Visit) -> None:
    try:
        done = write(lambda connection: publish(connection, wanted, visit.person), visit.view.language)
    except ChangedMeanwhile:
        st.warning(words.CHANGED_MEANWHILE.within(visit.view.language))
        return
    if done:
        editing.saved("register_file", ["register_file", "register_whole"])


def _tell(wanted: Plan, visit: Visit) -> None:
    """What is wrong, and what would change."""
    language = visit.view.language
    for problem in wanted.problems[:MOST]:
        (st.error if problem.severity == "error" else st.warning)(html.literal(problem.message.within(language)))
    if (rest := len(wanted.problems) - MOST) > 0:
        st.text(words.MORE.within(language, count=rest))
    rows = _rows(wanted, visit)
    if rows:
        heads = (FIELDS["name"], terms.KIND, words.WHAT_HAPPENS)
        caption = words.WOULD.within(language)
        st.html(table(caption, [head.within(language) for head in heads], rows[:MOST], kind="keko-agreed", tall=True))
    elif not wanted.is_wrong:
        st.html(html.note(words.NO_CHANGE.within(language)))
    if len(rows) > MOST:
        st.text(words.MORE.within(language, count=len(rows) - MOST))
    if wanted.unchanged:
        st.text(words.UNCHANGED.within(language, count=wanted.unchanged))


def _rows(wanted: Plan, visit: Visit) -> list[list[Cell]]:
    language = visit.view.language
    happens: list[tuple[Record, str]] = [(record, words.COMES.within(language)) for record in wanted.new]
    for record, fields in wanted.changed.values():
        names = listed([field.within(language) for field in fields], language)
        happens.append((record, words.CHANGES.within(language, fields=names)))
    happens += [(record, words.GOES.within(language)) for record in wanted.gone]
    return [
        [
            text(lists.name_of(record, visit.version).within(language), header=True),
            text(KIND_NAMES[record.kind].within(language)),
            text(what),
        ]
        for record, what in happens
    ]
