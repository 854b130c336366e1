"""The definitions of a family side by side: how many each counts, how many it counts alone, and how they overlap."""

from collections import Counter
from html import escape

from keko.charts.benchmark_bar import beside_drawing
from keko.segments.definitions import Counted, Definitions
from keko.segments.models import TOTAL
from keko.ui import loads
from keko.ui.html import heading, note
from keko.ui.segments import queries
from keko.ui.segments.combinations import combinations
from keko.ui.segments.scene import Picture, SegmentScene
from keko.ui.segments.statement import statement
from keko.ui.tables import Cell, figure, table
from keko.words import segments as words
from keko.words.segment_sentences import counted_in_words, definitions_finding, persons


def definitions_picture(scene: SegmentScene) -> Picture:
    """The definitions in the area."""
    language, area = scene.language, scene.view.area
    newest = queries.definitions(scene.model.id, area, None, scene.version)
    asked = scene.period_among(newest.periods)
    found = queries.definitions(scene.model.id, area, asked, scene.version) if asked else newest
    finding = definitions_finding(found, language)
    if not found.counted:
        return Picture(finding, "", (statement(scene),))
    caption = words.OVERLAP.within(language)
    one_sex = note(words.SEX_NOT_HERE.within(language)) if scene.view.sex != TOTAL else ""
    blocks = (
        _table(found, scene) + scene.beneath(found.period) + one_sex,
        heading(caption),
        *combinations(found.sets, caption, words.OVERLAP_NOTE.within(language), scene),
        _how_many(found, scene) + statement(scene),
    )
    return Picture(finding, "", blocks)


def _table(found: Definitions, scene: SegmentScene) -> str:
    language = scene.language
    reach = max(one.at_least for one in found.counted) or 1.0
    alone = {one.factors[0]: one for one in found.sets if len(one.factors) == 1}
    hidden = {code for code, one in alone.items() if one.persons is None}
    ordered = sorted(found.counted, key=lambda one: -one.at_least)
    rows = [_row(one, one.definition in hidden, reach, scene) for one in ordered]
    heads = [one.within(language) for one in (words.DEFINITION, words.PERSONS, words.ONLY_HERE, words.ALSO_OTHERS)]
    return table(words.PICTURES["maaritelmat"].within(language), heads, rows, numeric=(2, 3), kind="keko-factors")


def _row(one: Counted, only_hidden: bool, reach: float, scene: SegmentScene) -> list[Cell]:
    language = scene.language
    said = counted_in_words(one, language)
    drawn = beside_drawing(one.at_least, None, None, reach, f"{scene.names[one.definition]}: {said}")
    # A combination that nobody has is not told of at all.
    only = None if only_hidden else one.only or 0.0
    others = None if only is None or one.persons is None else one.persons - only
    shown = [
        figure(words.HIDDEN.within(language) if value is None else persons(value, language)) for value in (only, others)
    ]
    return [
        Cell(_name(one.definition, scene), header=True),
        Cell(f'<span class="pair">{drawn}<b>{escape(said)}</b></span>'),
        *shown,
    ]


def _name(code: str, scene: SegmentScene) -> str:
    """The definition's name, a link to its indicator where it is one."""
    name = scene.names[code]
    if code not in loads.catalogue(scene.version):
        return escape(name)
    return scene.indicator_link(code, name, picture="")


def _how_many(found: Definitions, scene: SegmentScene) -> str:
    """Persons by how many of the definitions count them."""
    language = scene.language
    counts: Counter[int] = Counter()
    hidden = {len(one.factors) for one in found.sets if one.persons is None}
    for one in found.sets:
        counts[len(one.factors)] += int(one.persons or 0)
    rows = []
    for count in sorted(set(counts) - {0}):
        said = persons(counts[count], language)
        if count in hidden:
            said = words.AT_LEAST.within(language, persons=said)
        rows.append([Cell(str(count), header=True), figure(said)])
    title = words.HOW_MANY.within(language)
    return table(title, [title, words.PERSONS.within(language)], rows, numeric=(1,), kind="keko-factors")
