"""The figures that describe the population by topic: area, benchmark, country, verdict and direction."""

from html import escape

from keko.charts.sparkline import sparkline
from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.trend import Trend, breaks_of, trend
from keko.indicators.working_age import TOPICS, Figure
from keko.ui.html import heading
from keko.ui.population.scene import PopulationScene, heads, value_cell
from keko.ui.tables import Cell, grouped_table, text, verdict
from keko.words import benchmark, interface
from keko.words import population as words
from keko.words.formats import period, unit

_ARROWS = {"rising": "↑", "falling": "↓"}


def figures(scene: PopulationScene) -> str:
    """The table with its heading."""
    language = scene.language
    title = words.FIGURES_HEADING.within(language)
    columns = [text(words.FIGURE.within(language)), *heads(scene)]
    if _has_country(scene):
        columns.append(Cell(escape(scene.name_of(WHOLE_COUNTRY)), numeric=True))
    if not scene.is_own_benchmark:
        columns.append(text(interface.VERDICT.within(language)))
    columns.append(text(words.DIRECTION.within(language)))
    rows = [
        (words.TOPICS[topic].within(language), [_cells(one, scene) for one in wanted if one in scene.portrait])
        for topic, wanted in TOPICS.items()
    ]
    rows_by_topic = grouped_table(f"{title}: {scene.area_name}", columns, rows, kind="keko-portrait")
    return heading(title) + rows_by_topic


def trends(scene: PopulationScene) -> list[tuple[str, Trend]]:
    """Name and trend of every share."""
    shares = [one for topic in TOPICS.values() for one in topic if one in scene.portrait]
    return [
        (words.figure_name(one, scene.portrait[one].item, scene.language), _trend(scene.portrait[one], scene))
        for one in shares
        if scene.portrait[one].item.kind == "proportion"
    ]


def _trend(standing: Standing, scene: PopulationScene) -> Trend:
    return trend(standing.item, standing.own, breaks_of(standing.own.area, scene.areas))


def _has_country(scene: PopulationScene) -> bool:
    return WHOLE_COUNTRY not in (scene.view.area, scene.view.benchmark)


def _cells(one: Figure, scene: PopulationScene) -> list[Cell]:
    standing, language = scene.portrait[one], scene.language
    compared = standing.comparison
    at = compared.period or (standing.latest.period if standing.latest else None)
    series = [standing.own, *([] if scene.is_own_benchmark else [standing.benchmark]), *standing.others[:1]]
    cells = [_name(one, at, scene), *(_value(each, at, standing, scene) for each in series)]
    if not scene.is_own_benchmark:
        cells.append(Cell(verdict(compared, language, reasoned=compared.reason not in {"no interval", None})))
    return [*cells, Cell(_direction(standing, scene))]


def _name(one: Figure, at: str | None, scene: PopulationScene) -> Cell:
    """The figure's name as a link, its unit, and the ages and the period it is about."""
    item, language = scene.portrait[one].item, scene.language
    ages = words.ages_in_words(item, language)
    about = words.OF_WHOM.within(language, ages=ages, period=period(at, language)) if at else ages
    measured = f"{unit(item.unit, language)} · " if item.unit == "%" else ""
    return Cell(f"{scene.link(one)} <small>{escape(measured + about)}</small>", header=True)


def _value(series: Series, at: str | None, standing: Standing, scene: PopulationScene) -> Cell:
    point = series.at(at) if at else (series.points[-1] if series.points else None)
    return value_cell(point, standing, scene.language)


def _direction(standing: Standing, scene: PopulationScene) -> str:
    """A small line of the area's figures, and which way they go where that is clear."""
    told, language = _trend(standing, scene), scene.language
    word = escape(benchmark.TRENDS[told.judged].within(language))
    clear = told.verdict in _ARROWS
    said = f'<span aria-hidden="true">{_ARROWS[told.verdict]}</span> {word}' if clear else f"<small>{word}</small>"
    name = standing.item.names.within(language)
    return f'<span class="keko-direction">{sparkline(standing.own, standing.own, name)}<span>{said}</span></span>'
