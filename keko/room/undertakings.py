"""What has been undertaken to reach the goals: actions, the project's deliverables, recommendations, and how it is led."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, get_args

from pydantic import Field

from keko.data.areas import WHOLE_COUNTRY
from keko.data.people import Person
from keko.data.text import Text
from keko.indicators.protection import Strict
from keko.indicators.wording import Words
from keko.room.marks import Mark

Kind = Literal["action", "deliverable", "recommendation", "leadership"]
Status = Literal["not started", "under way", "done", "dropped"]
Lateness = Literal["late", "next step late", "start late", "on time", "not known", "over"]
KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)
LATE: tuple[Lateness, ...] = ("late", "next step late", "start late")  # what comes first
OVER: tuple[Status, ...] = ("done", "dropped")
Aim = tuple[str, str]  # a segment model and one of its segments


class Undertaking(Strict):
    """One of them. `number`: of a deliverable, as the project counts them: 1.1.

    `owner`: the organisation that answers, of those who deliver figures or act in the ecosystem; None where nobody is named.
    `areas`: codes, one at least; the whole country's stands for every area. `indicators`, `segments`: what it aims at; indicators of
    None are all of them. `donors`: the areas that it is to be compared with, `declared`, the day on which they are said to have been
    chosen, and `recorded`, the day on which they were written here, None where that is not known.
    `has_responsible`: whether the owner has named somebody to answer for it; who, stands nowhere. `obstacle`: the id of the obstacle
    that it is to remove.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=80)
    kind: Kind = "action"
    number: str = ""
    name: Words
    owner: str | None = None
    areas: tuple[str, ...] = ()
    status: Status = "not started"
    begins: date | None = None
    due: date | None = None
    indicators: tuple[str, ...] | None = ()
    segments: tuple[Aim, ...] = ()
    donors: tuple[str, ...] = ()
    declared: date | None = None
    recorded: date | None = None
    next_step: Words = Text.same("")
    next_day: date | None = None
    has_responsible: bool = False
    obstacle: str | None = None
    is_demo: bool = False

    def lateness(self, today: date) -> Lateness:
        """Whether it is late: as a whole, in its next step, or in beginning; not known where nobody answers and no day is set."""
        if self.status in OVER:
            return "over"
        if self.due is not None and self.due < today:
            return "late"
        if self.next_day is not None and self.next_day < today:
            return "next step late"
        if self.status == "under way" and self.owner is None and self.due is None and self.next_day is None:
            return "not known"
        has_begun = self.status == "under way" or self.begins is None or self.begins >= today
        return "on time" if has_begun else "start late"

    def days_late(self, today: date) -> int:
        """By how many days: as a whole, in its next step, or in beginning; nought where it is not."""
        day = {"late": self.due, "next step late": self.next_day, "start late": self.begins}.get(self.lateness(today))
        return (today - day).days if day else 0

    @property
    def mark_id(self) -> str:
        """By which limits that are computed anew from it are kept; no event's id has a slash."""
        return f"undertaking/{self.id}"

    @property
    def mark(self) -> Mark | None:
        """What stands on the time lines of what it aims at, from the day it begins; None where it has not begun."""
        if self.begins is None or self.status in {"not started", "dropped"} or self.indicators == ():
            return None
        return Mark(self.mark_id, self.begins, self.name)

    @property
    def declared_before(self) -> bool:
        """Whether the areas it is to be compared with were chosen before it began."""
        return bool(self.donors and self.declared and self.begins and self.declared <= self.begins)

    @property
    def recorded_late(self) -> date | None:
        """When its comparison areas were written here, if that was only after it began: that they were chosen before is somebody's word."""
        is_late = self.recorded and self.begins and self.recorded > self.begins
        return self.recorded if is_late else None

    @property
    def is_everywhere(self) -> bool:
        """Whether it is every area's."""
        return WHOLE_COUNTRY in self.areas

    def aims_at(self, indicator: str) -> bool:
        """Whether it is to change an indicator."""
        return self.indicators is None or indicator in self.indicators

    def concerns(self, indicator: str, area: str) -> bool:
        """Whether it is to change an area's figures of an indicator."""
        return (self.is_everywhere or area in self.areas) and self.aims_at(indicator)


def ordered(every: Iterable[Undertaking], today: date) -> list[Undertaking]:
    """The late ones first, the latest of them at the top; then by number, and what comes next; what is over last."""
    places = {name: place for place, name in enumerate((*LATE, "on time", "not known", "over"))}

    def place(each: Undertaking) -> tuple[int, int, str, date, str]:
        days = [day for day in (each.next_day, each.due) if day is not None]
        lateness = each.lateness(today)
        number = "" if lateness in LATE else each.number
        return places[lateness], -each.days_late(today), number, min(days, default=date.max), each.id

    return sorted(every, key=place)


def may_edit(by: Person, each: Undertaking) -> bool:
    """Whether it is somebody's to edit: for analysts of every organisation and all its areas, and whoever acts for its owner."""
    if by.may_for_all("analyst", areas=each.areas):
        return True
    return each.owner is not None and by.may("actor", "analyst", provider=each.owner, areas=each.areas)


def as_data(each: Undertaking) -> dict[str, Any]:
    """One as the database and the audit log hold it."""
    return each.model_dump(mode="json")


def new_id() -> str:
    """The id of one that a person adds on a page, made by chance."""
    return f"action-{secrets.token_hex(5)}"
