"""Targets: what an area has agreed to reach, by when, and on which path."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import isfinite
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import WORKING, Person
from keko.data.periods import first_day, is_period, last_month
from keko.data.schema import target as target_table
from keko.data.versions import raise_version
from keko.indicators.catalogue import Family, Indicator, Polarity
from keko.indicators.series import Point
from keko.room.undoing import before_last_change

Reached = Literal["meets", "misses", "unclear"]
EDITORS = WORKING  # of the targets and events of their areas
Slip = Literal["value", "since", "due", "order", "start", "steps", "step order", "thresholds"]


class NoTarget(ValueError):
    """What was given is no target. `slips`: what of it is wrong."""

    def __init__(self, slips: "list[Slip]") -> None:
        super().__init__(f"no target: {', '.join(slips)}")
        self.slips = slips


class Step(NamedTuple):
    """What a figure should be at a period."""

    period: str
    value: float


@dataclass(frozen=True)
class Target:
    """What `area` aims at from `since` on and should reach by `due` (periods), in the indicator's unit.

    `start`: what the path begins with, None for the figure that the area had at `since`; `steps`: between it and the end, in
    order. `slack`: how far behind the path the figure may be and still be on it; `alarm`: from how far behind on somebody has
    to act; None where nothing was agreed.
    """

    indicator: str
    area: str
    value: float
    since: str
    due: str
    is_demo: bool = False
    start: float | None = None
    steps: tuple[Step, ...] = ()
    slack: float | None = None
    alarm: float | None = None

    @property
    def slips(self) -> list[Slip]:
        """What is wrong with it: a value is no number, a period is none, or they are not in their order."""
        wrong: dict[Slip, bool] = {
            "value": not isfinite(self.value),
            "since": not is_period(self.since),
            "due": not is_period(self.due),
            "start": self.start is not None and not isfinite(self.start),
            "steps": not all(is_period(step.period) and isfinite(step.value) for step in self.steps),
            "thresholds": not self._are_thresholds,
        }
        if not (wrong["since"] or wrong["due"]):
            begins = first_day(self.since)
            wrong["order"] = last_month(self.due) < 12 * begins.year + begins.month
            if not wrong["steps"]:
                periods = [self.since, *(step.period for step in self.steps), self.due]
                wrong["step order"] = bool(self.steps) and not all(
                    last_month(before) < last_month(after) for before, after in pairwise(periods)
                )
        return [slip for slip, is_wrong in wrong.items() if is_wrong]

    @property
    def _are_thresholds(self) -> bool:
        given = [limit for limit in (self.slack, self.alarm) if limit is not None]
        return all(isfinite(limit) and limit >= 0 for limit in given) and given == sorted(given)


def read_targets(connection: sa.Connection) -> dict[tuple[str, str], Target]:
    """Every target by indicator and area."""
    rows = connection.execute(sa.select(target_table)).mappings()
    return {(row["indicator"], row["area"]): target_of(row) for row in rows}


def target_of(entry: Mapping[Any, Any]) -> Target:
    """A target as YAML or the database holds it."""
    return Target(**{**entry, "steps": tuple(Step(*step) for step in entry.get("steps") or ())})


def targets_of_family(
    connection: sa.Connection, area: str, family: Family, catalogue: Mapping[str, Indicator]
) -> list[Target]:
    """What an area aims at on the indicators that count one phenomenon by several definitions."""
    own = [target for (_, place), target in read_targets(connection).items() if place == area]
    return [target for target in own if (item := catalogue.get(target.indicator)) and item.family == family]


def set_target(connection: sa.Connection, target: Target, by: Person, seen: Target | Unseen | None = UNSEEN) -> None:
    """Set the target of an area, instead of the one it has had; readers see it at once. `seen`: the one `by` looked at.

    Raises:
        NotAllowed: the person may not.
        NoTarget: the value or a period is none.
        ChangedMeanwhile: somebody else has changed it since.
    """
    if target.slips:
        raise NoTarget(target.slips)
    _replace(connection, target.indicator, target.area, target, by, seen)


def remove_target(
    connection: sa.Connection, indicator: str, area: str, by: Person, seen: Target | Unseen | None = UNSEEN
) -> bool:
    """Take a target away; whether there was one. `seen`: the one `by` looked at.

    Raises:
        NotAllowed: the person may not.
        ChangedMeanwhile: somebody else has changed it since.
    """
    return _replace(connection, indicator, area, None, by, seen)


def undo_target(connection: sa.Connection, indicator: str, area: str, by: Person) -> None:
    """Put a target back as it was before it was last set or taken away.

    Raises:
        Refused: there is nothing to undo.
        NotAllowed: the person may not.
    """
    now = read_targets(connection).get((indicator, area))
    before = before_last_change(connection, "target", f"{indicator} {area}", now, target_of)
    _replace(connection, indicator, area, before, by, now)


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


def _replace(
    connection: sa.Connection,
    indicator: str,
    area: str,
    target: Target | None,
    by: Person,
    seen: Target | Unseen | None,
) -> bool:
    by.must(*EDITORS, areas=[area])
    before = read_targets(connection).get((indicator, area))
    refuse_overwriting(before, seen)
    if before == target:
        return before is not None
    connection.execute(target_table.delete().where(target_table.c.indicator == indicator, target_table.c.area == area))
    if target is not None:
        connection.execute(target_table.insert().values(_as_json(target)))
    note(connection, by, "target", f"{indicator} {area}", before and _as_json(before), target and _as_json(target))
    raise_version(connection)
    return before is not None


def _as_json(target: Target) -> dict[str, Any]:
    return asdict(target) | {"steps": [list(step) for step in target.steps]}
