"""From a file's bytes to draft releases, and to published ones: the one way in."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.config import settings
from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.differences import Difference
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.observations import KEY, read_observations, shaped
from keko.data.people import Person
from keko.data.problems import Problem, ProblemKind, Refused, errors
from keko.data.providers import ensure_provider
from keko.data.publishing import Conflict, publish
from keko.data.releases import current_release, read_release
from keko.data.text import Plural, Text
from keko.data.versions import raise_version
from keko.disclosure.known_figures import KnownFigures, known_figures
from keko.disclosure.protect import Protected, disclosure_problems, protect
from keko.disclosure.suppression import Progress
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.intake.match.categories import recoded
from keko.intake.release.consequences import Consequence, Pair, consequences, verdicts
from keko.intake.release.roll_up import GROUP, roll_up
from keko.intake.understand import Understood
from keko.intake.values.distinct import codes_of

Status = Literal["draft", "published", "rejected", "dry-run"]

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
        "The data are kept as a draft: another person has to publish them.",
    ),
)


@dataclass(frozen=True)
class Order:
    """How a file is to be brought in.

    `watch`: pairs of area and benchmark whose verdicts are compared before and after.
    """

    provider: str
    by: Person
    publish: bool = False
    dry_run: bool = False
    note: str | None = None
    permit: str | None = None
    conditions: str | None = None
    watch: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What came of it. `rows` and `difference` count all rows of the releases, roll-ups included."""

    status: Status
    releases: list[int] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    rows: int = 0
    difference: Difference = field(default_factory=lambda: {"new": 0, "changed": 0, "removed": 0, "same": 0})
    primary: int = 0
    secondary: int = 0
    problems: list[Problem] = field(default_factory=list)
    consequences: list[Consequence] = field(default_factory=list)


class _Undo(Exception):
    """Leaves the transaction without a trace, with what was learned in it."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def bring_in(
    engine: sa.Engine,
    understood: Understood,
    data: bytes,
    areas: Areas,
    order: Order,
    progress: Progress | None = None,
) -> Outcome:
    """Make drafts of a file that was understood, and publish them if the order says so, all in one transaction.

    A file with errors is rejected and a dry run is undone: the database is as it was.

    Raises:
        NotAllowed: the person may not publish for the provider.
    """
    order.by.must_publish_for(order.provider)
    if errors(understood.problems):
        return Outcome("rejected", indicators=[item.id for item in understood.indicators], problems=understood.problems)
    try:
        with writing(engine) as connection:
            outcome = _stored(connection, understood, data, areas, order, progress)
            if order.dry_run or outcome.status == "rejected":
                raise _Undo(outcome)
            return outcome
    except _Undo as undone:
        return undone.outcome


def _stored(
    connection: sa.Connection,
    understood: Understood,
    data: bytes,
    areas: Areas,
    order: Order,
    progress: Progress | None,
) -> Outcome:
    if store.add(connection, understood.indicators):
        raise_version(connection)  # readers find a new indicator in the catalogue, with a draft too
    ensure_provider(connection, order.provider)
    ids, parts = [], []
    for item, rows in by_indicator(understood):
        protected = prepared(connection, rows, item, areas, order.provider, progress)
        draft = Draft(
            indicator=item.id,
            provider=order.provider,
            observations=protected.observations,
            source=item.source,
            file_name=understood.table.file_name,
            sha256=hashlib.sha256(data).hexdigest(),
            note=order.note,
            permit=order.permit,
            conditions=order.conditions,
            suppressions=protected.suppressions,
        )
        ids.append(create_draft(connection, draft, order.by))
        parts.append(protected)
    outcome = _summary(connection, ids, parts, understood)
    told = [
        problem
        for (item, _), part in zip(by_indicator(understood), parts, strict=True)
        for problem in disclosure_problems(part, item, areas)
    ]
    outcome = replace(outcome, problems=[*outcome.problems, *told])
    if errors(told):
        return replace(outcome, status="rejected", releases=[])
    if order.publish and not order.dry_run and settings().approval:
        return replace(outcome, problems=[*outcome.problems, AWAITS_APPROVAL.at()])
    if not order.publish and not order.dry_run:
        return outcome
    items = [item for item, _ in by_indicator(understood)]
    before = verdicts(connection, items, areas, order.watch)
    try:
        publish(connection, ids, order.by, approved=order.dry_run)
    except Conflict as conflict:
        return replace(
            outcome, status="rejected", releases=[], problems=[*outcome.problems, conflict_problem(conflict, areas)]
        )
    turned = consequences(before, verdicts(connection, items, areas, order.watch))
    if order.dry_run:
        return replace(outcome, status="dry-run", releases=[], consequences=turned)
    return replace(outcome, status="published", consequences=turned)


def _summary(connection: sa.Connection, ids: list[int], parts: list[Protected], understood: Understood) -> Outcome:
    total: Difference = {"new": 0, "changed": 0, "removed": 0, "same": 0}
    for id_ in ids:
        for name, count in read_release(connection, id_)["difference"].items():
            total[name] += count
    return Outcome(
        status="draft",
        releases=ids,
        indicators=[item.id for item, _ in by_indicator(understood)],
        rows=sum(len(part.observations) for part in parts),
        difference=total,
        primary=sum(part.primary for part in parts),
        secondary=sum(part.secondary for part in parts),
        problems=understood.problems,
    )


def by_indicator(understood: Understood) -> Iterable[tuple[Indicator, pd.DataFrame]]:
    """The file's observations, one indicator at a time; measures that mean the same indicator come together."""
    measures: dict[str, list[int]] = {}
    items = {item.id: item for item in understood.indicators}
    for position, item in enumerate(understood.indicators):
        measures.setdefault(item.id, []).append(position)
    rows = understood.arranged.observations
    for id_, positions in measures.items():
        yield items[id_], rows[rows["measure"].isin(positions)] if len(measures) > 1 else rows


