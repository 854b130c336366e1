"""What stored assessments rest on, so that none is ever read beside other figures, definitions or methods."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.indicators.catalogue import Indicator

_VISIBLE = visible_releases().subquery()
_RELEASES = sa.select(_VISIBLE.c.indicator, _VISIBLE.c.release).where(
    _VISIBLE.c.indicator.in_(sa.bindparam("indicators", expanding=True))
)


def read_fingerprints(connection: sa.Connection, items: Sequence[Indicator], areas: Areas) -> dict[str, str]:
    """Of each indicator that has figures a hash of its visible releases, its definition, mergers and methods."""
    releases: dict[str, list[int]] = {}
    for indicator, release in connection.execute(_RELEASES, {"indicators": [item.id for item in items]}):
        releases.setdefault(indicator, []).append(release)
    common = f"{_methods()} {sorted(areas.successions.items())}"
    return {
        item.id: hashlib.sha256(f"{common} {sorted(releases[item.id])} {item.model_dump_json()}".encode()).hexdigest()
        for item in items
        if item.id in releases
    }


@cache
def _methods() -> str:
    """Of the code that explains indicators: a database that an earlier form of it filled is computed anew."""
    modules = sorted(Path(__file__).parents[1].rglob("*.py"))
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()
