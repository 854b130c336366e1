"""Targets: what an area has agreed to reach, and by when."""

from dataclasses import asdict, dataclass
from typing import Literal

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.people import NotAllowed, Person
from keko.data.schema import target
from keko.data.versions import raise_version
from keko.indicators.catalogue import Polarity
from keko.indicators.series import Point

Reached = Literal["meets", "misses", "unclear"]


@dataclass(frozen=True)
class Target:
    """What `area` aims at from `since` on and should reach by `due` (periods), in the indicator's unit."""

    indicator: str
    area: str
    value: float
    since: str
    due: str
    is_demo: bool = False


def read_targets(connection: sa.Connection) -> dict[tuple[str, str], Target]:
    """Every target by indicator and area."""
    rows = connection.execute(sa.select(target)).mappings()
    return {(row["indicator"], row["area"]): Target(**row) for row in rows}


def set_target(connection: sa.Connection, one: Target, by: Person) -> None:
    """Set the target of an area, instead of the one it has had; readers see it at once.

    Raises:
        NotAllowed: the person may not.
    """
    _replace(connection, one.indicator, one.area, one, by)


def remove_target(connection: sa.Connection, indicator: str, area: str, by: Person) -> bool:
    """Take a target away; whether there was one.

    Raises:
        NotAllowed: the person may not.
    """
    return _replace(connection, indicator, area, None, by)


def reached(aimed: Target, latest: Point | None, polarity: Polarity) -> Reached | None:
    """Whether the newest value is past the target with its whole interval, or short of it with its whole interval.

    None without an interval, and where neither direction is better.
    """
    if latest is None or latest.lower is None or latest.upper is None or polarity == "none":
        return None
    worst, best = (latest.lower, latest.upper) if polarity == "higher" else (-latest.upper, -latest.lower)
    wanted = aimed.value if polarity == "higher" else -aimed.value
    return "meets" if worst >= wanted else "misses" if best < wanted else "unclear"


def _replace(connection: sa.Connection, indicator: str, area: str, one: Target | None, by: Person) -> bool:
    if not by.roles & {"actor", "analyst", "admin"}:
        raise NotAllowed(f"{by.subject} may not set targets")
    before = read_targets(connection).get((indicator, area))
    if before == one:
        return before is not None
    connection.execute(target.delete().where(target.c.indicator == indicator, target.c.area == area))
    if one is not None:
        connection.execute(target.insert().values(asdict(one)))
    note(connection, by, "target", f"{indicator} {area}", before and asdict(before), one and asdict(one))
    raise_version(connection)
    return before is not None
