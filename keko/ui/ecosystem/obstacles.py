"""What stands in the way: how many obstacles by stage, group and remover, and the longest open first."""

from collections.abc import Callable, Mapping

from keko.ecosystem.obstacles import Obstacles, obstacles, quarter_ends, standing_over_time
from keko.ecosystem.records import Obstacle
from keko.ui import room
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.html import link
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import day_in_words, period
from keko.words.terms import PERIOD
from keko.words.waits import in_days

_QUARTERS = 12  # three years


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
        tall=True,
    )
    counts = (
        _counted("stage", words.STAGE.within(language), found.by_stage, scene.stage, scene),
        _counted("segment", words.GROUP.within(language), found.by_segment, scene.group, scene),
        _counted("remover", words.REMOVER.within(language), found.by_remover, scene.remover, scene),
    )
    blocks = (_over_time(scene), listed, *counts) if found.standing or found.removed else ()
    return Picture(obstacles_finding(found, scene), blocks)


def over_time(scene: EcosystemScene) -> list[tuple[str, int]]:
    """How many stood at the end of each of the last quarters and stand now, by what the time is called; from the first one on."""
    counts = standing_over_time(scene.here, quarter_ends(scene.today, _QUARTERS))
    names = [
        *(period(f"{day.year}-Q{day.month // 3}", scene.language) for day, _ in counts[:-1]),
        words.NOW.within(scene.language),
    ]
    told = list(zip(names, (count for _, count in counts), strict=True))
    first = next((place for place, (_, count) in enumerate(told) if count), 0)
    return told[first:]


def _over_time(scene: EcosystemScene) -> str:
    """Bars beside each other, which are a table of two rows too."""
    told = over_time(scene)
    most = max((count for _, count in told), default=0) or 1
    bars = [
        Cell(f'<i class="keko-height" style="--part:{count / most:.3f}" aria-hidden="true"></i><b>{count}</b>')
        for _, count in told
    ]
    row = [text(pictures.NOT_REMOVED.within(scene.language), header=True), *bars]
    caption = pictures.OVER_TIME.within(scene.language)
    return table(caption, [PERIOD.within(scene.language), *(name for name, _ in told)], [row], kind="keko-quarters")


def _row(obstacle: Obstacle, found: Obstacles, scene: EcosystemScene) -> list[Cell]:
    language = scene.language
    state = words.STATES[obstacle.state].within(language)
    return [
        Cell(scene.marked(obstacle.key), header=True),
        text(scene.stage(obstacle.stage)),
        text(scene.group(obstacle.segment)),
        Cell(scene.to_remover(obstacle.remover)),
        Cell(f"{state} {_to_action(obstacle, scene)}".strip()),
        text(f"{day_in_words(obstacle.since, language)} ({in_days(found.days_open(obstacle), language)})"),
    ]


def _to_action(obstacle: Obstacle, scene: EcosystemScene) -> str:
    """A link from an obstacle to the action that was made of it, among the area's goals and actions."""
    if obstacle.action not in room.undertakings(scene.version):
        return ""
    return link("goals", scene.view.with_(picture="toimenpiteet"), words.IS_ACTION.within(scene.language))


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


def obstacles_finding(found: Obstacles, scene: EcosystemScene) -> str:
    language = scene.language
    told = sentences.OBSTACLES.within(language, count=len(found.standing))
    if found.standing:
        oldest = found.standing[0]
        days = in_days(found.days_open(oldest), language)
        told += sentences.OLDEST.within(language, days=days, what=oldest.what.within(language).rstrip("."))
    return f"{told}."
