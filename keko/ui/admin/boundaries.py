"""Boundaries of the maps: what is in force, bringing in others, taking them back."""

from dataclasses import dataclass, replace
from functools import partial

import sqlalchemy as sa
import streamlit as st

from keko.config import Language, settings
from keko.data.geometry import (
    Boundaries,
    Origin,
    Served,
    current_boundaries,
    earlier_boundaries,
    publish_boundaries,
    refuse_unseen,
    take_back,
)
from keko.data.layers import Layer, layers
from keko.data.people import Person
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.intake.read.file import refuse_bytes
from keko.sources.boundaries import SCHEMATIC, checksum, read_boundaries, read_land
from keko.ui import html, loads
from keko.ui.admin.boundaries_in_force import compared, facts, in_words
from keko.ui.confirming import Act, confirmed
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.words import admin_boundaries as words
from keko.words import confirming, terms

_KEY = "boundaries"
_SUFFIXES = ["gpkg", "geojson", "json", "topojson", "zip"]
_FIELDS = ("boundaries_source", "boundaries_licence", "boundaries_year", "boundaries_clip")


@dataclass(frozen=True)
class Examined:
    """A file as it was read once. `made`: what would be served of it, none where it was refused."""

    digest: str
    clip: bool
    crs: str
    made: tuple[Layer, ...]
    problems: tuple[Problem, ...]


def show(visit: Visit) -> None:
    """The part of the page."""
    language = visit.view.language
    with loads.engine().connect() as connection:
        current, earlier = current_boundaries(connection), earlier_boundaries(connection)
    st.html(html.lead(words.LEAD.within(language)))
    st.html(facts(current, visit))
    seen = editing.seen(_KEY, current)
    if earlier:
        _take_back(earlier, seen, visit)
    st.html(html.heading(words.BRING.within(language)))
    with offered.column():
        _bring(current, seen, visit)


def _take_back(earlier: Boundaries, seen: Boundaries | None, visit: Visit) -> None:
    language = visit.view.language
    told = in_words(earlier, language)
    means = [confirming.FOR_EVERYBODY.within(language), words.TAKE_BACK_MEANS.within(language, told=told)]
    yes = words.YES_TAKE_BACK.within(language, source=earlier.origin.source)
    if confirmed(Act(words.TAKE_BACK.within(language), yes, means, icon=":material/undo:"), "boundaries_back"):
        editing.save(_KEY, partial(_return, seen=seen, by=visit.person), partial(_told, language=language), visit)


def _bring(current: Boundaries | None, seen: Boundaries | None, visit: Visit) -> None:
    language, size = visit.view.language, settings().max_upload_mb
    uploaded = st.file_uploader(
        words.FILE.within(language), type=_SUFFIXES, key="boundaries_file", max_upload_size=size
    )
    st.caption(words.FILE_HELP.within(language, size=size))
    if uploaded is None:
        return
    data = uploaded.getvalue()
    if current and current.origin.sha256 == checksum(data):
        st.html(html.notice(words.ALREADY.within(language), role="status"))
        return
    origin = _ask(uploaded.name, language)
    examined = _examined(data, uploaded.name, origin.sea == "clipped", visit)
    _tell(examined, language)
    if examined.made:
        served = {layer.level: Served(layer.hash, layer.size, len(layer.places)) for layer in examined.made}
        st.html(compared(current.layers if current else {}, served, language))
        _publish(examined, replace(origin, crs=examined.crs, sha256=checksum(data)), seen, visit)


def _ask(name: str, language: Language) -> Origin:
    """What is told of the file."""
    source = st.text_input(
        words.SOURCE.within(language), placeholder=name, key=offered.field(_FIELDS[0], ""), max_chars=200
    )
    licence = st.text_input(terms.LICENCE.within(language), key=offered.field(_FIELDS[1], ""), max_chars=200)
    year = st.number_input(words.YEAR.within(language), 1990, 2100, step=1, key=offered.field(_FIELDS[2], None))
    clip = st.checkbox(words.CLIP.within(language), key=offered.field(_FIELDS[3], False))
    called = Text.same(" ".join(source.split()) or name)
    return Origin(called, licence.strip(), "", year=year, sea="clipped" if clip else "kept", file_name=name)


def _examined(data: bytes, name: str, clip: bool, visit: Visit) -> Examined:
    """The file as it is read; once, until it or what is done with the sea changes."""
    digest = checksum(data)
    earlier: Examined | None = st.session_state.get("boundaries_examined")
    if earlier is None or (earlier.digest, earlier.clip) != (digest, clip):
        with st.spinner(words.READING.within(visit.view.language, file=name)):
            earlier = _read(data, digest, clip, visit)
        st.session_state["boundaries_examined"] = earlier
    return earlier


def _read(data: bytes, digest: str, clip: bool, visit: Visit) -> Examined:
    areas = loads.areas(visit.version)
    try:
        refuse_bytes(len(data), settings().max_upload_mb * 1_000_000)
        read = read_boundaries(data, areas, land=read_land(SCHEMATIC.read_bytes()) if clip else None)
    except Refused as refused:
        return Examined(digest, clip, "", (), tuple(refused.problems))
    return Examined(digest, clip, read.crs, tuple(layers(read.municipalities, areas)), tuple(read.problems))


def _tell(examined: Examined, language: Language) -> None:
    for problem in examined.problems:
        place = {"error": st.error, "warning": st.warning, "info": st.info}[problem.severity]
        place(problem.message.within(language))
    if not examined.made:
        st.text(words.REFUSED.within(language))


def _publish(examined: Examined, origin: Origin, seen: Boundaries | None, visit: Visit) -> None:
    language, name = visit.view.language, origin.source.within(visit.view.language)
    label, yes = (text.within(language, name=name) for text in (confirming.PUBLISH, confirming.YES_PUBLISH))
    means = [confirming.FOR_EVERYBODY.within(language), words.TAKEN_BACK_HERE.within(language)]
    if confirmed(Act(label, yes, means), "boundaries_publish"):
        action = partial(_replace, origin=origin, made=list(examined.made), seen=seen, by=visit.person)
        editing.save(_KEY, action, partial(_told, language=language), visit, fields=_FIELDS)


def _replace(connection: sa.Connection, origin: Origin, made: list[Layer], seen: Boundaries | None, by: Person) -> None:
    refuse_unseen(connection, seen)
    publish_boundaries(connection, origin, made, by)


def _return(connection: sa.Connection, seen: Boundaries | None, by: Person) -> None:
    refuse_unseen(connection, seen)
    take_back(connection, by)


def _told(record: object, language: Language) -> str:
    return in_words(record, language) if isinstance(record, Boundaries) else str(record)
