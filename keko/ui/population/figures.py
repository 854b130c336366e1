"""The figures that describe the population by topic: area, benchmark, country, verdict and direction."""

from html import escape

from keko.charts.sparkline import sparkline
from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.over_time.trend import Trend
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.working_age import Figure, Portrait
from keko.ui.html import heading
from keko.ui.population.scene import PopulationScene, heads, value_cell, with_form
from keko.ui.tables import Cell, grouped_table, text, verdict
from keko.words import benchmark, interface
from keko.words import population as words
from keko.words.formats import period, unit

_ARROWS = {"risen": "↑", "fallen": "↓"}


def figures(portrait: Portrait, scene: PopulationScene) -> str:
    """The table with its heading; `scene`: of the portrait's standings."""
    language = scene.language
    title = words.FIGURES_HEADING.within(language)
    columns = [text(words.FIGURE.within(language)), *heads(scene)]
    if _has_country(scene):
        columns.append(Cell(escape(scene.name_of(WHOLE_COUNTRY)), numeric=True))
    columns += [text(head.within(language)) for head in (interface.VERDICT, words.DIRECTION)]
    rows = [
        (words.TOPICS[topic].within(language), [_cells(figure, portrait.trends[figure], scene) for figure in described])
        for topic, described in portrait.contents.topics.items()
    ]
    return heading(title) + grouped_table(f"{title}: {scene.area_and_sex}", columns, rows, kind="keko-portrait")


def _has_country(scene: PopulationScene) -> bool:
    return WHOLE_COUNTRY not in (scene.view.area, scene.view.benchmark)


def _cells(figure: Figure, trend: Trend, scene: PopulationScene) -> list[Cell]:
    standing, language = scene.standings[figure], scene.language
    at, comparison = standing.period, standing.comparison
    every_series = [standing.own, standing.benchmark, *standing.others[:1]]
    cells = [_name(figure, at, scene), *(_value(series, at, standing, scene) for series in every_series)]
    return [*cells, Cell(verdict(comparison, language)), Cell(_direction(figure, trend, scene))]


def _name(figure: Figure, at: str | None, scene: PopulationScene) -> Cell:
    """The figure's name as a link, its unit, and the ages and the period it is about."""
    item, language = scene.standings[figure].item, scene.language
    whom = words.whom_in_words(item, scene.view.sex, language)
    about = words.OF_WHOM.within(language, whom=whom, period=period(at, language)) if at else whom
    measured = f"{unit(item.unit, language)} · " if item.unit == "%" else ""
    return Cell(f"{scene.link(figure)} <small>{escape(measured + about)}</small>", header=True)


def _value(series: Series, at: str | None, standing: Standing, scene: PopulationScene) -> Cell:
    point = series.at(at) if at else (series.points[-1] if series.points else None)
    form = next((each for each in standing.as_compared.every_series if each.area == series.area), series)
    return with_form(
        value_cell(point, standing, scene.language, series), form.at(at) if at else None, standing, scene.language
    )


def _direction(figure: Figure, trend: Trend, scene: PopulationScene) -> str:
    """A small line of the area's figures, and which way they have gone where that is clear."""
    own = scene.standings[figure].own
    word = escape(benchmark.TRENDS[trend.judged].within(scene.language))
    clear = trend.verdict in _ARROWS
    direction = (
        f'<span aria-hidden="true">{_ARROWS[trend.verdict]}</span> {word}' if clear else f"<small>{word}</small>"
    )
    line = sparkline(own, own, scene.described(figure))
    return f'<span class="keko-direction">{line}<span>{direction}</span></span>'
