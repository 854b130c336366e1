"""The definitions of a family side by side: how many each counts, how many it counts alone, and how they overlap."""

from html import escape

from keko.charts.benchmark_bar import benchmark_bar
from keko.segments.definitions import Counted, Definitions
from keko.segments.findings import together
from keko.segments.models import TOTAL
from keko.segments.store import usual_model
from keko.ui import loads
from keko.ui.html import heading, note
from keko.ui.segments import queries
from keko.ui.segments.combinations import combinations
from keko.ui.segments.scene import Picture, SegmentScene, drawn_figure
from keko.ui.segments.statement import statement
from keko.ui.tables import Cell, figure, table
from keko.words import segments as words
from keko.words.segment_definitions import (
    AT_LEAST_ONE,
    counted_in_words,
    definitions_finding,
    definitions_paragraph,
    groups_beside,
)
from keko.words.segment_figures import persons, whom
from keko.words.sentences import capital


def definitions_picture(scene: SegmentScene) -> Picture:
    """The definitions in the area."""
    language, area = scene.language, scene.view.area
    newest = queries.definitions(scene.model.id, area, None, scene.version)
    period = scene.period_among(newest.periods)
    overlaps = queries.definitions(scene.model.id, area, period, scene.version) if period else newest
    finding = definitions_finding(overlaps, scene.model, language)
    if not overlaps.counted:
        return Picture(finding, "", (statement(scene),))
    caption = words.OVERLAP.within(language)
    reading = words.OVERLAP_NOTE.within(language, whom=whom(scene.model, TOTAL, language))
    blocks = (
        _table(overlaps, scene) + _beside_groups(overlaps, scene) + scene.beneath(overlaps.period),
        heading(caption),
        *combinations(overlaps.sets, caption, reading, overlaps.period, scene),
        _how_many(overlaps, scene) + statement(scene),
    )
    return Picture(finding, definitions_paragraph(overlaps, language), blocks, period=overlaps.period)


def _beside_groups(overlaps: Definitions, scene: SegmentScene) -> str:
    """How the figures agree with those of the groups at the same period, in small type."""
    models = loads.segment_models(scene.version)
    id_ = usual_model(models.values(), "segments")
    if id_ is None or overlaps.period is None:
        return ""
    model, area = models[id_].model, scene.view.area
    standings = queries.overview(id_, (area,), overlaps.period, TOTAL, scene.version).standings[area]
    sentence = groups_beside(together(standings, model.difficult_codes), model, overlaps.period, scene.language)
    return note(sentence) if sentence else ""


def _table(overlaps: Definitions, scene: SegmentScene) -> str:
    """What the finding tells first, then each definition in lesser type."""
    language = scene.language
    reach = max(overlaps.any_persons or 0.0, *(counted.at_least for counted in overlaps.counted)) or 1.0
    rows = [_row(counted, reach, scene) for counted in overlaps.by_size]
    if overlaps.extremes is not None and overlaps.any_persons is not None:
        rows.insert(0, _at_least_one(overlaps.any_persons, reach, scene))
    heads = [title.within(language) for title in (words.DEFINITION, words.PERSONS, words.ONLY_HERE, words.ALSO_OTHERS)]
    return table(words.PICTURES["maaritelmat"].within(language), heads, rows, numeric=(2, 3), kind="keko-factors")


def _at_least_one(any_persons: float, reach: float, scene: SegmentScene) -> list[Cell]:
    name, size = capital(AT_LEAST_ONE.within(scene.language)), persons(any_persons, scene.language)
    bar = benchmark_bar(any_persons, None, None, reach, f"{name}: {size}")
    return [Cell(f"<b>{escape(name)}</b>", header=True), Cell(drawn_figure(bar, size)), figure(""), figure("")]


def _row(counted: Counted, reach: float, scene: SegmentScene) -> list[Cell]:
    language = scene.language
    size = counted_in_words(counted, language)
    bar = benchmark_bar(counted.at_least, None, None, reach, f"{scene.names[counted.definition]}: {size}")
    hidden = words.HIDDEN.within(language)
    return [
        Cell(_name(counted.definition, scene), header=True),
        Cell(drawn_figure(bar, size, lesser=True)),
        *(figure(hidden if value is None else persons(value, language)) for value in (counted.only, counted.shared)),
    ]


def _name(code: str, scene: SegmentScene) -> str:
    """The definition's name, a link to its indicator where it is one."""
    name = scene.names[code]
    if code not in loads.catalogue(scene.version):
        return escape(name)
    return scene.indicator_link(code, name, picture="")


def _how_many(overlaps: Definitions, scene: SegmentScene) -> str:
    """Persons by how many of the definitions count them."""
    language = scene.language
    rows = []
    for counted in overlaps.by_number:
        size = persons(counted.persons, language)
        if counted.at_least:
            size = words.AT_LEAST.within(language, persons=size)
        rows.append([Cell(str(counted.definitions), header=True), figure(size)])
    title = words.HOW_MANY.within(language)
    return table(title, [title, words.PERSONS.within(language)], rows, numeric=(1,), kind="keko-factors")
