"""Official boundaries beside the project: both files load, agree with each other, and the schematic map is like them.

Publishers: National Land Survey of Finland (GeoJSON, municipalities of 2023) and, for the TopoJSON of 2021, the publisher
that its README names; both CC BY 4.0.
"""

from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from keko.sources.boundaries import SCHEMATIC, BoundaryFile, read_boundaries
from tests.data.figures import every_area

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "geo"
OFFICIAL = FOLDER / "kuntarajat_2023_mml.geojson"
TOPOLOGY = FOLDER / "kunta_hyvinvointialue_2021.topo.json"
INLAND = ("HVA02", "HVA07", "HVA08", "HVA09", "HVA11", "HVA12", "HVA13", "HVA14", "HVA15", "HVA16", "HVA20")
AREAS = every_area()

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not OFFICIAL.exists(), reason="the official boundaries are not beside the project"),
]


@cache
def read(path: Path) -> BoundaryFile:
    return read_boundaries(path.read_bytes(), AREAS)


def counties(path: Path) -> gpd.GeoSeries:
    """Counties in metres."""
    frame = read(path).municipalities
    parent = [next(area for area in AREAS.parents(code) if area.startswith("HVA")) for code in frame.index]
    return frame.assign(county=parent).dissolve("county").geometry


@pytest.mark.parametrize(("path", "key"), [(OFFICIAL, "NATCODE"), (TOPOLOGY, "id")], ids=["GeoJSON", "TopoJSON"])
def test_both_files_load_and_the_merger_of_2025_is_made(path: Path, key: str) -> None:
    found = read(path)
    assert (found.key, found.crs, len(found.municipalities)) == (key, "EPSG:4326", 308)
    assert {problem.code: problem.severity for problem in found.problems} == {
        "boundaries-merged": "info",
        "boundaries-simplified": "info",
    }
    assert "KU588 → KU507" in found.problems[0].message.en


def test_inland_counties_have_the_same_area_in_both() -> None:
    official, other = counties(OFFICIAL).area, counties(TOPOLOGY).area
    difference = (official / other - 1).abs()[list(INLAND)]
    assert difference.max() < 0.005, difference.round(4).to_dict()


def test_the_schematic_map_is_like_the_official_one() -> None:
    """Area by area on land; coasts differ, as the official file has the sea in it."""
    own, official = read(SCHEMATIC).municipalities, read(OFFICIAL).municipalities
    land = official.intersection(own.union_all().buffer(1_000))
    ratio = own.area / land.area
    assert ratio.quantile([0.05, 0.5, 0.95]).round(1).between([0.4, 0.9, 1.4], [0.6, 1.1, 2.0]).all()
    shared = own.intersection(land).area / own.union(land).area
    assert shared.median() > 0.55
    assert shared.min() > 0.1


def test_the_schematic_map_has_the_official_neighbours() -> None:
    own, official = (neighbours(read(path).municipalities) for path in (SCHEMATIC, OFFICIAL))
    assert len(own & official) > 0.7 * len(own | official)
    assert counties_beside(own) <= counties_beside(official)
    assert len(counties_beside(official) - counties_beside(own)) <= 2


def neighbours(frame: gpd.GeoDataFrame) -> set[tuple[str, str]]:
    """Pairs with at least two kilometres of border in common."""
    shapes = frame.geometry.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapely.buffer(shapes, 50), predicate="intersects")
    first, second = first[first < second], second[first < second]
    common = shapely.intersection(shapely.buffer(shapes[first], 50), shapely.buffer(shapes[second], 50))
    long = shapely.length(common) / 2 > 2_000
    codes = np.asarray(frame.index)
    return {tuple(sorted(pair)) for pair in zip(codes[first[long]], codes[second[long]], strict=True)}


def counties_beside(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Of pairs of municipalities, the pairs of counties."""
    county = {
        code: next(area for area in AREAS.parents(code) if area.startswith("HVA")) for pair in pairs for code in pair
    }
    found = {tuple(sorted((county[one], county[other]))) for one, other in pairs}
    return {(one, other) for one, other in found if one != other}
