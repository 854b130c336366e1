"""What a reader chooses on the page only: picture, model, group, and the way of taking part in work."""

import streamlit as st

from keko.segments.models import MEASURES
from keko.ui.filters import buttons, drop_down
from keko.ui.segments import queries
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, SEGMENT_PICTURES, View
from keko.words import segments as words


def settled(visit: Visit) -> View:
    """The view with a picture, a model and a group that there are."""
    view, models = visit.view, queries.models(visit.version)
    picture = view.picture if view.picture in SEGMENT_PICTURES else _usual_picture(visit)
    offered = _models_of(picture, visit)
    model = view.model if view.model in offered else _usual_model(offered, visit)
    codes = models[model].model.segment_codes if model else ()
    segment = view.segment if view.segment in codes else next(iter(codes), None)
    return view.with_(picture=picture, model=model, segment=segment)


def _usual_picture(visit: Visit) -> str:
    asked = queries.models(visit.version).get(visit.view.model or "")
    return "maaritelmat" if asked and asked.model.kind == "definitions" else SEGMENT_PICTURES[0]


def _models_of(picture: str, visit: Visit) -> list[str]:
    """The models that a picture can show."""
    kind = "definitions" if picture == "maaritelmat" else "segments"
    return [id_ for id_, published in queries.models(visit.version).items() if published.model.kind == kind]


def _usual_model(offered: list[str], visit: Visit) -> str | None:
    """A model of real figures before one of demo figures, then the finest."""
    models = queries.models(visit.version)
    return min(offered, key=lambda id_: (models[id_].is_demo, -len(models[id_].model.segments)), default=None)


def unknown(view: View, visit: Visit) -> list[tuple[str, str]]:
    """The model and the group that an address names, where there are none such."""
    models = queries.models(visit.version)
    asked = visit.view
    missing = [(PARAMETERS["model"], asked.model)] if asked.model and asked.model not in models else []
    if asked.segment and asked.segment != view.segment and view.model == asked.model:
        missing.append((PARAMETERS["segment"], asked.segment))
    return missing


def ask(view: View, visit: Visit) -> None:
    """One row: the picture, the model, and what the picture is of."""
    language = view.language
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons(
            "picture",
            view.picture,
            words.PICTURE.within(language),
            SEGMENT_PICTURES,
            lambda picture: words.PICTURES[picture].within(language),
            wrap=True,
        )
        models = {id_: queries.models(visit.version)[id_].model for id_ in _models_of(view.picture, visit)}
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
