"""What stored assessments rest on, so that none is ever read beside other figures, definitions or methods."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.indicators.catalogue import Indicator
from keko.indicators.residents import counting_residents


class Basis(NamedTuple):
    """Hashes. `own`: of the indicator's visible releases, its definition, mergers and methods; `compared`: of residents too."""

    own: str
    compared: str


def read_bases(connection: sa.Connection, items: Sequence[Indicator], areas: Areas) -> dict[str, Basis]:
    """The bases of the indicators that have figures, as they are now."""
    visible = visible_releases().subquery()
    releases: dict[str, list[int]] = {}
    for indicator, release in connection.execute(sa.select(visible.c.indicator, visible.c.release)):
        releases.setdefault(indicator, []).append(release)
    common = f"{_methods()} {sorted(areas.successions.items())}"
    owns = {
        item.id: _hashed(f"{common} {sorted(releases[item.id])} {item.model_dump_json()}")
        for item in items
        if item.id in releases
    }
    counted = sorted((id_, sorted(releases.get(id_, []))) for id_ in counting_residents(connection))
    residents = f"{counted} {[(area.code, area.population) for area in areas.by_code.values()]}"
    return {id_: Basis(own, _hashed(f"{own} {residents}")) for id_, own in owns.items()}


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _methods() -> str:
    """Of the code that computes: a database that an earlier form of it filled is computed anew."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()
