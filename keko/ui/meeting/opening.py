"""What a meeting opens with: the receipt of earlier decisions, and what has changed since the last one.

Of a meeting that has been held it is what it was when it was closed; of one to come what it is now.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from keko.config import Language
from keko.data.days import day_of, end_of
from keko.data.people import anyone
from keko.data.text import Text
from keko.room.meetings import Book, Decision, Meeting
from keko.room.receipt import at_hand
from keko.room.then_and_now import Outcome
from keko.ui import loads
from keko.ui.loads import DataVersion
from keko.ui.meeting import queries
from keko.words import meetings as words
from keko.words.meeting_sentences import became_in_words, in_every_language, names_in_words, state_in_words


@dataclass(frozen=True)
class Told:
    """Of a decision: where it stands, and what became of its figure. `outcome`: None without a figure that can be looked at."""

    decision: str
    standing: str
    state: Text
    outcome: Outcome | None
    told: Text


@dataclass(frozen=True)
class Opening:
    """`since`: the day in Finland (ISO 8601) of the meeting before, None at the first; `changes`: what has changed from the moment
    on at which it was closed, or from the end of its day where it was not.

    `is_readable`: False, and nothing told, where another version of KEKO kept it in another form.
    """

    since: str | None
    told: tuple[Told, ...]
    changes: tuple[Text, ...]
    data_version: int
    is_readable: bool = True

    def as_json(self) -> dict[str, Any]:
        """As a meeting keeps it."""
        told = [{**vars(each), "state": each.state._asdict(), "told": each.told._asdict()} for each in self.told]
        changes = [each._asdict() for each in self.changes]
        return {"since": self.since, "told": told, "changes": changes, "data_version": self.data_version}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Opening":
        """As a meeting kept it."""
        try:
            told = tuple(
                Told(**each | {"state": Text.of(each["state"]), "told": Text.of(each["told"])}) for each in kept["told"]
            )
            return cls(kept["since"], told, tuple(map(Text.of, kept["changes"])), kept["data_version"])
        except (AttributeError, KeyError, TypeError):
            return cls(None, (), (), kept.get("data_version", 0), is_readable=False)


def opening_of(meeting: Meeting, book: Book, version: DataVersion, today: date) -> Opening:
    """What a meeting opens with, or opened with."""
    if meeting.kept is not None:
        return Opening.of(meeting.kept)
    earlier = book.before(meeting)
    told = tuple(_told(decision, version, today) for decision in book.carried(meeting))
    if not earlier:
        return Opening(None, told, (), version.number)
    last = earlier[-1]
    moment = last.held_at or end_of(last.day)
    changes = _changes(book.series[meeting.series].area, moment, version, today)
    return Opening(day_of(moment).isoformat(), told, changes, version.number)


def _told(decision: Decision, version: DataVersion, today: date) -> Told:
    (became,) = queries.what_became((decision,), version)
    return Told(
        decision.id,
        at_hand(decision, today),
        in_every_language(lambda language: state_in_words(decision, today, language)),
        became.told.outcome if became.told else None,
        in_every_language(lambda language: became_in_words(became, today, language)),
    )


def _changes(area: str, moment: str, version: DataVersion, today: date) -> tuple[Text, ...]:
    """A sentence for each kind of change that there is."""
    found = queries.since_then(area, loads.first_view(anyone(), area, version).benchmark, moment, version)
    catalogue = loads.catalogue(version)
    by_kind = {
        kind: [each.item.names for each in found.renewed if kind in each.kinds]
        for kind in ("verdict", "revised", "new")
    }
    by_kind["new"] += [catalogue[id_].names for id_ in found.first]
    by_kind["revised"] += [catalogue[id_].names for id_ in found.taken_back]
    templates = {"verdict": words.TURNED, "revised": words.REVISED, "new": words.NEW_FIGURES}
    figures = [_listed(templates[kind].within, names, count=len(names)) for kind, names in by_kind.items() if names]
    return (*figures, *_ecosystem(area, moment, version, today))


def _ecosystem(area: str, moment: str, version: DataVersion, today: date) -> list[Text]:
    moved = queries.ecosystem_since(area, moment, today, version)
    each = (
        (words.CAME, "service", [service.name for service in moved.services_came]),
        (words.WENT, "service", [service.name for service in moved.services_went]),
        (words.CAME, "obstacle", [obstacle.what for obstacle in moved.obstacles_came]),
        (words.WENT, "obstacle", [obstacle.what for obstacle in moved.obstacles_went]),
    )
    return [_listed(template.within, names, what=words.KINDS_OF[kind]) for template, kind, names in each if names]


def _listed(template: Callable[..., str], names: Sequence[Text], **facts: object) -> Text:
    def say(language: Language) -> str:
        return template(language, names=names_in_words([name.within(language) for name in names], language), **facts)

    return in_every_language(say)
