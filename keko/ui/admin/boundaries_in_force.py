"""Boundaries in words and tables: where they come from, which levels they have, and what others would change."""

from collections.abc import Mapping

from keko.config import Language
from keko.data.geometry import Boundaries, Served
from keko.data.levels import LEVELS
from keko.ui import html
from keko.ui.colleagues import name_of
from keko.ui.session import Visit
from keko.ui.tables import Cell, figure, table, text
from keko.words import admin_boundaries as words
from keko.words import terms
from keko.words.formats import moment, number


def facts(current: Boundaries | None, visit: Visit) -> str:
    """What is told of the boundaries in force, and their levels."""
    language = visit.view.language
    if current is None:
        return html.paragraph(words.NONE.within(language))
    origin = current.origin
    at, by = moment(current.created_at, language), name_of(current.created_by, visit)
    told = {
        terms.SOURCE: origin.source.within(language),
        terms.LICENCE: origin.licence or terms.LICENCE_NOT_KNOWN.within(language),
        words.YEAR: str(origin.year) if origin.year else words.NO_YEAR.within(language),
        words.SYSTEM: origin.crs,
        words.BORDERS: (words.SCHEMATIC if origin.is_schematic else words.REAL).within(language),
        words.SEA: words.SEAS[origin.sea].within(language),
        words.BROUGHT: words.BROUGHT_BY.within(language, at=at, by=by),
    }
    heads = [head.within(language) for head in (words.FACT, terms.VALUE)]
    rows = [[text(name.within(language), header=True), text(value)] for name, value in told.items()]
    levels = [head.within(language) for head in (words.LEVEL, words.AREAS, words.SIZE)]
    layers = [
        [text(_level(level, language), header=True), *_measured(own, language)]
        for level, own in _by_level(current.layers)
    ]
    title = words.IN_FORCE.within(language)
    return table(title, heads, rows) + table(words.LEVELS.within(language), levels, layers, numeric=(1, 2))


def compared(now: Mapping[str, Served], then: Mapping[str, Served], language: Language) -> str:
    """By level the areas and sizes that are served, and those that would be."""
    titles = (words.LEVEL, words.AREAS_NOW, words.AREAS_THEN, words.SIZE_NOW, words.SIZE_THEN)
    rows = []
    for level, own in _by_level(then):
        (areas, size), (areas_then, size_then) = _measured(now.get(level), language), _measured(own, language)
        rows.append([text(_level(level, language), header=True), areas, areas_then, size, size_then])
    title = words.WOULD_CHANGE.within(language)
    return table(title, [head.within(language) for head in titles], rows, numeric=(1, 2, 3, 4))


def in_words(boundaries: Boundaries, language: Language) -> str:
    """Source and year."""
    origin = boundaries.origin
    return ", ".join(filter(None, (origin.source.within(language), str(origin.year or ""))))


def _by_level(layers: Mapping[str, Served]) -> list[tuple[str, Served]]:
    return [(level, layers[level]) for level in LEVELS if level in layers]


def _level(level: str, language: Language) -> str:
    return terms.LEVELS[level].within(language)


def _measured(own: Served | None, language: Language) -> tuple[Cell, Cell]:
    """How many areas, and kilobytes."""
    if own is None:
        return figure("–"), figure("–")
    return figure(number(own.features, 0, language)), figure(number(own.size / 1000, 0, language))
