"""Which factors (or definitions) the same persons have: the chart, and its figures as a table."""

from keko.charts.upset import Combination, upset_chart
from keko.segments.profiles import FactorSet, hidden_sets, largest_set
from keko.ui.html import note
from keko.ui.segments.scene import Chart, SegmentScene
from keko.ui.tables import figure, table, text
from keko.words import segments as words
from keko.words.formats import period, quantity
from keko.words.segment_figures import persons


def combinations(
    sets: tuple[FactorSet, ...], caption: str, reading: str, at: str | None, scene: SegmentScene
) -> tuple[str | Chart, ...]:
    """Chart, note and table; empty where no combination shows. `reading`: how to read the chart; `at`: the period."""
    language = scene.language
    largest = largest_set(sets)
    if largest is None:
        return ()
    named = [_combination(factor_set, scene) for factor_set in sets if factor_set.persons]
    in_sets = {code for factor_set in sets for code in factor_set.factors}
    factors = [scene.names[code] for code in scene.model.factor_codes if code in in_sets]
    alt = words.SETS_ALT.within(
        language,
        period=period(at, language) if at else "–",
        first=_in_words(largest, scene),
        persons=quantity(largest.persons or 0.0, 0, "henkilöä", language),
    )
    hidden = hidden_sets(sets)
    if hidden:
        reading = f"{reading} {words.SETS_HIDDEN.within(language, count=hidden)}"
    chart = Chart(upset_chart(named, factors, language, scene.theme), f"{caption}. {alt}")
    return chart, note(reading) + scene.folded_table(_table(sets, caption, scene))


def _combination(factor_set: FactorSet, scene: SegmentScene) -> Combination:
    names = frozenset(scene.names[code] for code in factor_set.factors)
    return Combination(names, factor_set.persons or 0.0, _in_words(factor_set, scene))


def _in_words(factor_set: FactorSet, scene: SegmentScene) -> str:
    return " + ".join(scene.names[code] for code in factor_set.factors) or words.NONE_OF_THEM.within(scene.language)


def _table(sets: tuple[FactorSet, ...], caption: str, scene: SegmentScene) -> str:
    language = scene.language
    hidden = words.HIDDEN.within(language)
    rows = [
        [
            text(_in_words(factor_set, scene), header=True),
            figure(hidden if factor_set.persons is None else persons(factor_set.persons, language)),
        ]
        for factor_set in sets
    ]
    heads = [words.COMBINATION.within(language), words.PERSONS.within(language)]
    return table(caption, heads, rows, numeric=(1,), tall=True)
