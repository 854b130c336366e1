"""What the page Map shows: its view made whole, its figures, its legend, and what is in sight."""

from dataclasses import dataclass

from keko.charts.legend import Legend, legend_of
from keko.charts.map_frame import Extent, MapFrame
from keko.charts.palette import Theme
from keko.data.areas import WHOLE_COUNTRY
from keko.data.layers import Place
from keko.indicators.cross_section import CrossSection, pooled, years_before
from keko.ui import loads
from keko.ui.boundaries import address
from keko.ui.loads import DataVersion
from keko.ui.maps import queries
from keko.ui.scene import Scene
from keko.ui.view import CLASSES, MAP_LEVELS, MAP_PICTURES, ZOOMS, View

_MARGIN = 0.15  # of its size, around an area that is zoomed to
_FINLAND = Extent(19.0, 59.5, 31.7, 70.2)  # where there are no boundaries


@dataclass(frozen=True)
class MapScene(Scene):
    """Everything that a map is drawn from. `view` has an indicator, a level, a picture, classes and a zoom.

    `periods`: of the several maps of a map over the years, else none.
    """

    section: CrossSection
    legend: Legend
    frame: MapFrame
    periods: tuple[str, ...] = ()

    @property
    def has_shapes(self) -> bool:
        """Whether there are boundaries of the view's level."""
        return self.view.level in self.frame.addresses


def settled(view: View, version: DataVersion) -> View:
    """The view, which has an indicator, with everything else that a map needs: the level is the area's own, where none is asked for."""
    own_level = loads.areas(version)[view.area].level
    picture = view.picture if view.picture in MAP_PICTURES else MAP_PICTURES[0]
    level = view.level or (own_level if own_level in MAP_LEVELS else MAP_LEVELS[0])
    return view.with_(
        picture=picture,
        level="HVA" if picture == "ruudut" else level,
        classes=view.classes or CLASSES[0],
        zoom=view.zoom or ZOOMS[0],
    )


def map_scene(view: View, theme: Theme, version: DataVersion) -> MapScene:
    """What a settled view shows at its period."""
    return _scene(view, queries.cross_section(view, view.period, version), (), theme, version)


def map_scene_over_years(view: View, theme: Theme, version: DataVersion) -> MapScene:
    """What a settled view shows over the years, its figures pooled."""
    last = queries.cross_section(view, view.period, version)
    periods = tuple(years_before(last.periods, last.period)) if last.period else ()
    every = [queries.cross_section(view, period, version) for period in periods]
    sections = [section for section in every if section.item == last.item]  # a rate and a total are not of one scale
    periods = tuple(section.period for section in sections if section.period)
    return _scene(view, pooled(sections) if sections else last, periods, theme, version)


def _scene(view: View, section: CrossSection, periods: tuple[str, ...], theme: Theme, version: DataVersion) -> MapScene:
    legend = legend_of(section, view.classes, view.language, theme)
    return MapScene(view, loads.areas(version), section, legend, _frame(view, version), periods)


def _frame(view: View, version: DataVersion) -> MapFrame:
    boundaries = queries.boundaries(version)
    addresses = {level: address(layer.hash) for level, layer in boundaries.layers.items()} if boundaries else {}
    places = queries.places_by_area(version)
    centres = {code: (place.longitude, place.latitude) for code, place in places.items()}
    own = places.get(view.area)
    bounds = Extent(own.west, own.south, own.east, own.north) if own else None
    return MapFrame(addresses, _extent(view, places), view.area, view.benchmark, centres=centres, bounds=bounds)


def _extent(view: View, places: dict[str, Place]) -> Extent:
    is_zoomed = view.zoom == "alue"
    place = places.get(view.area if is_zoomed else WHOLE_COUNTRY) or places.get(WHOLE_COUNTRY)
    if place is None:
        return _FINLAND
    margin = _MARGIN if is_zoomed else 0.0
    across, up = (place.east - place.west) * margin, (place.north - place.south) * margin
    return Extent(place.west - across, place.south - up, place.east + across, place.north + up)
