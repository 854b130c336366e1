"""Differences: both areas' values and the difference with its interval, the clearest difference first."""

from html import escape

from keko.charts.dumbbell import difference_drawing, pair_drawing
from keko.indicators.benchmark import Row, clearest_first
from keko.ui.benchmark.cells import difference_cell, name_cell, period_cell, rounded_note, value_cell, verdict_cell
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface


def dumbbell_table(scene: BenchmarkScene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    heads = [
        text(interface.INDICATOR.within(language)),
        text(interface.PERIOD.within(language)),
        Cell(scene.area_html, numeric=True),
        Cell(scene.benchmark_html, numeric=True),
        text(words.BOTH.within(language)),
        Cell(escape(interface.DIFFERENCE.within(language)), numeric=True),
        text(words.DIFFERENCE_BAR.within(language)),
        text(interface.VERDICT.within(language)),
    ]
    titled = [*scene.first, (words.OTHERS_CLEAREST_FIRST.within(language), clearest_first(scene.others))]
    groups = [(title, [_cells(row, scene) for row in rows]) for title, rows in titled]
    caption = f"{scene.caption}. {words.DIFFERENCE_CAPTION.within(language)}"
    table = grouped_table(caption, heads, groups, kind="keko-differences")
    return table + note(words.DIFFERENCE_NOTE.within(language)) + rounded_note(scene)


def _cells(row: Row, scene: BenchmarkScene) -> list[Cell]:
    return [
        name_cell(row, scene),
        period_cell(row, scene),
        value_cell(row.comparison.area_value, row, "area", scene),
        value_cell(row.comparison.benchmark_value, row, "benchmark", scene),
        Cell(_pair(row, scene)),
        difference_cell(row, scene),
        Cell(_difference(row, scene)),
        verdict_cell(row, scene),
    ]


def _pair(row: Row, scene: BenchmarkScene) -> str:
    area_value, benchmark_value = row.comparison.area_value, row.comparison.benchmark_value
    if area_value is None or benchmark_value is None:
        return "–"
    return pair_drawing(
        area_value,
        benchmark_value,
        scene.peer_values(row).values(),
        scene.described(row, among_peers=False),
    )


def _difference(row: Row, scene: BenchmarkScene) -> str:
    comparison = row.comparison
    if comparison.difference is None or comparison.lower is None or comparison.upper is None:
        return "–"
    style = comparison.verdict.replace(" ", "-")
    described = words.difference_in_words(row, scene.view.question, scene.language)
    return difference_drawing(comparison.difference, comparison.lower, comparison.upper, style, described)
