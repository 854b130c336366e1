"""What people who did something are called: by name among those who work here, by their role to everybody else."""

from keko.access.accounts import Account, NoAccount, account_of
from keko.config import Language
from keko.data.people import ROLES, called
from keko.ui import loads
from keko.ui.session import Visit
from keko.words import access as words

_WORKING = {"actor", "analyst", "admin"}


def name_of(subject: str, visit: Visit) -> str:
    """What to call whoever the audit log calls `subject`; of somebody who has left long ago only the role is known."""
    language = visit.view.language
    if not visit.person.roles & _WORKING:
        return words.SOMEBODY.within(language)
    try:
        with loads.engine().connect() as connection:
            account = account_of(connection, subject)
    except NoAccount:  # whoever was at the machine
        return called(subject).within(language)
    return _former(account, language) if account.erased_at else account.label


def _former(account: Account, language: Language) -> str:
    had = {grant.role for grant in account.grants}
    role = next((role for role in reversed(ROLES) if role in had), None)
    return words.FORMER.within(language, role=words.ROLES[role].within(language) if role else account.id)
