"""What readers have or have had besides the tables at hand: a cell hidden here must not be found there (METHODS 5).

Every release that was ever public counts, of any provider, withdrawn and superseded ones too: they stay in the log and in
people's files. So do the releases of indicators that are bound to those at hand. Demo figures are looked at among
themselves, as nobody takes them for real.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
import sqlalchemy as sa

from keko.data import bulk
from keko.data.observations import COLUMNS, KEY, shaped
from keko.data.releases import current_release
from keko.data.schema import current, observation, publication, release
from keko.data.suppressions import read_suppressions
from keko.disclosure.links import LEAST, linked_to, relations, sample
from keko.disclosure.tables import KnownFigures, PublishedTable, Table
from keko.indicators import store
from keko.indicators.catalogue import Indicator


def known_figures(
    connection: sa.Connection, tables: Sequence[Table], provider: str, is_demo: bool = False
) -> KnownFigures:
    """What readers have of the years of `tables`, which `provider` is about to publish."""
    if all(table.indicator.disclosure.rule == "none" for table in tables):
        return KnownFigures()
    years = sorted({period[:4] for table in tables for period in table.rows["period"].unique()})
    items = [*(table.indicator for table in tables), *bound_indicators(connection, tables, is_demo)]
    causes = {}
    for table in tables:
        mine = current_release(connection, table.indicator.id, provider)
        if mine is not None:
            causes[table.indicator.id] = read_suppressions(connection, mine)
    return KnownFigures(tuple(published_tables(connection, items, years, is_demo)), causes)


class PublicReleases(NamedTuple):
    """The numbers of the releases that readers see, and of all that they see or have seen."""

    now: frozenset[int]
    ever: frozenset[int]

    @classmethod
    def of(cls, connection: sa.Connection) -> "PublicReleases":
        """As it is."""
        now = connection.execute(sa.select(current.c.release)).scalars()
        ever = connection.execute(sa.select(publication.c.release).where(publication.c.release.is_not(None))).scalars()
        return cls(frozenset(now), frozenset(ever))


def published_tables(
    connection: sa.Connection,
    items: Sequence[Indicator],
    years: Sequence[str] | None = None,
    is_demo: bool = False,
    public: PublicReleases | None = None,
) -> list[PublishedTable]:
    """Every release of `items` that is or was public, oldest first; of `years` where they are given.

    `public`: which releases those are, if not as it is now.
    """
    known, public = {item.id: item for item in items}, public or PublicReleases.of(connection)
    query = (
        sa.select(release.c.id, release.c.indicator, release.c.provider)
        .where(release.c.indicator.in_(known), release.c.is_demo.is_(is_demo), release.c.kind == "indicator")
        .order_by(release.c.id)
    )
    tables = []
    for id_, indicator, provider in connection.execute(query).all():
        if id_ not in public.ever:
            continue
        rows = published_rows(connection, id_, years)
        if len(rows):
            tables.append(PublishedTable(Table.of(known[indicator], rows), provider, id_ in public.now))
    return tables


def published_rows(connection: sa.Connection, id_: int, years: Sequence[str] | None = None) -> pd.DataFrame:
    """The rows of a release with the cause of what is hidden."""
    query = sa.select(*(observation.c[name] for name in COLUMNS)).where(observation.c.release == id_)
    if years is not None:
        query = query.where(sa.func.substr(observation.c.period, 1, 4).in_(years))
    rows = shaped(bulk.select(connection, query))
    return rows.merge(read_suppressions(connection, id_), on=KEY, how="left")


def bound_indicators(connection: sa.Connection, tables: Sequence[Table], is_demo: bool) -> list[Indicator]:
    """Published indicators besides those of `tables` whose numbers agree with theirs in some cells.

    A few cells suffice to see it; only indicators that may be bound are read whole.
    """
    own = {table.indicator.id for table in tables}
    cells = sample(tables)
    if len(cells) < LEAST:
        return []
    columns = [observation.c[name] for name in COLUMNS]
    query = (
        sa.select(observation.c.indicator, *columns)
        .join(release, release.c.id == observation.c.release)
        .where(release.c.id.in_(sa.select(publication.c.release)), release.c.is_demo.is_(is_demo))
        .where(observation.c.indicator.notin_(own), observation.c.area.in_(sorted(set(cells["area"]))))
        .where(observation.c.period.in_(sorted(set(cells["period"]))))
    )
    rows = bulk.select(connection, query)
    if rows.empty:
        return []
    rows = rows.merge(cells, on=KEY).drop_duplicates(["indicator", *KEY], keep="last")
    catalogue = store.load(connection)
    others = [
        Table.of(catalogue[str(id_)], shaped(part).reset_index(drop=True))
        for id_, part in rows.groupby("indicator")
        if id_ in catalogue
    ]
    return [catalogue[id_] for id_ in linked_to(own, relations([*tables, *others])) if id_ in catalogue]
