"""What stands on a time line: events, and actions that have begun."""

from datetime import date
from typing import NamedTuple

from keko.data.text import Text


class Mark(NamedTuple):
    """A day and what happened on it. `id`: by which limits of variation that are computed anew from it are kept."""

    id: str
    day: date
    name: Text
