"""What the page of meetings reads: meetings anew at each rerun, what never changes and what figures say of them kept."""

from dataclasses import dataclass
from datetime import date

from keko.data.days import day_of
from keko.data.people import Person
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.offered import Here
from keko.ecosystem.records import Obstacle, Service
from keko.ecosystem.store import read as read_register
from keko.room import provenance
from keko.room.frozen import FrozenView
from keko.room.meeting_rows import pinned, read_meetings
from keko.room.meetings import Book, Decision
from keko.room.receipt import Became, became
from keko.room.seen import read_seen
from keko.room.since import Since, since
from keko.room.undertakings import Undertaking
from keko.ui import loads, room
from keko.ui.kept import kept
from keko.ui.loads import DataVersion


def book(by: Person) -> Book:
    """The meetings that somebody may read, with agendas and decisions, as they are now."""
    with loads.engine().connect() as connection:
        return read_meetings(connection, by)


def view(seal: str, version: DataVersion) -> FrozenView | None:
    """A pinned view, None where this version of KEKO cannot read it."""
    return _view(seal, version.database)


@kept(60)
def _view(seal: str, database: str) -> FrozenView | None:
    with loads.engine().connect() as connection:
        return pinned(connection, seal)


@kept(60)
def since_frozen(seal: str, version: DataVersion) -> list[provenance.Since]:
    """What became of the releases that a pinned view rests on, which this version of KEKO can read."""
    frozen = view(seal, version)
    with loads.engine().connect() as connection:
        return provenance.since(connection, frozen) if frozen else []


@kept(40)
def what_became(decisions: tuple[Decision, ...], version: DataVersion) -> list[Became]:
    """What has become of decisions by the figures of a data version."""
    with loads.engine().connect() as connection:
        return became(connection, decisions, loads.catalogue(version), loads.areas(version))


@kept(20)
def since_then(area: str, benchmark: str, moment: str, version: DataVersion) -> Since:
    """What of an area's figures is another than at a moment (UTC, ISO 8601)."""
    with loads.engine().connect() as connection:
        return since(
            connection, read_seen(connection, moment), loads.catalogue(version), loads.areas(version), area, benchmark
        )


@dataclass(frozen=True)
class Moved:
    """Services and obstacles of an area that came or went."""

    services_came: tuple[Service, ...] = ()
    services_went: tuple[Service, ...] = ()
    obstacles_came: tuple[Obstacle, ...] = ()
    obstacles_went: tuple[Obstacle, ...] = ()


@kept(20)
def ecosystem_since(area: str, moment: str, today: date, version: DataVersion) -> Moved:
    """The same since a moment; nothing where one side is invented and the other is not."""
    areas = loads.areas(version)
    with loads.engine().connect() as connection:
        before, now = read_register(connection, moment), read_register(connection)
    if not before.entries or before.is_demo != now.is_demo:
        return Moved()
    then, here = Here(before, "", area, areas), Here(now, "", area, areas)
    old, new = {each.id: each for each in then.services}, {each.id: each for each in here.services}
    stood = {each.id: each for each in obstacles(then, day_of(moment)).standing}
    stand = {each.id: each for each in obstacles(here, today).standing}
    return Moved(
        tuple(new[id_] for id_ in new if id_ not in old),
        tuple(old[id_] for id_ in old if id_ not in new),
        tuple(stand[id_] for id_ in stand if id_ not in stood),
        tuple(stood[id_] for id_ in stood if id_ not in stand),
    )


def actions(version: DataVersion) -> list[Undertaking]:
    """The actions that have been agreed on."""
    return [each for each in room.undertakings(version).values() if each.kind == "action"]
