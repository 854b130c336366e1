"""Who asks: roles are checked here, where things are written, not on pages."""

from dataclasses import dataclass, field
from typing import Literal

from keko.data.text import Text

THIS_MACHINE = "local"
_CALLED = Text("tämä kone", "den här datorn", "this computer")
Role = Literal["reader", "actor", "analyst", "admin"]


class NotAllowed(Exception):
    """The person may not do what was asked."""


@dataclass(frozen=True)
class Person:
    """Somebody, or the machine itself. `providers`: whose rows an analyst may publish, None for all."""

    subject: str
    roles: frozenset[Role] = field(default_factory=lambda: frozenset({"reader"}))
    providers: frozenset[str] | None = frozenset()

    def may_publish_for(self, provider: str) -> bool:
        """Whether the person may bring in and publish rows of `provider`."""
        if "admin" in self.roles:
            return True
        return "analyst" in self.roles and (self.providers is None or provider in self.providers)

    def must_publish_for(self, provider: str) -> None:
        """Stop unless the person may publish for `provider`.

        Raises:
            NotAllowed: they may not.
        """
        if not self.may_publish_for(provider):
            raise NotAllowed(f"{self.subject} may not publish for {provider}")


def at_this_machine(name: str | None = None) -> Person:
    """Whoever uses the command line, or a page on loopback while no sign-in is configured; `name` as they say it."""
    return Person((name or "").strip() or THIS_MACHINE, frozenset({"reader", "actor", "analyst", "admin"}), None)


def anyone() -> Person:
    """A visitor who has not signed in: reads what is published."""
    return Person("anyone")


def called(subject: str) -> Text:
    """What to call somebody where people read it."""
    return _CALLED if subject == THIS_MACHINE else Text.same(subject)
