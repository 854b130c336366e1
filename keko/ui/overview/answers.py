"""The three answers in brief, on the first screen: what needs attention, how the area is doing, what has changed."""

from collections.abc import Sequence
from html import escape

from keko.config import Language
from keko.data.text import Text
from keko.indicators.attention import Attention
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.highlights import verdict_counts
from keko.indicators.situation import Standing
from keko.room.paths import Progress
from keko.room.since import Since
from keko.ui import html
from keko.ui.loads import DataVersion
from keko.ui.overview import queries
from keko.ui.view import View
from keko.words import overview as words
from keko.words.attention import TITLES, answering_in_words, attention_in_words, named_in_words, under_way_in_words
from keko.words.since import AFTER, counts_in_words
from keko.words.terms import VERDICT_MARKS, VERDICTS

CHANGES = "muutokset"  # the place on the page where they are told one by one
MOST = 3  # things that need attention, so that the tiles are in sight
_NAMES = 3
_SHOWN: tuple[Verdict, ...] = ("better", "worse", "higher", "lower", "no difference", "not compared")


def needing_attention(needing: Sequence[Attention], view: View, version: DataVersion) -> str:
    """At most three things, the most urgent first, each with who answers and what is under way; the rest by name."""
    language = view.language
    is_mixed = len(queries.flags(view, version)) > 1
    items = "".join(_item(each, is_mixed, view, version) for each in needing[:MOST])
    listed = f"<ol>{items}</ol>" if items else html.paragraph(words.NOTHING_FOUND.within(language))
    rest = [each.standing.item.names.within(language) for each in needing[MOST:]]
    also = words.ALSO.within(language, names=named_in_words(rest, _NAMES, language)) if rest else ""
    return _answer(words.NEEDS_ATTENTION.within(language), listed + (html.note(also) if also else ""))


def _item(each: Attention, is_mixed: bool, view: View, version: DataVersion) -> str:
    language, standing = view.language, each.standing
    beneath = " ".join(f"{sentence}." for sentence in who_and_what(each, view, version))
    name = html.link("indicators", view.with_(indicator=standing.item.id), standing.item.names.within(language))
    tag = f" {html.demo_tag(language)}" if is_mixed and standing.is_demo else ""
    why = mark("worse", TITLES[each.reasons[0]].within(language))
    facts = escape(attention_in_words(each, language))
    return f"<li>{why} {name}{tag}: {facts}. <small>{escape(beneath)}</small></li>"


def who_and_what(each: Attention, view: View, version: DataVersion) -> tuple[str, str]:
    """Who answers for what needs attention, and what is under way."""
    language, standing = view.language, each.standing
    actors = [actor.within(language) for actor in queries.answering(standing.item.id, view.area, version)]
    actions = [
        (action.name.within(language), [str(part) for part in (_named(action.owner, language), action.year) if part])
        for action in queries.actions(standing, version)
    ]
    return answering_in_words(each, actors, language), under_way_in_words(actions, language)


def _named(name: Text | None, language: Language) -> str:
    return name.within(language) if name else ""


def doing(standings: Sequence[Standing], reached: Sequence[Progress], language: Language) -> str:
    """How many headline indicators are better and worse than in the benchmark, and how many targets have been reached."""
    counts = verdict_counts(standing.comparison for standing in standings if standing.latest)
    marks = [
        mark(verdict, f"{VERDICTS[verdict].within(language)} {counts[verdict]}")
        for verdict in _SHOWN
        if counts[verdict]
    ]
    said = (words.targets_in_words(reached, language), words.known_in_words(standings, language))
    body = f'<p class="keko-marks">{" ".join(marks)}</p>' + "".join(html.paragraph(each) for each in said if each)
    return _answer(words.HOW_WE_ARE_DOING.within(language), body)


def changed(found: Since, day: str, language: Language) -> str:
    """Of how many indicators what has changed, and the way to them one by one."""
    after = AFTER.within(language, day=day)
    title = words.WHAT_CHANGED.within(language)
    link = html.anchor(f"#{CHANGES}", counts_in_words(found, language))
    return f"<section><h2>{escape(title)} <small>{escape(after)}</small></h2><p>{link}</p></section>"


def _answer(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def mark(verdict: Verdict, word: str) -> str:
    """A word in the colour and with the shape of a verdict."""
    return f'<span class="keko-verdict {verdict.replace(" ", "-")}">{VERDICT_MARKS[verdict]} {escape(word)}</span>'
