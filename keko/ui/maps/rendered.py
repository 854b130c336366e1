"""What the page Map shows of a settled view, made once for every view and data version."""

from keko.charts.deck import Deck, deck
from keko.charts.drawing import Drawing
from keko.charts.palette import Theme
from keko.charts.shape_map import shape_map as draw_shape_map
from keko.charts.tile_grid import tile_grid
from keko.charts.year_maps import year_maps
from keko.ui import boundaries, loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.maps import side_panel
from keko.ui.maps.scene import map_scene, map_scene_over_years
from keko.ui.view import View


@kept(200)
def shape_map(view: View, theme: Theme, version: DataVersion) -> Drawing:
    """The map, as Vega-Lite draws it."""
    if view.picture == "vuodet":
        scene = map_scene_over_years(view, theme, version)
        return year_maps(scene.section, scene.legend, scene.periods, scene.frame, scene.areas, view.language, theme)
    scene = map_scene(view, theme, version)
    return draw_shape_map(scene.section, scene.legend, scene.frame, scene.areas, view.language, theme)


@kept(20)
def deck_map(view: View, theme: Theme, version: DataVersion) -> Deck:
    """The map, as deck.gl draws it."""
    scene, current = map_scene(view, theme, version), boundaries.boundaries(version)
    geometry = boundaries.geometry(current.layers[view.level].hash, version) if current else {}
    return deck(scene.section, scene.legend, geometry, scene.frame, scene.areas, view.language, theme)


@kept(100)
def tile_map(view: View, theme: Theme, version: DataVersion) -> str:
    """The counties as tiles, as HTML."""
    scene = map_scene(view, theme, version)
    outlined = {view.benchmark: "benchmark"} | {view.area: "area"}
    query = view.query_without_area()
    return tile_grid(scene.section, scene.legend, scene.areas, outlined, query, view.language)


@kept(200)
def legend(view: View, theme: Theme, version: DataVersion) -> str:
    """The legend of the map, as HTML."""
    scene = (map_scene_over_years if view.picture == "vuodet" else map_scene)(view, theme, version)
    return side_panel.legend_list(scene)


@kept(200)
def profile(view: View, theme: Theme, version: DataVersion) -> str:
    """The selected area, as HTML."""
    standing = loads.situation((view.indicator or "",), view, (), version)[0]
    return side_panel.profile(map_scene(view, theme, version), standing)


@kept(50)
def table(view: View, theme: Theme, version: DataVersion) -> str:
    """The figures of the map, as HTML."""
    return side_panel.figures_table(map_scene(view, theme, version))
