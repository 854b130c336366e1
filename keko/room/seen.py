"""Which releases readers see, and which they saw at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.publication_log import version_at
from keko.data.releases import in_force_at, visible_releases
from keko.data.schema import release


class Held(NamedTuple):
    """What there is of an indicator."""

    releases: frozenset[int]
    is_demo: bool


@dataclass(frozen=True)
class Seen:
    """What readers see and saw at a moment, of every area: the releases by indicator, and those taken back since."""

    version: int
    then: Mapping[str, Held]
    now: Mapping[str, Held]
    taken_back: tuple[int, ...]


def read_seen(connection: sa.Connection, moment: str) -> Seen:
    """What readers see, and what they saw at `moment` (UTC, ISO 8601; as `keko.data.days.end_of` gives it where a day ended)."""
    version = version_at(connection, moment)
    taken_back = tuple(_taken_back(connection, version))
    return Seen(version, _visible(connection, version), _visible(connection, None), taken_back)


def _visible(connection: sa.Connection, as_of: int | None) -> dict[str, Held]:
    held: dict[str, Held] = {}
    for row in connection.execute(visible_releases(as_of)):
        before = held.get(row.indicator, Held(frozenset(), bool(row.is_demo)))
        held[row.indicator] = before._replace(releases=before.releases | {row.release})
    return held


def _taken_back(connection: sa.Connection, version: int) -> list[int]:
    """The releases that readers saw at a data version and that have been taken back since."""
    held = in_force_at(version)
    query = sa.select(held.c.release).join(release, release.c.id == held.c.release)
    return list(connection.execute(query.where(release.c.status == "withdrawn")).scalars())
