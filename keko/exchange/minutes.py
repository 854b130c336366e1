"""The minutes of a meeting as text (Markdown): what it opened with, its agenda, and its decisions with their figures."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from keko.config import Language
from keko.data.text import Text
from keko.room.meetings import Decision, Item
from keko.words import meeting_forms as forms
from keko.words import meetings as words
from keko.words.downloads import VERSION
from keko.words.formats import day_in_words
from keko.words.meeting_sentences import state_in_words
from keko.words.terms import DEMO_NOTICE


class Minutes(NamedTuple):
    """What minutes hold. `title`: the body and the day; `carried`: earlier decisions, each with what became of it and where it
    stands; `changes`: since the last meeting; `findings`: of the views that are pinned to the items, by the item's id;
    `actions`: in words those that follow decisions, by the decision's id.
    """

    title: str
    carried: Sequence[tuple[Decision, Text, Text]]
    changes: Sequence[Text]
    agenda: Sequence[Item]
    findings: dict[str, str]
    decided: Sequence[Decision]
    data_version: int
    is_demo: bool
    actions: Mapping[str, str] = {}


def as_markdown(minutes: Minutes, today: date, language: Language) -> str:
    """The minutes as a text that is read as it is and by whatever reads Markdown."""
    lines = [f"# {_plain(minutes.title)}", ""]
    if minutes.is_demo:
        lines += [f"**{words.DEMO.within(language)}**", ""]
    lines += _section(words.PARTS["avaus"], _carried(minutes, language), language)
    lines += _section(words.SINCE, [f"- {_plain(each.within(language))}" for each in minutes.changes], language)
    lines += _section(words.PARTS["asialista"], _agenda(minutes), language)
    decided = [
        line
        for each in minutes.decided
        for line in _decision(each, state_in_words(each, today, language), minutes, language)
    ]
    lines += _section(words.PARTS["paatokset"], decided or [words.NOTHING_DECIDED.within(language)], language)
    return "\n".join([*lines, f"{VERSION.within(language)}: {minutes.data_version}. KEKO.", ""])


def _section(title: Text, lines: Sequence[str], language: Language) -> list[str]:
    return [f"## {title.within(language)}", "", *lines, ""] if lines else []


def _carried(minutes: Minutes, language: Language) -> list[str]:
    lines: list[str] = []
    for decision, became, state in minutes.carried:
        lines += _decision(decision, state.within(language), minutes, language)
        lines.append(f"    - {words.BECAME.within(language)}: {_plain(became.within(language))}")
    return lines


def _agenda(minutes: Minutes) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(minutes.agenda, 1):
        lines.append(f"{number}. {_plain(item.title)}")
        lines += [f"    - {_plain(text)}" for text in (minutes.findings.get(item.id, ""), item.note) if text]
    return lines


def in_a_line(decision: Decision, today: date, language: Language, action: str = "") -> str:
    """A decision with its figure, what is meant, by when and by whom, and which action follows, as one line of plain text."""
    facts = _facts(decision, state_in_words(decision, today, language), language, action)
    said = (f"{title.within(language)}: {fact}" for title, fact in facts if fact)
    return f"{' '.join(decision.what.split())} ({'; '.join(said)})"


def _decision(decision: Decision, state: str, minutes: Minutes, language: Language) -> list[str]:
    facts = _facts(decision, state, language, minutes.actions.get(decision.id, ""))
    listed = [f"    - {title.within(language)}: {_plain(fact)}" for title, fact in facts if fact]
    return [f"- **{_plain(decision.what)}**", *listed]


def _facts(decision: Decision, state: str, language: Language, action: str) -> Iterable[tuple[Text, str]]:
    figure, meant = decision.figure, decision.meant
    return (
        (words.THEN, marked(f"{figure.name}: {figure.written}", figure.is_demo, language) if figure else ""),
        (words.MEANT, words.DIRECTIONS[meant].within(language) if meant else ""),
        (forms.DUE, day_in_words(decision.due, language) if decision.due else ""),
        (forms.RESPONSIBLE, decision.responsible),
        (words.STATE, state),
        (words.ACTION, action),
    )


def marked(text: str, is_demo: bool, language: Language) -> str:
    """What is said of figures, and that they are demo figures where they are."""
    return f"{text} ({DEMO_NOTICE.within(language)})" if is_demo else text


def _plain(text: str) -> str:
    """One line, in which nothing is taken for a mark of its own."""
    return " ".join(text.split()).replace("*", r"\*").replace("_", r"\_").replace("<", "&lt;")
