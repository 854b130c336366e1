"""What a reader chooses on the page only: picture, model, group, and the way of taking part in work."""

import streamlit as st

from keko.segments.measures import MEASURES
from keko.segments.models import ModelKind
from keko.segments.store import usual_model
from keko.ui import loads
from keko.ui.filters import buttons, drop_down
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, SEGMENT_PICTURES, View
from keko.words import segments as words


def settled(view: View, version: DataVersion) -> View:
    """The view with a picture, a model and a group that there are."""
    models = loads.segment_models(version)
    picture = view.picture if view.picture in SEGMENT_PICTURES else _usual_picture(view, version)
    kind = _kind_of(picture)
    asked = models.get(view.model or "")
    model = view.model if asked and asked.model.kind == kind else usual_model(models.values(), kind)
    codes = models[model].model.segment_codes if model else ()
    segment = view.segment if view.segment in codes else next(iter(codes), None)
    return view.with_(picture=picture, model=model, segment=segment)


def _usual_picture(view: View, version: DataVersion) -> str:
    asked = loads.segment_models(version).get(view.model or "")
    return "maaritelmat" if asked and asked.model.kind == "definitions" else SEGMENT_PICTURES[0]


def _kind_of(picture: str) -> ModelKind:
    """Which kind of model a picture shows."""
    return "definitions" if picture == "maaritelmat" else "segments"


def unknown(view: View, visit: Visit) -> list[tuple[str, str]]:
    """The model and the group that an address names, where there are none such."""
    models = loads.segment_models(visit.version)
    asked = visit.view
    missing = [(PARAMETERS["model"], asked.model)] if asked.model and asked.model not in models else []
    if asked.segment and asked.segment != view.segment and view.model == asked.model:
        missing.append((PARAMETERS["segment"], asked.segment))
    return missing


def ask(view: View, visit: Visit) -> None:
    """One row: the picture, the model, and what the picture is of."""
    language = view.language
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons("picture", view, words.PICTURE, SEGMENT_PICTURES, words.PICTURES, wrap=True)
        published, kind = loads.segment_models(visit.version), _kind_of(view.picture)
        models = {id_: known.model for id_, known in published.items() if known.model.kind == kind}
        if len(models) > 1:
            names = {id_: model.names.within(language) for id_, model in models.items()}
            _ask_one_of("model", view.model, words.MODEL.within(language), names)
        if view.picture == "profiili" and view.model:
            names = {segment.code: segment.names.within(language) for segment in models[view.model].segments}
            _ask_one_of("segment", view.segment, words.SEGMENT.within(language), names)
        if view.picture == "miksi" and view.model:
            names = {measure: words.MEASURES[measure].within(language) for measure in MEASURES}
            _ask_one_of("measure", view.measure, words.MEASURE.within(language), names)


def _ask_one_of(name: str, value: str | None, label: str, names: dict[str, str]) -> None:
    drop_down(name, value, label, list(names), names.__getitem__, width=280)
