"""The minutes of a meeting as text (Markdown): what it opened with, its agenda, and its decisions with their figures."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from keko.config import Language
from keko.data.text import Text
from keko.exchange.agreed import Carried, facts
from keko.room.meetings import Decision, Item
from keko.words import meetings as words
from keko.words.downloads import VERSION
from keko.words.meeting_sentences import state_in_words

# A parenthesis is a mark after a bracket alone, and a colon in an address; a dash or a number begins a list at the head of a line.
_MARK = re.compile(r"[\\`*_\[\]#>|~!]|(?<=\])\(|:(?=//)|(?<=www)\.|^[-+=]")
_NUMBER = re.compile(r"^\d+(?=[.)])")


class Minutes(NamedTuple):
    """What minutes hold. `title`: the body and the day; `carried`: earlier decisions, each with what became of it and where it
    stands; `changes`: since the last meeting; `findings`: of the views that are pinned to the items, by the item's id;
    `actions`: in words those that follow decisions, by the decision's id.
    """

    title: str
    carried: Sequence[Carried]
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


def _decision(decision: Decision, state: str, minutes: Minutes, language: Language) -> list[str]:
    every = facts(decision, state, language, minutes.actions.get(decision.id, ""))
    listed = [f"    - {title.within(language)}: {_plain(fact)}" for title, fact in every if fact]
    return [f"- **{_plain(decision.what)}**", *listed]


def _plain(text: str) -> str:
    """One line, in which nothing that people have written is taken for a mark of its own: no link, heading, list or HTML."""
    line = _MARK.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;")
    return _NUMBER.sub(r"\g<0>\\", line)
