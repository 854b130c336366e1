"""What stands in the way: how many obstacles by stage, group and remover, and the longest open first."""

from collections.abc import Callable, Mapping

from keko.ecosystem.obstacles import Obstacles, obstacles
from keko.ecosystem.records import Obstacle
from keko.ui.ecosystem import queries
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import link
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import day_in_words
from keko.words.waits import in_days


def obstacles_picture(scene: EcosystemScene) -> Picture:
    """The list, and the counts under it."""
    language, found = scene.language, obstacles(scene.here, scene.today)
    titles = (words.OBSTACLE, words.STAGE, words.GROUP, words.REMOVER, words.STATE, words.OPEN_SINCE)
    heads = [title.within(language) for title in titles]
    listed = table(
        words.LONGEST_OPEN.within(language),
        heads,
        [_row(obstacle, found, scene) for obstacle in found.standing],
        kind="keko-agreed",
    )
    counts = (
        _counted("stage", words.STAGE.within(language), found.by_stage, scene.stage, scene),
        _counted("segment", words.GROUP.within(language), found.by_segment, scene.group, scene),
        _counted("remover", words.REMOVER.within(language), found.by_remover, scene.remover, scene),
    )
    return Picture(_finding(found, scene), (listed, *counts) if found.standing else ())


def _row(obstacle: Obstacle, found: Obstacles, scene: EcosystemScene) -> list[Cell]:
    language = scene.language
    state = words.STATES[obstacle.state].within(language)
    return [
        Cell(scene.marked(obstacle.key), header=True),
        text(scene.stage(obstacle.stage)),
        text(scene.group(obstacle.segment)),
        text(scene.remover(obstacle.remover)),
        Cell(f"{state} {_to_action(obstacle, scene)}".strip()),
        text(f"{day_in_words(obstacle.since, language)} ({in_days(found.days_open(obstacle), language)})"),
    ]


def _to_action(obstacle: Obstacle, scene: EcosystemScene) -> str:
    """A link from an obstacle to the action that was made of it, on the time line of a wait of its stage where there is one."""
    if obstacle.action not in queries.events(scene.version):
        return ""
    stage = next((stage for stage in scene.stages if stage.code == obstacle.stage), None)
    delays = stage.delays if stage else ()
    shown = scene.view.with_(picture="kehitys", indicator=next(iter(delays), scene.view.indicator))
    return link("indicators", shown, words.IS_ACTION.within(scene.language))


def _counted(
    what: str,
    head: str,
    counts: Mapping[str | None, int],
    called: Callable[[str | None], str],
    scene: EcosystemScene,
) -> str:
    """How many are open by one thing, the most first."""
    language = scene.language
    most_first = sorted(counts.items(), key=lambda pair: (-pair[1], called(pair[0])))
    rows = [[text(called(code), header=True), figure(str(count))] for code, count in most_first]
    heads = [head, words.COUNT.within(language)]
    return table(words.OBSTACLES_BY[what].within(language), heads, rows, numeric=(1,), kind="keko-counted")


def _finding(found: Obstacles, scene: EcosystemScene) -> str:
    language = scene.language
    told = sentences.OBSTACLES.within(language, count=len(found.standing))
    if found.standing:
        oldest = found.standing[0]
        days = in_days(found.days_open(oldest), language)
        told += sentences.OLDEST.within(language, days=days, what=oldest.what.within(language).rstrip("."))
    return f"{told}."
