"""What has been undertaken, as tables: the late first."""

from collections.abc import Sequence
from html import escape

from keko.room.undertakings import Undertaking
from keko.ui import html
from keko.ui.goals.scene import GoalScene
from keko.ui.tables import Cell, table, text
from keko.words import goals as words
from keko.words.formats import day_in_words


def action_table(scene: GoalScene, every: Sequence[Undertaking]) -> str:
    """Who answers, when, what comes next and what is aimed at, as HTML."""
    language = scene.language
    titles = (words.ACTION, words.STANDS, words.STATE, words.OWNER, words.SCHEDULE, words.NEXT, words.AIMS)
    rows = [
        [
            _named(each, scene),
            _late(each, scene),
            text(words.STATUSES[each.status].within(language)),
            Cell(scene.owner_html(each)),
            text(_schedule(each, scene)),
            text(_next(each, scene)),
            Cell(scene.aims(each)),
        ]
        for each in every
    ]
    return table(
        words.ACTIONS_LIST.within(language), [title.within(language) for title in titles], rows, kind="keko-agreed"
    )


def follow_up_table(scene: GoalScene, caption: str, every: Sequence[Undertaking]) -> str:
    """What the project follows: where each stands, and whether somebody answers for it, as HTML."""
    language = scene.language
    titles = (words.ACTION, words.STANDS, words.STATE, words.OWNER, words.RESPONSIBLE, words.SCHEDULE)
    rows = [
        [
            _named(each, scene),
            _late(each, scene),
            text(words.STATUSES[each.status].within(language)),
            Cell(scene.owner_html(each)),
            text((words.NAMED if each.has_responsible else words.NO_OWNER).within(language)),
            text(_schedule(each, scene)),
        ]
        for each in every
    ]
    return table(caption, [title.within(language) for title in titles], rows, kind="keko-agreed")


def _named(each: Undertaking, scene: GoalScene) -> Cell:
    tag = f" {html.demo_tag(scene.language)}" if each.is_demo else ""
    name = " ".join(filter(None, (each.number, each.name.within(scene.language))))
    return Cell(f"{escape(name)}{tag}", header=True)


def _late(each: Undertaking, scene: GoalScene) -> Cell:
    mark, style, word = words.LATENESS[each.lateness(scene.today)]
    return Cell(html.marked_word(mark, word.within(scene.language), style))


def _schedule(each: Undertaking, scene: GoalScene) -> str:
    days = [day_in_words(day, scene.language) if day else "" for day in (each.begins, each.due)]
    return "–".join(days) if any(days) else words.NOBODY.within(scene.language)


def _next(each: Undertaking, scene: GoalScene) -> str:
    step = each.next_step.within(scene.language)
    return (
        f"{step} ({day_in_words(each.next_day, scene.language)})"
        if step and each.next_day
        else words.NOBODY.within(scene.language)
    )
