"""How the groups of the population take part in work: the area's group, the benchmark's, and everybody in the area."""

from html import escape

from keko.charts.group_dots import group_drawing
from keko.indicators.situation import Standing
from keko.indicators.working_age import BY_GROUP, GROUPS, Figure
from keko.ui.html import heading, note
from keko.ui.population.scene import PopulationScene, heads, value_cell
from keko.ui.tables import Cell, figure, grouped_table, text, verdict
from keko.words import population as words
from keko.words.formats import period, quantity, signed

EVERYBODY = Figure(BY_GROUP)


def groups(scene: PopulationScene) -> str:
    """Heading, how to read it, and the dot plot as a table."""
    language = scene.language
    columns = [
        text(words.GROUP.within(language)),
        text(words.SCALE.within(language)),
        *heads(scene),
        Cell(escape(words.FROM_ALL.within(language)), numeric=True),
    ]
    rows = [_cells(one, scene) for one in GROUPS if one in scene.portrait]
    caption = f"{words.WORK_HEADING.within(language)}: {scene.area_name} – {scene.benchmark_name}"
    plot = grouped_table(caption, columns, [("", rows)], kind="keko-shares")
    return heading(words.WORK_HEADING.within(language)) + note(_reading(scene)) + plot


def _reading(scene: PopulationScene) -> str:
    every = _latest(scene.portrait.get(EVERYBODY))
    if every is None:
        return words.NO_FIGURE.within(scene.language)
    at, value = every
    item = scene.portrait[EVERYBODY].item
    told = quantity(value, item.decimals, item.unit, scene.language)
    return words.WORK_NOTE.within(scene.language, period=period(at, scene.language), value=told)


def _latest(standing: Standing | None) -> tuple[str, float] | None:
    point = standing.latest if standing else None
    return (point.period, point.value) if point and point.value is not None else None


def _cells(one: Figure, scene: PopulationScene) -> list[Cell]:
    standing, language = scene.portrait[one], scene.language
    every = _latest(scene.portrait.get(EVERYBODY))
    at = every[0] if every else None
    own, other = (series.at(at) if at else None for series in (standing.own, standing.benchmark))
    here, there = own.value if own else None, other.value if other else None
    name = words.figure_name(one, standing.item, language)
    said = words.GROUP_ALT.within(
        language,
        name=name,
        area=scene.area_name,
        own=_told(here, standing, scene),
        benchmark=scene.benchmark_name,
        other=_told(there, standing, scene),
    )
    gap = signed(here - every[1], 1, language) if every and here is not None else "–"
    drawn = group_drawing(here, None if scene.is_own_benchmark else there, every[1] if every else None, said)
    values = [value_cell(own, standing, language)]
    if not scene.is_own_benchmark:
        judged = verdict(standing.comparison, language, reasoned=False)
        values = [Cell(f"{values[0].html}<br>{judged}", numeric=True), value_cell(other, standing, language)]
    return [Cell(scene.link(one), header=True), Cell(drawn), *values, figure(gap)]


def _told(value: float | None, standing: Standing, scene: PopulationScene) -> str:
    if value is None:
        return words.NO_FIGURE.within(scene.language)
    return quantity(value, standing.item.decimals, standing.item.unit, scene.language)
