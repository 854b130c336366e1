"""The groups by the stages: how many services, who has none, where many do the same; and the list that a cell opens."""

from collections.abc import Sequence
from html import escape

from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.picture import Cell as Place
from keko.ecosystem.picture import Matrix, matrix
from keko.ecosystem.records import Method
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import heading, marked_word, note, paragraph, reason
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import period
from keko.words.sentences import joined
from keko.words.terms import SOURCE
from keko.words.waits import in_days

_GROUPS = 4  # in a line of the methods that are not used
_NOTES = (pictures.MATRIX_NOTE, pictures.CELL_OPENS)


def matrix_picture(scene: EcosystemScene) -> Picture:
    """The table, and the list of the chosen cell."""
    language = scene.language
    if scene.model is None:
        return Picture(words.NO_MODEL.within(language))
    found = matrix_of(scene)
    heads = [words.GROUP.within(language), _persons_head(scene), *scene.stage_names.values()]
    rows = [_row(group, found, scene) for group in scene.group_names]
    caption = words.MATRIX_OF.within(language, area=scene.area_name)
    drawn = table(caption, heads, rows, numeric=(1,), kind="keko-stages")
    notes = note(joined(*(each.within(language) for each in _NOTES), sizes_source(scene)))
    blocks = (scene.to_other_models(), _cell_list(found, scene), drawn, notes, unused_methods(found, scene))
    finding, demo_flags = scene.not_described() or matrix_finding(found, scene), frozenset({scene.is_demo_model})
    return Picture(finding, tuple(filter(None, blocks)), demo_flags, scene.sized.period)


def _persons_head(scene: EcosystemScene) -> str:
    """What the sizes are called, with their period."""
    when = scene.sized.period
    return " ".join([words.PERSONS.within(scene.language), *([period(when, scene.language)] if when else [])])


def sizes_source(scene: EcosystemScene) -> str:
    """Of which model and period the sizes are, and who made them; nothing where there are none."""
    language, when = scene.language, scene.sized.period
    if scene.model is None or when is None:
        return ""
    return pictures.SIZES_OF.within(
        language,
        model=scene.model.names.within(language),
        period=period(when, language),
        source=scene.model.producer.within(language),
    )


def matrix_of(scene: EcosystemScene) -> Matrix:
    """The groups of the model by the stages, in the view's area."""
    persons = {group: scene.sizes.get(group) for group in scene.group_names}
    needing = scene.model.needing if scene.model else ()
    return matrix(scene.here, persons, scene.stages, needing)


def _row(group: str, found: Matrix, scene: EcosystemScene) -> list[Cell]:
    name = escape(scene.group(group))
    if group in found.undescribed:
        name += f"<br>{marked_word('◇', pictures.NOT_DESCRIBED.within(scene.language), 'worse')}"
    return [
        Cell(name, header=True),
        _persons(group, scene),
        *(Cell(_place(found.cells[group, stage], found, scene)) for stage in scene.stage_names),
    ]


def _persons(group: str, scene: EcosystemScene) -> Cell:
    persons = scene.sizes.get(group)
    if persons is None:
        return Cell(reason(scene.why_no_size(group), "span"), numeric=True)
    return figure(scene.persons(persons))


def _place(place: Place, found: Matrix, scene: EcosystemScene) -> str:
    """How many services, a link to their list; a gap and an overlap by shape and word."""
    language = scene.language
    count = words.COUNT_OF_SERVICES.within(language, count=len(place.services))
    parts = [scene.to_cell(place.segment, place.stage, count)] if place.services else []
    if place.is_gap:
        gap = scene.to_cell(place.segment, place.stage, words.GAP.within(language))
        parts.append(f'<span class="keko-verdict worse"><span aria-hidden="true">◇</span> {gap}</span>')
    if place.is_overlap:
        parts.append(marked_word("●", words.OVERLAP.within(language, count=place.most_together), "higher"))
    if place.is_partial:
        parts.append(
            f"<small>{escape(pictures.PARTIAL.within(language, served=place.served, all=place.of_all))}</small>"
        )
    if place.unused and (place.services or place.is_gap):
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
                Cell(scene.to_record(("actor", service.actor))),
                text(service.how.within(language)),
                text("" if service.agreed_days is None else in_days(service.agreed_days, language)),
                Cell(", ".join(scene.to_record(("method", method)) for method in service.methods)),
            ]
            for service in place.services
        ]
        drawn = table(title, [name.within(language) for name in titles], rows, kind="keko-agreed")
    else:
        drawn = heading(title) + paragraph(_without(place, scene))
    methods = _methods(place.unused, words.OTHER_METHODS.within(language), scene) if place.unused else ""
    return drawn + _obstacles(place, scene) + methods


