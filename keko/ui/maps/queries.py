"""What the page Map reads, cached by data version."""

import gzip
import json

from keko.data.geometry import Boundaries, current_boundaries, places, served
from keko.data.layers import Place
from keko.indicators.cross_section import CrossSection
from keko.indicators.cross_section import cross_section as read_cross_section
from keko.indicators.series import Question
from keko.ui.boundaries import address
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, areas, catalogue, engine
from keko.ui.view import View


def cross_section(view: View, until: str | None, version: DataVersion) -> CrossSection:
    """All areas of the view's level at one period, the newest up to `until`, each beside the view's benchmark.

    Args:
        view: Has an indicator and a level.
    """
    return _cross_section(view.indicator or "", view.level, view.benchmark, view.question, until, version)


@kept(100)
def _cross_section(
    indicator: str, level: str, benchmark: str, question: Question, until: str | None, version: DataVersion
) -> CrossSection:
    item = catalogue(version)[indicator]
    with engine().connect() as connection:
        return read_cross_section(connection, item, level, benchmark, areas(version), question, until)


@kept(2)
def boundaries(version: DataVersion) -> Boundaries | None:
    """The boundaries in force, without their geometry."""
    with engine().connect() as connection:
        return current_boundaries(connection)


@kept(2)
def places_by_area(version: DataVersion) -> dict[str, Place]:
    """By code, where every area is; empty without boundaries."""
    current = boundaries(version)
    if current is None:
        return {}
    with engine().connect() as connection:
        return places(connection, current.id)


def features(version: DataVersion) -> dict[str, list[dict[str, object]]]:
    """The GeoJSON features of every level by the address that charts read them from: for what has to stand alone."""
    current = boundaries(version)
    return {
        address(layer.hash): [
            {"type": "Feature", "properties": {"code": code}, "geometry": json.loads(shape)}
            for code, shape in geometry(layer.hash, version).items()
        ]
        for layer in (current.layers.values() if current else ())
    }


@kept(4)
def geometry(hash_: str, version: DataVersion) -> dict[str, str]:
    """The GeoJSON of each area of a level, as text."""
    with engine().connect() as connection:
        packed = served(connection, hash_)
    features = json.loads(gzip.decompress(packed))["features"] if packed else []
    return {
        feature["properties"]["code"]: json.dumps(feature["geometry"], separators=(",", ":")) for feature in features
    }
