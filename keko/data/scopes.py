"""Which areas somebody may write for: those that are named, and the municipalities within them."""

from collections.abc import Iterable

import sqlalchemy as sa

from keko.data.area_sets import PREFIX
from keko.data.people import NotAllowed, Person
from keko.data.schema import SEGMENT_TABLES, area_set, membership, observation, provider

# What makes a delivered figure another one; intervals are computed from these.
_DELIVERED = ("value", "numerator", "denominator", "deviation", "q1", "q3", "status")


class AreasBeyond(NotAllowed):
    """Figures of areas that are not for whoever would change them. `areas`: their codes, sorted."""

    def __init__(self, who: str, areas: Iterable[str]) -> None:
        self.areas = sorted(areas)
        more = " …" if len(self.areas) > 5 else ""
        super().__init__(f"{who} does not deliver figures of {', '.join(self.areas[:5])}{more}")


def with_members(connection: sa.Connection, codes: Iterable[str]) -> tuple[str, ...]:
    """Areas, those that the sets among them consist of, and the municipalities that belong to them or ever have."""
    asked = set(codes)
    sets = {PREFIX + row.id: row.codes for row in connection.execute(sa.select(area_set))}
    named = sorted(asked.union(*(sets[code] for code in asked & set(sets))))
    members = connection.execute(sa.select(membership.c.member).where(membership.c.parent.in_(named))).scalars()
    return tuple(sorted({*named, *members}))


def refuse_areas_beyond(connection: sa.Connection, provider_id: str, areas: Iterable[str]) -> None:
    """Stop where an organisation delivers figures of areas that are not its own; one without areas delivers of all.

    Raises:
        AreasBeyond: one of them is not.
    """
    if beyond := _not_of(connection, provider_id, areas):
        raise AreasBeyond(provider_id, beyond)


def areas_beyond(connection: sa.Connection, by: Person, provider_id: str, areas: Iterable[str]) -> list[str]:
    """Of some areas those that somebody may not deliver figures of for an organisation, which has its own limits, sorted."""
    wanted = set(areas)
    mine = {code for code in wanted if by.may("analyst", provider=provider_id, areas=[code])}
    return sorted((wanted - mine) | _not_of(connection, provider_id, wanted))


def refuse_change(
    connection: sa.Connection, by: Person, provider_id: str, newer: int | None, older: int | None
) -> None:
    """Stop unless somebody may make `newer` of a provider's release `older`, for every area whose delivered figures differ.

    Raises:
        NotAllowed: they may not publish for the provider.
        AreasBeyond: they may, but not for one of these areas.
    """
    by.must_publish_for(provider_id)
    if not by.may_everywhere("analyst", provider=provider_id):
        _refuse_beyond(by, provider_id, changed_areas(connection, newer, older))


def refuse_delivery(connection: sa.Connection, by: Person, provider_id: str, newer: int, older: int | None) -> None:
    """The same of figures that come in; they have to be of the areas of their organisation too.

    Raises:
        NotAllowed, AreasBeyond: as `refuse_change` says, and where an area is not the organisation's.
    """
    by.must_publish_for(provider_id)
    if by.may_everywhere("analyst", provider=provider_id) and areas_of(connection, provider_id) is None:
        return
    changed = changed_areas(connection, newer, older)
    _refuse_beyond(by, provider_id, changed)
    refuse_areas_beyond(connection, provider_id, changed)


def changed_areas(connection: sa.Connection, newer: int | None, older: int | None) -> list[str]:
    """The areas of delivered figures that are in one of two releases alone, or differ (one query); of models, of all sizes.

    What is hidden in either is no difference: protection hides figures of other areas too, without anybody's wish.
    """
    sides = [_differing(newer, older), _differing(older, newer, values=False)]
    ids = [id_ for id_ in (newer, older) if id_ is not None]
    models = [sa.select(table.c.area).where(table.c.release.in_(ids)) for table in SEGMENT_TABLES]
    return sorted(connection.execute(sa.union(*sides, *models)).scalars())


def _differing(release: int | None, against: int | None, values: bool = True) -> "sa.Select[tuple[str]]":
    """Areas of delivered rows of a release that another has not, or has otherwise where `values` matter."""
    mine, theirs = observation.alias("mine"), observation.alias("theirs")
    row_keys = [column.name for column in observation.primary_key if column.name != "release"]
    same_key = sa.and_(
        *(mine.c[name] == theirs.c[name] for name in row_keys),
        theirs.c.release == against,
        theirs.c.origin == "delivered",
    )
    lacking = theirs.c.release.is_(None)
    differs = sa.or_(*(mine.c[name].is_distinct_from(theirs.c[name]) for name in _DELIVERED))
    open_ = sa.and_(mine.c.status != "hidden", theirs.c.status != "hidden")
    return (
        sa.select(mine.c.area)
        .select_from(mine.outerjoin(theirs, same_key))
        .where(mine.c.release == release, mine.c.origin == "delivered")
        .where(sa.or_(lacking, sa.and_(open_, differs)) if values else lacking)
    )


def _refuse_beyond(by: Person, provider_id: str, areas: Iterable[str]) -> None:
    if beyond := [code for code in areas if not by.may("analyst", provider=provider_id, areas=[code])]:
        raise AreasBeyond(by.subject, beyond)


def areas_of(connection: sa.Connection, provider_id: str | None) -> list[str] | None:
    """The areas an organisation may deliver for, None for all."""
    return connection.execute(sa.select(provider.c.areas).where(provider.c.id == provider_id)).scalar()


def _not_of(connection: sa.Connection, provider_id: str, areas: Iterable[str]) -> set[str]:
    own = areas_of(connection, provider_id)
    return set() if own is None else set(areas) - set(with_members(connection, own))
