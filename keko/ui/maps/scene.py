"""What the page Map shows: its view made whole, its figures, its looks, and what is in sight."""

from dataclasses import dataclass

from keko.charts.legend import Legend, legend_of
from keko.charts.map_frame import Extent, MapFrame
from keko.charts.palette import Theme
from keko.data.layers import Place
from keko.indicators.cross_section import CrossSection, pooled, years_before
from keko.indicators.series import Question
from keko.ui import loads
from keko.ui.boundaries import address
from keko.ui.loads import DataVersion
from keko.ui.view import MAP_LEVELS, MAP_PICTURES, View

_ROOM = 0.15  # of its size, around an area that is zoomed to


@dataclass(frozen=True)
class Shown:
    """Everything that a map is drawn from. `view` has an indicator, a level, a picture, classes and a zoom."""

    view: View
    found: CrossSection
    legend: Legend
    frame: MapFrame


def settled(view: View, indicator: str, version: DataVersion) -> View:
    """The view with everything that a map needs: the level is the area's own, where none is asked for."""
    own = loads.areas(version)[view.area].level
    picture = view.picture if view.picture in MAP_PICTURES else MAP_PICTURES[0]
    level = view.level or (own if own in MAP_LEVELS else MAP_LEVELS[0])
    return view.with_(
        indicator=indicator,
        picture=picture,
        level="HVA" if picture == "ruudut" else level,
        classes=view.classes or "tulos",
        zoom=view.zoom or "maa",
    )


def shown(view: View, theme: Theme, version: DataVersion) -> Shown:
    """What a settled view shows."""
    question = Question(view.sex, view.age, view.breakdown)
    found = loads.cross_section(view.indicator or "", view.level, view.benchmark, question, view.period, version)
    return Shown(view, found, legend_of(found, view.classes, view.language, theme), _frame(view, version))


def over_years(view: View, theme: Theme, version: DataVersion) -> tuple[Shown, list[str]]:
    """What a settled view shows over the years, pooled, and their periods."""
    question = Question(view.sex, view.age, view.breakdown)

    def at(until: str | None) -> CrossSection:
        return loads.cross_section(view.indicator or "", view.level, view.benchmark, question, until, version)

    last = at(view.period)
    periods = years_before(last.periods, last.period) if last.period else []
    found = pooled([at(one) for one in periods]) if periods else last
    return Shown(view, found, legend_of(found, view.classes, view.language, theme), _frame(view, version)), periods


def _frame(view: View, version: DataVersion) -> MapFrame:
    here = loads.boundaries(version)
    addresses = {level: address(layer.hash) for level, layer in here.layers.items()} if here else {}
    return MapFrame(addresses, _extent(view, loads.where(version)), view.area, view.benchmark)


def _extent(view: View, places: dict[str, Place]) -> Extent:
    place = places.get(view.area if view.zoom == "alue" else "MAA") or places.get("MAA")
    if place is None:
        return Extent(19.0, 59.5, 31.7, 70.2)
    room = _ROOM if view.zoom == "alue" else 0.0
    wide, high = (place.east - place.west) * room, (place.north - place.south) * room
    return Extent(place.west - wide, place.south - high, place.east + wide, place.north + high)
