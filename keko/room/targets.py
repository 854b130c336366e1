"""Targets: what an area has agreed to reach, and by when."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.people import Person
from keko.data.schema import target as target_table
from keko.data.versions import raise_version
from keko.indicators.catalogue import Family, Indicator, Polarity
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
    rows = connection.execute(sa.select(target_table)).mappings()
    return {(row["indicator"], row["area"]): Target(**row) for row in rows}


def targets_of_family(
    connection: sa.Connection, area: str, family: Family, catalogue: Mapping[str, Indicator]
) -> list[Target]:
    """What an area aims at on the indicators that count one phenomenon by several definitions."""
    own = [target for (_, place), target in read_targets(connection).items() if place == area]
    return [target for target in own if (item := catalogue.get(target.indicator)) and item.family == family]


def set_target(connection: sa.Connection, target: Target, by: Person) -> None:
    """Set the target of an area, instead of the one it has had; readers see it at once.

    Raises:
        NotAllowed: the person may not.
    """
    _replace(connection, target.indicator, target.area, target, by)


def remove_target(connection: sa.Connection, indicator: str, area: str, by: Person) -> bool:
    """Take a target away; whether there was one.

    Raises:
        NotAllowed: the person may not.
    """
    return _replace(connection, indicator, area, None, by)


def reached(aimed: Target, latest: Point | None, polarity: Polarity) -> Reached | None:
    """Whether the newest value is past the target with its whole interval, or short of it with its whole interval.

    A value without an interval is past it or short of it as it is. None where neither direction is better.
    """
    if latest is None or latest.value is None or polarity == "none":
        return None
    lower = latest.value if latest.lower is None else latest.lower
    upper = latest.value if latest.upper is None else latest.upper
    worst, best = (lower, upper) if polarity == "higher" else (-upper, -lower)
    wanted = aimed.value if polarity == "higher" else -aimed.value
    return "meets" if worst >= wanted else "misses" if best < wanted else "unclear"


def _replace(connection: sa.Connection, indicator: str, area: str, target: Target | None, by: Person) -> bool:
    by.must("actor", "analyst", areas=[area])
    before = read_targets(connection).get((indicator, area))
    if before == target:
        return before is not None
    connection.execute(target_table.delete().where(target_table.c.indicator == indicator, target_table.c.area == area))
    if target is not None:
        connection.execute(target_table.insert().values(asdict(target)))
    note(connection, by, "target", f"{indicator} {area}", before and asdict(before), target and asdict(target))
    raise_version(connection)
    return before is not None
