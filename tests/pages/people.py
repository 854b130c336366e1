"""Somebody who is signed in, for pages that are run without a browser."""

import pytest

from keko.data.people import Grant, Person
from keko.ui import session


def signed_in(monkeypatch: pytest.MonkeyPatch, *grants: Grant, id_: str = "p-1") -> Person:
    """Let pages be asked for by somebody with these roles."""
    person = Person(id_, grants)
    monkeypatch.setattr(session, "_who", lambda _: (person, "Maija Meikäläinen"))
    return person
