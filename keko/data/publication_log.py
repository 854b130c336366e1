"""The log of what was published and taken back, as the public change log shows it."""

from typing import Any

import sqlalchemy as sa

from keko.data.providers import DEMO
from keko.data.schema import SEGMENTS, indicator, publication, release


def read_publication_log(connection: sa.Connection, most: int = 200, kind: str = "indicator") -> list[dict[str, Any]]:
    """What of a kind was published and taken back, newest first, demo figures aside: the public change log."""
    models = sa.select(indicator.c.id).where(indicator.c.origin == SEGMENTS)
    of_kind = publication.c.indicator.in_(models) if kind == SEGMENTS else publication.c.indicator.not_in(models)
    demo = sa.select(release.c.id).where(release.c.is_demo)
    query = (
        sa.select(publication.c.at, publication.c.indicator, publication.c.provider, publication.c.release)
        .add_columns(release.c.difference, release.c.status, _published_before().label("again"))
        .outerjoin(release, release.c.id == publication.c.release)
        .where(
            of_kind,
            publication.c.provider != DEMO,
            sa.or_(publication.c.release.is_(None), publication.c.release.not_in(demo)),
        )
        .order_by(publication.c.id.desc())
        .limit(most)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _published_before() -> sa.ColumnElement[bool]:
    """Whether a line of the log brings back a release that had been current before."""
    earlier = publication.alias("earlier")
    lines = sa.select(earlier.c.id).where(earlier.c.release == publication.c.release, earlier.c.id < publication.c.id)
    return lines.exists()


def version_at(connection: sa.Connection, moment: str) -> int:
    """The data version of the last publication up to `moment` (UTC, ISO 8601); 0 where nothing had been published yet."""
    query = sa.select(sa.func.max(publication.c.data_version)).where(publication.c.at <= moment)
    return connection.execute(query).scalar() or 0
