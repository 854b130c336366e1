"""From a file that was understood to draft releases, and to published ones: prepare, draft, publish."""

import hashlib
from dataclasses import dataclass, replace

import pandas as pd
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.audit import note, now
from keko.data.differences import total
from keko.data.drafts import Draft, create_draft
from keko.data.problems import Problem, errors
from keko.data.progress import Progress
from keko.data.providers import DEMO, ensure_provider
from keko.data.scopes import areas_beyond
from keko.data.versions import raise_version
from keko.disclosure.problems import disclosure_problems
from keko.disclosure.protect import Protected
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.intake.match.new_indicators import undescribed
from keko.intake.release.order import Order, Outcome
from keko.intake.release.prepare import Delivery, prepare_releases
from keko.intake.release.scope import scope_problems
from keko.intake.release.transaction import in_one_transaction, publish_drafts
from keko.intake.understand import Understood
from keko.words.terms import DEMO_NOTICE


@dataclass(frozen=True)
class Prepared:
    """All rows of the new release of one indicator, and what is to be told of their protection."""

    indicator: Indicator
    protected: Protected
    problems: list[Problem]


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
        ids = [indicator.id for indicator in understood.indicators]
        return Outcome(
            "rejected", indicators=ids, problems=understood.problems, accounting=understood.arranged.accounting
        )

    def deliver(connection: sa.Connection) -> Outcome:
        believed = _believed(connection, understood, order, areas)
        if beyond := scope_problems(connection, order, set(believed.arranged.observations["area"]), areas):
            ids = [indicator.id for indicator in understood.indicators]
            return Outcome("rejected", indicators=ids, problems=beyond, accounting=understood.arranged.accounting)
        releases = _prepare(connection, believed, areas, order.provider, progress)
        problems = [problem for release in releases for problem in release.problems]
        if errors(problems):
            ids = [release.indicator.id for release in releases]
            problems = [*understood.problems, *problems]
            return Outcome("rejected", indicators=ids, problems=problems, accounting=understood.arranged.accounting)
        drafted = _draft(connection, releases, understood, data, order)
        published = [release.indicator for release in releases]
        return publish_drafts(connection, drafted, order, areas, published, progress)

    return in_one_transaction(engine, deliver)


def _believed(connection: sa.Connection, understood: Understood, order: Order, areas: Areas) -> Understood:
    """A file without the rows that KEKO gave of areas above its own, where whoever orders may not deliver these.

    They are computed anew: what a file says that KEKO computed can be written by anybody.
    """
    rows = understood.arranged.observations
    if "origin" not in rows:
        return understood
    told = rows["origin"].notna() & rows["origin"].ne("delivered")
    above = {parent for code in set(rows["area"][~told]) for parent in areas.parents(code)}
    beyond = areas_beyond(connection, order.by, order.provider, above & set(rows["area"][told]))
    kept = rows[~(told & rows["area"].isin(beyond))]
    return replace(understood, arranged=replace(understood.arranged, observations=kept))


def _prepare(
    connection: sa.Connection, understood: Understood, areas: Areas, provider: str, progress: Progress | None
) -> list[Prepared]:
    """The file's observations as releases, one of each indicator; nothing is stored."""
    deliveries = _by_indicator(understood)
    releases = prepare_releases(connection, deliveries, areas, provider, progress)
    return [
        Prepared(delivery.indicator, protected, disclosure_problems(protected, delivery.indicator, areas))
        for delivery, protected in zip(deliveries, releases, strict=True)
    ]


def _by_indicator(understood: Understood) -> list[Delivery]:
    """The file's observations by indicator; measures that mean the same indicator come together."""
    rows = understood.arranged.observations
    ids = pd.Series([indicator.id for indicator in understood.indicators])
    indicators = {indicator.id: indicator for indicator in understood.indicators}
    return [
        Delivery(indicator, rows[rows["measure"].isin(ids.index[ids == id_])]) for id_, indicator in indicators.items()
    ]


def _draft(
    connection: sa.Connection, releases: list[Prepared], understood: Understood, data: bytes, order: Order
) -> Outcome:
    """The drafts of the releases, stored, and what they would change."""
    added = store.add(connection, [_stated(indicator, order) for indicator in understood.indicators])
    if added:
        raise_version(connection)  # readers find a new indicator in the catalogue, with a draft too
    if order.origin:
        ensure_provider(connection, order.provider, order.origin.provider)
    file_name, digest = understood.table.file_name, hashlib.sha256(data).hexdigest()
    drafts = [create_draft(connection, _draft_of(each, file_name, digest, order), order.by) for each in releases]
    account = understood.arranged.accounting.as_json("en")
    note(
        connection,
        order.by,
        "bring-in",
        understood.table.file_name,
        after={**account, "releases": [draft.id for draft in drafts]},
    )
    return Outcome(
        "draft",
        [draft.id for draft in drafts],
        [release.indicator.id for release in releases],
        sum(len(release.protected.observations) for release in releases),
        total([draft.difference for draft in drafts]),
        sum(release.protected.primary for release in releases),
        sum(release.protected.secondary for release in releases),
        [
            *understood.problems,
            *(problem for release in releases for problem in release.problems),
            *undescribed(release.indicator for release in releases if release.indicator.id in added),
        ],
        accounting=understood.arranged.accounting,
        figures=sum(int(release.protected.observations["value"].notna().sum()) for release in releases),
    )


def _stated(indicator: Indicator, order: Order) -> Indicator:
    """A new indicator, with who said that its small cells need no protection here, and when."""
    disclosure = indicator.disclosure
    if disclosure.rule != "none" or disclosure.stated_by or not order.confirms:
        return indicator
    stated = disclosure.model_copy(update={"stated_by": order.by.subject, "stated_at": now()})
    return indicator.model_copy(update={"disclosure": stated})


def _draft_of(release: Prepared, file_name: str, digest: str, order: Order) -> Draft:
    draft = Draft(
        indicator=release.indicator.id,
        provider=order.provider,
        observations=release.protected.observations,
        source=DEMO_NOTICE if order.provider == DEMO else release.indicator.source,
        is_demo=order.provider == DEMO,
        file_name=file_name,
        sha256=digest,
        note=order.note,
        permit=order.permit,
        conditions=order.conditions,
        suppressions=release.protected.suppressions,
    )
    if order.origin is None:
        return draft
    facts = ("source", "territory", "file_name", "sha256")
    return replace(draft, **{fact: getattr(order.origin, fact) for fact in facts})
