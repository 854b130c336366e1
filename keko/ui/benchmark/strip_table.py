"""Standing: where the area, its benchmark and others chosen are among all peers."""

from html import escape

from keko.charts.strip import strip_drawing
from keko.indicators.benchmark import Row
from keko.indicators.position import SPINE_AREAS, fifths
from keko.ui.benchmark.cells import name_cell, period_cell, verdict_cell, why_not
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note, reason
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface
from keko.words.formats import number


def strip_table(scene: BenchmarkScene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    titles = [interface.INDICATOR, interface.PERIOD, words.LOWEST_TO_HIGHEST, words.FIFTH, interface.VERDICT]
    heads = [text(title.within(language)) for title in titles]
    if scene.view.others:
        heads.insert(4, text(words.OTHERS.within(language)))
    groups = [(theme, [_cells(row, scene) for row in rows]) for theme, rows in scene.by_theme()]
    caption = f"{words.STANDING_CAPTION.within(language, peers=scene.peers)}. {scene.area_and_sex}"
    return grouped_table(caption, heads, groups, kind="keko-standings") + note(words.STANDING_NOTE.within(language))


def _cells(row: Row, scene: BenchmarkScene) -> list[Cell]:
    among = scene.peer_values(row)
    fifth = fifths(among).get(scene.view.area)
    cells = [
        name_cell(row, scene),
        period_cell(row, scene),
        Cell(_strip(row, among, scene)),
        text(words.fifth_in_words(fifth, row.standing.item.polarity, scene.language)),
        verdict_cell(row, scene),
    ]
    if scene.view.others:
        cells.insert(4, Cell(_others(row, scene)))
    return cells


def _strip(row: Row, among: dict[str, float], scene: BenchmarkScene) -> str:
    language, view = scene.language, scene.view
    if len(among) < SPINE_AREAS:
        return reason(words.FEW_AREAS.within(language))
    values = among | {code: row.values[code] for code in (view.benchmark, *view.others) if code in row.values}
    labels = {
        code: f"{scene.name_of(code)} {number(value, row.standing.item.decimals, language)}"
        for code, value in values.items()
        if code in {view.area, view.benchmark}
    }
    described = scene.described(row)
    return strip_drawing(values, labels, view.area, view.benchmark, view.others, row.comparison.verdict, described)


def _others(row: Row, scene: BenchmarkScene) -> str:
    """The others' own figures, beside their dark dots."""
    decimals = row.standing.item.decimals
    figures = [f"{scene.name_of(code)} {_other(row, code, decimals, scene)}" for code in scene.view.others]
    return f"<small>{'<br>'.join(map(escape, figures))}</small>"


def _other(row: Row, code: str, decimals: int, scene: BenchmarkScene) -> str:
    return number(row.values[code], decimals, scene.language) if code in row.values else why_not(row, code, scene)
