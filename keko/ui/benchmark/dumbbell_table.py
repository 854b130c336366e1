"""Differences: both areas' values and the difference with its interval, the clearest difference first."""

from html import escape

from keko.charts.dumbbell import difference_drawing, pair_drawing
from keko.indicators.benchmark import Row, clearest_first
from keko.ui.benchmark.cells import Scene, difference_cell, name_cell, note, period_cell, value_cell, verdict_cell
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface


def dumbbell_table(scene: Scene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    heads = [
        text(interface.INDICATOR.within(language)),
        text(interface.PERIOD.within(language)),
        Cell(f'<span class="area">{escape(scene.own)}</span>', numeric=True),
        Cell(f'<span class="benchmark">{escape(scene.benchmark)}</span>', numeric=True),
        text(words.BOTH.within(language)),
        Cell(escape(interface.DIFFERENCE.within(language)), numeric=True),
        text(words.DIFFERENCE_BAR.within(language)),
        text(interface.VERDICT.within(language)),
    ]
    rows = [_cells(row, scene) for row in clearest_first(scene.rows)]
    caption = f"{scene.caption}. {words.DIFFERENCE_CAPTION.within(language)}"
    return grouped_table(caption, heads, [("", rows)], kind="keko-differences") + note(
        words.DIFFERENCE_NOTE.within(language)
    )


def _cells(row: Row, scene: Scene) -> list[Cell]:
    compared = row.comparison
    return [
        name_cell(row, scene),
        period_cell(row, scene),
        value_cell(compared.area_value, row, scene),
        value_cell(compared.benchmark_value, row, scene),
        Cell(_pair(row, scene)),
        difference_cell(row, scene),
        Cell(_difference(row, scene)),
        verdict_cell(row, scene),
    ]


def _pair(row: Row, scene: Scene) -> str:
    own, other = row.comparison.area_value, row.comparison.benchmark_value
    if own is None or other is None:
        return "–"
    around = () if row.standing.item.kind == "count" else scene.peer_values(row).values()
    return pair_drawing(own, other, around, words.row_in_words(row, scene.own, scene.benchmark, scene.language))


def _difference(row: Row, scene: Scene) -> str:
    compared = row.comparison
    if compared.difference is None or compared.lower is None or compared.upper is None:
        return "–"
    style = compared.verdict.replace(" ", "-")
    described = words.difference_in_words(row, scene.language)
    return difference_drawing(compared.difference, compared.lower, compared.upper, style, described)
