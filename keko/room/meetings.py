"""Meetings: series, agendas with frozen views, and decisions with the figure that they were taken on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from keko.data.text import Text
from keko.room.frozen import Figure
from keko.room.then_and_now import Direction

State = Literal["open", "under way", "done", "dropped"]
STATES: tuple[State, ...] = get_args(State)
SETTLED: tuple[State, ...] = ("done", "dropped")
LONGEST_TITLE, LONGEST_TEXT = 240, 2000


@dataclass(frozen=True)
class Step:
    """A line of a record's history: when (UTC, ISO 8601), by whom, what became of it, and of which meeting it was until then."""

    at: str
    by: str
    what: Literal["added", "moved", "open", "under way", "done", "dropped"]
    meeting: str


@dataclass(frozen=True)
class Series:
    """A body that meets again and again about an area."""

    id: str
    area: str
    name: Text
    is_demo: bool = False


@dataclass(frozen=True)
class Meeting:
    """One of its meetings. `held_at`: when it was closed (UTC), None while it is to come; `kept`: what it opened with, then."""

    id: str
    series: str
    day: date
    held_at: str | None = None
    kept: dict[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True)
class Item:
    """An item of an agenda. `place`: its order, from 1; `seal`: of the view that is pinned to it, None where none is."""

    id: str
    meeting: str
    place: int
    title: str
    note: str = ""
    seal: str | None = None
    history: tuple[Step, ...] = ()

    @property
    def added_by(self) -> str | None:
        """Who added it, None while nobody has."""
        return self.history[0].by if self.history else None


@dataclass(frozen=True)
class Decision:
    """What was decided. `responsible`: a role or an organisation; `due`: by when.

    `figure`: the one that it was taken on, as it was then, and `meant`, which way it should go; `seal`: of the view that showed
    it; `action`: the id of the action that follows.
    """

    id: str
    meeting: str
    what: str
    responsible: str
    due: date | None = None
    figure: Figure | None = None
    meant: Direction | None = None
    seal: str | None = None
    action: str | None = None
    state: State = "open"
    history: tuple[Step, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be done."""
        return self.state in SETTLED

    def is_late(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return not self.is_settled and self.due is not None and self.due < today


Record = Series | Meeting | Item | Decision


@dataclass(frozen=True)
class Book:
    """Meetings with their agendas and decisions, each by its id."""

    series: dict[str, Series]
    meetings: dict[str, Meeting]
    items: dict[str, Item]
    decisions: dict[str, Decision]

    def meetings_of(self, series: str) -> list[Meeting]:
        """Of a series, the oldest first."""
        own = (meeting for meeting in self.meetings.values() if meeting.series == series)
        return sorted(own, key=lambda meeting: (meeting.day, meeting.id))

    def agenda(self, meeting: str) -> list[Item]:
        """In its order."""
        own = (item for item in self.items.values() if item.meeting == meeting)
        return sorted(own, key=lambda item: (item.place, item.id))

    def decided(self, meetings: Iterable[str]) -> list[Decision]:
        """What was decided at some meetings, those due first at the head."""
        at = set(meetings)
        own = (decision for decision in self.decisions.values() if decision.meeting in at)
        return sorted(own, key=lambda decision: (decision.due or date.max, decision.id))

    def before(self, meeting: Meeting) -> list[Meeting]:
        """The earlier meetings of its series, the oldest first."""
        return [each for each in self.meetings_of(meeting.series) if (each.day, each.id) < (meeting.day, meeting.id)]

    def after(self, meeting: Meeting) -> Meeting | None:
        """The next meeting of its series."""
        later = (each for each in self.meetings_of(meeting.series) if (each.day, each.id) > (meeting.day, meeting.id))
        return next(later, None)

    def carried(self, meeting: Meeting) -> list[Decision]:
        """What a meeting opens with: the decisions of the one before, and what is left of those earlier."""
        earlier = self.before(meeting)
        if not earlier:
            return []
        left = [each for each in self.decided(each.id for each in earlier[:-1]) if not each.is_settled]
        return sorted([*left, *self.decided([earlier[-1].id])], key=lambda each: (each.due or date.max, each.id))
