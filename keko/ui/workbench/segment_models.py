"""Segment models on the workbench: their files put together, looked at, tried dry, published or kept as drafts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import streamlit as st

from keko.config import Language, settings
from keko.data.area_names import AreaNames
from keko.data.text import Text
from keko.intake.release.order import Outcome
from keko.intake.release.transaction import is_disputed
from keko.intake.segments.bring_in import bring_in
from keko.intake.segments.recognise import Recognised, recognise
from keko.intake.segments.template import template
from keko.intake.segments.understand import Announce, Understood, understand
from keko.ui import loads
from keko.ui.html import paragraph
from keko.ui.session import Visit
from keko.ui.workbench import findings, publishing, queries
from keko.ui.workbench.files import Delivery, File, order
from keko.words import segments as words
from keko.words import workbench
from keko.words.downloads import XLSX
from keko.words.formats import number

TEMPLATE_NAME = "segmenttimalli.xlsx"


@dataclass(frozen=True)
class ModelFiles:
    """The files of one model; `name` as a person calls them."""

    name: str
    files: tuple[File, ...]

    @property
    def digest(self) -> str:
        """What tells them from others."""
        return sha256("".join(file.digest for file in self.files).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Tried:
    """A model that was looked at and tried dry under one data version."""

    key: str
    understood: Understood
    outcome: Outcome


def sorted_out(files: list[File], visit: Visit) -> tuple[list[ModelFiles], list[File]]:
    """The segment models among the files, and the files that are none: a workbook that describes its model is one, and
    all other parts together are one."""
    recognised_as = {file: _recognised(file, visit) for file in files}
    wholes = [(file,) for file in files if recognised_as[file].whole]
    loose = tuple(file for file in files if recognised_as[file].part and not recognised_as[file].whole)
    language = visit.view.language
    models = [
        ModelFiles(words.MODEL_FILES.within(language, files=", ".join(file.name for file in own)), own)
        for own in [*wholes, *([loose] if loose else [])]
    ]
    return models, [file for file in files if not recognised_as[file].part]


def _recognised(file: File, visit: Visit) -> Recognised:
    key = f"segments_{file.digest}"
    if key not in st.session_state:
        names = AreaNames(queries.areas_alone(visit.version))
        st.session_state[key] = recognise(file.name, file.data, names, _limit())
    earlier: Recognised = st.session_state[key]
    return earlier


def offer_template(language: Language) -> None:
    """How a model is brought in, and the workbook to fill in."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words.MODEL_HELP.within(language))
        st.download_button(
            words.TEMPLATE.within(language), template, TEMPLATE_NAME, XLSX, key="segment_template", on_click="ignore"
        )


def show(model: ModelFiles, delivery: Delivery, visit: Visit) -> None:
    """What was understood of a model, what it would change, and the buttons."""
    language = visit.view.language
    if publishing.show_outcome(model, visit, delivery.by):
        return
    tried = _tried(model, delivery, visit)
    if sentence := _understood(tried.understood, language):
        st.html(sentence)
    if tried.outcome.status != "dry-run" and not is_disputed(tried.outcome):
        st.error(workbench.CANNOT_PUBLISH.within(language))
    findings.show_problems(tried.outcome.problems, model.digest, language)
    if tried.outcome.status == "dry-run" or is_disputed(tried.outcome):
        st.html(_preview(tried.outcome, language))
        publishing.decide(model, tried.outcome, visit, partial(_keep, model, delivery, visit))


def _tried(model: ModelFiles, delivery: Delivery, visit: Visit) -> Tried:
    key = repr((delivery, visit.version))
    earlier: Tried | None = st.session_state.get(f"tried_{model.digest}")
    if earlier is not None and earlier.key == key:
        return earlier
    with _steps(workbench.LOOKING.within(visit.view.language, file=model.name), visit.view.language) as tell:
        understood = _looked(model, visit, tell)
        areas = queries.areas_alone(visit.version)
        outcome = bring_in(loads.engine(), understood, areas, order(delivery, visit, dry_run=True), tell)
    tried = Tried(key, understood, outcome)
    st.session_state[f"tried_{model.digest}"] = tried
    return tried


def _keep(model: ModelFiles, delivery: Delivery, visit: Visit, publish: bool) -> Outcome:
    """Publish the model, or keep it as a draft."""
    with _steps(workbench.STORING.within(visit.view.language, file=model.name), visit.view.language) as tell:
        areas = queries.areas_alone(visit.version)
        wanted = order(delivery, visit, publish=publish)
        return bring_in(loads.engine(), _looked(model, visit, tell), areas, wanted, tell)


def _looked(model: ModelFiles, visit: Visit, tell: Announce) -> Understood:
    files = [(file.name, file.data) for file in model.files]
    return understand(files, queries.areas_alone(visit.version), _limit(), tell)


def _limit() -> int:
    return settings().max_upload_mb * 1_000_000


@contextmanager
def _steps(doing: str, language: Language) -> Iterator[Announce]:
    """What is being done, and which step of it; both go when it is done."""
    place = st.empty()

    def tell(step: Text) -> None:
        place.caption(step.within(language))

    with st.spinner(doing):
        yield tell
    place.empty()


def _understood(understood: Understood, language: Language) -> str:
    """What the files hold, in a sentence; empty where they were refused."""
    model, tables = understood.model, understood.tables
    if model is None:
        return ""
    areas = set() if tables is None else {area for _, frame in tables.items() for area in frame["area"].unique()}
    sentence = words.MODEL_UNDERSTOOD.within(
        language,
        name=model.names.within(language),
        version=model.version,
        producer=model.producer.within(language),
        segments=len(model.segments),
        factors=len(model.factors),
        areas=len(areas),
        years=model.years,
    )
    approved = model.approval and words.APPROVED.within(language, by=model.approval.by, date=model.approval.date)
    approval = words.MODEL_APPROVED.within(language, approval=approved or words.NOT_APPROVED.within(language))
    return paragraph(f"{sentence} {approval}")


def _preview(outcome: Outcome, language: Language) -> str:
    """What publishing would change, and what is hidden."""
    counts = {name: number(count, 0, language) for name, count in outcome.difference.items()}
    rows, hidden = (number(count, 0, language) for count in (outcome.rows, outcome.primary + outcome.secondary))
    sentence = words.MODEL_COUNTS.within(language, rows=rows, hidden=hidden, **counts)
    return paragraph(sentence)
