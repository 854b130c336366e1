"""Two people at one record: what a form was filled in for must still be there when it is saved."""

from enum import Enum
from typing import Final


class Unseen(Enum):
    """Stands for the record that was seen where nobody has looked: a command writes over whatever there is."""

    UNSEEN = "unseen"


UNSEEN: Final = Unseen.UNSEEN


class ChangedMeanwhile(Exception):
    """Somebody has changed a record since it was looked at. `record`: what it is now, None where it is gone."""

    def __init__(self, record: object) -> None:
        super().__init__("the record has been changed since it was looked at")
        self.record = record


def refuse_overwriting(record: object, seen: object) -> None:
    """Stop where `record`, as it is now, is not what was `seen` by who changes it.

    Raises:
        ChangedMeanwhile: it is not.
    """
    if seen is not UNSEEN and record != seen:
        raise ChangedMeanwhile(record)
