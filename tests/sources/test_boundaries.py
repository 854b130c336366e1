"""Boundaries from files: every format, what is mended with a list, what is refused in one sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
import sqlalchemy as sa
from shapely import affinity

from keko.data import geometry
from keko.data.engine import writing
from keko.data.geometry import Origin, current_boundaries
from keko.data.layers import METRES
from keko.data.problems import Refused
from keko.data.text import Text
from keko.data.versions import read_version, start_version
from keko.sources.boundaries import (
    SCHEMATIC,
    BoundaryFile,
    ensure_boundaries,
    fetch_statfi,
    publish_file,
    read_boundaries,
    read_land,
)
from keko.sources.http import Http
from keko.sources.settings import SourceSettings
from tests.data.figures import ADMIN, dump, every_area
from tests.sources.shapes import KEY, changed, geojson, geopackage, municipalities, shape, shapefile, written, zipped
from tests.sources.source import Answer, Source

AREAS = every_area()
LIVING = {area.code for area in AREAS.of_level("KU") if area.valid_to is None}
ORIGIN = Origin(Text.same("test"), "CC BY 4.0", "")


def topojson(frame: gpd.GeoDataFrame) -> bytes:
    from topojson.core.topology import Topology

    return str(Topology(frame, prequantize=100_000, object_name="kunnat").to_json()).encode()


def codes(read: BoundaryFile) -> dict[str, str]:
    """By code of a problem, its English sentence."""
    return {problem.code: problem.message.en for problem in read.problems}


def refusal(data: bytes) -> tuple[str, str]:
    """Code and English sentence of the one problem that a file is refused for."""
    with pytest.raises(Refused) as caught:
        read_boundaries(data, AREAS)
    (problem,) = caught.value.problems
    return problem.code, problem.message.en


def total(frame: gpd.GeoDataFrame) -> float:
    return float(frame.to_crs(METRES).area.sum())


FORMATS: dict[str, Callable[[gpd.GeoDataFrame], bytes]] = {
    "GeoJSON": geojson,
    "TopoJSON": topojson,
    "GeoPackage in ETRS-TM35FIN": lambda frame: geopackage(frame.to_crs(METRES)),
    "GeoPackage in the old national grid": lambda frame: geopackage(frame.to_crs(2393)),
    "Shapefile": lambda frame: shapefile(frame.to_crs(METRES)),
    "Shapefile in a folder with a path trick": lambda frame: shapefile(frame, folder="../../"),
    "GeoJSON that tells its metres": lambda frame: frame.to_crs(METRES).to_json().encode(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_system_gives_the_same_map(name: str) -> None:
    frame = municipalities()
    read = read_boundaries(FORMATS[name](frame), AREAS)
    assert set(read.municipalities.index) == LIVING
    assert read.key == KEY
    assert read.municipalities.crs.to_epsg() == METRES
    assert total(read.municipalities) == pytest.approx(total(frame), rel=0.002)
    espoo = shapely.intersection(read.municipalities.geometry["KU049"], shape(frame.to_crs(METRES), "049")).area
    assert espoo > 0.98 * read.municipalities.geometry["KU049"].area


@pytest.mark.parametrize("form", ["number", "float", "with level"])
def test_the_key_is_known_by_its_codes_however_they_are_written(form: str) -> None:
    frame = municipalities()
    own = frame[KEY]
    codes_of_form = {"number": own.astype(int), "float": own.astype(float), "with level": "KU" + own}[form]
    frame = frame.drop(columns=KEY).assign(id=range(1000, 1308), tunnus=codes_of_form, vuosi=2026)
    assert read_boundaries(geojson(frame), AREAS).key == "tunnus"


def test_a_key_that_is_named_is_used() -> None:
    frame = municipalities().assign(other=lambda all_: all_[KEY])
    assert read_boundaries(geojson(frame), AREAS, "other").key == "other"
    with pytest.raises(Refused, match="natcode"):
        read_boundaries(geojson(frame), AREAS, "vuosi")


def test_the_layer_of_municipalities_is_found_among_others(tmp_path: Path) -> None:
    path = tmp_path / "rajat.gpkg"
    gpd.GeoDataFrame({KEY: ["01"]}, geometry=[shapely.box(20, 60, 30, 70)], crs=4326).to_file(path, layer="maakunnat")
    municipalities().to_file(path, layer="kunnat")
    assert len(read_boundaries(path.read_bytes(), AREAS).municipalities) == 308


def test_shared_borders_stay_shared_where_a_detailed_file_is_generalised() -> None:
    detailed = winding(municipalities().to_crs(METRES))
    before = shapely.get_num_coordinates(detailed.geometry.values).sum()
    read = read_boundaries(geopackage(detailed), AREAS)
    shapes = read.municipalities.geometry.to_numpy()
    assert before > 150_000
    assert shapely.get_num_coordinates(shapes).sum() < before / 10
    assert "boundaries-simplified" in codes(read)
    assert total(read.municipalities) == pytest.approx(total(detailed), rel=0.001)
    assert shapely.area(shapes).sum() == pytest.approx(shapely.union_all(shapes).area, rel=1e-6)  # none on another
    whole = shapely.union_all(detailed.geometry.values).buffer(-200)
    assert whole.difference(shapely.union_all(shapes)).area < 1_000_000  # and nothing between them


def winding(frame: gpd.GeoDataFrame, step: float = 250) -> gpd.GeoDataFrame:
    """The frame (in metres) with a corner every `step`, each somewhat beside the line, the same for both neighbours."""
    shapes = shapely.segmentize(frame.geometry.to_numpy(), step)
    corners, at = np.unique(shapely.get_coordinates(shapes).round(), axis=0, return_inverse=True)
    moved_ = corners + np.random.default_rng(1).uniform(-4, 4, corners.shape)
    return frame.set_geometry(shapely.set_coordinates(shapes, moved_[at.ravel()]), crs=frame.crs)


# --- what is mended ---------------------------------------------------------------------------------


def test_a_merged_municipality_goes_to_its_successor() -> None:
    frame = municipalities()
    west, east = (shapely.intersection(shape(frame, "507"), half) for half in halves(shape(frame, "507")))
    older = pd.concat(
        [changed(frame, "507", geometry=west), gpd.GeoDataFrame({KEY: ["588"]}, geometry=[east], crs=4326)]
    )
    read = read_boundaries(geojson(older), AREAS)
    assert "KU588 → KU507" in codes(read)["boundaries-merged"]
    assert set(read.municipalities.index) == LIVING
    assert total(read.municipalities.loc[["KU507"]]) == pytest.approx(
        total(municipalities().query("natcode == '507'")), rel=0.01
    )


def halves(whole: shapely.Geometry) -> list[shapely.Geometry]:
    west, south, east, north = whole.bounds
    middle = (west + east) / 2
    return [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]


def test_a_crossing_border_is_repaired_and_listed() -> None:
    frame = municipalities()
    west, south, east, north = shape(frame, "005").representative_point().buffer(0.01).bounds
    bow_tie = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    read = read_boundaries(geojson(changed(frame, "005", geometry=bow_tie)), AREAS)
    assert "KU005" in codes(read)["boundaries-repaired"]
    assert read.municipalities.is_valid.all()
    assert read.municipalities.geometry["KU005"].area > 0


def test_parts_in_rows_of_their_own_are_put_together() -> None:
    frame = municipalities()
    parts = [shapely.intersection(shape(frame, "507"), half) for half in halves(shape(frame, "507"))]
    split = pd.concat(
        [changed(frame, "507", geometry=parts[0]), gpd.GeoDataFrame({KEY: ["507"]}, geometry=parts[1:], crs=4326)]
    )
    read = read_boundaries(geojson(split), AREAS)
    assert "KU507" in codes(read)["boundaries-joined"]
    assert len(read.municipalities) == 308


def test_rows_without_a_shape_and_unknown_codes_are_left_out_and_listed() -> None:
    odd = gpd.GeoDataFrame(
        {KEY: ["049", "198", "Ulkomeri"]},
        geometry=[None, shapely.box(20, 59.0, 20.5, 59.2), shapely.box(21, 59.0, 21.5, 59.2)],
        crs=4326,
    )
    read = read_boundaries(geojson(pd.concat([municipalities(), odd])), AREAS)
    assert "KU049" in codes(read)["boundaries-empty"]
    assert "KU198, Ulkomeri" in codes(read)["boundaries-left-out"]
    assert set(read.municipalities.index) == LIVING


def test_a_sliver_on_a_neighbour_is_given_to_the_smaller_one() -> None:
    frame = municipalities().to_crs(METRES)
    wide = shape(frame, "235").buffer(40)  # Kauniainen, inside Espoo
    read = read_boundaries(geopackage(changed(frame, "235", geometry=wide)), AREAS)
    assert "KU049–KU235" in codes(read)["boundaries-trimmed"]
    shapes = read.municipalities.geometry
    assert shapely.intersection(shapes["KU049"], shapes["KU235"]).area < 1_000


def test_a_hole_that_belongs_to_nobody_is_told() -> None:
    frame = municipalities().to_crs(METRES)
    hole = shape(frame, "005").representative_point().buffer(2_000)
    read = read_boundaries(
        geopackage(changed(frame, "005", geometry=shapely.difference(shape(frame, "005"), hole))), AREAS
    )
    assert "gaps" in codes(read)["boundaries-gaps"]


def test_the_sea_is_clipped_where_land_is_given() -> None:
    frame = municipalities()
    inland = geojson(gpd.GeoDataFrame(geometry=[shapely.box(24.0, 61.0, 24.5, 61.5)], crs=4326))
    with pytest.raises(Refused) as caught:
        read_boundaries(geojson(frame), AREAS, land=read_land(inland))
    assert caught.value.problems[0].code == "boundaries-no-land"
    wide = frame.to_crs(METRES)
    land = read_land(geojson(frame))
    wide = changed(
        wide, "043", geometry=shape(wide, "043").buffer(20_000).difference(wide.union_all()).union(shape(wide, "043"))
    )
    kept = read_boundaries(geopackage(wide), AREAS).municipalities.geometry["KU043"].area
    clipped = read_boundaries(geopackage(wide), AREAS, land=land).municipalities.geometry["KU043"].area
    assert clipped == pytest.approx(shape(frame.to_crs(METRES), "043").area, rel=0.01)
    assert kept > 1.5 * clipped


# --- what is refused --------------------------------------------------------------------------------

_BOMB = zipped({"rajat.shp": bytes(60_000_000), "rajat.dbf": b""})
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "boundaries-format"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n", "boundaries-format"),
    "a table": (lambda: b"Kunta;Arvo\nEspoo;1\n", "boundaries-format"),
    "other JSON": (lambda: b'{"type": "Feature"}', "boundaries-format"),
    "JSON cut short": (lambda: geojson(municipalities())[:5_000], "damaged-file"),
    "GeoPackage cut short": (lambda: geopackage(municipalities())[:9_000], "damaged-file"),
    "zip cut short": (lambda: shapefile(municipalities())[:9_000], "damaged-file"),
    "Shapefile without its table": (lambda: shapefile(municipalities(), without=".dbf"), "boundaries-no-key"),
    "zip without a Shapefile": (lambda: zipped({"a.txt": b"a"}), "boundaries-format"),
    "zip with two Shapefiles": (lambda: zipped({"a.shp": b"a", "b.shp": b"b"}), "boundaries-format"),
    "a zip bomb": (lambda: _BOMB, "archive-too-large"),
    "Shapefile that says no system": (lambda: shapefile(municipalities(), without=".prj"), "boundaries-no-crs"),
    "GeoPackage that says no system": (
        lambda: geopackage(municipalities().set_crs(None, allow_override=True)),
        "boundaries-no-crs",
    ),
    "a system of another planet": (lambda: in_system("urn:ogc:def:crs:IAU::30100"), "boundaries-elsewhere"),
    "a system that is nonsense": (lambda: in_system("see the map sheet"), "boundaries-no-crs"),
    "arcs used again and again": (lambda: inflated(3_000), "boundaries-too-detailed"),
    "arcs that are not there": (lambda: json.dumps({**topology(), "arcs": []}).encode(), "damaged-file"),
    "corners that are no numbers": (
        lambda: geojson(municipalities()).replace(b"[[[", b'[[["a",', 1),
        "boundaries-missing",
    ),
    "no features": (lambda: b'{"type": "FeatureCollection"}', "damaged-file"),
    "endless nesting": (lambda: b'{"type":' + b"[" * 100_000, "damaged-file"),
    "no codes": (lambda: geojson(municipalities().assign(natcode="x")), "boundaries-no-key"),
    "codes of another country": (
        lambda: geojson(municipalities().assign(natcode=[f"SE{n:04}" for n in range(308)])),
        "boundaries-no-key",
    ),
    "shapes of another country": (lambda: geojson(moved(8.0, -5.0)), "boundaries-elsewhere"),
    "axes the wrong way round": (lambda: geojson(swapped()), "boundaries-elsewhere"),
    "metres without a system": (lambda: geojson(municipalities().to_crs(METRES)), "boundaries-elsewhere"),
    "one missing": (lambda: geojson(municipalities().query("natcode != '091'")), "boundaries-missing"),
    "one empty": (lambda: geojson(changed(municipalities(), "091", geometry=None)), "boundaries-missing"),
    "a line for an area": (
        lambda: geojson(changed(municipalities(), "091", geometry=shapely.LineString([(24.9, 60.1), (25, 60.2)]))),
        "boundaries-missing",
    ),
    "one on another": (
        lambda: geojson(changed(municipalities(), "092", geometry=shape(municipalities(), "049"))),
        "boundaries-overlapping",
    ),
}


def in_system(name: str) -> bytes:
    document = json.loads(geojson(municipalities()))
    return json.dumps({**document, "crs": {"type": "name", "properties": {"name": name}}}).encode()


def topology() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(SCHEMATIC.read_bytes())
    return document


def inflated(times: int) -> bytes:
    """A small TopoJSON whose shapes have millions of vertices."""
    document = topology()
    for municipality in document["objects"]["municipalities"]["geometries"]:
        municipality |= {"type": "Polygon", "arcs": [[n % len(document["arcs"]) for n in range(times)]]}
    return json.dumps(document).encode()


@pytest.mark.parametrize("kind", ["link", "url", "name"])
def test_a_file_cannot_make_keko_ask_anything_of_anybody(source: Source, kind: str) -> None:
    address = f"{source.url}/system"
    document = json.loads(geojson(municipalities()))
    document["crs"] = {"type": kind, "properties": {"href": address, "url": address, "name": address, "type": "proj4"}}
    assert refusal(json.dumps(document).encode())[0] == "boundaries-no-crs"
    assert source.asked == []


def moved(east: float, north: float) -> gpd.GeoDataFrame:
    frame = municipalities()
    return frame.set_geometry([affinity.translate(shape, -east, north) for shape in frame.geometry], crs=4326)


def swapped() -> gpd.GeoDataFrame:
    frame = municipalities()
    return frame.set_geometry(shapely.transform(frame.geometry.values, lambda xy: xy[:, ::-1]), crs=4326)


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_what_cannot_be_used_is_refused_with_its_reason(name: str) -> None:
    make, code = REFUSED[name]
    assert refusal(make())[0] == code


def test_who_is_missing_is_named() -> None:
    frame = municipalities().query("natcode not in ('091', '588', '507')")
    assert "KU091 Helsinki, KU507 Mäntyharju" in refusal(geojson(frame))[1]


def test_too_many_vertices_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keko.sources.boundary_files.MOST_VERTICES", 1_000)
    assert refusal(geojson(municipalities()))[0] == "boundaries-too-detailed"


# --- into the database ------------------------------------------------------------------------------


def test_boundaries_replace_the_schematic_ones_and_can_be_taken_back(engine: sa.Engine, areas: object) -> None:
    with writing(engine) as connection:
        start_version(connection)
        ensure_boundaries(connection, ADMIN)
        schematic = current_boundaries(connection)
        before = read_version(connection)
    assert schematic is not None
    assert schematic.origin.is_schematic
    assert {level: layer.features for level, layer in schematic.layers.items()} == {
        "KU": 308, "HVA": 23, "TA": 46, "MK": 19, "MAA": 1,
    }  # fmt: skip
    assert schematic.layers["KU"].size < 200_000

    read = read_boundaries(geopackage(municipalities().to_crs(METRES)), AREAS)
    publish_file(engine, read, ORIGIN, ADMIN)
    with writing(engine) as connection:
        here = current_boundaries(connection)
        assert here is not None
        assert (here.origin.is_schematic, here.origin.crs, here.created_by) == (False, "EPSG:3067", ADMIN.subject)
        assert read_version(connection) > before
        old = geometry.served(connection, schematic.layers["KU"].hash)
        assert old is not None  # a page opened before still gets its map
        ensure_boundaries(connection, ADMIN)  # another `init` does not bring the schematic ones back
        assert current_boundaries(connection) == here
        geometry.take_back(connection, ADMIN)
        assert current_boundaries(connection) == schematic
        with pytest.raises(geometry.NoBoundaries):
            geometry.take_back(connection, ADMIN)


def test_the_same_file_gives_the_same_hashes(engine: sa.Engine, areas: object) -> None:
    with writing(engine) as connection:
        start_version(connection)
    read = read_boundaries(geojson(municipalities()), AREAS)
    layers = []
    for _ in range(2):
        publish_file(engine, read, ORIGIN, ADMIN)
        with engine.connect() as connection:
            here = current_boundaries(connection)
            assert here is not None
            layers.append(here.layers)
    assert layers[0] == layers[1]
    assert len({layer.hash for layer in layers[0].values()}) == 5


# --- Statistics Finland -----------------------------------------------------------------------------


def answer(frame: gpd.GeoDataFrame, year: int) -> bytes:
    """Features in the form that GeoServer gives them."""
    document = json.loads(frame.rename(columns={KEY: "kunta"}).assign(vuosi=year, nimi="–").to_crs(METRES).to_json())
    for n, feature in enumerate(document["features"]):
        feature |= {"id": f"kunta4500k_{year}.{n}", "geometry_name": "geom"}
        feature["properties"]["bbox"] = [50_000.5, 6_600_000.5, 700_000.5, 7_700_000.5]
    system = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{METRES}"}}
    return json.dumps({**document, "totalFeatures": 308, "numberReturned": 308, "crs": system}).encode()


def test_a_year_is_fetched_from_statistics_finland(
    source: Source, client: Callable[..., Http], at: SourceSettings
) -> None:
    source.answers["/wfs"] = Answer(answer(municipalities(), 2026))
    data = fetch_statfi(2026, client(), at)
    read = read_boundaries(data, AREAS)
    assert (read.key, read.crs, len(read.municipalities)) == ("kunta", "EPSG:3067", 308)
    assert "typeName=tilastointialueet%3Akunta4500k_2026" in source.asked[0].url


def test_a_year_that_the_service_does_not_have_is_refused(
    source: Source, client: Callable[..., Http], at: SourceSettings
) -> None:
    report = b"<?xml version='1.0'?><ows:ExceptionReport/>"
    source.answers["/wfs"] = Answer(report)
    assert refusal(fetch_statfi(1850, client(), at))[0] == "boundaries-format"
    source.answers["/wfs"] = Answer(report, status=400)
    with pytest.raises(Refused, match="source does not have"):
        fetch_statfi(1850, client(), at)


def test_a_refused_file_leaves_the_boundaries_as_they_are(engine: sa.Engine, areas: object) -> None:
    before = dump(engine)
    with pytest.raises(Refused):
        publish_file(engine, read_boundaries(b"{}", AREAS), ORIGIN, ADMIN)
    assert dump(engine) == before


def test_files_of_a_zip_have_no_say_in_where_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = written(municipalities(), "ESRI Shapefile", ".shp")
    tricks = {f"/tmp/../{tmp_path}/{name}": data for name, data in files.items()}
    assert len(read_boundaries(zipped(tricks), AREAS).municipalities) == 308
    assert list(tmp_path.iterdir()) == []
