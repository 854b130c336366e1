"""Who asks: roles are checked here, where things are written, not on pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from keko.data.text import Text

THIS_MACHINE, RETENTION = "local", "retention"
_CALLED = {
    THIS_MACHINE: Text("tämä kone", "den här datorn", "this computer"),
    RETENTION: Text("säilytysaika", "lagringstiden", "the retention time"),
}
Role = Literal["reader", "actor", "analyst", "admin"]
ROLES: tuple[Role, ...] = ("reader", "actor", "analyst", "admin")
WORKING: tuple[Role, ...] = ("actor", "analyst")  # who work here, and with them an admin, whose every role is


class NotAllowed(Exception):
    """The person may not do what was asked."""


@dataclass(frozen=True)
class Grant:
    """One role. `provider`: for which organisation, None for every; `areas`: codes of those it is for, None for all,
    empty for no area.
    """

    role: Role
    provider: str | None = None
    areas: tuple[str, ...] | None = None

    def reaches(self, provider: str | None, areas: Iterable[str]) -> bool:
        """Whether it is for an organisation, where one is named, and for all of these areas."""
        return (provider is None or self.provider in {None, provider}) and (
            self.areas is None or set(areas) <= set(self.areas)
        )


@dataclass(frozen=True)
class Person:
    """Somebody, or the machine itself. `subject`: what the audit log calls them; `grants`: the roles they have."""

    subject: str
    grants: tuple[Grant, ...] = (Grant("reader"),)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles, for whichever organisation; whoever has any reads too, and an admin has them all."""
        own: set[Role] = {grant.role for grant in self.grants}
        return frozenset(ROLES if "admin" in own else own | {"reader"} if own else own)

    def may(self, *roles: Role, provider: str | None = None, areas: Iterable[str] = ()) -> bool:
        """Whether one of `roles` is theirs for an organisation and for all of these areas; an admin may everything."""
        wanted = list(areas)
        return any(
            grant.role == "admin" or (grant.role in roles and grant.reaches(provider, wanted)) for grant in self.grants
        )

    def may_for_all(self, *roles: Role, areas: Iterable[str] = ()) -> bool:
        """Whether one of `roles` is theirs for every organisation and for all of these areas: what is no organisation's own."""
        of_all = tuple(grant for grant in self.grants if grant.provider is None)
        return Person(self.subject, of_all).may(*roles, areas=areas)

    def may_everywhere(self, *roles: Role, provider: str) -> bool:
        """Whether one of `roles` is theirs for an organisation and for whichever area."""
        return any(
            grant.role == "admin" or (grant.role in roles and grant.reaches(provider, ()) and grant.areas is None)
            for grant in self.grants
        )

    def must(self, *roles: Role, provider: str | None = None, areas: Iterable[str] = ()) -> None:
        """Stop unless they may.

        Raises:
            NotAllowed: they may not.
        """
        wanted = list(areas)
        if not self.may(*roles, provider=provider, areas=wanted):
            where = " ".join(filter(None, (provider, *wanted[:3])))
            raise NotAllowed(f"{self.subject} may not: {' or '.join(roles or ('admin',))} {where}".strip())

    def must_publish_for(self, provider: str, areas: Iterable[str] = ()) -> None:
        """Stop unless they may bring in and publish rows of `provider` for all of these areas.

        Raises:
            NotAllowed: they may not.
        """
        self.must("analyst", provider=provider, areas=areas)


def at_this_machine(name: str | None = None) -> Person:
    """Whoever uses the command line, or a page on loopback while nobody signs in; `name` as they say it."""
    return Person((name or "").strip() or THIS_MACHINE, tuple(Grant(role) for role in ROLES))


def anyone() -> Person:
    """A visitor without a role of their own: reads what is published, and nothing that is for those of an area."""
    return Person("anyone", (Grant("reader", areas=()),))


def called(subject: str) -> Text:
    """What to call somebody where people read it."""
    return _CALLED.get(subject) or Text.same(subject)
