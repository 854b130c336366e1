"""Browsers that are signed in: a cookie holds a word made by chance, the database its hash, whose it is and until when."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from keko.access.accounts import grants_of, new_person, normalised
from keko.data.audit import note
from keko.data.people import Grant, Person
from keko.data.schema import person, person_role, sign_in
from keko.data.scopes import areas_of, with_members

LONGEST_KEY = 100


class ShutOut(Exception):
    """Who signs in was known here and has been closed."""


@dataclass(frozen=True)
class Identity:
    """Who somebody is to an identity provider. `email`: theirs for sure, else None."""

    issuer: str
    subject: str
    email: str | None
    name: str | None


@dataclass(frozen=True)
class SignedIn:
    """Who a browser is signed in as, and until when."""

    person: Person
    label: str
    expires_at: str


def admit(connection: sa.Connection, who: Identity) -> str:
    """The id of who signs in: known by issuer and subject; else by an invitation to the address; else new.

    An invitation to the address of somebody who is known, but has no role yet, is theirs too.

    Raises:
        ShutOut: they have been closed.
    """
    email = who.email and normalised(who.email)
    known = _one(connection, (person.c.issuer == who.issuer) & (person.c.subject == who.subject))
    invited = _one(connection, (person.c.email == email) & person.c.subject.is_(None))
    if known is not None and invited is not None and invited.closed_at is not None:
        invited = None  # whoever closed it did not mean it to open something for somebody who is in already
    found = known or invited
    if found is not None and found.closed_at is not None:
        raise ShutOut(found.id)
    seen = {"issuer": who.issuer, "subject": who.subject, "name": who.name, "seen_on": datetime.now(UTC).date()}
    if found is None:
        free = email if email and _one(connection, person.c.email == email) is None else None
        id_ = new_person(connection, email=free, **seen)
        note(connection, Person(id_), "sign in", id_)
        return id_
    if known is not None and invited is not None and not grants_of(connection, known.id):
        _take_invitation(connection, known.id, invited.id)
        seen["email"] = email
    connection.execute(person.update().where(person.c.id == found.id).values(seen))
    if known is None:
        note(connection, Person(found.id), "sign in", found.id)
    return str(found.id)


def _take_invitation(connection: sa.Connection, id_: str, invited: str) -> None:
    """Make the roles of an invitation those of somebody who signed in before their address was known for sure."""
    connection.execute(person_role.update().where(person_role.c.subject == invited).values(subject=id_))
    connection.execute(person.delete().where(person.c.id == invited))
    note(connection, Person(id_), "take invitation", id_, before=invited)


def begin(connection: sa.Connection, id_: str, hours: int, former: str | None = None) -> str:
    """Sign a browser in; returns what its cookie holds.

    `former`: what it held before. What is open in the browser goes on with that: where it was the same person's, it lasts as long.
    """
    key, until = secrets.token_urlsafe(32), _in(hours)
    connection.execute(sign_in.delete().where(sign_in.c.expires_at < _in(-hours)))
    if former:
        own = (sign_in.c.key == _hash(former)) & (sign_in.c.person == id_)
        connection.execute(sign_in.update().where(own).values(expires_at=until))
    connection.execute(sign_in.insert().values(key=_hash(key), person=id_, expires_at=until))
    return key


def end(connection: sa.Connection, key: str) -> None:
    """Sign out whom a browser is signed in as, here and wherever else they are."""
    whose = sa.select(sign_in.c.person).where(sign_in.c.key == _hash(key)).scalar_subquery()
    connection.execute(sign_in.delete().where(sign_in.c.person == whose))


def signed_in(connection: sa.Connection, key: str | None) -> SignedIn | None:
    """Who a browser is signed in as, with the roles they have now; None where nobody is, or no longer."""
    if not key or len(key) > LONGEST_KEY:
        return None
    query = (
        sa.select(person.c.id, person.c.name, person.c.email, sign_in.c.expires_at)
        .join(sign_in, sign_in.c.person == person.c.id)
        .where(sign_in.c.key == _hash(key), sign_in.c.expires_at > _in(0), person.c.closed_at.is_(None))
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    grants = tuple(_within(connection, grant) for grant in grants_of(connection, row.id))
    return SignedIn(Person(row.id, grants), row.name or row.email or row.id, row.expires_at)


def _within(connection: sa.Connection, grant: Grant) -> Grant:
    """A role with every municipality that it reaches; for an organisation without areas of its own, it reaches the organisation's."""
    areas = grant.areas if grant.areas is not None else areas_of(connection, grant.provider)
    return grant if areas is None else Grant(grant.role, grant.provider, with_members(connection, areas))


def _one(connection: sa.Connection, test: sa.ColumnElement[bool]) -> Any:
    """The first that passes: id, subject, closed_at; None where nobody does."""
    return connection.execute(sa.select(person.c.id, person.c.subject, person.c.closed_at).where(test)).first()


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _in(hours: float) -> str:
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat(timespec="seconds")
