"""Position: all indicators by theme, each with the area's place between worse and better."""

from html import escape

from keko.charts.spine import spine_drawing
from keko.indicators.benchmark import Row
from keko.indicators.position import spine
from keko.ui.benchmark.cells import (
    blank,
    difference_cell,
    name_cell,
    period_cell,
    rounded_note,
    value_cell,
    verdict_cell,
)
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note, reason
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface


def spine_table(scene: BenchmarkScene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    heads = [
        text(interface.INDICATOR.within(language)),
        text(interface.PERIOD.within(language)),
        Cell(scene.area_html, numeric=True),
        Cell(scene.benchmark_html, numeric=True),
        Cell(escape(interface.DIFFERENCE.within(language)), numeric=True),
        text(words.WHERE.within(language)),
        text(interface.VERDICT.within(language)),
    ]
    groups = [(theme, [_cells(row, scene) for row in rows]) for theme, rows in scene.by_theme()]
    reading = words.SPINE_NOTE.within(language, peers=scene.peers, benchmark=scene.benchmark_name, area=scene.area_name)
    table = grouped_table(scene.caption, heads, groups, kind="keko-positions")
    return table + note(reading) + rounded_note(scene)


def _cells(row: Row, scene: BenchmarkScene) -> list[Cell]:
    return [
        name_cell(row, scene),
        period_cell(row, scene),
        value_cell(row.comparison.area_value, row, "area", scene),
        value_cell(row.comparison.benchmark_value, row, "benchmark", scene),
        difference_cell(row, scene),
        Cell(_spine(row, scene)),
        verdict_cell(row, scene),
    ]


def _spine(row: Row, scene: BenchmarkScene) -> str:
    """The spine of a row; where there is none, why."""
    item, comparison, language = row.standing.item, row.comparison, scene.language
    positions = spine(scene.peer_values(row), comparison.benchmark_value, item.polarity)
    if not positions:
        if comparison.benchmark_value is not None:
            return reason(words.FEW_AREAS.within(language))
        return blank(row.standing.benchmark, language)
    if scene.view.area not in positions:
        return blank(row.standing.own, language)
    described = scene.described(row)
    drawing = spine_drawing(positions, scene.view.area, comparison.verdict, described)
    plain = f"<small>{escape(words.WHERE_PLAIN.within(language))}</small>" if item.polarity == "none" else ""
    return drawing + plain
