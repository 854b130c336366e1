"""The figures of a chart as a table: the newest period first."""

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import Standing
from keko.ui.tables import Cell, figure, table, text
from keko.words import interface as words
from keko.words.area_labels import short_names
from keko.words.explanations import explain, origin_in_words
from keko.words.formats import number, period, unit
from keko.words.subject import subject


def series_table(standing: Standing, question: Question, areas: Areas, language: Language) -> str:
    """Every series of `standing` by period: value, interval where the series has any, or why there is no value."""
    names = short_names([series.area for series in standing.every_series], areas, language)
    heads = [words.PERIOD.within(language)]
    for series in standing.every_series:
        heads += [
            _head(series, names[series.area], language),
            *([words.INTERVAL.within(language)] if _has_limits(series) else []),
        ]
    periods = sorted({point.period for series in standing.every_series for point in series.points}, reverse=True)
    rows = [
        [
            text(period(code, language), header=True),
            *(
                cell
                for series in standing.every_series
                for cell in _cells(series.at(code), _has_limits(series), standing.item.decimals, language)
            ),
        ]
        for code in periods
    ]
    caption = f"{subject(standing.item, question, language)}, {unit(standing.item.unit, language)}"
    return table(caption, heads, rows, numeric=range(1, len(heads)), tall=True)


def _head(series: Series, name: str, language: Language) -> str:
    labels = (name, origin_in_words(series, language))
    return ", ".join(label for label in labels if label)


def _has_limits(series: Series) -> bool:
    return any(point.lower is not None and point.upper is not None for point in series.valued)


def _cells(point: Point | None, with_limits: bool, decimals: int, language: Language) -> list[Cell]:
    """The value, or why there is none, and its interval if there is a column for it."""
    if point is None:
        return [text("")] * (1 + with_limits)
    note = explain(point, language)
    if point.value is None:
        return [Cell(f"<small>{text(note).html}</small>"), *([text("")] * with_limits)]
    value = figure(number(point.value, decimals, language)).html
    noted = f"{value} <small>{text(note).html}</small>" if note else value
    limits = [figure(_interval(point, decimals, language))] if with_limits else []
    return [Cell(noted, numeric=True), *limits]


def _interval(point: Point, decimals: int, language: Language) -> str:
    if point.lower is None or point.upper is None:
        return "–"
    return f"{number(point.lower, decimals, language)}–{number(point.upper, decimals, language)}"
