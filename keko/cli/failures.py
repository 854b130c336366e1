"""What went wrong, as one sentence for whoever gave the command."""

import os
import sqlite3

from keko.commands import BAD_DATA, WRONG_USE, Arguments, WrongUse, language_of
from keko.config import WrongSetting


def explained(error: Exception, chosen: Arguments) -> tuple[str, int]:
    """The sentence and the exit code of what stopped a command.

    Raises:
        Exception: `error` itself where nobody but KEKO is to blame.
    """
    if isinstance(error, WrongUse | WrongSetting):
        return str(error), WRONG_USE
    if isinstance(error, OSError):
        return _of_system(error), WRONG_USE
    return _of_data(error, chosen) or _of_database(error)


def _of_system(error: OSError) -> str:
    """A file that cannot be read or written, a port that is taken: where, and what the system says of it."""
    reason = error.strerror or str(error)
    return f"{os.fspath(error.filename)!s}: {reason}" if error.filename else reason


def _of_data(error: Exception, chosen: Arguments) -> tuple[str, int] | None:
    # What a command that starts well does without is loaded only here.
    from keko.access.decisions import BadAddress
    from keko.data.geometry import NoBoundaries
    from keko.data.identity_codes import IdentityCode
    from keko.data.problems import Refused
    from keko.data.publishing import Conflict, NeedsApproval, OutdatedDraft, Overtaken
    from keko.data.releases import NoRelease

    match error:
        case BadAddress():
            return f"Not an e-mail address: {error}", WRONG_USE
        case Refused():
            return error.problems[0].message.within(language_of(chosen)), BAD_DATA
        case Conflict() | OutdatedDraft() | Overtaken():
            return str(error), BAD_DATA
        case NoRelease() | NeedsApproval() | NoBoundaries():
            return str(error), WRONG_USE
        case IdentityCode():
            return f"The text holds {error}: it was not stored.", WRONG_USE
    return None


def _of_database(error: Exception) -> tuple[str, int]:
    """A database that cannot be reached, opened or understood; what it refuses to store is a fault of KEKO."""
    from sqlalchemy import exc

    faults = exc.IntegrityError | exc.ProgrammingError | exc.DataError
    if not isinstance(error, exc.SQLAlchemyError | sqlite3.Error) or isinstance(error, faults):
        raise error
    reason = getattr(error, "orig", None) or error
    return f"The database that KEKO_DATABASE_URL names cannot be used: {reason}", WRONG_USE
