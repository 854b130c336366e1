"""The parts of the page, in order, and who may see each."""

from collections.abc import Callable
from typing import NamedTuple

from keko.data.people import Person, Role
from keko.room.targets import EDITORS
from keko.ui.admin import area_sets, audit_log, boundaries, events, in_force, organisations, own_view, people
from keko.ui.session import Visit


class Section(NamedTuple):
    """One part. `picture`: in the address; `roles`: whoever has one of them sees it; `show`: draws it."""

    picture: str
    roles: tuple[Role, ...]
    show: Callable[[Visit], None]


SECTIONS: tuple[Section, ...] = (
    Section("nakyma", own_view.ROLES, own_view.show),
    Section("tapahtumat", EDITORS, events.show),
    Section("joukot", ("analyst",), area_sets.show),
    Section("organisaatiot", ("admin",), organisations.show),
    Section("ihmiset", ("admin",), people.show),
    Section("rajat", ("admin",), boundaries.show),
    Section("asetukset", ("admin",), in_force.show),
    Section("loki", ("admin",), audit_log.show),
)


def sections_for(person: Person) -> tuple[Section, ...]:
    """What somebody sees of the page."""
    return tuple(section for section in SECTIONS if person.roles & set(section.roles))
