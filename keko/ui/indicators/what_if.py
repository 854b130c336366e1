"""What another level would be in persons and euros: the benchmark's, the target's, the best fifth's. Arithmetic, and called that."""

from keko.indicators.benchmark import peers, read_field
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.indicators.what_if import WhatIf, what_if
from keko.ui import html, loads
from keko.ui.indicators import queries
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.tables import figure, table, text
from keko.ui.view import View
from keko.words import terms
from keko.words import what_if as words
from keko.words.area_labels import label
from keko.words.formats import period


@kept(200)
def rendered(indicator: str, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """The section as HTML: a table of levels, or why there is none."""
    developed, language = queries.development(indicator, view, others, version), view.language
    standing, target = developed.standing, developed.target
    found = what_if(standing, target.value if target else None, _field(standing, view, version))
    title = html.heading(words.TITLE.within(language))
    if isinstance(found, str):
        return f"<section>{title}{html.note(words.WHY_NOT[found].within(language))}</section>"
    if not found:
        return ""
    cost = standing.item.unit_cost if found[0].euros else None
    notes = [words.ARITHMETIC.within(language), *([words.cost_in_words(cost, language)] if cost else [])]
    drawn = _table(found, view, version)
    return f"<section>{title}{drawn}{html.note(' '.join(notes))}</section>"


def _field(standing: Standing, view: View, version: DataVersion) -> tuple[float, ...]:
    """What every area of the area's level has at the period at which the area stands beside the benchmark."""
    at = standing.comparison.period
    return _values(standing.item.id, view.area, view.question, at, version) if at else ()


@kept(100)
def _values(indicator: str, area: str, question: Question, at: str, version: DataVersion) -> tuple[float, ...]:
    areas, item = loads.areas(version), loads.catalogue(version)[indicator]
    with loads.engine().connect() as connection:
        field = read_field(connection, [(item, at)], peers(area, areas), areas, question)
    found = (series.at(at) for series in field.series.values())
    return tuple(point.value for point in found if point is not None and point.value is not None)


def _table(found: list[WhatIf], view: View, version: DataVersion) -> str:
    language, areas = view.language, loads.areas(version)
    has_euros = any(each.euros for each in found)
    heads = [words.LEVEL, terms.VALUE, words.PERSONS, *([words.EUROS] if has_euros else [])]
    benchmark = label(areas[view.benchmark], language)
    rows = [
        [
            text(words.level_in_words(each, benchmark, language), header=True),
            figure(words.value_in_words(each, language)),
            figure(words.persons_in_words(each, language)),
            *([figure(words.euros_in_words(each, language))] if has_euros else []),
        ]
        for each in found
    ]
    caption = words.CAPTION.within(
        language, area=label(areas[view.area], language), period=period(found[0].period, language)
    )
    return table(caption, [head.within(language) for head in heads], rows, numeric=range(1, len(heads)))
