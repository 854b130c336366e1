"""How often forecasts that could have been made earlier were right, and how far ahead that is often enough (METHODS 6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from keko.indicators.over_time.ahead import Model

WORTH_SHOWING = 0.9  # of the later values within their limits, in every year from which forecasts were made


class Tried(NamedTuple):
    """Forecasts `horizon` periods ahead made in the year `origin`: how many were made, and how many held the later value."""

    horizon: int
    origin: int
    inside: int
    made: int

    @property
    def share(self) -> float:
        """Of the later values that were within their limits, 0 to 1."""
        return self.inside / self.made


@dataclass(frozen=True)
class Coverage:
    """What the forecasts of an indicator achieved, over the areas of a level, by horizon and year of origin.

    Areas share shocks: what is pooled over years hides the years in which nearly all areas were missed.
    """

    tried: tuple[Tried, ...] = ()
    model: Model = "walk"

    @property
    def horizons(self) -> tuple[int, ...]:
        """Those that could be tried, the nearest first."""
        return tuple(sorted({row.horizon for row in self.tried}))

    @property
    def reach(self) -> int:
        """The furthest horizon up to which each holds in every year of origin; 0 where none does."""
        return len(list(takewhile(self.holds, self.horizons)))

    def holds(self, horizon: int) -> bool:
        """Whether at least 90 % were right in every single year of origin."""
        return all(row.share >= WORTH_SHOWING for row in self.tried if row.horizon == horizon)

    def share(self, horizons: Iterable[int]) -> float | None:
        """Of the later values that were within their limits, 0 to 1; None where none was tried. Nominal: 0.95."""
        wanted = set(horizons)
        made = sum(row.made for row in self.tried if row.horizon in wanted)
        return sum(row.inside for row in self.tried if row.horizon in wanted) / made if made else None

    def worst(self, horizons: Iterable[int]) -> Tried | None:
        """The year of origin and horizon in which the smallest share was right; None where none was tried."""
        wanted = set(horizons)
        return min((row for row in self.tried if row.horizon in wanted), key=lambda row: row.share, default=None)
