"""What readers would see change of the figures themselves: those that are new, those that are others, those that go."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from keko.data.history import RowChange, added, changed, removed
from keko.data.releases import read_release
from keko.data.schema import SEGMENTS

MOST = 200


@dataclass(frozen=True)
class Change:
    """A figure of an indicator that is another one, or is not there any more."""

    indicator: str
    row: RowChange


@dataclass(frozen=True)
class Changes:
    """`areas`: how many have new figures, from the period `first` to `last`, empty where there is none.

    `changed`: the figures that are others, the greatest change first; `removed`: those that go; 200 of each at most.
    """

    areas: int = 0
    first: str = ""
    last: str = ""
    changed: list[Change] = field(default_factory=list)
    removed: list[Change] = field(default_factory=list)


def changes(connection: sa.Connection, drafts: Sequence[int]) -> Changes:
    """What publishing drafts of figures would change."""
    areas, periods = set[str](), set[str]()
    others, gone = list[Change](), list[Change]()
    for id_ in drafts:
        draft = read_release(connection, id_)
        if draft["kind"] == SEGMENTS:
            continue
        base, indicator, counts = draft["made_from"], draft["indicator"], draft["difference"]
        if counts["new"]:
            for area, period in added(connection, base, id_):
                areas.add(area)
                periods.add(period)
        if counts["changed"]:
            others += [Change(indicator, row) for row in changed(connection, base, id_, MOST)]
        if counts["removed"]:
            gone += [Change(indicator, row) for row in removed(connection, base, id_, MOST)]
    first, last = min(periods, default=""), max(periods, default="")
    return Changes(len(areas), first, last, sorted(others, key=_size, reverse=True)[:MOST], gone[:MOST])


def _size(change: Change) -> float:
    """How far a figure moves, beside both of its values; one that comes to be hidden or shown moves least."""
    before, after = change.row.before, change.row.after
    if before is None or after is None or before == after:
        return 0.0
    return abs(after - before) / (abs(after) + abs(before))
