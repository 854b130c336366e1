"""Publishing by moving one pointer, rolling back, and what stands in the way of it."""

from collections.abc import Sequence

import sqlalchemy as sa

from keko.config import settings
from keko.data.audit import note, now
from keko.data.disputes import Both
from keko.data.people import Person
from keko.data.releases import NoRelease, current_release, read_release
from keko.data.schema import current, publication, release
from keko.data.scopes import refuse_change, refuse_delivery
from keko.data.versions import raise_version


class NeedsApproval(Exception):
    """Who made a draft may not publish it here: a second analyst has to."""


class OutdatedDraft(Exception):
    """Somebody has published since the draft was made from what was current then: publishing it would undo their rows."""


class Overtaken(Exception):
    """Somebody has published or taken back since: not all of the releases are what readers see."""


class Conflict(Exception):
    """Another provider already publishes figures of the same areas and periods."""

    def __init__(self, indicator: str, provider: str, rows: int, area: str, period: str) -> None:
        super().__init__(f"{indicator}: {provider} already publishes {rows} of these figures, such as {area} {period}")
        self.indicator, self.provider, self.rows, self.area, self.period = indicator, provider, rows, area, period


def publish(connection: sa.Connection, ids: list[int], by: Person, approved: bool = False) -> int:
    """Make releases current, all under one data version, and return that version.

    `approved`: whether it does not matter who made them, as in a dry run that is undone.

    Raises:
        NoRelease, NotAllowed, NeedsApproval, OutdatedDraft, Conflict: nothing may be changed; the caller gives its transaction up.
    """
    version = raise_version(connection)
    for id_ in ids:
        chosen = read_release(connection, id_)
        seen = current_release(connection, chosen["indicator"], chosen["provider"])
        refuse_delivery(connection, by, chosen["provider"], id_, seen)
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
        NotAllowed: `by` may not publish for the provider, or not for all areas whose figures change.
    """
    taken = current_release(connection, indicator, provider_id)
    if taken is None:
        by.must_publish_for(provider_id)
        raise NoRelease(f"{indicator}, {provider_id}")
    return take_back(connection, [taken], by)[0]


def take_back(connection: sa.Connection, ids: Sequence[int], by: Person) -> list[int | None]:
    """Take current releases back, such as all those of a file, under one data version: those before them are current again.

    Returns these, parallel to `ids`; None where there was none.

    Raises:
        NoRelease, NotAllowed, Overtaken: nothing may be changed; the caller gives its transaction up.
    """
    version = raise_version(connection)
    return [_take_back(connection, read_release(connection, id_), version, by) for id_ in ids]


def _take_back(connection: sa.Connection, taken: sa.RowMapping, version: int, by: Person) -> int | None:
    id_, indicator, provider_id = taken["id"], taken["indicator"], taken["provider"]
    older = _before(connection, indicator, provider_id, id_)
    refuse_change(connection, by, provider_id, older, id_)
    if current_release(connection, indicator, provider_id) != id_:
        raise Overtaken(f"release {id_} is not what readers see of {indicator}, {provider_id}")
    _point(connection, indicator, provider_id, older, version, by)
    connection.execute(release.update().where(release.c.id == id_).values(status="withdrawn"))
    if older is not None:
        connection.execute(release.update().where(release.c.id == older).values(status="published"))
    note(connection, by, "rollback", f"release {id_}", before={"release": id_}, after={"release": older})
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


def _refuse_own(chosen: sa.RowMapping, by: Person) -> None:
    own = chosen["created_by"] == by.subject
    if settings().approval and own and chosen["status"] == "draft" and not chosen["is_demo"]:
        raise NeedsApproval(f"release {chosen['id']} was made by {by.subject}: somebody else has to publish it")


def _refuse_outdated(connection: sa.Connection, chosen: sa.RowMapping) -> None:
    now_current = current_release(connection, chosen["indicator"], chosen["provider"])
    if chosen["status"] == "draft" and chosen["made_from"] != now_current:
        raise OutdatedDraft(
            f"release {chosen['id']} was made from {chosen['made_from'] or 'nothing'}, but {now_current or 'nothing'} is current"
            " now: import the file again"
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
        both = Both.of(chosen["kind"], chosen["id"], other)
        totals = both.select(sa.func.count(), sa.func.min(both.mine.c.area), sa.func.min(both.mine.c.period))
        rows, area, period = connection.execute(totals).one()
        if rows:
            raise Conflict(chosen["indicator"], name, rows, area, period)