def _obstacles(place: Place, scene: EcosystemScene) -> str:
    """What stands before the group at the stage; each is opened, and there made an action."""
    language, found = scene.language, obstacles(scene.here, scene.today)
    rows = [
        [
            Cell(scene.marked(obstacle.key), header=True),
            Cell(scene.to_remover(obstacle.remover)),
            text(words.STATES[obstacle.state].within(language)),
        ]
        for obstacle in found.at(place.segment, place.stage)
    ]
    heads = [title.within(language) for title in (words.OBSTACLE, words.REMOVER, words.STATE)]
    return table(words.OBSTACLES_OF_CELL.within(language), heads, rows, kind="keko-agreed") if rows else ""


def _without(place: Place, scene: EcosystemScene) -> str:
    persons = scene.sizes.get(place.segment)
    words_of = [words.GAP.within(scene.language), *([] if persons is None else [scene.in_persons(persons)])]
    return ": ".join(words_of)


def _by_group(places: Sequence[tuple[str, str]], scene: EcosystemScene) -> str:
    """A line for each of the first groups, with links to its stages, and how many more there are: cells tell them all."""
    by_group: dict[str, list[str]] = {}
    for group, stage in places:
        by_group.setdefault(group, []).append(stage)
    lines = [
        f"{escape(scene.group(group))}: {', '.join(scene.to_cell(group, stage, scene.stage(stage)) for stage in stages)}"
        for group, stages in list(by_group.items())[:_GROUPS]
    ]
    rest = len(by_group) - len(lines)
    more = [f"<small>{escape(pictures.MORE_GROUPS.within(scene.language, count=rest))}</small>"] if rest else []
    return "<br>".join([*lines, *more])


def unused_methods(found: Matrix, scene: EcosystemScene) -> str:
    """Methods with evidence that are used elsewhere and not here, for whom; and those that nobody uses."""
    language = scene.language
    titles = (words.METHOD, words.STRENGTH, pictures.FOR_WHOM, SOURCE)
    rows = [
        [
            Cell(scene.marked(method.key), header=True),
            text(words.EVIDENCE[method.evidence].within(language)),
            Cell(_by_group(places, scene)),
            text(method.source),
        ]
        for method, places in found.unused
    ]
    heads = [title.within(language) for title in titles]
    used_elsewhere = table(pictures.UNUSED_FOR.within(language), heads, rows, kind="keko-agreed") if rows else ""
    never = _methods(found.never_used, words.NEVER_USED.within(language), scene) if found.never_used else ""
    return used_elsewhere + never


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


def matrix_finding(found: Matrix, scene: EcosystemScene) -> str:
    """How many gaps, the largest of them, how many overlaps, and how many groups that nothing is recorded for."""
    language, gaps = scene.language, found.gaps
    every = len(found.described) * len(scene.stages)
    told = sentences.MATRIX_GAPS.within(language, count=len(gaps), all=every)
    if gaps and gaps[0].persons:
        told += sentences.MATRIX_LARGEST.within(
            language,
            group=scene.group(gaps[0].segment),
            stage=scene.stage(gaps[0].stage),
            persons=scene.in_persons(gaps[0].persons),
        )
    overlaps = sentences.MATRIX_OVERLAPS.within(language, count=len(found.overlaps))
    return joined(f"{told}.", overlaps, _undescribed(found, scene))


def _undescribed(found: Matrix, scene: EcosystemScene) -> str:
    """How many groups nothing is recorded for, the greatest of them by its size."""
    if not found.undescribed:
        return ""
    language, count, first = scene.language, len(found.undescribed), found.undescribed[0]
    persons = scene.sizes.get(first)
    if persons is None:
        return pictures.UNDESCRIBED_PLAIN.within(language, count=count)
    told = {"group": scene.group(first), "persons": scene.in_persons(persons)}
    return pictures.UNDESCRIBED.within(language, count=count, **told)
