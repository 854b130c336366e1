"""Development: the series of both areas, a small picture for each indicator."""

from html import escape

from keko.charts.sparkline import sparkline
from keko.indicators.benchmark import Row
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.ui.benchmark.cells import indicator_link, why_none
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note, reason
from keko.words import benchmark as words
from keko.words.formats import number, period
from keko.words.sentences import capital


def multiples(scene: BenchmarkScene) -> str:
    """The pictures as HTML, theme by theme, with how to read them."""
    sections = []
    for theme, rows in scene.by_theme():
        items = "".join(f"<li>{_small_multiple(row, scene)}</li>" for row in rows)
        sections.append(f'<h2 class="keko-theme">{escape(theme)}</h2><ul class="keko-multiples">{items}</ul>')
    return "".join(sections) + note(words.DEVELOPMENT_NOTE.within(scene.language))


def _small_multiple(row: Row, scene: BenchmarkScene) -> str:
    standing = row.recent
    names = {standing.own.area: scene.area_name, standing.benchmark.area: scene.benchmark_name}
    described = words.series_in_words(standing, scene.view.question, names, scene.language)
    drawing = sparkline(standing.own, standing.benchmark, described)
    if not standing.own.valued:
        drawing = reason(capital(why_none(standing.own, scene.language)), "p")
    sides = [("area", scene.area_name, standing.own), ("benchmark", scene.benchmark_name, standing.benchmark)]
    figures = "".join(_side(role, name, series, row, scene) for role, name, series in sides)
    return f"<div>{indicator_link(row, scene)}{_span(standing, scene)}</div>{drawing}<dl>{figures}</dl>"


def _span(standing: Standing, scene: BenchmarkScene) -> str:
    valued = standing.own.valued
    if not valued:
        return ""
    ends = [period(point.period, scene.language) for point in (valued[0], valued[-1])]
    return f' <small class="span">{escape("–".join(dict.fromkeys(ends)))}</small>'


def _side(role: str, name: str, series: Series, row: Row, scene: BenchmarkScene) -> str:
    item, language = row.standing.item, scene.language
    if not series.valued:
        return f'<dt class="{role}">{escape(name)}</dt><dd>{reason(why_none(series, language))}</dd>'
    first, last = (number(series.valued[place].value or 0.0, item.decimals, language) for place in (0, -1))
    moved = escape(words.FROM_TO.within(language, first=first, last=last))
    trend = row.trend(series, scene.areas)
    direction = words.direction_in_words(trend, language) if trend else ""
    small = f"<br><small>{escape(direction)}</small>" if direction else ""
    return f'<dt class="{role}">{escape(name)}</dt><dd>{moved}{small}</dd>'
