"""Places on a map: services that have a location. Who knows some puts them into the frame of a map."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from keko.charts.map_colours import rgb
from keko.charts.palette import Palette
from keko.charts.tooltips import tooltip
from keko.config import Language

_SIZE = 6  # px from the middle to the edge


@dataclass(frozen=True)
class PlaceMarker:
    """A place in degrees. `description`: one line about it, for who points at it."""

    name: str
    longitude: float
    latitude: float
    description: str = ""


def marker_layer(markers: Sequence[PlaceMarker], colours: Palette, language: Language) -> dict[str, Any]:
    """The places as a layer of Vega-Lite: rings that are seen on every ground."""
    return {
        "data": {"values": [{**asdict(marker), "note": marker.description} for marker in markers]},
        "mark": {
            "type": "point",
            "filled": True,
            "size": 90,
            "stroke": colours.paper,
            "fill": colours.ink,
            "opacity": 1,
        },
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "tooltip": tooltip(language, "place", "note"),
        },
    }


def deck_marker_layer(markers: Sequence[PlaceMarker], colours: Palette) -> dict[str, Any]:
    """The same as a layer of deck.gl."""
    data = [{"at": [marker.longitude, marker.latitude]} for marker in markers]
    return {
        "@@type": "ScatterplotLayer",
        "id": "markers",
        "data": data,
        "getPosition": "@@=at",
        "radiusUnits": "pixels",
        "getRadius": _SIZE,
        "stroked": True,
        "lineWidthUnits": "pixels",
        "getLineWidth": 2,
        "getFillColor": rgb(colours.ink),
        "getLineColor": rgb(colours.paper),
    }
