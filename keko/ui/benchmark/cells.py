"""The cells that the tables of the benchmark have in common."""

from html import escape
from typing import Literal

from keko.config import Language
from keko.indicators.absence import absence
from keko.indicators.benchmark import Row
from keko.indicators.series import Series
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import demo_tag, note, reason
from keko.ui.tables import Cell, figure, text, verdict
from keko.words import benchmark as words
from keko.words.differences import ROUNDED, difference_as_shown, is_rounded_apart, limits_in_words
from keko.words.explanations import absence_in_words
from keko.words.formats import number, period, unit
from keko.words.sentences import persons_in_words
from keko.words.terms import HIDDEN, NO_FIGURE


def indicator_link(row: Row, scene: BenchmarkScene) -> str:
    """The indicator's name, a link that opens it with the same areas, with its unit and, among real ones, its demo mark."""
    item, language = row.standing.item, scene.language
    name = scene.indicator_link(item.id, item.names.within(language))
    tag = f" {demo_tag(language)}" if scene.is_mixed and row.standing.is_demo else ""
    return f"{name} <small>{escape(unit(item.unit, language))}</small>{tag}"


def name_cell(row: Row, scene: BenchmarkScene) -> Cell:
    """The head of a row."""
    return Cell(indicator_link(row, scene), header=True)


def period_cell(row: Row, scene: BenchmarkScene) -> Cell:
    """When the figures are from."""
    return text(period(row.period, scene.language) if row.period else "–")


def value_cell(value: float | None, row: Row, side: Literal["area", "benchmark"], scene: BenchmarkScene) -> Cell:
    """A figure of one side in the indicator's decimals; with the count it comes from, where it is per resident. Why there is
    none, where there is none."""
    language = scene.language
    if value is None:
        series = row.standing.own if side == "area" else row.standing.benchmark
        return Cell(blank(series, language), numeric=True)
    plain = number(value, row.standing.item.decimals, language)
    count = row.count(side)
    small = "" if count is None else f"<br><small>{escape(number(count, 0, language))}</small>"
    return Cell(escape(plain) + small, numeric=True)


def blank(series: Series, language: Language) -> str:
    """What stands where an area has no figure: that it is hidden or is not there, with the whole reason as its title."""
    short = HIDDEN if absence(series) == "hidden" else NO_FIGURE
    return reason(short.within(language), title=why_none(series, language))


def why_none(series: Series, language: Language) -> str:
    """Why an area has no figure in a row: at all, or at the row's period."""
    return absence_in_words(series, language) or NO_FIGURE.within(language)


def why_not(row: Row, code: str, scene: BenchmarkScene) -> str:
    """Why an area of the field has no figure at the period of the row."""
    series = row.field.get(code)
    return why_none(series, scene.language) if series and series.points else words.NO_VALUE.within(scene.language)


def difference_cell(row: Row, scene: BenchmarkScene) -> Cell:
    """The difference and its interval."""
    comparison, language, decimals = row.comparison, scene.language, row.standing.item.decimals
    if comparison.difference is None or comparison.reason == "same area":
        return figure("–")
    interval = limits_in_words(comparison, decimals, language)
    small = f"<br><small>{escape(interval)}</small>" if interval else ""
    return Cell(escape(difference_as_shown(comparison, decimals, language)) + small, numeric=True)


def rounded_note(scene: BenchmarkScene) -> str:
    """That differences are of exact figures, where one shown is not that of the figures beside it; else empty."""
    apart = any(is_rounded_apart(row.comparison, row.standing.item.decimals) for row in scene.rows)
    return note(ROUNDED.within(scene.language)) if apart else ""


def verdict_cell(row: Row, scene: BenchmarkScene) -> Cell:
    """The verdict, what it rests on where that is not usual, and the persons a real difference corresponds to."""
    comparison, language = row.comparison, scene.language
    word = verdict(comparison, language)
    if comparison.persons is None or not comparison.is_real:
        return Cell(word)
    return Cell(f"{word}<br><small>{escape(persons_in_words(comparison.persons, language))}</small>")