def prepared(
    connection: sa.Connection,
    rows: pd.DataFrame,
    item: Indicator,
    areas: Areas,
    provider: str,
    progress: Progress | None = None,
) -> Protected:
    """All rows of the new release: the provider's current ones, less what is replaced, and the new ones rolled up and protected.

    Roll-ups are computed anew for the periods, sexes, ages and breakdowns that the new rows touch, over all that is known
    there. Protection looks at everything of those periods, as a total and its parts may come in different files; the rest
    of the current release stays as it was published.
    """
    fresh = shaped(recoded(rows, item).assign(origin="delivered"))
    known = known_figures(connection, item, provider, list(fresh["period"].unique()))
    release = current_release(connection, item.id, provider)
    if release is None:
        return completed(fresh, item, areas, known, progress)
    before = read_observations(connection, release)
    touched = _among(before, fresh, GROUP)
    kept = before[touched & before["origin"].eq("delivered") & ~_among(before, fresh, KEY)]
    anew = _computed(pd.concat([fresh, kept], ignore_index=True), item, areas)
    beside = ~touched & before["period"].isin(fresh["period"].unique())
    protected = protect(pd.concat([before[beside], anew], ignore_index=True), item, areas, known, progress)
    rest = before[~touched & ~beside]
    return replace(
        protected,
        observations=pd.concat([rest, protected.observations], ignore_index=True),
        suppressions=pd.concat([known.causes_of(rest), protected.suppressions], ignore_index=True),
    )


def completed(
    delivered: pd.DataFrame,
    item: Indicator,
    areas: Areas,
    known: KnownFigures | None = None,
    progress: Progress | None = None,
) -> Protected:
    """Delivered rows with their roll-ups and intervals, protected: what may be stored."""
    return protect(_computed(delivered, item, areas), item, areas, known, progress)


def _computed(delivered: pd.DataFrame, item: Indicator, areas: Areas) -> pd.DataFrame:
    return with_limits(roll_up(delivered, item, areas), item)


def _among(rows: pd.DataFrame, others: pd.DataFrame, names: list[str]) -> Flags:
    """Which of `rows` are in the columns `names` as some row of `others`."""
    code = codes_of(pd.concat([rows[names], others[names]]), names)
    found = np.zeros(code.max(initial=0) + 1, dtype=bool)
    found[code[len(rows) :]] = True
    return found[code[: len(rows)]]


def conflict_problem(conflict: Conflict, areas: Areas) -> Problem:
    """What to tell of another provider who publishes the same figures."""
    return PROVIDER_CONFLICT.at(
        provider=conflict.provider, count=conflict.rows, area=areas[conflict.area].name, period=conflict.period
    )


def refusal(refused: Refused) -> Outcome:
    """The outcome of a file that could not be understood at all."""
    return Outcome("rejected", problems=refused.problems)
