"""The files an analyst has put on the workbench, and what is known of each: looked at once, until something changes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import streamlit as st

from keko.config import Language, settings
from keko.data.problems import Problem
from keko.data.progress import Progress
from keko.indicators.catalogue import Indicator
from keko.intake.answers import taken_back
from keko.intake.inspection import inspect
from keko.intake.mappings import Mapping
from keko.intake.preview import Preview, preview
from keko.intake.questions import BETWEEN, Known, Question, questions_of
from keko.intake.read.formats.spreadsheet import CHOOSE_SHEET, UNKNOWN_SHEET, sheet_names
from keko.intake.release.consequences import watched
from keko.intake.release.order import Order, Outcome
from keko.intake.release.transaction import is_disputed
from keko.intake.saved_mappings import called, lasting
from keko.intake.workbench import Bench, Looked, bring, described, look
from keko.ui import loads
from keko.ui.session import Visit
from keko.ui.workbench import queries


@dataclass
class Answers:
    """What an analyst has answered about one file. `complete`: nothing that was answered about earlier files is added."""

    mapping: Mapping = field(default_factory=Mapping)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    complete: bool = False


@dataclass(frozen=True)
class Delivery:
    """What holds for every file on the workbench: who delivers it, by whose hand, under which permit."""

    provider: str
    by: str
    permit: str | None
    conditions: str | None
    note: str | None


@dataclass(frozen=True)
class File:
    """One file on the workbench."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """What tells the file from others."""
        return sha256(self.data + self.name.encode()).hexdigest()[:16]

    @property
    def answers(self) -> Answers:
        """What was answered about it in this visit; of a file that comes again under its name, what was answered before.

        Rows that were passed over by number are true of the same bytes only. A file whose name differs by digits alone
        begins with what was answered about the other, as far as it may be true of both.
        """
        known: dict[str, tuple[str, Answers]] = st.session_state.setdefault("answers", {})
        digest, answers = known.get(self.name) or (self.digest, self._of_another(known))
        if digest != self.digest:
            answers.mapping = taken_back(answers.mapping, BETWEEN.join(("pass_over", "rows")))
        known[self.name] = (self.digest, answers)
        return answers

    def _of_another(self, known: dict[str, tuple[str, Answers]]) -> Answers:
        alike = [answers for name, (_, answers) in known.items() if called(name) == called(self.name)]
        return Answers(lasting(alike[-1].mapping), dict(alike[-1].indicators)) if alike else Answers()

    def answer(self, mapping: Mapping) -> None:
        """Take what a mapping says as all that was answered about it."""
        self.answers.mapping, self.answers.complete = mapping, True


@dataclass(frozen=True)
class Examined:
    """A file as it was looked at and tried dry under one data version."""

    key: str
    looked: Looked
    inspection: dict[str, Any]
    outcome: Outcome
    questions: list[Question]
    preview: Preview

    @property
    def can_publish(self) -> bool:
        """Whether nothing stands in the way."""
        return self.outcome.status == "dry-run"

    @property
    def is_disputed(self) -> bool:
        """Whether it can be kept, but not published before two organisations have agreed."""
        return is_disputed(self.outcome)

    def names(self, language: Language) -> dict[str, str]:
        """What the indicators of the file are called, by id."""
        assert self.looked.understood is not None
        return {item.id: item.names.within(language) for item in self.looked.understood.indicators}

    @property
    def loose(self) -> list[Problem]:
        """Errors and warnings that neither a question nor a cell of the rows that are shown tells."""
        placed = [problem for question in self.questions for problem in question.problems]
        placed += [problem for own in self.preview.problems.values() for problem in own]
        return [problem for problem in self.outcome.problems if problem.severity != "info" and problem not in placed]


def bench(visit: Visit) -> Bench:
    """What files are understood with."""
    limit = settings().max_upload_mb * 1_000_000
    return Bench(loads.engine(), queries.areas_alone(visit.version), loads.catalogue(visit.version), limit)


def examine(file: File, delivery: Delivery, visit: Visit, progress: Progress) -> Examined:
    """Look at a file and try it dry; again only when the file, the answers, the delivery or the published data change."""
    key = repr((file.answers, delivery, visit.version, visit.view.language))
    earlier: Examined | None = st.session_state.get(f"examined_{file.digest}")
    if earlier is not None and earlier.key == key:
        return earlier
    looked = _looked(file, delivery, visit)
    outcome = bring(bench(visit), looked, file.data, order(delivery, visit, dry_run=True), progress)
    inspection = inspect(
        file.data, file.name, looked.steps, looked.problems, queries.areas_alone(visit.version), visit.view.language
    )
    pressing = [problem for problem in outcome.problems if problem.severity != "info"]
    known = Known(looked.steps, _sheets(file, pressing))
    rows = preview(file.data, file.name, looked.steps, outcome.problems, looked.mapping)
    examined = Examined(key, looked, inspection, outcome, questions_of(pressing, known), rows)
    st.session_state[f"examined_{file.digest}"] = examined
    return examined


def _sheets(file: File, problems: Sequence[Problem]) -> list[str]:
    """The sheets of a workbook, where a problem asks which of them is read."""
    asked = any(problem.code in {CHOOSE_SHEET.code, UNKNOWN_SHEET.code} for problem in problems)
    return sheet_names(file.data) if asked else []


def store(file: File, delivery: Delivery, visit: Visit, publish: bool, progress: Progress) -> Outcome:
    """Keep the file as a draft, or publish it."""
    looked = _looked(file, delivery, visit)
    return bring(bench(visit), looked, file.data, order(delivery, visit, publish=publish), progress)


def order(delivery: Delivery, visit: Visit, publish: bool = False, dry_run: bool = False) -> Order:
    """How the file is to be brought in."""
    view = visit.view
    return Order(
        delivery.provider,
        visit.person_called(delivery.by),
        publish=publish,
        dry_run=dry_run,
        note=delivery.note,
        permit=delivery.permit,
        conditions=delivery.conditions,
        watch=tuple(watched(queries.areas_alone(visit.version), view.area, view.benchmark)),
    )


def _looked(file: File, delivery: Delivery, visit: Visit) -> Looked:
    looked = look(
        bench(visit),
        file.data,
        file.name,
        file.answers.mapping,
        provider=delivery.provider,
        recall=not file.answers.complete,
    )
    return described(looked, file.answers.indicators)
