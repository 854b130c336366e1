"""The numbers that an attack is after, how much room each has to have, and what an outsider's range says of it.

A cell that is hidden for itself is small by one of its numbers, and which one is not stored: it is given away where none
of those that may be the reason has all of 1 to the threshold as its range. Any number is where its range is within 1 and
the threshold less one.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.attack.ranges import Goals, Reached
from keko.attack.system import CLOSE
from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY

PRIMARY, HIDDEN, UNLISTED, ROUNDED = "primary", "hidden", "unlisted", "rounded"


@dataclass(frozen=True)
class Targets:
    """`cells`: KEY, indicator, number, `reason` to be after it, `threshold`, `cap` (what it is known not to exceed)."""

    cells: pd.DataFrame

    @property
    def goals(self) -> Goals:
        """What has to be possible of each."""
        for_itself = self.cells["reason"].isin([PRIMARY, ROUNDED]).to_numpy()
        threshold, cap = self.cells["threshold"].to_numpy(float), self.cells["cap"].to_numpy(float)
        return Goals(
            np.where(for_itself, 1.0, 0.0), np.where(for_itself, np.minimum(threshold, cap), threshold), ~for_itself
        )

    def given_away(self, reached: Reached, whole: Flags) -> Flags:
        """Which numbers readers can tell, or tell too well."""
        least, most = rounded(reached, whole)
        threshold = self.cells["threshold"].to_numpy(float)
        goals = self.goals
        sound = most >= least - CLOSE  # else the attacker was misled
        room = ~reached.exact | ((least <= goals.low + CLOSE) & (most >= goals.high - CLOSE))
        small = reached.exact & (least > CLOSE) & (most < threshold - CLOSE) & sound
        small &= ~(room & ~goals.either)
        maybe = (most > CLOSE) & (least < threshold - CLOSE) & sound
        for_itself = self.cells["reason"].eq(PRIMARY).to_numpy()
        narrow = for_itself & ~self._some(room & for_itself) & maybe
        narrow |= self.cells["reason"].eq(ROUNDED).to_numpy() & maybe & ~room
        return small | narrow

    def _some(self, flags: Flags) -> Flags:
        """Whether a flag is set for any number of the same cell."""
        groups = [self.cells[name] for name in ("indicator", *KEY)]
        some: Flags = pd.Series(flags).groupby(groups, sort=False).transform("any").to_numpy(bool)
        return some


def rounded(reached: Reached, whole: Flags) -> tuple[Floats, Floats]:
    """The ends of the ranges; of whole numbers the whole ones within."""
    least = np.where(whole, np.ceil(reached.least - CLOSE), reached.least)
    return least, np.where(whole, np.floor(reached.most + CLOSE), reached.most)
