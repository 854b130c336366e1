"""The one transaction of a delivery, of indicators and of segment models alike: all of it is stored, or nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import sqlalchemy as sa

from keko.config import settings
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.problems import Problem, ProblemKind, errors
from keko.data.progress import Progress
from keko.data.providers import provider_names
from keko.data.publishing import Conflict, publish
from keko.data.text import Plural, Text
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.dispersions import renew_dispersions
from keko.indicators.over_time.assessments import renew
from keko.intake.release.changes import changes
from keko.intake.release.consequences import consequences, verdicts
from keko.intake.release.order import Order, Outcome

PROVIDER_CONFLICT = ProblemKind(
    "provider-conflict",
    "error",
    Plural(
        one=Text(
            "{provider} julkaisee jo saman luvun: {count} rivi, {area} {period}. Sopikaa, kumpi toimittaa sen.",
            "{provider} publicerar redan samma uppgift: {count} rad, {area} {period}. Kom överens om vem som "
            "levererar den.",
            "{provider} already publishes the same figure: {count} row, {area} {period}. Agree which of you delivers "
            "it.",
        ),
        other=Text(
            "{provider} julkaisee jo samat luvut: {count} riviä, esimerkiksi {area} {period}. Sopikaa, kumpi "
            "toimittaa ne.",
            "{provider} publicerar redan samma uppgifter: {count} rader, till exempel {area} {period}. Kom överens "
            "om vem som levererar dem.",
            "{provider} already publishes the same figures: {count} rows, such as {area} {period}. Agree which of "
            "you delivers them.",
        ),
    ),
)
AWAITS_APPROVAL = ProblemKind(
    "awaits-approval",
    "info",
    Text(
        "Aineisto on luonnoksena: toisen henkilön on julkaistava se.",
        "Datamaterialet är ett utkast: en annan person ska publicera det.",
        "The data is kept as a draft: another person has to publish it.",
    ),
)


class _Undo(Exception):
    """Leaves the transaction without a trace, with what was learned in it."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def in_one_transaction(engine: sa.Engine, deliver: Callable[[sa.Connection], Outcome]) -> Outcome:
    """What `deliver` comes to. Where it rejects the delivery or only tries it, the database is as it was."""
    try:
        with writing(engine) as connection:
            outcome = deliver(connection)
            if outcome.status in {"rejected", "dry-run"}:
                raise _Undo(outcome)
            return outcome
    except _Undo as undone:
        return undone.outcome


def publish_drafts(
    connection: sa.Connection,
    drafted: Outcome,
    order: Order,
    areas: Areas,
    indicators: Sequence[Indicator] = (),
    progress: Progress | None = None,
) -> Outcome:
    """`drafted`, the outcome of drafts that are stored, published as far as the order and the installation want it.

    `indicators`: those that are published, whose verdicts are watched. A dry run is published too, to see what would follow.
    """
    if not (order.publish or order.dry_run):
        return drafted
    if settings().approval and not order.dry_run:
        return replace(drafted, problems=[*drafted.problems, AWAITS_APPROVAL.at()])
    seen = changes(connection, drafted.releases) if order.dry_run else drafted.changes
    before = verdicts(connection, indicators, areas, order.watch)
    try:
        publish(connection, drafted.releases, order.by, approved=order.dry_run)
    except Conflict as conflict:
        problems = [*drafted.problems, _conflict_problem(connection, conflict, areas)]
        return replace(drafted, status="rejected", releases=[], problems=problems)
    ids = [item.id for item in indicators]
    renew_dispersions(connection, ids, areas)
    turned = consequences(before, verdicts(connection, indicators, areas, order.watch))
    if order.dry_run:
        return replace(drafted, status="dry-run", releases=[], consequences=turned, changes=seen)
    renew(connection, ids, areas, progress)
    return replace(drafted, status="published", consequences=turned)


def is_disputed(outcome: Outcome) -> bool:
    """Whether nothing stands in the way of a delivery but another organisation's same figures: it can wait as a draft."""
    return {problem.code for problem in errors(outcome.problems)} == {PROVIDER_CONFLICT.code}


def _conflict_problem(connection: sa.Connection, conflict: Conflict, areas: Areas) -> Problem:
    """What to tell of another provider who publishes the same figures."""
    name = provider_names(connection)[conflict.provider]
    return PROVIDER_CONFLICT.at(
        provider=name, count=conflict.rows, area=areas[conflict.area].name, period=conflict.period
    )
