"""What people who did something are called: by name among those who work here, by their role to everybody else."""

from collections.abc import Collection

from keko.access.accounts import Account, accounts_of, is_id
from keko.config import Language
from keko.data.people import ROLES, WORKING, called
from keko.ui import loads
from keko.ui.session import Visit
from keko.words import access as words


def name_of(subject: str, visit: Visit) -> str:
    """What to call whoever the audit log calls `subject`; of somebody who has left long ago only the role is known."""
    return names_of([subject], visit)[subject]


def names_of(subjects: Collection[str], visit: Visit) -> dict[str, str]:
    """The same for several; what is no person's stays as it is."""
    language = visit.view.language
    if not visit.person.roles & set(WORKING):
        return dict.fromkeys(subjects, words.SOMEBODY.within(language))
    accounts = _accounts({subject for subject in subjects if is_id(subject)})
    return {
        subject: _called(accounts[subject], language) if subject in accounts else called(subject).within(language)
        for subject in subjects
    }


def _accounts(ids: Collection[str]) -> dict[str, Account]:
    """Those of the people with these ids."""
    if not ids:
        return {}
    with loads.engine().connect() as connection:
        return accounts_of(connection, ids)


def _called(account: Account, language: Language) -> str:
    if not account.erased_at:
        return account.label
    had = {grant.role for grant in account.grants}
    role = next((role for role in reversed(ROLES) if role in had), None)
    return words.FORMER.within(language, role=words.ROLES[role].within(language) if role else account.id)
