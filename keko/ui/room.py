"""What several pages read of who does what for whom and of what was agreed, cached by data version as `keko.ui.loads` is."""

from keko.ecosystem.register import Register
from keko.ecosystem.stages import Stage, read_stages
from keko.ecosystem.store import read
from keko.room.rebases import rebases_from
from keko.room.targets import Target, read_targets
from keko.room.undertaking_store import read_undertakings
from keko.room.undertakings import Undertaking
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion


@kept(2)
def register(version: DataVersion) -> Register:
    """Every record of the ecosystem as it is now."""
    with loads.engine().connect() as connection:
        return read(connection)


@kept(1)
def stages() -> tuple[Stage, ...]:
    """The stages of the path to work, in order."""
    return read_stages()


@kept(2)
def targets(version: DataVersion) -> dict[tuple[str, str], Target]:
    """Every target of an indicator that there is, by indicator and area."""
    known = loads.catalogue(version)
    with loads.engine().connect() as connection:
        return {key: target for key, target in read_targets(connection).items() if key[0] in known}


@kept(2)
def undertakings(version: DataVersion) -> dict[str, Undertaking]:
    """Every undertaking by id."""
    with loads.engine().connect() as connection:
        return read_undertakings(connection)


@kept(50)
def rebases(mark: str, version: DataVersion) -> list[tuple[str, str]]:
    """The indicators and areas whose limits are computed anew from an event or an action on."""
    with loads.engine().connect() as connection:
        return rebases_from(connection, mark)
