"""Which factors (or definitions) the same persons have: the chart, and its figures as a table."""

from keko.charts.upset import Combination, upset_chart
from keko.segments.profiles import FactorSet, hidden_sets, largest_set
from keko.ui.segments.scene import Chart, Scene, folded, note
from keko.ui.tables import figure, table, text
from keko.words import segments as words
from keko.words.segment_sentences import persons


def combinations(sets: tuple[FactorSet, ...], caption: str, reading: str, scene: Scene) -> tuple[str | Chart, ...]:
    """Chart, note and table; empty where no combination shows. `reading`: how to read the chart."""
    language = scene.language
    largest = largest_set(sets)
    if largest is None:
        return ()
    shown = [_named(one, scene) for one in sets if one.persons]
    factors = [scene.names[code] for code in scene.model.factor_codes if any(code in one.factors for one in sets)]
    first = _named(largest, scene)
    alt = words.SETS_ALT.within(
        language, first=first.said, count=round(first.persons), persons=persons(first.persons, language)
    )
    hidden = hidden_sets(sets)
    told = f"{reading} {words.SETS_HIDDEN.within(language, count=hidden)}" if hidden else reading
    chart = Chart(upset_chart(shown, factors, language, scene.theme), f"{caption}. {alt}")
    return chart, note(told) + folded(_table(sets, caption, scene), language)


def _named(one: FactorSet, scene: Scene) -> Combination:
    return Combination(frozenset(scene.names[code] for code in one.factors), one.persons or 0.0, _said(one, scene))


def _said(one: FactorSet, scene: Scene) -> str:
    return " + ".join(scene.names[code] for code in one.factors) or words.NONE_OF_THEM.within(scene.language)


def _table(sets: tuple[FactorSet, ...], caption: str, scene: Scene) -> str:
    language = scene.language
    hidden = words.HIDDEN.within(language)
    rows = [
        [
            text(_said(one, scene), header=True),
            figure(hidden if one.persons is None else persons(one.persons, language)),
        ]
        for one in sets
    ]
    heads = [words.COMBINATION.within(language), words.PERSONS.within(language)]
    return table(caption, heads, rows, numeric=(1,), tall=True)
