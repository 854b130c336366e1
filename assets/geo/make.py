"""Make `municipalities.topo.json` anew: `python assets/geo/make.py COUNTRIES`, with countries-10m.json of npm `world-atlas`.

Voronoi cells of the places in `centres.csv`, the cells of one municipality put together, clipped to the outline of
Finland. Every place gets at least the land of a small disc, as the outline leaves out the smaller islands.
"""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from topojson.core.topology import Topology

FOLDER = Path(__file__).resolve().parent
FINLAND, ALAND = "246", "248"  # ISO 3166-1: the outline has Åland as a country of its own
METRES = 3067  # ETRS-TM35FIN
DEGREES = 4326
DISC = 3_000.0
ISLET = 4_000_000.0  # square metres: smaller ones are left out
TOLERANCE = 250.0
STEPS = 20_000  # of quantisation, from edge to edge: about 60 m


def main(countries: Path) -> None:
    """Write the map beside this file."""
    centres = pd.read_csv(FOLDER / "centres.csv")
    points = gpd.GeoSeries.from_xy(centres["longitude"], centres["latitude"], crs=DEGREES).to_crs(METRES)
    land = without_islets(outline(countries).union(shapely.union_all(points.buffer(DISC, quad_segs=3).values)))
    cells = shapely.voronoi_polygons(shapely.MultiPoint(list(points)), extend_to=land, ordered=True)
    frame = gpd.GeoDataFrame({"code": centres["code"]}, geometry=list(cells.geoms), crs=METRES).dissolve("code")
    frame["geometry"] = shapely.coverage_simplify(frame.intersection(land).map(without_islets).values, TOLERANCE)
    made = Topology(frame.to_crs(DEGREES).reset_index(), prequantize=STEPS, object_name="municipalities")
    (FOLDER / "municipalities.topo.json").write_text(f"{made.to_json()}\n", encoding="utf-8")


def outline(countries: Path) -> shapely.Geometry:
    """The land of Finland, in metres."""
    world = gpd.read_file(countries, layer="countries").set_crs(DEGREES, allow_override=True)
    return world[world["id"].isin([FINLAND, ALAND])].to_crs(METRES).make_valid().union_all()


def without_islets(shape: shapely.Geometry) -> shapely.Geometry:
    """The parts of a shape that are large enough to be seen; of a shape that has none, the largest."""
    parts = sorted((part for part in shapely.get_parts(shape) if part.area), key=lambda part: -part.area)
    return shapely.MultiPolygon([part for part in parts if part.area >= ISLET] or parts[:1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
