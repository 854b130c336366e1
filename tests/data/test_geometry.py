"""The project's own map, and boundaries in the database."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import shapely
import sqlalchemy as sa
from shapely.geometry import shape as shaped

from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import upgrade, writing
from keko.data.geometry import current_boundaries, places, served, take_back
from keko.data.layers import STEP, Place
from keko.data.levels import LEVELS
from keko.data.people import Grant, NotAllowed, Person
from keko.data.schema import audit
from keko.data.versions import start_version
from keko.sources.boundaries import SCHEMATIC, ensure_boundaries
from tests.data.figures import ADMIN, dump, every_area
from tests.databases import Databases

# Municipalities of islands: no land of the map leads from them to the rest of their county.
ISLANDS = {"Brändö", "Föglö", "Hailuoto", "Kumlinge", "Kökar", "Lumparland", "Luoto", "Sottunga", "Vårdö"}


@pytest.fixture
def areas() -> Areas:
    """The areas that the project ships."""
    return every_area()


@pytest.fixture
def mapped(databases: Databases) -> Iterator[sa.Engine]:
    """A database with areas and the project's own map."""
    with databases.copy(draw) as own:
        yield own


def draw(engine: sa.Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        start_version(connection)
        area_tables.write(connection)
        ensure_boundaries(connection, ADMIN)


def features(engine: sa.Engine, level: str) -> list[dict[str, Any]]:
    """What is served of a level."""
    with engine.connect() as connection:
        here = current_boundaries(connection)
        assert here is not None
        packed = served(connection, here.layers[level].hash)
    assert packed is not None
    collection = json.loads(gzip.decompress(packed))
    assert collection["type"] == "FeatureCollection"
    listed: list[dict[str, Any]] = collection["features"]
    return listed


def test_every_level_has_every_living_area_once_and_nothing_but_its_code(mapped: sa.Engine, areas: Areas) -> None:
    for level in LEVELS:
        found = [feature["properties"] for feature in features(mapped, level)]
        assert found == [{"code": area.code} for area in areas.of_level(level) if area.valid_to is None]


def test_the_map_is_small(mapped: sa.Engine) -> None:
    assert len(gzip.compress(SCHEMATIC.read_bytes())) < 60_000
    with mapped.connect() as connection:
        here = current_boundaries(connection)
        assert here is not None
        assert {len(served(connection, layer.hash) or b"") < 60_000 for layer in here.layers.values()} == {True}


def test_rings_run_clockwise_and_shapes_are_sound(mapped: sa.Engine) -> None:
    """d3 takes a ring the other way round for the world without the area."""
    for level in LEVELS:
        shapes = [shaped(feature["geometry"]) for feature in features(mapped, level)]
        assert shapely.is_valid(shapes).all()
        assert not any(part.exterior.is_ccw for part in shapely.get_parts(shapes))


def test_counties_regions_and_employment_areas_hang_together(mapped: sa.Engine, areas: Areas) -> None:
    shapes = {feature["properties"]["code"]: shaped(feature["geometry"]) for feature in features(mapped, "KU")}
    mainland = {code: shapes[code] for code in shapes if areas[code].short.fi not in ISLANDS}
    for level in ("HVA", "TA", "MK"):
        for parent in areas.of_level(level):
            members = [shape for code, shape in mainland.items() if code in areas.members_of[parent.code]]
            touching = {0} if members else set()
            for _ in members:
                touching |= {
                    n for n, member in enumerate(members) if any(member.intersects(members[m]) for m in touching)
                }
            assert len(touching) == len(members), parent.name.fi


def test_the_levels_borders_lie_on_each_other(mapped: sa.Engine, areas: Areas) -> None:
    """A county covers what its municipalities cover, to within the step of rounding."""
    municipal = {feature["properties"]["code"]: shaped(feature["geometry"]) for feature in features(mapped, "KU")}
    for feature in features(mapped, "HVA"):
        members = [municipal[code] for code in areas.members_of[feature["properties"]["code"]] if code in municipal]
        own = shaped(feature["geometry"])
        between = own.symmetric_difference(shapely.union_all(members)).buffer(-STEP)
        assert between.is_empty


def test_places_tell_where_an_area_is(mapped: sa.Engine) -> None:
    with mapped.connect() as connection:
        here = current_boundaries(connection)
        assert here is not None
        found = places(connection, here.id)
    assert len(found) == 308 + 23 + 46 + 19 + 1
    county, country = found["HVA02"], found["MAA"]
    assert 24.4 < county.longitude < 25.7
    assert 60.2 < county.latitude < 60.9
    assert within(county, country)
    # Finland with its inland waters has about 338 000 km² (National Land Survey); the outline is coarse.
    assert 325_000 < country.square_kilometres < 345_000


def within(inner: Place, outer: Place) -> bool:
    ordered = (
        (outer.west, inner.west, inner.longitude, inner.east, outer.east),
        (outer.south, inner.south, inner.latitude, inner.north, outer.north),
    )
    return all(low <= high for row in ordered for low, high in pairwise(row))


def test_the_map_is_made_once(mapped: sa.Engine) -> None:
    before = dump(mapped)
    with writing(mapped) as connection:
        ensure_boundaries(connection, ADMIN)
    assert dump(mapped) == before


def test_only_an_administrator_changes_boundaries(mapped: sa.Engine) -> None:
    analyst = Person("analyst@example.org", (Grant("analyst"),))
    before = dump(mapped)
    with pytest.raises(NotAllowed), writing(mapped) as connection:
        take_back(connection, analyst)
    assert dump(mapped) == before


def test_who_changed_boundaries_is_in_the_audit_log(mapped: sa.Engine) -> None:
    with mapped.connect() as connection:
        lines = connection.execute(sa.select(audit.c.who, audit.c.what)).all()
    assert lines == [(ADMIN.subject, "boundaries")]


def test_an_unknown_name_is_served_nothing(mapped: sa.Engine) -> None:
    with mapped.connect() as connection:
        assert served(connection, "0" * 32) is None
        assert served(connection, "%") is None
