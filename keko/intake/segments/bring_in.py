"""From a segment model that was understood to a draft release, and to a published one: prepare, draft, publish."""

import hashlib

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind, errors
from keko.data.text import Text
from keko.intake.release.order import Order, Outcome
from keko.intake.release.scope import scope_problems
from keko.intake.release.transaction import in_one_transaction, publish_drafts
from keko.intake.segments.prepare import prepare_tables
from keko.intake.segments.protection import ProtectedTables
from keko.intake.segments.understand import Announce, Files, Understood
from keko.segments.models import SegmentModel
from keko.segments.store import ModelDraft, create_model_draft

FIGURES_HIDDEN = ProblemKind(
    "segment-figures-hidden",
    "info",
    Text(
        "Pienten ryhmien suojaamiseksi peitettiin lukuja: pieniä {primary} ja muita, joista ne voisi päätellä, {secondary}.",
        "För att skydda små grupper doldes tal: små {primary} och andra som de kunde härledas av {secondary}.",
        "Figures hidden to protect small groups: {primary} small, and {secondary} from which these could be inferred.",
    ),
)


def bring_in(
    engine: sa.Engine, understood: Understood, areas: Areas, order: Order, announce: Announce = lambda _: None
) -> Outcome:
    """Make a draft of a whole model, and publish it if the order says so, in one transaction.

    A delivery with errors is rejected and a dry run is undone: the database is as it was.

    Raises:
        NotAllowed: the person may not publish for the provider.
    """
    order.by.must_publish_for(order.provider)
    model, tables = understood.model, understood.tables
    if model is None or tables is None:
        return Outcome("rejected", indicators=[model.entry] if model else [], problems=understood.problems)

    def deliver(connection: sa.Connection) -> Outcome:
        codes = {code for _, frame in tables.items() for code in frame["area"].unique()}
        if beyond := scope_problems(connection, order, codes, areas):
            return Outcome("rejected", indicators=[model.entry], problems=beyond)
        protected = prepare_tables(connection, model, tables, areas, order.provider, announce)
        problems = [*understood.problems, *_problems(protected)]
        if errors(problems):
            return Outcome("rejected", indicators=[model.entry], problems=problems)
        announce(Text("Tallennetaan", "Sparas", "Storing"))
        return publish_drafts(
            connection, _draft(connection, model, protected, understood.files, order, problems), order, areas
        )

    return in_one_transaction(engine, deliver)


def _problems(protected: ProtectedTables) -> list[Problem]:
    if not protected.primary:
        return protected.problems
    return [*protected.problems, FIGURES_HIDDEN.at(primary=protected.primary, secondary=protected.secondary)]


def _draft(
    connection: sa.Connection,
    model: SegmentModel,
    protected: ProtectedTables,
    files: Files,
    order: Order,
    problems: list[Problem],
) -> Outcome:
    """The draft of the model, stored, and what it would change."""
    digest = hashlib.sha256()
    for _, data in files:
        digest.update(data)
    content = ModelDraft(
        model, order.provider, protected.tables, model.producer,
        file_name=", ".join(name for name, _ in files), sha256=digest.hexdigest(),
        note=order.note, permit=order.permit, conditions=order.conditions, suppressions=protected.suppressions,
    )  # fmt: skip
    draft = create_model_draft(connection, content, order.by)
    return Outcome(
        "draft", [draft.id], [model.entry], protected.tables.rows, draft.difference,
        protected.primary, protected.secondary, problems,
    )  # fmt: skip
