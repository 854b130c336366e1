"""All indicators of an area beside its benchmark, theme by theme."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from urllib.parse import urlencode

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.situation import Standing
from keko.ui.tables import Cell, figure, table, text, verdict
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import short
from keko.words.formats import number, period, signed, unit
from keko.words.sentences import limits_in_words
from keko.words.terms import THEMES


def benchmark_tables(found: Sequence[Standing], view: View, areas: Areas) -> str:
    """One table a theme, as HTML; the name of an indicator opens it with the same areas."""
    mixed = len({one.is_demo for one in found}) > 1
    ordered = sorted(found, key=lambda one: list(THEMES).index(one.item.theme))
    return "".join(
        _theme_table(theme, list(group), view, areas, mixed)
        for theme, group in groupby(ordered, lambda one: one.item.theme)
    )


def _theme_table(theme: str, found: list[Standing], view: View, areas: Areas, tagged: bool) -> str:
    language = view.language
    own, other = (short(areas[code], language) for code in (view.area, view.benchmark))
    titles = (words.INDICATOR, words.PERIOD, own, other, words.DIFFERENCE, words.INTERVAL, words.VERDICT)
    heads = [title if isinstance(title, str) else title.within(language) for title in titles]
    rows = [_row(one, view, tagged) for one in found]
    return table(THEMES[theme].within(language), heads, rows, numeric=(2, 3, 4, 5), kind="comparison")


def _row(standing: Standing, view: View, tagged: bool) -> list[Cell]:
    language, compared, item = view.language, standing.comparison, standing.item

    def shown(value: float | None) -> Cell:
        return figure("–" if value is None else number(value, item.decimals, language))

    difference = compared.difference
    return [
        Cell(_opener(standing, view, tagged), header=True),
        text(period(compared.period, language) if compared.period else "–"),
        shown(compared.area_value),
        shown(compared.benchmark_value),
        Cell("–", numeric=True)
        if difference is None
        else Cell(_difference(standing, difference, language), numeric=True),
        figure(limits_in_words(compared, item.decimals, language) or "–"),
        Cell(verdict(compared, language)),
    ]


def _opener(standing: Standing, view: View, tagged: bool) -> str:
    query = urlencode(view.with_(indicator=standing.item.id).parameters())
    demo = (
        f' <span class="keko-tag">{escape(words.DEMO_TILE.within(view.language))}</span>'
        if tagged and standing.is_demo
        else ""
    )
    name, measured = standing.item.names.within(view.language), unit(standing.item.unit, view.language)
    return f'<a href="/mittarit?{escape(query)}">{escape(name)}</a> <small>{escape(measured)}</small>{demo}'


def _difference(standing: Standing, difference: float, language: Language) -> str:
    said = escape(signed(difference, standing.item.decimals, language))
    persons = standing.comparison.persons
    if persons is None or standing.comparison.verdict in {"no difference", "not compared"}:
        return said
    return f"{said}<br><small>{escape(words.PERSONS.within(language, persons=number(persons, 0, language)))}</small>"
