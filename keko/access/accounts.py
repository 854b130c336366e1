"""The people of an installation and their roles: invited, asked for, given, taken away, closed."""

import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.edits import refuse_overwriting
from keko.data.people import Grant, Person
from keko.data.schema import person, person_role, sign_in

EVERY = "*"  # stands for every organisation where NULL cannot
LONGEST_REQUEST = 500
LONGEST_ADDRESS = 254
_ADDRESS = re.compile(r"[^\s@\x00-\x1f\ud800-\udfff]+@[^\s@\x00-\x1f\ud800-\udfff]+\.[^\s@\x00-\x1f\ud800-\udfff]+")


class NoAccount(Exception):
    """There is no such person, or they have left."""


class LastAdmin(Exception):
    """Nobody would be left who can give roles."""


class BadAddress(Exception):
    """It is no e-mail address."""


class Taken(Exception):
    """Somebody with that address is known already."""


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in. `has_signed_in`: an invitation that nobody has used holds by its e-mail address alone.

    `grants`: the roles they have; of somebody whose name has been erased, those they had.
    """

    id: str
    email: str | None
    name: str | None
    grants: tuple[Grant, ...]
    has_signed_in: bool
    invited_at: str | None
    seen_on: date | None
    asked_at: str | None
    asked: str | None
    closed_at: str | None
    erased_at: str | None

    @property
    def label(self) -> str:
        """What to call them where people read it, while that is known."""
        return self.name or self.email or self.id

    @property
    def is_open(self) -> bool:
        """Whether they may sign in."""
        return self.closed_at is None

    @property
    def is_admin(self) -> bool:
        """Whether they may give roles."""
        return self.is_open and any(grant.role == "admin" for grant in self.grants)

    @property
    def waits(self) -> bool:
        """Whether they have asked for a role and have not been answered."""
        return self.is_open and self.asked_at is not None


def read_accounts(connection: sa.Connection) -> list[Account]:
    """Everybody, those who wait for a role first, then by name."""
    grants = _grants(connection)
    rows = connection.execute(sa.select(person)).mappings()
    accounts = [_account(row, grants.get(row["id"], ())) for row in rows]
    return sorted(accounts, key=lambda known: (not known.waits, not known.is_open, known.label.lower()))


def accounts_of(connection: sa.Connection, ids: Collection[str]) -> dict[str, Account]:
    """Those of them that are people, by id."""
    rows = connection.execute(sa.select(person).where(person.c.id.in_(ids))).mappings().all()
    return {row["id"]: _account(row, grants_of(connection, row["id"])) for row in rows}


def account_of(connection: sa.Connection, id_: str) -> Account:
    """One of them.

    Raises:
        NoAccount: there is none.
    """
    row = connection.execute(sa.select(person).where(person.c.id == id_)).mappings().first()
    if row is None:
        raise NoAccount(id_)
    return _account(row, _grants(connection, id_).get(id_, ()))


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
    refuse_overwriting(before.grants, tuple(sorted(seen, key=_order)))
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


def normalised(email: str) -> str:
    """An address as it is compared: in small letters, nothing around it."""
    return email.strip().lower()


def _address(email: str) -> str:
    address = normalised(email)
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise BadAddress(address[:80])
    return address


def new_person(connection: sa.Connection, **known: Any) -> str:
    """The id of somebody new, made by chance, so that it says nothing of who it is."""
    id_ = f"p-{secrets.token_hex(5)}"
    connection.execute(person.insert().values(id=id_, grants=[], **known))
    return id_


def grants_of(connection: sa.Connection, id_: str) -> tuple[Grant, ...]:
    """The roles of one person."""
    return _grants(connection, id_).get(id_, ())


def _grants(connection: sa.Connection, id_: str | None = None) -> dict[str, tuple[Grant, ...]]:
    query = sa.select(person_role) if id_ is None else sa.select(person_role).where(person_role.c.subject == id_)
    grants: dict[str, list[Grant]] = {}
    for row in connection.execute(query):
        areas = None if row.areas is None else tuple(row.areas)
        grants.setdefault(row.subject, []).append(
            Grant(row.role, None if row.provider == EVERY else row.provider, areas)
        )
    return {subject: tuple(sorted(own, key=_order)) for subject, own in grants.items()}


def _write_grants(connection: sa.Connection, id_: str, grants: Sequence[Grant]) -> None:
    connection.execute(person_role.delete().where(person_role.c.subject == id_))
    for grant in grants:
        areas = None if grant.areas is None else sorted(grant.areas)
        row = {"subject": id_, "role": grant.role, "provider": grant.provider or EVERY, "areas": areas}
        connection.execute(person_role.insert().values(row))


def _account(row: sa.RowMapping, grants: tuple[Grant, ...]) -> Account:
    kept = {name: row[name] for name in Account.__dataclass_fields__ if name in row and name != "grants"}
    had = tuple(Grant(role["role"], role["provider"], role["areas"] and tuple(role["areas"])) for role in row["grants"])
    return Account(**kept, grants=grants or had, has_signed_in=row["subject"] is not None)


def _refuse_without_admin(connection: sa.Connection, changed: Account) -> None:
    """Stop where the last admin who has signed in would go; an admin nobody has ever signed in as opens nothing yet."""
    if changed.is_admin and not any(known.is_admin and known.has_signed_in for known in read_accounts(connection)):
        raise LastAdmin(changed.id)


def _order(grant: Grant) -> tuple[str, str]:
    return grant.role, grant.provider or ""


def _told(grants: Sequence[Grant]) -> list[dict[str, Any]]:
    return [asdict(grant) for grant in grants]
