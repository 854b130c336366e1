"""The tables of a new release of a model, protected with what readers have of it from earlier releases."""

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import current_release
from keko.data.schema import publication, release
from keko.data.suppressions import read_suppressions
from keko.intake.segments.protection import ProtectedTables, Released, protect_tables
from keko.intake.segments.understand import Announce
from keko.segments.models import SegmentModel
from keko.segments.store import read_table
from keko.segments.tables import STORED, Tables

_COUNTED = ("sizes", "prevalences", "overlaps", "flows")


def prepare_tables(
    connection: sa.Connection,
    model: SegmentModel,
    tables: Tables,
    areas: Areas,
    provider: str,
    announce: Announce = lambda _: None,
) -> ProtectedTables:
    """The tables as they may be stored."""
    current = current_release(connection, model.entry, provider)
    earlier = [
        Released(read_counts(connection, id_), read_suppressions(connection, id_), id_ == current)
        for id_ in _published_before(connection, model, provider)
    ]
    return protect_tables(model, tables, areas, earlier, announce)


def _published_before(connection: sa.Connection, model: SegmentModel, provider: str) -> list[int]:
    """The releases of the model that readers have or have had from this provider."""
    query = (
        sa.select(publication.c.release)
        .join(release, release.c.id == publication.c.release)
        .where(publication.c.indicator == model.entry, publication.c.provider == provider, release.c.is_demo.is_(False))
        .distinct()
    )
    return sorted(connection.execute(query).scalars())


def read_counts(connection: sa.Connection, id_: int) -> Tables:
    """What an earlier release shows of numbers of persons."""
    return Tables.of({name: read_table(connection, id_, name) for name in STORED if name in _COUNTED})
