"""The map as it is frozen: with its geometry inside."""

from html import escape

from keko.charts.map_picture import with_geometry
from keko.indicators.situation import sources
from keko.room.frozen import Chart, Html, Plot
from keko.ui import boundaries, loads
from keko.ui.chosen import with_indicator
from keko.ui.freezing.figures import figures, residents
from keko.ui.freezing.sheet import Sheet, html, noted, notices
from keko.ui.loads import DataVersion
from keko.ui.maps import drawing, rendered
from keko.ui.maps.scene import MapScene, map_scene, settled
from keko.ui.view import View
from keko.words import maps as words
from keko.words.formats import unit
from keko.words.subject import other_period

_MOST = 30  # areas in a picture of bars


def maps(asked: View, version: DataVersion) -> Sheet:
    """The map, its legend, the selected area and the table; the movable map as the plain one."""
    view = settled(with_indicator(asked, version), version)
    view = view.with_(picture="piirros") if view.picture == "webgl" else view
    scene = map_scene(view, "light", version)
    section, language = scene.section, view.language
    standing = loads.situation((section.item.id,), view, (), version)[0]
    beside = (rendered.profile(view, "light", version), rendered.table(view, "light", version))
    is_per_resident = any(series.estimated for series in section.series.values())
    return Sheet(
        view,
        escape(words.map_title(section, language)),
        words.map_finding(section, view.area, scene.areas, language),
        notices([other_period(view.period, section.period, language)])
        + _picture(scene, version)
        + html(rendered.legend(view, "light", version), noted(drawing.notes(scene, version, is_still=True)), *beside),
        words.map_lead(section, scene.areas, language),
        plots=_bars(scene),
        figures=figures([standing], view.question, version, view),
        rests_on=(section.item.id, *(residents(version) if is_per_resident else ())),
        periods=(section.period,) if section.period else (),
        sources=tuple(sources([standing], language)),
        flags={section.is_demo},
    )


def _picture(scene: MapScene, version: DataVersion) -> tuple[Html | Chart, ...]:
    view = scene.view
    if view.picture == "ruudut":
        return html(rendered.tile_map(view, "light", version))
    if not scene.has_shapes:
        return html(noted(words.NO_MAP.within(view.language)))
    drawn = rendered.shape_map(view, "light", version)
    alt = words.described(scene.section, view.language, words.YEARS_ALT if view.picture == "vuodet" else words.ALT)
    return (Chart(with_geometry(drawn.whole(), boundaries.features(scene.frame.addresses, version)), alt),)


def _bars(scene: MapScene) -> tuple[Plot, ...]:
    """The values of the areas, where there is room for all of them."""
    section, language = scene.section, scene.language
    if not 0 < len(section.values) <= _MOST:
        return ()
    title, values = words.map_title(section, language), section.values
    series = ((title, tuple(values.values())),)
    alt = words.described(section, language)
    return (Plot("bar", title, unit(section.item.unit, language), tuple(map(scene.name_of, values)), series, alt),)
