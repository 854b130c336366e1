"""What the pictures show, as tables for files: a row for each thing, with what it is called and not its code."""

from collections.abc import Callable, Iterable

import pandas as pd

from keko.data.text import Text
from keko.ecosystem.coverage import coverage
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.what_changed import changes
from keko.ui.ecosystem.changes import fields_changed
from keko.ui.ecosystem.matrix import matrix_of
from keko.ui.ecosystem.path import paths_of
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.ecosystem.waits import over_agreed
from keko.words import ecosystem
from keko.words import ecosystem_pictures as pictures
from keko.words.downloads import COLUMNS
from keko.words.formats import period
from keko.words.terms import AREA, PERIOD


def path_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each stage in each of the two areas, and for each of its measured waits."""
    heads = (
        *(AREA, ecosystem.STAGE, ecosystem.SERVICES, ecosystem.SERVICE, ecosystem.ACTOR, ecosystem.AGREED),
        *(ecosystem.MEASURED, COLUMNS["lower"], COLUMNS["upper"], PERIOD, pictures.GOT_IN, pictures.OVER),
    )
    return _frame(heads, _path_rows(scene), scene)


def _path_rows(scene: EcosystemScene) -> Iterable[tuple[object, ...]]:
    for side in paths_of(scene, scene.view.segment or ""):
        for step in side.steps:
            agreed = side.agreed(step)
            about = (
                scene.name_of(side.area),
                scene.stage(step.stage.code),
                len(step.services),
                "; ".join(service.name.within(scene.language) for service in step.services),
                "; ".join(scene.named(("actor", actor)) for actor in step.actors),
                agreed,
            )
            measured = side.measured(step)
            for item, point in measured:
                waiting = side.waited.get((item.id, side.area))
                is_told = waiting is not None and not waiting.lacking
                yield (
                    *about,
                    *(point.value, point.lower, point.upper, period(point.period, scene.language)),
                    round(waiting.everyone) if waiting and is_told else None,
                    over_agreed(waiting, agreed) if waiting and is_told else None,
                )
            if not measured:
                yield (*about, *[None] * 6)


def changes_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each service that came, went or changed, and for each group that lost its only service at a stage."""
    before = scene.in_area(scene.view.area, scene.before)
    found, language = changes(before, scene.here), scene.language
    every = [
        *((service, ecosystem.CAME, "") for service in found.came),
        *((service, ecosystem.WENT, "") for service in found.went),
        *((now, ecosystem.CHANGED, fields_changed(then, now, scene)) for then, now in found.changed),
    ]
    rows: list[tuple[object, ...]] = [
        (happened.within(language), more, service.name.within(language), scene.named(("actor", service.actor)), "", "")
        for service, happened, more in every
    ]
    rows += [
        (
            ecosystem.LOST.within(language),
            "",
            "; ".join(service.name.within(language) for service in lost.services),
            "",
            scene.group(lost.segment),
            scene.stage(lost.stage),
        )
        for lost in found.lost
    ]
    heads = (
        *(ecosystem.WHAT_CHANGED, pictures.WHICH_PARTS, ecosystem.SERVICE),
        *(ecosystem.ACTOR, ecosystem.GROUP, ecosystem.STAGE),
    )
    return _frame(heads, rows, scene)


def coverage_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each municipality."""
    found = coverage(scene.here)
    rows = [(scene.name_of(code), count, found.municipalities[code]) for code, count in found.actors.items()]
    return _frame((ecosystem.MUNICIPALITY, ecosystem.ACTORS, ecosystem.SERVICES), rows, scene)


def matrix_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each group and stage."""
    language = scene.language
    rows = [
        {
            ecosystem.GROUP: scene.group(place.segment),
            ecosystem.PERSONS: scene.sizes.get(place.segment),
            ecosystem.STAGE: scene.stage(place.stage),
            ecosystem.SERVICES: len(place.services),
            ecosystem.SERVICE: "; ".join(scene.named(service.key) for service in place.services),
            ecosystem.ACTORS: len(place.actors),
            ecosystem.ACTOR: "; ".join(scene.named(("actor", actor)) for actor in place.actors),
            ecosystem.OTHER_METHODS: "; ".join(scene.named(method.key) for method in place.unused),
        }
        for place in matrix_of(scene).cells.values()
    ]
    return pd.DataFrame(rows).rename(columns=lambda head: head.within(language))


def obstacle_frame(scene: EcosystemScene) -> pd.DataFrame:
    """One row for each obstacle that has not been removed, the longest open first."""
    language = scene.language
    columns = (
        *(ecosystem.OBSTACLE, ecosystem.STAGE, ecosystem.GROUP, ecosystem.REMOVER),
        *(ecosystem.STATE, ecosystem.OPEN_SINCE),
    )
    rows = [
        (
            obstacle.what.within(language),
            scene.stage(obstacle.stage),
            scene.group(obstacle.segment),
            scene.remover(obstacle.remover),
            ecosystem.STATES[obstacle.state].within(language),
            obstacle.since.isoformat(),
        )
        for obstacle in obstacles(scene.here, scene.today).standing
    ]
    return pd.DataFrame(rows, columns=[column.within(language) for column in columns])


def _frame(heads: Iterable[Text], rows: Iterable[tuple[object, ...]], scene: EcosystemScene) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[head.within(scene.language) for head in heads])


FRAMES: dict[str, Callable[[EcosystemScene], pd.DataFrame]] = {
    "polku": path_frame,
    "matriisi": matrix_frame,
    "esteet": obstacle_frame,
    "muutokset": changes_frame,
    "kattavuus": coverage_frame,
}
