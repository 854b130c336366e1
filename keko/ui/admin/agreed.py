"""What happened, as the forms show it, cached by data version."""

from keko.room.events import Event, read_events
from keko.ui.kept import kept
from keko.ui.loads import DataVersion, engine


@kept(2)
def events(version: DataVersion) -> list[Event]:
    """Every event, the oldest first."""
    with engine().connect() as connection:
        return read_events(connection)
