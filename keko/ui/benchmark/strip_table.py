"""Standing: where the area, its benchmark and others chosen are among all peers."""

from html import escape

from keko.charts.strip import strip_drawing
from keko.indicators.benchmark import Row
from keko.indicators.position import SPINE_AREAS, fifths
from keko.ui.benchmark.cells import Scene, name_cell, note, period_cell, verdict_cell
from keko.ui.tables import Cell, grouped_table, text
from keko.words import benchmark as words
from keko.words import interface
from keko.words.formats import number


def strip_table(scene: Scene) -> str:
    """The table as HTML, with how to read it."""
    language = scene.language
    titles = [interface.INDICATOR, interface.PERIOD, words.LOWEST_TO_HIGHEST, words.FIFTH, interface.VERDICT]
    heads = [text(title.within(language)) for title in titles]
    if scene.view.others:
        heads.insert(4, text(words.OTHERS.within(language)))
    groups = [(theme, [_cells(row, scene) for row in rows]) for theme, rows in scene.by_theme()]
    caption = words.STANDING_CAPTION.within(language, peers=scene.peers)
    return grouped_table(caption, heads, groups, kind="keko-standings") + note(words.STANDING_NOTE.within(language))


def _cells(row: Row, scene: Scene) -> list[Cell]:
    among = scene.peer_values(row)
    fifth = fifths(among).get(scene.view.area) if row.standing.item.kind != "count" else None
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


def _strip(row: Row, among: dict[str, float], scene: Scene) -> str:
    language, view = scene.language, scene.view
    if row.standing.item.kind == "count":
        return f'<small class="why">{escape(words.SIZE_OF_AREA.within(language))}</small>'
    if len(among) < SPINE_AREAS:
        return f'<small class="why">{escape(words.FEW_AREAS.within(language))}</small>'
    shown = among | {code: row.values[code] for code in (view.benchmark, *view.others) if code in row.values}
    labels = {
        code: f"{scene.name(code)} {number(value, row.standing.item.decimals, language)}"
        for code, value in shown.items()
        if code in {view.area, view.benchmark}
    }
    described = words.row_in_words(row, scene.own, scene.benchmark, language, scene.peers)
    return strip_drawing(shown, labels, view.area, view.benchmark, view.others, row.comparison.verdict, described)


def _others(row: Row, scene: Scene) -> str:
    """The others' own figures, beside their dark dots."""
    decimals = row.standing.item.decimals
    told = [
        f"{scene.name(code)} {number(row.values[code], decimals, scene.language) if code in row.values else '–'}"
        for code in scene.view.others
    ]
    return f"<small>{'<br>'.join(map(escape, told))}</small>"
