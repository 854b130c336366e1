"""What a reader chooses on the page only: picture, model, group, and the way of taking part in work."""

from collections.abc import Callable, Sequence

import streamlit as st

from keko.segments.models import MEASURES, ModelKind
from keko.segments.store import usual_model
from keko.ui import frame
from keko.ui.segments import loads
from keko.ui.session import Visit
from keko.ui.view import PARAMETERS, SEGMENT_PICTURES, View
from keko.words import segments as words


def shown(visit: Visit) -> View:
    """The view with a picture, a model and a group that there are."""
    view, models = visit.view, loads.models(visit.version)
    picture = view.picture if view.picture in SEGMENT_PICTURES else ""
    if not picture:
        asked = models.get(view.model or "")
        picture = "maaritelmat" if asked and asked.model.kind == "definitions" else SEGMENT_PICTURES[0]
    kind: ModelKind = "definitions" if picture == "maaritelmat" else "segments"
    fitting = [id_ for id_, published in models.items() if published.model.kind == kind]
    model = view.model if view.model in fitting else usual_model(models.values(), kind)
    codes = models[model].model.segment_codes if model else ()
    segment = view.segment if view.segment in codes else next(iter(codes), None)
    return view.with_(picture=picture, model=model, segment=segment)


def unknown(view: View, visit: Visit) -> list[tuple[str, str]]:
    """The model and the group that an address names, where there are none such."""
    models = loads.models(visit.version)
    asked = visit.view
    missing = [(PARAMETERS["model"], asked.model)] if asked.model and asked.model not in models else []
    if asked.segment and asked.segment != view.segment and view.model == asked.model:
        missing.append((PARAMETERS["segment"], asked.segment))
    return missing


def ask(view: View, visit: Visit) -> None:
    """One row: the picture, the model, and what the picture is of."""
    language = view.language
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        _buttons(
            "picture",
            view.picture,
            words.PICTURE.within(language),
            SEGMENT_PICTURES,
            lambda one: words.PICTURES[one].within(language),
        )
        models = loads.models(visit.version)
        kind = "definitions" if view.picture == "maaritelmat" else "segments"
        fitting = [id_ for id_, one in models.items() if one.model.kind == kind]
        if len(fitting) > 1:
            _list(
                "model",
                view.model,
                words.MODEL.within(language),
                fitting,
                lambda id_: models[id_].model.names.within(language),
            )
        if view.picture == "profiili" and view.model:
            model = models[view.model].model
            names = {one.code: one.names.within(language) for one in model.segments}
            _list("segment", view.segment, words.SEGMENT.within(language), list(names), names.__getitem__)
        if view.picture == "miksi" and view.model:
            _list(
                "measure",
                view.measure,
                words.MEASURE.within(language),
                list(MEASURES),
                lambda one: words.MEASURES[one].within(language),
            )


def _buttons(name: str, value: str, label: str, options: Sequence[str], called: Callable[[str], str]) -> None:
    key = f"filter_{name}"
    st.session_state[key] = value
    st.segmented_control(
        label, options, format_func=called, key=key, required=True, wrap=True, on_change=frame.choose, args=(name, key)
    )


def _list(name: str, value: str | None, label: str, options: list[str], called: Callable[[str], str]) -> None:
    key = f"filter_{name}"
    st.session_state[key] = value
    st.selectbox(label, options, format_func=called, key=key, on_change=frame.choose, args=(name, key), width=280)
