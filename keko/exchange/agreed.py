"""What was agreed, as every form tells it: a decision in a line or fact by fact, and the receipt of earlier ones."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from keko.config import Language
from keko.data.text import Text
from keko.room.frozen import Table
from keko.room.meetings import Decision
from keko.words import meeting_forms as forms
from keko.words import meetings as words
from keko.words.formats import day_in_words
from keko.words.interface import DEMO_TILE
from keko.words.meeting_sentences import state_in_words
from keko.words.terms import DEMO_NOTICE

Carried = tuple[Decision, Text, Text]
"""An earlier decision, what became of its figure, and where it stands."""


def facts(decision: Decision, state: str, language: Language, action: str) -> Iterable[tuple[Text, str]]:
    """Its figure, what is meant, by when and by whom, where it stands, and which action follows; empty what there is none of."""
    figure, meant = decision.figure, decision.meant
    return (
        (words.THEN, marked(f"{figure.name}: {figure.written}", figure.is_demo, language) if figure else ""),
        (words.MEANT, words.DIRECTIONS[meant].within(language) if meant else ""),
        (forms.DUE, day_in_words(decision.due, language) if decision.due else ""),
        (forms.RESPONSIBLE, decision.responsible),
        (words.STATE, state),
        (words.ACTION, action),
    )


def in_a_line(decision: Decision, today: date, language: Language, action: str = "") -> str:
    """A decision with its facts as one line of plain text."""
    every = facts(decision, state_in_words(decision, today, language), language, action)
    said = (f"{title.within(language)}: {fact}" for title, fact in every if fact)
    return f"{' '.join(decision.what.split())} ({'; '.join(said)})"


def receipt(carried: Sequence[Carried], actions: Mapping[str, str], language: Language) -> Table:
    """Earlier decisions as a table: what was decided, the figure then, what became of it, and where it stands. `actions`: in words
    those that follow, by the decision's id.
    """
    heads = (words.DECISION, words.THEN, words.BECAME, words.STATE)
    rows = tuple(_row(each, actions.get(each[0].id, ""), language) for each in carried)
    return Table(words.PARTS["avaus"].within(language), tuple(head.within(language) for head in heads), rows)


def marked(text: str, is_demo: bool, language: Language) -> str:
    """What is said of figures, and that they are demo figures where they are."""
    return f"{text} ({DEMO_NOTICE.within(language)})" if is_demo else text


def _then(decision: Decision, language: Language) -> str:
    """The figure that it was taken on, marked in short where it is a demo figure, as in every table."""
    figure = decision.figure
    if figure is None:
        return ""
    return f"{figure.name}: {figure.written}" + (f" ({DEMO_TILE.within(language)})" if figure.is_demo else "")


def _row(carried: Carried, action: str, language: Language) -> tuple[str, ...]:
    decision, became, state = carried
    said = {title: fact for title, fact in facts(decision, state.within(language), language, action) if fact}
    about = (
        said.get(forms.RESPONSIBLE),
        said.get(forms.DUE),
        action and f"{words.ACTION.within(language)}: {action}",
    )
    meant = f"{words.MEANT.within(language)}: {said[words.MEANT]}" if words.MEANT in said else ""
    return (
        f"{' '.join(decision.what.split())} ({'; '.join(filter(None, about))})",
        "; ".join(filter(None, (_then(decision, language), meant))),
        became.within(language),
        state.within(language),
    )
