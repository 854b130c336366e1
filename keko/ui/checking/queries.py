"""What the page asks of the database."""

from dataclasses import dataclass

from keko.room import provenance
from keko.room.frozen import FrozenView
from keko.room.provenance import Kept, Since
from keko.ui import loads
from keko.ui.loads import DataVersion


@dataclass(frozen=True)
class Checked:
    """What a seal stands for. `kept`: None where it is not known; `is_readable`: whether this version of KEKO can show it."""

    kept: Kept | None
    changes: tuple[Since, ...] = ()
    is_readable: bool = True


def checked(seal: str, version: DataVersion) -> Checked:
    """What a seal, as somebody wrote it, stands for now."""
    try:
        with loads.engine().connect() as connection:
            known = provenance.find(connection, seal)
    except ValueError:
        return Checked(None, is_readable=False)
    return Checked(known, _changes(known.view, version)) if known else Checked(None)


def _changes(view: FrozenView, version: DataVersion) -> tuple[Since, ...]:
    with loads.engine().connect() as connection:
        return tuple(provenance.since(connection, view))
