"""What a reader chooses on the page only: the picture, whose groups, which of them, and since when."""

from datetime import date, timedelta

import streamlit as st

from keko.segments.models import SegmentModel
from keko.segments.store import usual_model
from keko.ui import loads, room
from keko.ui.filters import bound, buttons, drop_down
from keko.ui.loads import DataVersion
from keko.ui.record_address import REGISTER
from keko.ui.session import Visit
from keko.ui.view import ECOSYSTEM_PICTURES, PARAMETERS, View
from keko.words import ecosystem as words

A_YEAR = timedelta(days=365)


def settled(view: View, version: DataVersion, today: date) -> View:
    """The view with a picture, a model, a group, a stage and a day that there are."""
    models = loads.segment_models(version)
    usual = REGISTER if view.record else ECOSYSTEM_PICTURES[0]
    picture = view.picture if view.picture in ECOSYSTEM_PICTURES else usual
    asked = models.get(view.model or "")
    is_model = asked is not None and asked.model.kind == "segments"
    model = view.model if is_model else usual_model(models.values(), "segments")
    groups = models[model].model.segment_codes if model else ()
    first = _first_group(models[model].model) if model and picture == "polku" else None
    stages = {stage.code for stage in room.stages()}
    since = min(view.since or (today - A_YEAR).isoformat(), today.isoformat())
    return view.with_(
        picture=picture,
        model=model,
        segment=view.segment if view.segment in groups else first,
        stage=view.stage if view.stage in stages else None,
        since=since if picture == "muutokset" else None,
    )


def _first_group(model: SegmentModel) -> str | None:
    """The group that is looked at first: one for whom it is hard to find work, where the model has such."""
    hard = (group.code for group in model.segments if group.difficult_to_employ)
    return next(hard, next(iter(model.segment_codes), None))


def unknown(view: View, visit: Visit) -> list[tuple[str, str]]:
    """What an address names that there is not: the model, the group, the stage."""
    return [
        (PARAMETERS[name], asked)
        for name in ("model", "segment", "stage")
        if (asked := getattr(visit.view, name)) and asked != getattr(view, name)
    ]


def ask(view: View, visit: Visit, today: date) -> None:
    """One row: the picture, the model, and what the picture is of."""
    language = view.language
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        buttons("picture", view, words.PICTURE, ECOSYSTEM_PICTURES, words.PICTURES, wrap=True)
        published = loads.segment_models(visit.version)
        models = {id_: known.model for id_, known in published.items() if known.model.kind == "segments"}
        if len(models) > 1 and view.picture in {"polku", "matriisi", "muutokset"}:
            names = {id_: model.names.within(language) for id_, model in models.items()}
            _ask_one_of("model", view.model, words.MODEL.within(language), names)
        if view.picture == "polku" and view.model:
            groups = {group.code: group.names.within(language) for group in models[view.model].segments}
            _ask_one_of("segment", view.segment, words.GROUP.within(language), groups)
        if view.picture == "muutokset" and view.since:
            day = date.fromisoformat(view.since)
            bound(
                st.date_input,
                "since",
                day,
                words.SINCE.within(language),
                max_value=today,
                format="DD.MM.YYYY",
                width=200,
            )


def _ask_one_of(name: str, value: str | None, label: str, names: dict[str, str]) -> None:
    drop_down(name, value, label, list(names), names.__getitem__, width=240)
