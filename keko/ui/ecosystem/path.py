"""The path of one group to work, stage by stage, beside the same path in the benchmark area."""

from collections.abc import Sequence
from html import escape

from keko.ecosystem.picture import Step, path
from keko.ecosystem.records import Service
from keko.indicators.situation import demo_flags
from keko.ui.ecosystem import queries
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.ecosystem.waits import Waits, longest, newest, wait_html
from keko.ui.html import marked_word, note, reason
from keko.ui.tables import Cell, grouped_table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import listed
from keko.words.sentences import joined
from keko.words.waits import in_days


def path_picture(scene: EcosystemScene) -> Picture:
    """Who answers at each stage, and how long one waits."""
    group = scene.view.segment
    if group is None:
        return Picture(words.NO_MODEL.within(scene.language))
    own, other = (path(scene.in_area(area), group, scene.stages) for area in (scene.view.area, scene.view.benchmark))
    waits = queries.waits(scene.view, scene.version)
    rows = [
        _row(step, beside, _longest(own, scene.view.area, waits), waits, scene)
        for step, beside in zip(own, other, strict=True)
    ]
    heads = [
        text(words.STAGE.within(scene.language)),
        *_heads(scene.area_html, scene),
        *_heads(scene.benchmark_html, scene),
    ]
    caption = words.PATH_OF.within(scene.language, group=scene.group(group), area=scene.area_name)
    table = grouped_table(caption, heads, [("", rows)], kind="keko-path")
    finding = sentences.OF_GROUP.within(scene.language, group=scene.group(group), told=_finding(own, waits, scene))
    blocks = (table, note(words.PATH_NOTE.within(scene.language)))
    return Picture(finding, blocks, demo_flags(waits.values()))


def _heads(area_html: str, scene: EcosystemScene) -> list[Cell]:
    titles = (words.ANSWERS, words.AGREED, words.MEASURED)
    return [Cell(f"{area_html}<br>{escape(title.within(scene.language))}") for title in titles]


def _row(step: Step, beside: Step, longest_wait: float | None, waits: Waits, scene: EcosystemScene) -> list[Cell]:
    view = scene.view
    return [
        Cell(f"<b>{escape(scene.stage(step.stage.code))}</b>", header=True),
        *_side(step, view.area, longest_wait, waits, scene),
        *_side(beside, view.benchmark, None, waits, scene),
    ]


def _side(step: Step, area: str, longest_wait: float | None, waits: Waits, scene: EcosystemScene) -> list[Cell]:
    """Who answers, the agreed and the measured wait. `longest_wait`: what is marked as the longest."""
    language = scene.language
    found = newest(step.delays, area, waits)
    measured = "<br>".join(wait_html(item, point, language) for item, point in found)
    if longest_wait is not None and longest_wait == longest([point for _, point in found]):
        measured = f"{marked_word('▲', words.LONGEST.within(language), 'higher')}<br>{measured}"
    return [
        Cell(_answers(step, scene)),
        text("" if step.agreed_days is None else in_days(step.agreed_days, language)),
        Cell(measured or reason(words.NOT_MEASURED.within(language), "span")),
    ]


def _answers(step: Step, scene: EcosystemScene) -> str:
    if not step.is_answered:
        return marked_word("◇", words.NOBODY.within(scene.language), "worse")
    by_name: dict[str, list[Service]] = {}
    for service in step.services:
        by_name.setdefault(service.name.within(scene.language), []).append(service)
    return "<br>".join(_service(name, services, scene) for name, services in by_name.items())


def _service(name: str, services: Sequence[Service], scene: EcosystemScene) -> str:
    """A service and everybody who offers one of its name."""
    actors = (f"{escape(scene.named(('actor', service.actor)))}{scene.mark(service.key)}" for service in services)
    return f"{escape(name)}<br><small>{', '.join(actors)}</small>"


def _longest(steps: Sequence[Step], area: str, waits: Waits) -> float | None:
    return longest([point for step in steps for _, point in newest(step.delays, area, waits)])


def _finding(steps: Sequence[Step], waits: Waits, scene: EcosystemScene) -> str:
    language, area, every = scene.language, scene.view.area, len(steps)
    gaps = [scene.stage(step.stage.code) for step in steps if not step.is_answered]
    if len(gaps) == every:
        answered = sentences.PATH_NONE.within(language, all=every)
    elif gaps:
        answered = sentences.PATH_GAPS.within(language, count=len(gaps), all=every, stages=listed(gaps, language))
    else:
        answered = sentences.PATH_WHOLE.within(language, all=every)
    longest_wait = _longest(steps, area, waits)
    if longest_wait is None:
        return answered
    where = next(
        step for step in steps if longest_wait == longest([point for _, point in newest(step.delays, area, waits)])
    )
    days = in_days(longest_wait, language)
    return joined(answered, sentences.PATH_LONGEST.within(language, days=days, stage=scene.stage(where.stage.code)))
