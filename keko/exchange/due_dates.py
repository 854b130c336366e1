"""The due dates of decisions as a calendar file (iCalendar, RFC 5545): one day each, in whatever calendar a reader has."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from keko.config import Language
from keko.room.meetings import Decision
from keko.words import meetings as words


def calendar_bytes(decisions: Iterable[Decision], title: str, at: datetime, language: Language) -> bytes:
    """The decisions that are due some day and not settled. `title`: whose they are; `at`: when the file is made (UTC)."""
    from icalendar import Calendar, Event  # only where a file is made

    calendar = Calendar()
    calendar.add("prodid", "-//KEKO//keko//FI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for decision in decisions:
        if decision.due is None or decision.is_settled:
            continue
        event = Event()
        event.add("uid", f"{decision.id}@keko")
        event.add("dtstamp", at.astimezone(UTC))
        event.add("dtstart", decision.due)
        event.add("dtend", decision.due + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{title}: {decision.what}")
        event.add("description", f"{words.RESPONSIBLE.within(language)}: {decision.responsible}")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
