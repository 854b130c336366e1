"""The path of one group to work, stage by stage, beside the same path in the benchmark area."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from keko.ecosystem.picture import Step, path
from keko.ecosystem.records import Service
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point
from keko.indicators.situation import demo_flags
from keko.indicators.waiting import Waiting
from keko.ui.ecosystem import queries
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.ecosystem.waits import Waits, longest, newest, wait_html, waited_html
from keko.ui.html import marked_word, note, reason
from keko.ui.tables import Cell, grouped_table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import listed
from keko.words.sentences import joined
from keko.words.waits import in_days

_NAMES = 2  # of services in a cell; more are in the list that it opens
_HEADS = (words.ANSWERS, words.AGREED, words.MEASURED, pictures.WAITED)


@dataclass(frozen=True)
class Path:
    """The path of a group in one area: its stages, and of each the waits that measure it.

    `is_described`: whether anything is recorded there for any group of the model: else nobody knows who answers.
    """

    area: str
    is_described: bool
    steps: Sequence[Step]
    waits: Waits
    waited: dict[tuple[str, str], Waiting]

    def measured(self, step: Step) -> list[tuple[Indicator, Point]]:
        """The newest waits of a stage."""
        return newest(step.delays, self.area, self.waits)

    def lacks(self, step: Step) -> bool:
        """Whether nobody answers at a stage, as far as is known."""
        return self.is_described and not step.is_answered

    def agreed(self, step: Step) -> int | None:
        """The longest wait that the services agree on, else the one that goes with how it is measured; days."""
        of_measures = (item.wait.agreed_days for item, _ in self.measured(step) if item.wait)
        known = (days for days in (step.agreed_days, *of_measures) if days is not None)
        return next(known, None)

    @cached_property
    def longest(self) -> float | None:
        """The longest of all, days."""
        return longest([point for step in self.steps for _, point in self.measured(step)])

    def is_longest(self, step: Step) -> bool:
        """Whether one waits for this stage as long as for none else."""
        return self.longest is not None and self.longest == longest([point for _, point in self.measured(step)])


def paths_of(scene: EcosystemScene, group: str) -> tuple[Path, Path]:
    """The path of a group in the area of the view, and in its benchmark."""
    waits, waited = queries.waits(scene.view, scene.version), queries.waited(scene.view, scene.version)
    sides = ((area, scene.in_area(area)) for area in (scene.view.area, scene.view.benchmark))
    own, beside = (
        Path(area, bool(here.offered), path(here, group, scene.stages), waits, waited) for area, here in sides
    )
    return own, beside


def path_picture(scene: EcosystemScene) -> Picture:
    """Who answers at each stage, how long one waits, and how many did so too long."""
    group, language = scene.view.segment, scene.language
    if group is None:
        return Picture(words.NO_MODEL.within(language))
    sides = paths_of(scene, group)
    rows = [_row(place, sides, scene) for place in range(len(scene.stages))]
    heads = [text(title.within(language)) for title in (words.STAGE, *_HEADS, *_HEADS)]
    above = [("", 1), (scene.area_html, len(_HEADS)), (scene.benchmark_html, len(_HEADS))]
    caption = words.PATH_OF.within(language, group=scene.group(group), area=scene.area_name)
    table = grouped_table(caption, heads, [("", rows)], kind="keko-path", above=above)
    told = scene.not_described() or path_finding(sides[0], scene)
    finding = sentences.OF_GROUP.within(language, group=scene.group(group), told=told)
    blocks = (scene.to_other_models(), table, note(pictures.PATH_NOTE.within(language)))
    return Picture(finding, tuple(filter(None, blocks)), demo_flags(sides[0].waits.values()))


def _row(place: int, sides: tuple[Path, Path], scene: EcosystemScene) -> list[Cell]:
    """A stage: what stands out of it in the view's area is told beside its name."""
    own, language = sides[0], scene.language
    step = own.steps[place]
    head = [f"<b>{escape(scene.stage(step.stage.code))}</b>"]
    if own.lacks(step):
        head.append(marked_word("◇", words.NOBODY.within(language), "worse"))
    if own.is_longest(step):
        head.append(marked_word("▲", words.LONGEST.within(language), "higher"))
    scale = max((side.longest for side in sides if side.longest), default=1.0)
    answers = Cell("" if own.lacks(step) else _answers(own, step, scene))
    return [
        Cell("<br>".join(head), header=True),
        answers,
        *_waits(own, step, scale, scene),
        Cell(_answers(sides[1], sides[1].steps[place], scene)),
        *_waits(sides[1], sides[1].steps[place], scale, scene),
    ]


def _waits(side: Path, step: Step, scale: float, scene: EcosystemScene) -> list[Cell]:
    """The agreed and the measured wait, and how many waited. `scale`: the days of the longest bar."""
    language = scene.language
    measured = [wait_html(item, point, language, (point.value or 0) / scale) for item, point in side.measured(step)]
    days = side.agreed(step)
    waited = [waited_html(side.waited.get((item.id, side.area)), days, language) for item, _ in side.measured(step)]
    return [
        text("" if days is None else in_days(days, language)),
        Cell("<br>".join(measured) or reason(words.NOT_MEASURED.within(language), "span")),
        Cell("<br>".join(filter(None, waited))),
    ]


def _answers(side: Path, step: Step, scene: EcosystemScene) -> str:
    """The names of the services, and the list of those who offer them to be opened."""
    language = scene.language
    if side.lacks(step):
        return marked_word("◇", words.NOBODY.within(language), "worse")
    if not step.is_answered:
        return reason(pictures.NOT_DESCRIBED.within(language), "span")
    by_name: dict[str, list[Service]] = {}
    for service in step.services:
        by_name.setdefault(service.name.within(language), []).append(service)
    names, more = list(by_name)[:_NAMES], len(by_name) - _NAMES
    shown = ", ".join(names)
    if more > 0:
        shown = pictures.AND_MORE.within(language, names=shown, count=more)
    counts = pictures.SERVICES_OF_ACTORS.within(
        language,
        services=words.COUNT_OF_SERVICES.within(language, count=len(step.services)),
        actors=sentences.ACTORS.within(language, count=len(step.actors)),
    )
    every = "<br>".join(_service(name, services, scene) for name, services in by_name.items())
    opened = f'<details class="keko-who"><summary>{escape(counts)}</summary><div>{every}</div></details>'
    return f"{escape(shown)}{opened}"


def _service(name: str, services: Sequence[Service], scene: EcosystemScene) -> str:
    """A service and everybody who offers one of its name."""
    actors = (
        f"{scene.to_record(service.key, scene.named(('actor', service.actor)))}{scene.mark(service.key)}"
        for service in services
    )
    return f"{escape(name)}<br><small>{', '.join(actors)}</small>"


def path_finding(own: Path, scene: EcosystemScene) -> str:
    """How many stages nobody answers at, and for which one waits longest."""
    language, every = scene.language, len(own.steps)
    gaps = [scene.stage(step.stage.code) for step in own.steps if not step.is_answered]
    if len(gaps) == every:
        answered = sentences.PATH_NONE.within(language, all=every)
    elif gaps:
        answered = sentences.PATH_GAPS.within(language, count=len(gaps), all=every, stages=listed(gaps, language))
    else:
        answered = sentences.PATH_WHOLE.within(language, all=every)
    where = next((step for step in own.steps if own.is_longest(step)), None)
    if where is None or own.longest is None:
        return answered
    days = in_days(own.longest, language)
    return joined(answered, sentences.PATH_LONGEST.within(language, days=days, stage=scene.stage(where.stage.code)))
