"""Taking back what was last written: as the audit log tells it, and only where nothing else has happened since."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from keko.data.audit import last_change
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text

Some = TypeVar("Some")
NOTHING_TO_UNDO = ProblemKind(
    "goals-nothing-to-undo",
    "error",
    Text("Peruttavaa muutosta ei ole.", "Det finns ingen ändring att återkalla.", "There is no change to undo."),
)


def before_last_change(
    connection: sa.Connection, what: str, object_: str, now: Some | None, read: Callable[[Any], Some]
) -> Some | None:
    """What an object was before it became what it is `now`; None where it was not.

    `read`: makes one of what the log holds, by whichever version of KEKO it was written.

    Raises:
        Refused: the log tells of no change that made it so.
    """
    line = last_change(connection, what, object_)
    if line is None or (read(line.after) if line.after else None) != now:
        raise Refused([NOTHING_TO_UNDO.at()])
    return read(line.before) if line.before else None
