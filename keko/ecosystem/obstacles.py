"""Obstacles of an area: counted by stage, group and who could remove them, and those that have been open longest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from keko.ecosystem.offered import Here
from keko.ecosystem.records import Obstacle


@dataclass(frozen=True)
class Obstacles:
    """The obstacles of an area on a day. `standing`: not removed, the oldest first; `removed`: the newest first."""

    standing: tuple[Obstacle, ...]
    removed: tuple[Obstacle, ...]
    day: date

    @property
    def by_stage(self) -> Counter[str | None]:
        """How many stand at each stage, None for every one."""
        return Counter(obstacle.stage for obstacle in self.standing)

    @property
    def by_segment(self) -> Counter[str | None]:
        """How many stand before each group of the model, None for every one."""
        return Counter(obstacle.segment for obstacle in self.standing)

    @property
    def by_remover(self) -> Counter[str | None]:
        """How many each actor or sector could remove, None for those that nobody owns."""
        return Counter(obstacle.remover for obstacle in self.standing)

    def at(self, segment: str | None, stage: str | None) -> list[Obstacle]:
        """Those that stand before a group at a stage, what stands before every one too."""
        return [own for own in self.standing if own.segment in {None, segment} and own.stage in {None, stage}]

    def days_open(self, obstacle: Obstacle) -> int:
        """For how many days one has stood, or stood until it was removed."""
        return ((obstacle.removed_on or self.day) - obstacle.since).days


def obstacles(here: Here, day: date) -> Obstacles:
    """The obstacles that touch an area and the groups of its model, as they were on a day."""
    known = [obstacle for obstacle in _known(here) if obstacle.since <= day]
    removed = [obstacle for obstacle in known if _is_removed(obstacle, day)]
    standing = [obstacle for obstacle in known if not _is_removed(obstacle, day)]
    return Obstacles(
        tuple(sorted(standing, key=lambda obstacle: obstacle.since)),
        tuple(sorted(removed, key=lambda obstacle: obstacle.removed_on or day, reverse=True)),
        day,
    )


def standing_over_time(here: Here, days: Sequence[date]) -> list[tuple[date, int]]:
    """How many obstacles stood on each of some days."""
    known = _known(here)
    return [(day, sum(own.since <= day and not _is_removed(own, day) for own in known)) for day in days]


def quarter_ends(until: date, count: int) -> list[date]:
    """The last days of so many quarters, of which the last ended before `until` or then, and `until` itself after them."""
    firsts = (until.year * 4 + (until.month - 1) // 3 - back for back in reversed(range(count)))
    ends = [date(first // 4, first % 4 * 3 + 1, 1) - timedelta(days=1) for first in firsts]
    return [*ends, until]


def _known(here: Here) -> list[Obstacle]:
    """The obstacles that touch the area and the groups of its model, at any time."""
    every = here.register.of(Obstacle)
    return [obstacle for obstacle in every if obstacle.model in {None, here.model} and here.has(obstacle)]


def _is_removed(obstacle: Obstacle, day: date) -> bool:
    return obstacle.removed_on is not None and obstacle.removed_on <= day
