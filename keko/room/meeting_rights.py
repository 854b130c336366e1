"""Who reads and who writes the meetings about an area; every way in asks here."""

from keko.data.people import ROLES, WORKING, NotAllowed, Person
from keko.room.meetings import Item

EDITORS = WORKING  # who add to the agendas of meetings about their areas


def may_read(by: Person, area: str) -> bool:
    """Whether somebody may read the meetings about an area, with their notes and decisions: whoever has a role that reaches it."""
    return by.may(*ROLES, areas=[area])


def must_read(by: Person, area: str) -> None:
    """Stop unless somebody may.

    Raises:
        NotAllowed: they may not.
    """
    if not may_read(by, area):
        raise NotAllowed(f"{by.subject} may not read: meetings of {area}")


def may_add(by: Person, area: str) -> bool:
    """Whether somebody may add to the agendas of meetings about an area, and pin views to them."""
    return by.may(*EDITORS, areas=[area])


def may_lead(by: Person, area: str) -> bool:
    """Whether somebody may write the series, meetings, agendas and decisions about an area: they are no single organisation's."""
    return by.may_for_all("analyst", areas=[area])


def may_change(by: Person, item: Item, area: str) -> bool:
    """Whether somebody may change or remove an item of an agenda: who leads, and who added it."""
    return may_lead(by, area) or (may_add(by, area) and item.added_by == by.subject)
