"""Releases as they are stored: each of them, the current one of a provider, and those that readers see."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from keko.data.schema import current, publication, release


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


def visible_releases(as_of: "sa.ColumnElement[int] | int | None" = None) -> sa.Select[Any]:
    """A query of the releases that readers see: `indicator, provider, release, is_demo, source, published_at`.

    Real releases where an indicator has any; demo figures only where it has none, so that the two never meet.
    `as_of`: those that readers saw at this data version, without what has been taken back since.
    """
    held = current if as_of is None else in_force_at(as_of)
    real = sa.select(held.c.indicator).join(release, release.c.id == held.c.release).where(release.c.is_demo.is_(False))
    query = (
        sa.select(
            held.c.indicator,
            held.c.provider,
            held.c.release,
            release.c.is_demo,
            release.c.source,
            release.c.published_at,
        )
        .join(release, release.c.id == held.c.release)
        .where(sa.or_(release.c.is_demo.is_(False), held.c.indicator.not_in(real)))
    )
    return query if as_of is None else query.where(release.c.status != "withdrawn")


def in_force_at(as_of: "sa.ColumnElement[int] | int") -> sa.FromClause:
    """What `current` held at a data version: by indicator and provider the last that the log says up to it."""
    last = (
        sa.select(sa.func.max(publication.c.id))
        .where(publication.c.data_version <= as_of)
        .group_by(publication.c.indicator, publication.c.provider)
    )
    columns = (publication.c.indicator, publication.c.provider, publication.c.release)
    return sa.select(*columns).where(publication.c.id.in_(last), publication.c.release.is_not(None)).subquery()


def _of_indicators(visible: sa.Select[Any]) -> sa.Select[Any]:
    held = visible.subquery()
    return sa.select(held).where(held.c.indicator.in_(sa.bindparam("indicators", expanding=True)))


_VISIBLE = _of_indicators(visible_releases())
_VISIBLE_AT = _of_indicators(visible_releases(sa.bindparam("as_of", type_=sa.Integer)))


def read_visible(
    connection: sa.Connection, indicators: Sequence[str], as_of: int | None = None
) -> "dict[int, sa.Row[tuple[Any, ...]]]":
    """The visible releases of some indicators, by number; `as_of` a data version, where given."""
    query = _VISIBLE if as_of is None else _VISIBLE_AT
    return {row.release: row for row in connection.execute(query, {"indicators": indicators, "as_of": as_of})}
