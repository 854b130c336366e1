"""Releases: drafts, publishing by moving one pointer, rolling back, and the log of what was current when."""

from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd
import sqlalchemy as sa

from keko.config import settings
from keko.data.audit import note, now
from keko.data.differences import Difference
from keko.data.observations import difference, write_observations
from keko.data.people import Person
from keko.data.schema import (
    HELD_BY_A_RELEASE,
    SEGMENTS,
    current,
    indicator,
    observation,
    provider,
    publication,
    release,
    segment_size,
)
from keko.data.suppressions import write_suppressions
from keko.data.text import Text
from keko.data.versions import raise_version

DEMO = "demo"
LOCAL = "local"


class NoRelease(LookupError):
    """There is no such release, or none to go back to."""


class NeedsApproval(Exception):
    """Who made a draft may not publish it here: a second analyst has to."""


class OutdatedDraft(Exception):
    """Somebody has published since the draft was made from what was current then: publishing it would undo their rows."""


class Conflict(Exception):
    """Another provider already publishes figures of the same areas and periods."""

    def __init__(self, indicator: str, provider: str, rows: int, area: str, period: str) -> None:
        super().__init__(f"{indicator}: {provider} already publishes {rows} of these figures, such as {area} {period}")
        self.indicator, self.provider, self.rows, self.area, self.period = indicator, provider, rows, area, period


_FACTS = (
    "indicator", "provider", "territory", "is_demo", "file_name", "sha256", "note", "permit", "conditions",
)  # fmt: skip


class Told(Protocol):
    """What is told of a release, whatever it holds. `indicator`: the id of what it is of in the catalogue."""

    @property
    def indicator(self) -> str: ...
    @property
    def provider(self) -> str: ...
    @property
    def source(self) -> Text: ...


@dataclass(frozen=True)
class Draft:
    """What a new release consists of.

    `observations`: all its rows, shaped as `keko.data.observations.COLUMNS`. `suppressions`: KEY and cause of what was hidden.
    """

    indicator: str
    provider: str
    observations: pd.DataFrame
    source: Text
    territory: str = "as delivered"
    is_demo: bool = False
    file_name: str | None = None
    sha256: str | None = None
    note: str | None = None
    permit: str | None = None
    conditions: str | None = None
    suppressions: pd.DataFrame | None = None


def ensure_provider(connection: sa.Connection, id_: str, name: Text | None = None) -> None:
    """Make the provider known."""
    if connection.execute(sa.select(provider.c.id).where(provider.c.id == id_)).first() is None:
        connection.execute(provider.insert().values(id=id_, name=(name or Text.same(id_))._asdict()))


def providers(connection: sa.Connection) -> list[str]:
    """Who may deliver figures: the installation itself, and everyone who has."""
    found = connection.execute(sa.select(provider.c.id).order_by(provider.c.id)).scalars()
    return [LOCAL, *(one for one in found if one not in {LOCAL, DEMO})]


def current_release(connection: sa.Connection, indicator: str, provider_id: str) -> int | None:
    """The release of this provider that readers see, if any."""
    query = sa.select(current.c.release).where(current.c.indicator == indicator, current.c.provider == provider_id)
    return connection.execute(query).scalar()


def create_draft(connection: sa.Connection, draft: Draft, by: Person) -> int:
    """Store a draft; readers do not see it.

    Raises:
        NotAllowed: `by` may not publish for this provider.
    """
    id_, base = begin_draft(connection, "indicator", draft, len(draft.observations), by)
    write_observations(connection, id_, draft.indicator, draft.observations)
    if draft.suppressions is not None:
        write_suppressions(connection, id_, draft.suppressions)
    complete_draft(connection, id_, difference(connection, id_, base))
    return id_


