"""What has been undertaken, as tables: the late first."""

from collections.abc import Sequence
from html import escape

from keko.data.text import Text
from keko.room.undertakings import Undertaking
from keko.ui import html
from keko.ui.goals.scene import GoalScene
from keko.ui.tables import Cell, table, text
from keko.words import goals as words
from keko.words.formats import day_in_words
from keko.words.waits import in_days


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
            Cell(_schedule(each, scene)),
            text(_next(each, scene)),
            Cell(scene.aims(each)),
        ]
        for each in every
    ]
    caption, heads = words.ACTIONS_LIST.within(language), [title.within(language) for title in titles]
    return table(caption, heads, rows, kind="keko-agreed keko-undertaken")


def follow_up_table(scene: GoalScene, caption: str, what: Text, every: Sequence[Undertaking]) -> str:
    """What the project follows: where each stands, and whether somebody answers for it, as HTML. `what`: each is called."""
    language = scene.language
    titles = (what, words.STANDS, words.STATE, words.OWNER, words.RESPONSIBLE, words.SCHEDULE)
    rows = [
        [
            _named(each, scene),
            _late(each, scene),
            text(words.STATUSES[each.status].within(language)),
            Cell(scene.owner_html(each)),
            text((words.NAMED if each.has_responsible else words.NO_OWNER).within(language)),
            Cell(_schedule(each, scene)),
        ]
        for each in every
    ]
    return table(caption, [title.within(language) for title in titles], rows, kind="keko-agreed keko-undertaken")


def _named(each: Undertaking, scene: GoalScene) -> Cell:
    tag = f" {html.demo_tag(scene.language)}" if each.is_demo else ""
    name = " ".join(filter(None, (each.number, each.name.within(scene.language))))
    return Cell(f"{escape(name)}{tag}", header=True)


def _late(each: Undertaking, scene: GoalScene) -> Cell:
    """Whether it is late, and by how long; or what is missing, so that it is not known."""
    mark, style, word = words.LATENESS[each.lateness(scene.today)]
    days = each.days_late(scene.today)
    more = in_days(days, scene.language) if days else ""
    if each.lateness(scene.today) == "not known":
        more = words.UNCHECKED.within(scene.language)
    below = f"<br><small>{escape(more)}</small>" if more else ""
    return Cell(html.marked_word(mark, word.within(scene.language), style) + below)


def _schedule(each: Undertaking, scene: GoalScene) -> str:
    """From when till when, as HTML; on a narrow screen the second day goes on the next line."""
    days = [day_in_words(day, scene.language) if day else "" for day in (each.begins, each.due)]
    return "–<wbr>".join(map(escape, days)) if any(days) else words.NOBODY.within(scene.language)


def _next(each: Undertaking, scene: GoalScene) -> str:
    step = each.next_step.within(scene.language)
    return (
        f"{step} ({day_in_words(each.next_day, scene.language)})"
        if step and each.next_day
        else words.NOBODY.within(scene.language)
    )
