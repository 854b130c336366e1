"""The people of an installation and the roles they have."""

import re
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from keko.data.people import Grant
from keko.data.schema import person, person_role

EVERY = "*"  # stands for every organisation where NULL cannot
_MARK = "p-"
_ID = re.compile(rf"{_MARK}[0-9a-f]{{10}}")


class NoAccount(Exception):
    """There is no such person, or they have left."""


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
    grants = _grants(connection, ids)
    rows = connection.execute(sa.select(person).where(person.c.id.in_(ids))).mappings()
    return {row["id"]: _account(row, grants.get(row["id"], ())) for row in rows}


def account_of(connection: sa.Connection, id_: str) -> Account:
    """One of them.

    Raises:
        NoAccount: there is none.
    """
    account = accounts_of(connection, [id_]).get(id_)
    if account is None:
        raise NoAccount(id_)
    return account


def normalised(email: str) -> str:
    """An address as it is compared: in small letters, nothing around it."""
    return email.strip().lower()


def new_person(connection: sa.Connection, **known: Any) -> str:
    """The id of somebody new, made by chance, so that it says nothing of who it is."""
    id_ = f"{_MARK}{secrets.token_hex(5)}"
    connection.execute(person.insert().values(id=id_, grants=[], **known))
    return id_


def is_id(subject: str) -> bool:
    """Whether the audit log calls somebody so who has an account, and not the machine or a name that was typed at it."""
    return _ID.fullmatch(subject) is not None


def grants_of(connection: sa.Connection, id_: str) -> tuple[Grant, ...]:
    """The roles of one person."""
    return _grants(connection, [id_]).get(id_, ())


def _grants(connection: sa.Connection, ids: Collection[str] | None = None) -> dict[str, tuple[Grant, ...]]:
    """The roles of these people, of everybody where none are named."""
    query = sa.select(person_role)
    if ids is not None:
        query = query.where(person_role.c.subject.in_(ids))
    grants: dict[str, list[Grant]] = {}
    for row in connection.execute(query):
        areas = None if row.areas is None else tuple(row.areas)
        grants.setdefault(row.subject, []).append(
            Grant(row.role, None if row.provider == EVERY else row.provider, areas)
        )
    return {subject: in_order(own) for subject, own in grants.items()}


def _account(row: sa.RowMapping, grants: tuple[Grant, ...]) -> Account:
    kept = {name: row[name] for name in Account.__dataclass_fields__ if name in row and name != "grants"}
    had = tuple(Grant(role["role"], role["provider"], role["areas"] and tuple(role["areas"])) for role in row["grants"])
    return Account(**kept, grants=grants or had, has_signed_in=row["subject"] is not None)


def in_order(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """Roles in the order in which they are compared."""
    return tuple(sorted(grants, key=lambda grant: (grant.role, grant.provider or "")))