def begin_draft(connection: sa.Connection, kind: str, told: Told, rows: int, by: Person) -> tuple[int, int | None]:
    """The number of a new draft of any kind, and the release that it is made from; its rows are stored next.

    Raises:
        NotAllowed: `by` may not publish for this provider.
    """
    by.must_publish_for(told.provider)
    ensure_provider(connection, told.provider)
    facts = {name: getattr(told, name) for name in _FACTS} | {"source": told.source._asdict()}
    made = {"kind": kind, "status": "draft", "created_by": by.subject, "created_at": now()}
    base = current_release(connection, told.indicator, told.provider)
    values = {**facts, **made, "rows": rows, "difference": {}, "made_from": base}
    id_: int = connection.execute(release.insert().values(values).returning(release.c.id)).scalar_one()
    note(connection, by, "draft", f"release {id_}", after={"indicator": told.indicator, "rows": rows})
    return id_, base


def complete_draft(connection: sa.Connection, id_: int, difference: Difference) -> None:
    """Keep what a draft whose rows are stored would change."""
    connection.execute(release.update().where(release.c.id == id_).values(difference=difference))


def get(connection: sa.Connection, id_: int) -> sa.RowMapping:
    """One release.

    Raises:
        NoRelease: there is none with that number.
    """
    found = connection.execute(sa.select(release).where(release.c.id == id_)).mappings().first()
    if found is None:
        raise NoRelease(f"release {id_}")
    return found


def listed(connection: sa.Connection, indicator: str | None = None, kind: str | None = None) -> list[dict[str, Any]]:
    """Releases, newest first, of one indicator or of all, of one kind or of every kind."""
    query = sa.select(release).order_by(release.c.id.desc())
    if kind:
        query = query.where(release.c.kind == kind)
    if indicator:
        query = query.where(release.c.indicator == indicator)
    return [dict(row) for row in connection.execute(query).mappings()]


def publish(connection: sa.Connection, ids: list[int], by: Person, approved: bool = False) -> int:
    """Make releases current, all under one data version, and return that version.

    `approved`: whether it does not matter who made them, as in a dry run that is undone.

    Raises:
        NoRelease, NotAllowed, NeedsApproval, OutdatedDraft, Conflict: nothing may be changed; the caller gives its transaction up.
    """
    version = raise_version(connection)
    for id_ in ids:
        chosen = get(connection, id_)
        by.must_publish_for(chosen["provider"])
        if not approved:
            _refuse_own(chosen, by)
        _refuse_outdated(connection, chosen)
        _refuse_conflict(connection, chosen)
        _point(connection, chosen["indicator"], chosen["provider"], id_, version, by)
        published = {"status": "published", "published_by": by.subject, "published_at": now()}
        if chosen["created_by"] != by.subject:
            published["approved_by"] = by.subject
        connection.execute(release.update().where(release.c.id == id_).values(published))
        note(connection, by, "publish", f"release {id_}", after={"data_version": version})
    return version


def rollback(connection: sa.Connection, indicator: str, provider_id: str, by: Person) -> int | None:
    """Take back the current release of a provider: the one before it is current again, or none. Returns that one.

    Raises:
        NoRelease: this provider has published nothing on the indicator.
        NotAllowed: `by` may not publish for the provider.
    """
    by.must_publish_for(provider_id)
    version = raise_version(connection)
    taken = current_release(connection, indicator, provider_id)
    if taken is None:
        raise NoRelease(f"{indicator}, {provider_id}")
    older = _before(connection, indicator, provider_id, taken)
    _point(connection, indicator, provider_id, older, version, by)
    connection.execute(release.update().where(release.c.id == taken).values(status="withdrawn"))
    if older is not None:
        connection.execute(release.update().where(release.c.id == older).values(status="published"))
    note(connection, by, "rollback", f"release {taken}", before={"release": taken}, after={"release": older})
    return older


