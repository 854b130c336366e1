"""The figures of a frozen view: those that a decision may be taken on, series to be drawn again, and a table of them."""

from collections.abc import Iterable, Sequence

from keko.config import Language
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import Standing
from keko.room.frozen import Figure, Plot, Table
from keko.ui import loads
from keko.ui.loads import DataVersion
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import label, short_names
from keko.words.formats import number, period, quantity, unit
from keko.words.sentences import compared_value_in_words, value_in_words, verdict_in_words
from keko.words.subject import subject
from keko.words.terms import INTERVAL, VALUE_AT


def figure(standing: Standing, question: Question, version: DataVersion, view: View) -> Figure | None:
    """The newest figure of a standing's own area, None where it has none; its point in the form in which areas are compared."""
    point, language, form = standing.latest, view.language, standing.as_compared
    if point is None or point.value is None:
        return None
    compared = form.own.at(point.period) or point
    name = f"{subject(standing.item, question, language)} – {label(loads.areas(version)[standing.own.area], language)}"
    series = standing.own
    return Figure(
        series.indicator,
        series.area,
        question.sex,
        question.age,
        question.breakdown,
        name,
        _written(standing, point, language),
        dict(compared._asdict()),
        series.is_demo,
    )


def _written(standing: Standing, point: Point, language: Language) -> str:
    """The value with its period, its interval where it has one, and what a count is per resident."""
    item = standing.item
    value = quantity(point.value or 0.0, item.decimals, item.unit, language)
    parts = [VALUE_AT.within(language, value=value, period=period(point.period, language))]
    if point.lower is not None and point.upper is not None:
        limits = (number(limit, item.decimals, language) for limit in (point.lower, point.upper))
        parts.append(f"{INTERVAL.within(language)} {'–'.join(limits)}")
    return ", ".join([*parts, *filter(None, [compared_value_in_words(standing, language)])])


def rests_on(standings: Iterable[Standing], version: DataVersion) -> tuple[str, ...]:
    """The indicators that the figures of standings are of, and those that count the residents by whom they are compared."""
    ids, is_per_resident = [], False
    for standing in standings:
        ids.append(standing.item.id)
        is_per_resident |= any(series.estimated for series in standing.as_compared.every_series)
    return (*ids, *(residents(version) if is_per_resident else ()))


def residents(version: DataVersion) -> tuple[str, ...]:
    """The indicators that count residents."""
    return tuple(id_ for id_, item in loads.catalogue(version).items() if item.counts_residents)


def figures(standings: Iterable[Standing], question: Question, version: DataVersion, view: View) -> tuple[Figure, ...]:
    """Those of several standings."""
    every = (figure(standing, question, version, view) for standing in standings)
    return tuple(each for each in every if each)


def line_plot(every: Sequence[Series], names: dict[str, str], title: str, code: str, alt: str, view: View) -> Plot:
    """Series over time. `code`: of their unit."""
    periods = sorted({point.period for series in every for point in series.points})

    def value(series: Series, at: str) -> float | None:
        point = series.at(at)
        return point.value if point else None

    return Plot(
        "line",
        title,
        unit(code, view.language),
        tuple(period(each, view.language) for each in periods),
        tuple((names[series.area], tuple(value(series, at) for at in periods)) for series in every),
        alt,
    )


def standings_table(standings: Sequence[Standing], title: str, view: View, version: DataVersion) -> Table:
    """Each indicator of the area beside its benchmark, as it is written, with the verdict."""
    language = view.language
    names = short_names((view.area, view.benchmark), loads.areas(version), language)
    heads = (words.INDICATOR.within(language), *names.values(), words.VERDICT.within(language))
    rows = tuple(
        (
            subject(standing.item, view.question, language),
            value_in_words(standing, language),
            _beside(standing, view),
            verdict_in_words(standing.comparison, language),
        )
        for standing in standings
    )
    return Table(title, heads, rows)


def _beside(standing: Standing, view: View) -> str:
    point, item = standing.benchmark.latest, standing.item
    if point is None or point.value is None:
        return "–"
    value = quantity(point.value, item.decimals, item.unit, view.language)
    return VALUE_AT.within(view.language, value=value, period=period(point.period, view.language))
