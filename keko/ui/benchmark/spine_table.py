"""Position: all indicators by theme, each with the area's place between worse and better."""

from html import escape

from keko.charts.spine import spine_drawing
from keko.indicators.benchmark import Row
from keko.indicators.position import spine
from keko.ui.benchmark.cells import Scene, difference_cell, name_cell, note, period_cell, value_cell, verdict_cell
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface


def spine_table(scene: Scene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    heads = [
        text(interface.INDICATOR.within(language)),
        text(interface.PERIOD.within(language)),
        Cell(f'<span class="area">{escape(scene.own)}</span>', numeric=True),
        Cell(f'<span class="benchmark">{escape(scene.benchmark)}</span>', numeric=True),
        Cell(escape(interface.DIFFERENCE.within(language)), numeric=True),
        text(words.WHERE.within(language)),
        text(interface.VERDICT.within(language)),
    ]
    groups = [(theme, [_cells(row, scene) for row in rows]) for theme, rows in scene.by_theme()]
    told = words.SPINE_NOTE.within(language, peers=scene.peers, benchmark=scene.benchmark, area=scene.own)
    return grouped_table(scene.caption, heads, groups, kind="keko-positions") + note(told)


def _cells(row: Row, scene: Scene) -> list[Cell]:
    compared = row.comparison
    return [
        name_cell(row, scene),
        period_cell(row, scene),
        value_cell(compared.area_value, row, scene),
        value_cell(compared.benchmark_value, row, scene),
        difference_cell(row, scene),
        Cell(_drawn(row, scene)),
        verdict_cell(row, scene),
    ]


def _drawn(row: Row, scene: Scene) -> str:
    """The spine of a row; where there is none, why."""
    item, compared, language = row.standing.item, row.comparison, scene.language
    if item.kind == "count":
        return _why(words.SIZE_OF_AREA.within(language))
    positions = spine(scene.peer_values(row), compared.benchmark_value, item.polarity)
    if not positions:
        known = compared.benchmark_value is not None
        return _why((words.FEW_AREAS if known else words.NO_VALUE).within(language))
    if scene.view.area not in positions:
        return _why(words.NO_VALUE.within(language))
    described = words.row_in_words(row, scene.own, scene.benchmark, language, scene.peers)
    drawn = spine_drawing(positions, scene.view.area, compared.verdict, described)
    plain = f"<small>{escape(words.WHERE_PLAIN.within(language))}</small>" if item.polarity == "none" else ""
    return drawn + plain


def _why(reason: str) -> str:
    return f'<small class="why">{escape(reason)}</small>'
