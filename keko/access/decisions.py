"""What admins decide about people: who is invited, which roles they have, who is shut out; and what people ask of them."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from keko.access.accounts import EVERY, Account, NoAccount, account_of, in_order, new_person, normalised, read_accounts
from keko.data.audit import note, now
from keko.data.edits import refuse_overwriting
from keko.data.people import Grant, Person
from keko.data.schema import person, person_role, sign_in

LONGEST_REQUEST = 500
LONGEST_ADDRESS = 254
_ADDRESS = re.compile(r"[^\s@\x00-\x1f\ud800-\udfff]+@[^\s@\x00-\x1f\ud800-\udfff]+\.[^\s@\x00-\x1f\ud800-\udfff]+")


class LastAdmin(Exception):
    """Nobody would be left who can give roles."""


class BadAddress(Exception):
    """It is no e-mail address."""


class Taken(Exception):
    """Somebody with that address is known already."""


def invite(connection: sa.Connection, email: str, grants: Sequence[Grant], by: Person) -> Account:
    """Let somebody sign in by their e-mail address, with roles from the first time on.

    Raises:
        NotAllowed: `by` is no admin.
        BadAddress: it is no e-mail address.
        Taken: the address is somebody's already.
    """
    by.must("admin")
    address = _address(email)
    if connection.execute(sa.select(person.c.id).where(person.c.email == address)).first():
        raise Taken(address)
    id_ = new_person(connection, email=address, invited_at=now())
    _write_grants(connection, id_, grants)
    note(connection, by, "invite", id_, after=_told(grants))
    return account_of(connection, id_)


def give(connection: sa.Connection, id_: str, grants: Sequence[Grant], seen: Sequence[Grant], by: Person) -> Account:
    """Make these the roles of a person who had those `seen` when `by` looked; what they asked for is answered by it.

    Raises:
        NotAllowed: `by` is no admin.
        NoAccount, LastAdmin: as they say.
        ChangedMeanwhile: somebody else has changed their roles since.
    """
    by.must("admin")
    before = account_of(connection, id_)
    if not before.is_open:
        raise NoAccount(id_)
    refuse_overwriting(before.grants, in_order(seen))
    _write_grants(connection, id_, grants)
    connection.execute(person.update().where(person.c.id == id_).values(asked=None, asked_at=None))
    _refuse_without_admin(connection, before)
    note(connection, by, "roles", id_, _told(before.grants), _told(grants))
    return account_of(connection, id_)


def close(connection: sa.Connection, id_: str, by: Person) -> None:
    """Shut somebody out at once, wherever they are signed in; what they did stays, and they can be let in again.

    Raises:
        NotAllowed, NoAccount, LastAdmin: as they say.
    """
    by.must("admin")
    before = account_of(connection, id_)
    connection.execute(person.update().where(person.c.id == id_).values(closed_at=now(), asked=None, asked_at=None))
    connection.execute(sign_in.delete().where(sign_in.c.person == id_))
    _refuse_without_admin(connection, before)
    note(connection, by, "close", id_, before=_told(before.grants))


def reopen(connection: sa.Connection, id_: str, by: Person) -> None:
    """Let somebody in again who was shut out, with the roles they had.

    Raises:
        NotAllowed: `by` is no admin.
        NoAccount: there is none, or who it was has been erased.
    """
    by.must("admin")
    if account_of(connection, id_).erased_at is not None:
        raise NoAccount(id_)
    connection.execute(person.update().where(person.c.id == id_).values(closed_at=None))
    note(connection, by, "reopen", id_)


def ask(connection: sa.Connection, by: Person, reason: str) -> None:
    """Ask for a role: the request waits until an admin has answered.

    Raises:
        NoAccount: `by` has not signed in.
    """
    account = account_of(connection, by.subject)
    if not account.is_open:
        raise NoAccount(by.subject)
    values = {"asked": " ".join(reason.split())[:LONGEST_REQUEST], "asked_at": now()}
    connection.execute(person.update().where(person.c.id == account.id).values(values))
    note(connection, by, "ask", account.id)


def make_first_admin(connection: sa.Connection, email: str, by: Person) -> Account:
    """Make the holder of an address an admin, invited if they are not known: how an installation gets its first.

    Raises:
        NotAllowed: `by` is not at the machine.
        BadAddress: it is no e-mail address.
    """
    by.must("admin")
    address = _address(email)
    known = connection.execute(sa.select(person.c.id).where(person.c.email == address)).scalar()
    if known is None:
        return invite(connection, address, [Grant("admin")], by)
    account = account_of(connection, known)
    if not account.is_open:
        reopen(connection, known, by)
    if account.is_admin:
        return account_of(connection, known)
    return give(connection, known, [*account.grants, Grant("admin")], account.grants, by)


def _address(email: str) -> str:
    address = normalised(email)
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise BadAddress(address[:80])
    return address


def _write_grants(connection: sa.Connection, id_: str, grants: Sequence[Grant]) -> None:
    connection.execute(person_role.delete().where(person_role.c.subject == id_))
    for grant in grants:
        areas = None if grant.areas is None else sorted(grant.areas)
        row = {"subject": id_, "role": grant.role, "provider": grant.provider or EVERY, "areas": areas}
        connection.execute(person_role.insert().values(row))


def _refuse_without_admin(connection: sa.Connection, changed: Account) -> None:
    """Stop where the last admin who has signed in would go; an admin nobody has ever signed in as opens nothing yet."""
    if changed.is_admin and not any(known.is_admin and known.has_signed_in for known in read_accounts(connection)):
        raise LastAdmin(changed.id)


def _told(grants: Sequence[Grant]) -> list[dict[str, Any]]:
    return [asdict(grant) for grant in grants]
