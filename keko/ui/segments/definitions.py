"""The definitions of a family side by side: how many each counts, how many it counts alone, and how they overlap."""

from html import escape
from urllib.parse import urlencode

from keko.charts.benchmark_bar import beside_drawing
from keko.segments.definitions import Counted, Definitions
from keko.segments.models import TOTAL
from keko.ui import loads as common
from keko.ui.segments import loads
from keko.ui.segments.combinations import combinations
from keko.ui.segments.scene import Picture, Scene, heading, note
from keko.ui.segments.statement import statement
from keko.ui.tables import Cell, figure, table
from keko.words import segments as words
from keko.words.segment_sentences import counted_in_words, definitions_finding, persons


def definitions_picture(scene: Scene) -> Picture:
    """The definitions in the area."""
    language, area = scene.language, scene.view.area
    newest = loads.definitions(scene.model.id, area, None, scene.version)
    asked = scene.period_among(newest.periods)
    found = loads.definitions(scene.model.id, area, asked, scene.version) if asked else newest
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


def _table(found: Definitions, scene: Scene) -> str:
    language = scene.language
    reach = max(one.at_least for one in found.counted) or 1.0
    rows = [_row(counted, reach, scene) for counted in found.by_size]
    heads = [one.within(language) for one in (words.DEFINITION, words.PERSONS, words.ONLY_HERE, words.ALSO_OTHERS)]
    return table(words.PICTURES["maaritelmat"].within(language), heads, rows, numeric=(2, 3), kind="keko-factors")


def _row(counted: Counted, reach: float, scene: Scene) -> list[Cell]:
    language = scene.language
    size = counted_in_words(counted, language)
    bar = beside_drawing(counted.at_least, None, None, reach, f"{scene.names[counted.definition]}: {size}")
    hidden = words.HIDDEN.within(language)
    return [
        Cell(_name(counted.definition, scene), header=True),
        Cell(f'<span class="pair">{bar}<b>{escape(size)}</b></span>'),
        *(figure(hidden if value is None else persons(value, language)) for value in (counted.only, counted.shared)),
    ]


def _name(code: str, scene: Scene) -> str:
    """The definition's name, a link to its indicator where it is one."""
    name = escape(scene.names[code])
    if code not in common.catalogue(scene.version):
        return name
    query = escape(urlencode(scene.view.with_(indicator=code, picture="").parameters()))
    return f'<a href="/mittarit?{query}" target="_self">{name}</a>'


def _how_many(found: Definitions, scene: Scene) -> str:
    """Persons by how many of the definitions count them."""
    language = scene.language
    rows = []
    for counted in found.by_number:
        size = persons(counted.persons, language)
        if counted.at_least:
            size = words.AT_LEAST.within(language, persons=size)
        rows.append([Cell(str(counted.definitions), header=True), figure(size)])
    title = words.HOW_MANY.within(language)
    return table(title, [title, words.PERSONS.within(language)], rows, numeric=(1,), kind="keko-factors")
