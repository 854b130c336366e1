"""From the files of a segment model to a draft release, and to a published one: the same steps as for indicators."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
import sqlalchemy as sa

from keko.config import settings
from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.problems import Problem, ProblemKind, Refused, errors
from keko.data.publishing import Conflict, publish
from keko.data.releases import current_release, read_release
from keko.data.schema import publication, release
from keko.data.suppressions import read_suppressions
from keko.data.text import Text
from keko.intake.release.bring_in import AWAITS_APPROVAL, Order, Outcome, conflict_problem
from keko.intake.segments import checks
from keko.intake.segments.arrange import arrange
from keko.intake.segments.description import described
from keko.intake.segments.opening import open_files
from keko.intake.segments.protection import Safe, Step, protected
from keko.intake.segments.totals import completed
from keko.segments.models import SegmentModel
from keko.segments.store import ModelDraft, create_model_draft, read_table
from keko.segments.tables import STORED, Tables

FIGURES_HIDDEN = ProblemKind(
    "segment-figures-hidden",
    "info",
    Text(
        "Pienten ryhmien suojaamiseksi peitettiin lukuja: pieniä {primary} ja muita, joista ne voisi päätellä, {secondary}.",
        "För att skydda små grupper doldes tal: små {primary} och andra som de kunde härledas av {secondary}.",
        "Figures hidden to protect small groups: {primary} small, and {secondary} from which these could be inferred.",
    ),
)
Files = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Understood:
    """A delivery as it was understood; without a model where it was refused."""

    files: Files
    model: SegmentModel | None = None
    tables: Tables | None = None
    problems: list[Problem] = field(default_factory=list)


def understand(files: Files, areas: Areas, max_bytes: int, progress: Step | None = None) -> Understood:
    """Read, name and check the files of one model; nothing is stored."""
    tell = progress or (lambda _: None)
    names = AreaNames(areas)
    try:
        tell(Text("Luetaan tiedostoja", "Filer läses", "Reading files"))
        delivered = open_files(files, names, max_bytes)
        model = described(delivered)
        arranged = arrange(delivered, model, names)
    except Refused as refused:
        return Understood(files, problems=refused.problems)
    if errors(arranged.problems):
        return Understood(files, model, problems=arranged.problems)
    tell(Text("Tarkistetaan lukuja", "Siffror kontrolleras", "Checking figures"))
    found = [*arranged.problems, *checks.run(arranged.frames, model, areas)]
    return Understood(files, model, None if errors(found) else completed(Tables.of(arranged.frames)), found)


class _Undo(Exception):
    """Leaves the transaction without a trace, with what was learned in it."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def bring_in(
    engine: sa.Engine, understood: Understood, areas: Areas, order: Order, progress: Step | None = None
) -> Outcome:
    """Make a draft of a whole model, and publish it if the order says so, in one transaction.

    A delivery with errors is rejected and a dry run is undone: the database is as it was.

    Raises:
        NotAllowed: the person may not publish for the provider.
    """
    order.by.must_publish_for(order.provider)
    model, tables = understood.model, understood.tables
    if model is None or tables is None:
        entries = [model.entry] if model else []
        return Outcome("rejected", indicators=entries, problems=understood.problems)
    try:
        with writing(engine) as connection:
            outcome = _stored(connection, understood, model, tables, areas, order, progress)
            if order.dry_run or outcome.status == "rejected":
                raise _Undo(outcome)
            return outcome
    except _Undo as undone:
        return undone.outcome


def _stored(
    connection: sa.Connection,
    understood: Understood,
    model: SegmentModel,
    tables: Tables,
    areas: Areas,
    order: Order,
    progress: Step | None,
) -> Outcome:
    earlier = [_read(connection, id_) for id_ in _published_before(connection, model, order.provider)]
    safe = protected(model, tables, areas, earlier, _causes(connection, model, order.provider), progress)
    problems = [*understood.problems, *safe.problems]
    if safe.primary:
        problems.append(FIGURES_HIDDEN.at(primary=safe.primary, secondary=safe.secondary))
    if errors(safe.problems):
        return Outcome("rejected", indicators=[model.entry], problems=problems)
    if progress:
        progress(Text("Tallennetaan", "Sparas", "Storing"))
    id_ = create_model_draft(connection, _draft(understood, model, safe, order), order.by)
    outcome = Outcome(
        "draft", [id_], [model.entry], safe.tables.rows, dict(read_release(connection, id_)["difference"]),
        safe.primary, safe.secondary, problems,
    )  # fmt: skip
    return _published(connection, outcome, areas, order)


def _published(connection: sa.Connection, outcome: Outcome, areas: Areas, order: Order) -> Outcome:
    """The outcome after publishing, as far as the order and the installation want it."""
    if order.publish and not order.dry_run and settings().approval:
        return replace(outcome, problems=[*outcome.problems, AWAITS_APPROVAL.at()])
    if not order.publish and not order.dry_run:
        return outcome
    try:
        publish(connection, outcome.releases, order.by, approved=order.dry_run)
    except Conflict as conflict:
        told = [*outcome.problems, conflict_problem(conflict, areas)]
        return replace(outcome, status="rejected", releases=[], problems=told)
    if order.dry_run:
        return replace(outcome, status="dry-run", releases=[])
    return replace(outcome, status="published")


def _draft(understood: Understood, model: SegmentModel, safe: Safe, order: Order) -> ModelDraft:
    digest = hashlib.sha256()
    for _, data in understood.files:
        digest.update(data)
    return ModelDraft(
        model, order.provider, safe.tables, model.producer,
        file_name=", ".join(name for name, _ in understood.files), sha256=digest.hexdigest(),
        note=order.note, permit=order.permit, conditions=order.conditions, suppressions=safe.suppressions,
    )  # fmt: skip


def _published_before(connection: sa.Connection, model: SegmentModel, provider: str) -> list[int]:
    """The releases of the model that readers have or have had from this provider."""
    query = (
        sa.select(publication.c.release)
        .join(release, release.c.id == publication.c.release)
        .where(publication.c.indicator == model.entry, publication.c.provider == provider, release.c.is_demo.is_(False))
        .distinct()
    )
    return sorted(connection.execute(query).scalars())


def _read(connection: sa.Connection, id_: int) -> Tables:
    """What an earlier release shows of numbers that add up; prevalences are left aside, being shares of those."""
    return Tables.of(
        {name: read_table(connection, id_, name) for name in STORED if name in {"sizes", "overlaps", "flows"}}
    )


def _causes(connection: sa.Connection, model: SegmentModel, provider: str) -> pd.DataFrame | None:
    now = current_release(connection, model.entry, provider)
    return None if now is None else read_suppressions(connection, now)
