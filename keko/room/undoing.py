"""Taking back what was last written: as the audit log tells it, and only where nothing else has happened since."""

from typing import Any

import sqlalchemy as sa

from keko.data.audit import last_change
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text

NOTHING_TO_UNDO = ProblemKind(
    "goals-nothing-to-undo",
    "error",
    Text("Peruttavaa muutosta ei ole.", "Det finns ingen ändring att återkalla.", "There is no change to undo."),
)


def before_last_change(connection: sa.Connection, what: str, object_: str, now: Any) -> Any:
    """What an object was before it became what it is, as the log holds it; None where it was not. `now`: what it is, likewise.

    Raises:
        Refused: the log tells of no change that made it so.
    """
    line = last_change(connection, what, object_)
    if line is None or line.after != now:
        raise Refused([NOTHING_TO_UNDO.at()])
    return line.before
