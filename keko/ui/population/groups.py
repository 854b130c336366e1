"""How the groups of the population take part in work: the area's group, the benchmark's, and everybody in the area."""

from html import escape

from keko.charts.group_dots import group_drawing
from keko.indicators.situation import Standing
from keko.indicators.working_age import GroupInWork, Portrait, everybody_in_work, groups_in_work
from keko.ui.html import heading, note
from keko.ui.population.scene import PopulationScene, heads, value_cell
from keko.ui.tables import Cell, figure, grouped_table, text, verdict
from keko.words import population as words
from keko.words.formats import period, quantity, signed
from keko.words.subject import of_whom


def groups(portrait: Portrait, scene: PopulationScene) -> str:
    """Heading, how to read it, and the dot plot as a table; `scene`: of the portrait's standings."""
    language = scene.language
    columns = [
        text(words.GROUP.within(language)),
        text(words.SCALE.within(language)),
        *heads(scene),
        Cell(escape(words.FROM_ALL.within(language)), numeric=True),
    ]
    everybody = everybody_in_work(portrait)
    line = everybody.value if everybody else None
    rows = [_cells(group, line, scene) for group in groups_in_work(portrait)]
    caption = f"{words.WORK_HEADING.within(language)}: {scene.area_and_sex} – {scene.benchmark_name}"
    dot_plot = grouped_table(caption, columns, [("", rows)], kind="keko-shares")
    return heading(words.WORK_HEADING.within(language)) + note(_how_to_read(portrait, scene)) + dot_plot


def _how_to_read(portrait: Portrait, scene: PopulationScene) -> str:
    everybody, language = everybody_in_work(portrait), scene.language
    if everybody is None or portrait.contents.everybody is None:
        return words.NO_FIGURE.within(language)
    standing = scene.standings[portrait.contents.everybody]
    whom = of_whom(standing.item.population.ages, scene.view.sex, language)
    value = _written(everybody.value, standing, scene)
    return words.WORK_NOTE.within(language, whom=whom, period=period(everybody.period, language), value=value)


def _cells(group: GroupInWork, everybody: float | None, scene: PopulationScene) -> list[Cell]:
    standing, language = scene.standings[group.figure], scene.language
    own, benchmark = (point.value if point else None for point in (group.own, group.benchmark))
    described = words.GROUP_ALT.within(
        language,
        name=scene.described(group.figure),
        area=scene.area_name,
        own=_written(own, standing, scene),
        benchmark=scene.benchmark_name,
        other=_written(benchmark, standing, scene),
    )
    dots = group_drawing(own, benchmark, everybody, described)
    judged = verdict(standing.comparison, language, reasoned=False)
    own_cell = value_cell(group.own, standing, language, standing.own)
    values = [
        Cell(f"{own_cell.html}<br>{judged}", numeric=True),
        value_cell(group.benchmark, standing, language, standing.benchmark),
    ]
    difference = "–" if group.difference is None else signed(group.difference, 1, language)
    return [Cell(scene.link(group.figure), header=True), Cell(dots), *values, figure(difference)]


def _written(value: float | None, standing: Standing, scene: PopulationScene) -> str:
    if value is None:
        return words.NO_FIGURE.within(scene.language)
    return quantity(value, standing.item.decimals, standing.item.unit, scene.language)
