"""Development: the series of both areas, a small picture for each indicator."""

from dataclasses import replace
from html import escape

from keko.charts.sparkline import sparkline
from keko.data.periods import position
from keko.indicators.benchmark import Row
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.trend import breaks_of, trend
from keko.ui.benchmark.cells import indicator_link
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note, reason
from keko.words import benchmark as words
from keko.words import interface
from keko.words.formats import number, period

MONTHS = 60  # of a monthly or quarterly series: more lines than that are a grey area


def multiples(scene: BenchmarkScene) -> str:
    """The pictures as HTML, theme by theme, with how to read them."""
    sections = []
    for theme, rows in scene.by_theme():
        items = "".join(f"<li>{_small_multiple(row, scene)}</li>" for row in rows)
        sections.append(f'<h2 class="keko-theme">{escape(theme)}</h2><ul class="keko-multiples">{items}</ul>')
    return "".join(sections) + note(words.DEVELOPMENT_NOTE.within(scene.language))


def _small_multiple(row: Row, scene: BenchmarkScene) -> str:
    standing = _recent(row.standing)
    names = {standing.own.area: scene.area_name, standing.benchmark.area: scene.benchmark_name}
    described = words.series_in_words(standing, names, scene.language)
    drawing = sparkline(standing.own, standing.benchmark, described)
    if not standing.own.valued:
        drawing = reason(interface.NOT_FOUND_AREA.within(scene.language), "p")
    sides = [("area", scene.area_name, standing.own), ("benchmark", scene.benchmark_name, standing.benchmark)]
    figures = "".join(_side(role, name, series, row, scene) for role, name, series in sides)
    return f"<div>{indicator_link(row, scene)}{_span(standing, scene)}</div>{drawing}<dl>{figures}</dl>"


def _recent(standing: Standing) -> Standing:
    """Without what is older than `MONTHS` periods."""

    def cut(series: Series) -> Series:
        if standing.item.frequency == "year" or not series.valued:
            return series
        last = position(series.valued[-1].period)
        return replace(series, points=tuple(point for point in series.points if position(point.period) > last - MONTHS))

    return replace(standing, own=cut(standing.own), benchmark=cut(standing.benchmark))


def _span(standing: Standing, scene: BenchmarkScene) -> str:
    valued = standing.own.valued
    if not valued:
        return ""
    ends = [period(point.period, scene.language) for point in (valued[0], valued[-1])]
    return f' <small class="span">{escape("–".join(dict.fromkeys(ends)))}</small>'


def _side(role: str, name: str, series: Series, row: Row, scene: BenchmarkScene) -> str:
    item, language = row.standing.item, scene.language
    if not series.valued:
        return f'<dt class="{role}">{escape(name)}</dt><dd>–</dd>'
    first, last = (number(series.valued[place].value or 0.0, item.decimals, language) for place in (0, -1))
    moved = escape(words.FROM_TO.within(language, first=first, last=last))
    direction = ""
    if item.frequency == "year":
        whole = row.standing.own if role == "area" else row.standing.benchmark
        direction = words.trend_in_words(trend(item, whole, breaks_of(series.area, scene.areas)), language)
    small = f"<br><small>{escape(direction)}</small>" if direction else ""
    return f'<dt class="{role}">{escape(name)}</dt><dd>{moved}{small}</dd>'
