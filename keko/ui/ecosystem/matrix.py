"""The groups by the stages: how many services, who has none, where many do the same; and the list that a cell opens."""

from collections.abc import Sequence
from html import escape

from keko.ecosystem.picture import Cell as Place
from keko.ecosystem.picture import Matrix, matrix
from keko.ecosystem.records import Method
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import heading, marked_word, note, reason
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_sentences as sentences
from keko.words.sentences import joined
from keko.words.terms import SOURCE
from keko.words.waits import in_days


def matrix_picture(scene: EcosystemScene) -> Picture:
    """The table, and the list of the chosen cell."""
    language = scene.language
    if scene.model is None:
        return Picture(words.NO_MODEL.within(language))
    found = matrix_of(scene)
    heads = [words.GROUP.within(language), words.PERSONS.within(language), *scene.stage_names.values()]
    rows = [_row(group, found, scene) for group in scene.group_names]
    caption = words.MATRIX_OF.within(language, area=scene.area_name)
    drawn = table(caption, heads, rows, numeric=(1,), kind="keko-stages")
    blocks = (_cell_list(found, scene), drawn, note(words.MATRIX_NOTE.within(language)), _never_used(found, scene))
    demo_flags = frozenset({scene.is_demo_model})
    return Picture(_finding(found, scene), tuple(filter(None, blocks)), demo_flags)


def matrix_of(scene: EcosystemScene) -> Matrix:
    """The groups of the model by the stages, in the view's area."""
    persons = {group: scene.sizes.get(group) for group in scene.group_names}
    return matrix(scene.here, persons, scene.stages)


def _row(group: str, found: Matrix, scene: EcosystemScene) -> list[Cell]:
    return [
        text(scene.group(group), header=True),
        _persons(group, scene),
        *(Cell(_place(found.cells[group, stage], scene)) for stage in scene.stage_names),
    ]


def _persons(group: str, scene: EcosystemScene) -> Cell:
    persons = scene.sizes.get(group)
    if persons is None:
        return Cell(reason(scene.why_no_size(group), "span"), numeric=True)
    return figure(scene.persons(persons))


def _place(place: Place, scene: EcosystemScene) -> str:
    """How many services, a link to their list; a gap and an overlap by shape and word."""
    language = scene.language
    count = words.COUNT_OF_SERVICES.within(language, count=len(place.services))
    parts = [scene.to_cell(place.segment, place.stage, count)] if place.services else []
    if place.is_gap:
        link = scene.to_cell(place.segment, place.stage, words.GAP.within(language))
        parts.append(f'<span class="keko-verdict worse"><span aria-hidden="true">◇</span> {link}</span>')
    if place.is_overlap:
        parts.append(marked_word("●", words.OVERLAP.within(language, count=len(place.actors)), "higher"))
    if place.unused:
        parts.append(f"<small>{escape(words.UNUSED.within(language, count=len(place.unused)))}</small>")
    return "<br>".join(parts)


def _cell_list(found: Matrix, scene: EcosystemScene) -> str:
    """The services of the chosen cell, and the methods that are not used in it."""
    view, language = scene.view, scene.language
    place = found.cells.get((view.segment or "", view.stage or ""))
    if place is None:
        return ""
    title = words.CELL_OF.within(language, group=scene.group(place.segment), stage=scene.stage(place.stage))
    if place.services:
        titles = (words.SERVICE, words.ACTOR, words.HOW, words.AGREED, words.METHODS)
        rows = [
            [
                Cell(scene.marked(service.key), header=True),
                text(scene.named(("actor", service.actor))),
                text(service.how.within(language)),
                text("" if service.agreed_days is None else in_days(service.agreed_days, language)),
                text(", ".join(scene.named(("method", method)) for method in service.methods)),
            ]
            for service in place.services
        ]
        drawn = table(title, [name.within(language) for name in titles], rows, kind="keko-agreed")
    else:
        drawn = heading(title) + marked_word("◇", _without(place, scene), "worse")
    return drawn + (_methods(place.unused, words.OTHER_METHODS.within(language), scene) if place.unused else "")


def _without(place: Place, scene: EcosystemScene) -> str:
    persons = scene.sizes.get(place.segment)
    words_of = [words.GAP.within(scene.language), *([] if persons is None else [scene.in_persons(persons)])]
    return ": ".join(words_of)


def _never_used(found: Matrix, scene: EcosystemScene) -> str:
    if not found.never_used:
        return ""
    return _methods(found.never_used, words.NEVER_USED.within(scene.language), scene)


def _methods(methods: Sequence[Method], title: str, scene: EcosystemScene) -> str:
    language = scene.language
    rows = [
        [
            Cell(scene.marked(method.key), header=True),
            text(words.EVIDENCE[method.evidence].within(language)),
            text(method.source),
        ]
        for method in methods
    ]
    titles = (words.METHOD, words.STRENGTH, SOURCE)
    return table(title, [name.within(language) for name in titles], rows, kind="keko-agreed")


def _finding(found: Matrix, scene: EcosystemScene) -> str:
    """How many gaps, the largest of them, and how many overlaps."""
    language, gaps = scene.language, found.gaps
    told = sentences.MATRIX_GAPS.within(language, count=len(gaps), all=len(found.cells))
    if gaps and gaps[0].persons:
        told += sentences.MATRIX_LARGEST.within(
            language,
            group=scene.group(gaps[0].segment),
            stage=scene.stage(gaps[0].stage),
            persons=scene.in_persons(gaps[0].persons),
        )
    return joined(f"{told}.", sentences.MATRIX_OVERLAPS.within(language, count=len(found.overlaps)))
