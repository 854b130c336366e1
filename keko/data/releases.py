"""Releases as they are stored: each of them, the current one of a provider, and those that readers see."""

from typing import Any

import sqlalchemy as sa

from keko.data.schema import current, release


class NoRelease(LookupError):
    """There is no such release, or none to go back to."""


def current_release(connection: sa.Connection, indicator: str, provider_id: str) -> int | None:
    """The release of this provider that readers see, if any."""
    query = sa.select(current.c.release).where(current.c.indicator == indicator, current.c.provider == provider_id)
    return connection.execute(query).scalar()


def read_release(connection: sa.Connection, id_: int) -> sa.RowMapping:
    """One release.

    Raises:
        NoRelease: there is none with that number.
    """
    row = connection.execute(sa.select(release).where(release.c.id == id_)).mappings().first()
    if row is None:
        raise NoRelease(f"release {id_}")
    return row


def read_releases(
    connection: sa.Connection, indicator: str | None = None, kind: str | None = None
) -> list[dict[str, Any]]:
    """Releases, newest first, of one indicator or of all, of one kind or of every kind."""
    query = sa.select(release).order_by(release.c.id.desc())
    if kind:
        query = query.where(release.c.kind == kind)
    if indicator:
        query = query.where(release.c.indicator == indicator)
    return [dict(row) for row in connection.execute(query).mappings()]


def visible_releases() -> sa.Select[Any]:
    """A query of the releases that readers see: `indicator, provider, release, is_demo`.

    Real releases where an indicator has any; demo figures only where it has none, so that the two never meet.
    """
    real = (
        sa.select(current.c.indicator)
        .join(release, release.c.id == current.c.release)
        .where(release.c.is_demo.is_(False))
    )
    return (
        sa.select(
            current.c.indicator,
            current.c.provider,
            current.c.release,
            release.c.is_demo,
            release.c.source,
            release.c.published_at,
        )
        .join(release, release.c.id == current.c.release)
        .where(sa.or_(release.c.is_demo.is_(False), current.c.indicator.not_in(real)))
    )
