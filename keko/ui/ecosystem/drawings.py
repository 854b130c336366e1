"""What the pictures show, as charts for files, drawn from the same results as the page and for paper, whatever the theme."""

from collections.abc import Callable, Mapping

from keko.charts.counted_bars import counted_bars
from keko.charts.drawing import Drawing
from keko.charts.map_frame import HEIGHT
from keko.charts.map_picture import with_geometry
from keko.charts.map_projection import map_projection
from keko.charts.palette import palette
from keko.charts.stage_matrix import Look, StageCell, stage_matrix
from keko.charts.stage_path import StageWait, stage_path
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.picture import Cell, Step
from keko.exchange.pictures import WIDTH
from keko.ui import boundaries
from keko.ui.ecosystem import place_map, rendered
from keko.ui.ecosystem.matrix import matrix_of, sizes_source
from keko.ui.ecosystem.path import Path, paths_of
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.view import MAP_LEVELS
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import number
from keko.words.sentences import joined
from keko.words.terms import INTERVAL
from keko.words.waits import in_days


def is_drawn(scene: EcosystemScene) -> bool:
    """Whether there is a chart of what the view shows."""
    match scene.view.picture:
        case "polku":
            return scene.view.segment is not None
        case "matriisi":
            return bool(scene.group_names)
        case "kattavuus":
            return place_map.drawn(scene.view, scene.today, "light", scene.version) is not None
        case _:
            return scene.view.picture == "esteet"


def picture(write: Callable[..., bytes], scene: EcosystemScene, notes: Mapping[str, str]) -> bytes:
    """What the view shows as `write` makes it: title and finding above, how to read it and `notes` below."""
    drawing, language = _drawing(scene), scene.language
    title = f"{words.PICTURES[scene.view.picture].within(language)} – {scene.area_name}"
    found = rendered.picture(scene.view, scene.today, scene.version).finding
    beneath = " · ".join([*_reading(scene), *(f"{name}: {text}" for name, text in notes.items())])
    return write(drawing.spec, drawing.data, title, found, beneath, palette("light").paper)


def _reading(scene: EcosystemScene) -> list[str]:
    """How to read what the view shows."""
    match scene.view.picture:
        case "polku":
            return [pictures.PATH_NOTE.within(scene.language)]
        case "matriisi":
            return [joined(pictures.MATRIX_NOTE.within(scene.language), sizes_source(scene))]
        case "kattavuus":
            return [pictures.MAP_NOTE.within(scene.language)]
        case _:
            return []


def _drawing(scene: EcosystemScene) -> Drawing:
    """The chart of a view that has one (`is_drawn`)."""
    match scene.view.picture:
        case "polku":
            return _path(*paths_of(scene, scene.view.segment or ""), scene)
        case "matriisi":
            return _matrix(scene)
        case "kattavuus":
            return _map(scene)
        case _:
            counts = obstacles(scene.here, scene.today).by_stage
            places = [code for code in (*scene.stage_names, None) if counts[code]]
            return counted_bars([(scene.stage(code), counts[code]) for code in places], scene.language, "light")


def _path(own: Path, beside: Path, scene: EcosystemScene) -> Drawing:
    pairs = zip(own.steps, beside.steps, strict=True)
    waits = [
        _wait(side, step, side is own, scene) for pair in pairs for side, step in zip((own, beside), pair, strict=True)
    ]
    return stage_path(waits, scene.area_name, scene.benchmark_name, scene.language, "light")


def _wait(side: Path, step: Step, is_own: bool, scene: EcosystemScene) -> StageWait:
    """The longest measured wait of a stage, and in words who answers, what is agreed and how long one waits."""
    language = scene.language
    waits = side.measured(step)
    measured = max(waits, key=lambda pair: pair[1].value or 0) if waits else None
    told = [f"◇ {words.NOBODY.within(language)}"] if side.lacks(step) else []
    if not step.is_answered and not told:
        told.append(pictures.NOT_DESCRIBED.within(language))
    if measured is None:
        told.append(words.NOT_MEASURED.within(language))
        days = lower = upper = None
    else:
        item, point = measured
        days, lower, upper = point.value, point.lower, point.upper
        limits = "–".join(number(end, item.decimals, language) for end in (lower, upper) if end is not None)
        told.append(in_days(days or 0, language) + (f" ({INTERVAL.within(language)} {limits})" if limits else ""))
    agreed = side.agreed(step)
    told += [pictures.AGREED_IS.within(language, days=in_days(agreed, language))] if agreed is not None else []
    if step.is_answered:
        told.append(sentences.ACTORS.within(language, count=len(step.actors)))
    is_longest = is_own and side.is_longest(step)
    told += [f"▲ {words.LONGEST.within(language)}"] if is_longest else []
    stage, area = scene.stage(step.stage.code), scene.name_of(side.area)
    return StageWait(stage, area, days, lower, upper, " · ".join(told), is_longest or side.lacks(step))


def _matrix(scene: EcosystemScene) -> Drawing:
    found = matrix_of(scene)
    cells = []
    for cell in found.cells.values():
        persons = scene.sizes.get(cell.segment)
        size = scene.why_no_size(cell.segment) if persons is None else scene.in_persons(persons)
        is_undescribed = cell.segment in found.undescribed
        lines = [f"{scene.group(cell.segment)}, {size}"]
        lines += [f"◇ {pictures.NOT_DESCRIBED.within(scene.language)}"] if is_undescribed else []
        group, told = "\n".join(lines), "" if is_undescribed else _told(cell, scene)
        cells.append(StageCell(group, scene.stage(cell.stage), told, _look(cell)))
    return stage_matrix(cells, scene.language, "light")


def _look(cell: Cell) -> Look:
    if cell.is_gap:
        return "gap"
    if cell.is_overlap:
        return "overlap"
    return "offered" if cell.services else "nothing"


def _told(cell: Cell, scene: EcosystemScene) -> str:
    language = scene.language
    if not cell.services:
        nothing = words.GAP.within(language)
        return f"◇ {nothing}" if cell.is_gap else nothing
    lines = [words.COUNT_OF_SERVICES.within(language, count=len(cell.services))]
    if cell.is_overlap:
        lines.append(f"● {words.OVERLAP.within(language, count=len(cell.actors))}")
    return "\n".join(lines)


def _map(scene: EcosystemScene) -> Drawing:
    """The map with its geometry inside: beside the text around it the chart's own width has another name."""
    drawing = place_map.drawn(scene.view, scene.today, "light", scene.version)
    if drawing is None:
        raise ValueError("there are no boundaries")
    spec = with_geometry(drawing.spec, boundaries.features(MAP_LEVELS, scene.version))
    fill = spec["layer"][0]["encoding"]["fill"]
    fill["legend"] = fill["legend"] and fill["legend"] | {"orient": "right"}  # below it the notes stand
    extent = boundaries.extent_of(scene.view.area, place_map.MARGIN, scene.version)
    return Drawing(spec | {"projection": map_projection(extent, str(WIDTH), str(HEIGHT))}, drawing.data)
