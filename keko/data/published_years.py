"""Which years there are figures of."""

from collections.abc import Sequence

import sqlalchemy as sa

from keko.data.releases import visible_releases
from keko.data.schema import observation, segment_size


def published_years(connection: sa.Connection, areas: Sequence[str]) -> list[str]:
    """The years of the figures that readers see of any of `areas`, the newest first."""
    visible = sa.select(visible_releases().subquery().c.release)
    # Release and area lead both tables' keys, so that a few areas are read and not everything.
    periods = sa.union(
        *(
            sa.select(table.c.period).where(table.c.release.in_(visible), table.c.area.in_(areas))
            for table in (observation, segment_size)
        )
    )
    return sorted({period[:4] for period in connection.execute(periods).scalars()}, reverse=True)
