"""What every kind of map shows besides figures: which part of the country, whose outlines, and places to mark."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from keko.charts.place_markers import PlaceMarker
from keko.data.areas import WHOLE_COUNTRY, Areas

HEIGHT = 560  # px of a map on a page


@dataclass(frozen=True)
class Extent:
    """What is in sight, in degrees."""

    west: float
    south: float
    east: float
    north: float


class Outline(NamedTuple):
    """An area that gets an outline. `role`: area or benchmark."""

    role: str
    level: str
    code: str


@dataclass(frozen=True)
class MapFrame:
    """`addresses`: of each level, where its geometry is fetched; `area`, `benchmark`: codes; `markers`: places to mark.

    `centres`: longitude and latitude of a point inside each area; `bounds`: of the selected area, where they are known.
    """

    addresses: Mapping[str, str]
    extent: Extent
    area: str
    benchmark: str
    markers: tuple[PlaceMarker, ...] = ()
    centres: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    bounds: Extent | None = None

    def outlines(self, areas: Areas) -> list[Outline]:
        """What gets an outline, the selected area last; the country has none."""
        roles = (("benchmark", self.benchmark), ("area", self.area))
        outlines = [Outline(role, areas[code].level, code) for role, code in roles]
        return [outline for outline in outlines if outline.code != WHOLE_COUNTRY and outline.level in self.addresses]