def _before(connection: sa.Connection, indicator: str, provider_id: str, taken: int) -> int | None:
    query = (
        sa.select(publication.c.release)
        .join(release, release.c.id == publication.c.release)
        .where(publication.c.indicator == indicator, publication.c.provider == provider_id)
        .where(publication.c.release != taken, release.c.status != "withdrawn")
        .order_by(publication.c.id.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _point(
    connection: sa.Connection, indicator: str, provider_id: str, to: int | None, version: int, by: Person
) -> None:
    """Move the pointer of one indicator and provider, and write the line of the log that tells it."""
    here = sa.and_(current.c.indicator == indicator, current.c.provider == provider_id)
    was = connection.execute(sa.select(current.c.release).where(here)).scalar()
    connection.execute(current.delete().where(here))
    if to is not None:
        connection.execute(current.insert().values(indicator=indicator, provider=provider_id, release=to))
    if was is not None and was != to:
        connection.execute(release.update().where(release.c.id == was).values(status="superseded"))
    line = {"data_version": version, "indicator": indicator, "provider": provider_id, "release": to}
    connection.execute(publication.insert().values(**line, at=now(), by=by.subject))


def discard(connection: sa.Connection, id_: int, by: Person) -> None:
    """Throw a draft away, with its rows.

    Raises:
        NoRelease: there is no draft with that number: what was ever published is kept.
        NotAllowed: `by` may not publish for its provider.
    """
    chosen = get(connection, id_)
    by.must_publish_for(chosen["provider"])
    if chosen["status"] != "draft":
        raise NoRelease(f"draft {id_}")
    for table in HELD_BY_A_RELEASE:
        connection.execute(table.delete().where(table.c.release == id_))
    connection.execute(release.delete().where(release.c.id == id_))
    note(connection, by, "discard", f"release {id_}", before={"indicator": chosen["indicator"]})


def _refuse_own(chosen: sa.RowMapping, by: Person) -> None:
    own = chosen["created_by"] == by.subject
    if settings().approval and own and chosen["status"] == "draft" and not chosen["is_demo"]:
        raise NeedsApproval(f"release {chosen['id']} was made by {by.subject}: somebody else has to publish it")


def _refuse_outdated(connection: sa.Connection, chosen: sa.RowMapping) -> None:
    now_current = current_release(connection, chosen["indicator"], chosen["provider"])
    if chosen["status"] == "draft" and chosen["made_from"] != now_current:
        raise OutdatedDraft(
            f"release {chosen['id']} was made from {chosen['made_from'] or 'nothing'}, but {now_current or 'nothing'} is current"
            " now: bring the file in again"
        )


def _refuse_conflict(connection: sa.Connection, chosen: sa.RowMapping) -> None:
    """Two providers never answer the same question: the second is told, and nothing is chosen silently."""
    if chosen["is_demo"]:
        return
    others = (
        sa.select(current.c.release, current.c.provider)
        .join(release, release.c.id == current.c.release)
        .where(current.c.indicator == chosen["indicator"], current.c.provider != chosen["provider"])
        .where(release.c.is_demo.is_(False))
    )
    for other, name in connection.execute(others).all():
        rows, area, period = connection.execute(_shared(chosen, other)).one()
        if rows:
            raise Conflict(chosen["indicator"], name, rows, area, period)


def _shared(chosen: sa.RowMapping, other: int) -> sa.Select[Any, Any, Any]:
    """How many figures two releases both deliver, and an area and a period of them."""
    segments = chosen["kind"] == SEGMENTS
    table = segment_size if segments else observation
    keys = [column.name for column in table.primary_key if column.name != "release"]
    mine, theirs = table.alias("mine"), table.alias("theirs")
    query = (
        sa.select(sa.func.count(), sa.func.min(mine.c.area), sa.func.min(mine.c.period))
        .join(theirs, sa.and_(*(mine.c[key] == theirs.c[key] for key in keys)))
        .where(mine.c.release == chosen["id"], theirs.c.release == other)
    )
    return query if segments else query.where(mine.c.origin == "delivered", theirs.c.origin == "delivered")


def publication_log(connection: sa.Connection, most: int = 200, kind: str = "indicator") -> list[dict[str, Any]]:
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
    found = sa.select(earlier.c.id).where(earlier.c.release == publication.c.release, earlier.c.id < publication.c.id)
    return found.exists()


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
