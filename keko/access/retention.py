"""How long the people of an installation are remembered by name: as long as they need it, and then by their roles alone."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from keko.access.accounts import Account, NoAccount, account_of, read_accounts
from keko.data.audit import note
from keko.data.people import RETENTION, Person
from keko.data.schema import person, person_role, sign_in

REQUEST_DAYS = 30  # how long somebody without a role is remembered
_HERE = Person(RETENTION, ())
_WHO_IT_WAS = ("email", "name", "issuer", "subject", "seen_on", "asked", "asked_at", "invited_at")


def erase_due(connection: sa.Connection, keep_days: int, at: datetime | None = None) -> list[str]:
    """Erase who it was of those who left, or were last seen, `keep_days` ago, and of those without a role after a month.

    What they did keeps their id and the roles they had. Returns the ids.
    """
    moment = at or datetime.now(UTC)
    due = [account for account in read_accounts(connection) if _is_due(account, keep_days, moment)]
    for account in due:
        _erase(connection, account, moment, _HERE)
    return [account.id for account in due]


def erase_now(connection: sa.Connection, keep_days: int, by: Person) -> list[str]:
    """The same because somebody wants it.

    Raises:
        NotAllowed: `by` is no admin.
    """
    by.must("admin")
    return erase_due(connection, keep_days)


def erase(connection: sa.Connection, id_: str, by: Person) -> None:
    """Erase who it was of one person who has left, before their time.

    Raises:
        NotAllowed: `by` is no admin.
        NoAccount: there is no such person, or they have not left.
    """
    by.must("admin")
    account = account_of(connection, id_)
    if account.is_open or account.erased_at is not None:
        raise NoAccount(id_)
    _erase(connection, account, datetime.now(UTC), by)


def _is_due(account: Account, keep_days: int, at: datetime) -> bool:
    if account.erased_at is not None or account.is_admin:
        return False
    seen = account.seen_on.isoformat() if account.seen_on else ""
    last = account.closed_at or max(seen, account.asked_at or "", account.invited_at or "")
    days = keep_days if account.grants else REQUEST_DAYS
    return last != "" and last[:10] < (at - timedelta(days=days)).date().isoformat()


def _erase(connection: sa.Connection, account: Account, at: datetime, by: Person) -> None:
    had = [{"role": grant.role, "provider": grant.provider, "areas": None} for grant in account.grants]
    moment = at.isoformat(timespec="seconds")
    values = dict.fromkeys(_WHO_IT_WAS) | {"grants": had, "erased_at": moment, "closed_at": account.closed_at or moment}
    connection.execute(person.update().where(person.c.id == account.id).values(values))
    connection.execute(person_role.delete().where(person_role.c.subject == account.id))
    connection.execute(sign_in.delete().where(sign_in.c.person == account.id))
    note(connection, by, "erase", account.id)
