"""Sets of areas that are looked at as one: the collaborative areas, and what people put together."""

from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data.areas import Area, Areas
from keko.data.schema import area_set
from keko.data.shipped import read_yaml
from keko.data.text import Text

LEVEL = "SET"
PREFIX = "JOUKKO-"
FILE = ASSETS / "area_sets.yaml"


def write(connection: sa.Connection, file: Path = FILE) -> None:
    """Bring the sets to what the project ships. May be run again at any time: sets that people added stay."""
    rows = read_yaml(file)
    connection.execute(area_set.delete().where(area_set.c.id.in_([row["id"] for row in rows])))
    connection.execute(area_set.insert(), rows)


def with_sets(connection: sa.Connection, areas: Areas) -> Areas:
    """`areas` with the stored sets among them, as areas of level SET and code `JOUKKO-` and their id.

    A set that names an area which does not exist, or whose areas overlap, has no sum: it is left out.
    """
    areas_of_sets = {}
    sets: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(sa.select(area_set).order_by(area_set.c.id)):
        if all(code in areas for code in row.codes) and _apart(areas, row.codes):
            name, code = Text.of(row.name), PREFIX + row.id
            areas_of_sets[code] = Area(code, LEVEL, name, name, None, None, None)
            sets[code] = tuple(row.codes)
    return replace(areas, by_code=areas.by_code | areas_of_sets, sets=sets)


def _apart(areas: Areas, codes: list[str]) -> bool:
    members = [areas.municipalities(code) for code in codes]
    return bool(codes) and sum(map(len, members)) == len(frozenset().union(*members))
