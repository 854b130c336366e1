"""Development: the series of both areas, a small picture for each indicator."""

from dataclasses import replace
from html import escape

from keko.charts.sparkline import sparkline
from keko.data.periods import position
from keko.indicators.benchmark import Row
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.trend import breaks_of, trend
from keko.ui.benchmark.cells import Scene, note, opener
from keko.words import benchmark as words
from keko.words import interface
from keko.words.formats import number, period

MONTHS = 60  # of a monthly or quarterly series: more lines than that are a grey area


def multiples(scene: Scene) -> str:
    """The pictures as HTML, theme by theme, with how to read them."""
    parts = []
    for theme, rows in scene.by_theme():
        items = "".join(f"<li>{_one(row, scene)}</li>" for row in rows)
        parts.append(f'<h2 class="keko-theme">{escape(theme)}</h2><ul class="keko-multiples">{items}</ul>')
    return "".join(parts) + note(words.DEVELOPMENT_NOTE.within(scene.language))


def _one(row: Row, scene: Scene) -> str:
    standing = _recent(row.standing)
    names = {standing.own.area: scene.own, standing.benchmark.area: scene.benchmark}
    described = words.series_in_words(standing, names, scene.language)
    drawn = sparkline(standing.own, standing.benchmark, described)
    if not standing.own.valued:
        drawn = f'<p class="why">{escape(interface.NOT_FOUND_AREA.within(scene.language))}</p>'
    sides = [("area", scene.own, standing.own), ("benchmark", scene.benchmark, standing.benchmark)]
    told = "".join(_side(kind, name, one, row, scene) for kind, name, one in sides)
    return f"<div>{opener(row, scene)}{_span(standing, scene)}</div>{drawn}<dl>{told}</dl>"


def _recent(standing: Standing) -> Standing:
    """Without what is older than `MONTHS` periods."""

    def cut(series: Series) -> Series:
        if standing.item.frequency == "year" or not series.valued:
            return series
        last = position(series.valued[-1].period)
        return replace(series, points=tuple(point for point in series.points if position(point.period) > last - MONTHS))

    return replace(standing, own=cut(standing.own), benchmark=cut(standing.benchmark))


def _span(standing: Standing, scene: Scene) -> str:
    valued = standing.own.valued
    if not valued:
        return ""
    ends = [period(point.period, scene.language) for point in (valued[0], valued[-1])]
    return f' <small class="span">{escape("–".join(dict.fromkeys(ends)))}</small>'


def _side(kind: str, name: str, series: Series, row: Row, scene: Scene) -> str:
    item, language = row.standing.item, scene.language
    if not series.valued:
        return f'<dt class="{kind}">{escape(name)}</dt><dd>–</dd>'
    first, last = (number(series.valued[place].value or 0.0, item.decimals, language) for place in (0, -1))
    moved = escape(words.FROM_TO.within(language, first=first, last=last))
    direction = ""
    if item.frequency == "year":
        whole = row.standing.own if kind == "area" else row.standing.benchmark
        direction = words.direction_in_words(trend(item, whole, breaks_of(series.area, scene.areas)), language)
    small = f"<br><small>{escape(direction)}</small>" if direction else ""
    return f'<dt class="{kind}">{escape(name)}</dt><dd>{moved}{small}</dd>'
