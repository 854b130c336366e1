"""Which areas somebody may write for: those that are named, and the municipalities within them."""

from collections.abc import Iterable

import sqlalchemy as sa

from keko.data.people import NotAllowed
from keko.data.schema import membership, provider


def with_members(connection: sa.Connection, codes: Iterable[str]) -> tuple[str, ...]:
    """Areas, and the municipalities that belong to them or ever have."""
    named = sorted(set(codes))
    members = connection.execute(sa.select(membership.c.member).where(membership.c.parent.in_(named))).scalars()
    return tuple(sorted({*named, *members}))


def refuse_areas_beyond(connection: sa.Connection, provider_id: str, areas: Iterable[str]) -> None:
    """Stop where an organisation delivers figures of areas that are not its own; one without areas delivers of all.

    Raises:
        NotAllowed: one of them is not.
    """
    own = connection.execute(sa.select(provider.c.areas).where(provider.c.id == provider_id)).scalar()
    if own is not None and (beyond := sorted(set(areas) - set(with_members(connection, own)))):
        raise NotAllowed(f"{provider_id} does not deliver figures of {', '.join(beyond[:5])}")
