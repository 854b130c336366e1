"""Which targets of an assembled system are given away, and by which of its rows."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.attack.axes import Matrix
from keko.attack.ranges import Contradiction, Goals, Reached, follows_from, ranges
from keko.attack.report import EVERYTHING, Breach, Report, reasons
from keko.attack.system import Settled, System, settled
from keko.attack.tables import Assembly
from keko.attack.targets import Targets, rounded
from keko.data.arrays import Flags, Integers
from keko.data.text import Text

MOST_EXPLAINED = 60  # of one system; what more follows from is the same
MOST_ATOMS = 20_000  # in a larger system a program of its own for each reason takes too long


@dataclass(frozen=True)
class Attack:
    """A system with what each row was told by, and the targets in it."""

    system: System
    told: pd.DataFrame
    rows: Matrix
    targets: Targets

    @classmethod
    def on(cls, assembly: Assembly, rows: Matrix, targets: Targets) -> "Attack":
        """The attack on rows over an assembly's atoms."""
        system, told = assembly.system()
        return cls(system, told, rows, targets)

    def whole(self) -> Flags:
        """Which targets are whole numbers: sums of whole ones."""
        broken = (self.rows @ (~self.system.whole).astype(float)) > 0
        return np.asarray(~broken)

    def run(self) -> Report:
        """All that is given away."""
        system, reached = _reached(self.system, self.rows, self.targets.goals)
        gone = np.flatnonzero(self.targets.given_away(reached, self.whole()))
        least, most = rounded(reached, self.whole())
        doubted = int((np.isfinite(self.system.low) & ~np.isfinite(system.low)).sum())
        listed = self.targets.cells["reason"].ne("unlisted")
        report = Report([], int(listed.sum()), int((~listed).sum()), doubted)
        for target, follows in zip(gone, self._reasons(system, gone), strict=True):
            cell = self.targets.cells.iloc[int(target)].to_dict()
            report.breaches.append(Breach.at(cell, (least[target], most[target]), follows))
        return report

    def _reasons(self, system: System, gone: Integers) -> Iterator[Text]:
        """What the numbers follow from, by the rows of all that hangs together with them, settled or not."""
        size = system.matrix.shape[1]
        raw = Settled(system, np.zeros(size), np.full(size, np.inf))
        explained = {}
        few = gone[:MOST_EXPLAINED] if size <= MOST_ATOMS else gone[:0]
        for part in raw.parts(self.rows[few]):
            for place, which in enumerate(part.which):
                explained[int(gone[which])] = follows_from(part, place)
        for target in gone:
            cell = self.targets.cells.iloc[target]
            if int(target) not in explained:
                yield EVERYTHING
                continue
            rows = self.told.iloc[explained[int(target)]]
            yield reasons(rows, str(cell["indicator"]), cell, cell.get("provider"))


def _reached(system: System, rows: Matrix, goals: Goals) -> tuple[System, Reached]:
    """The ranges, and the system of the rows that could be believed."""
    while True:
        bounds = settled(system)
        reached = _outer(bounds, rows)
        try:
            _into(reached, bounds, rows, goals)
        except Contradiction as contradiction:
            system = system.without(contradiction.rows)
            continue
        return bounds.system, reached


def _outer(bounds: Settled, rows: Matrix) -> Reached:
    low, high = bounds.outer(rows)
    return Reached(low, high, np.ones(len(low), dtype=bool))


def _into(reached: Reached, bounds: Settled, rows: Matrix, goals: Goals) -> None:
    """The ranges of what single rows have not settled. What is not settled and bound by no row is as free as its bounds."""
    for part in bounds.parts(rows):
        if not part.matrix.shape[0]:
            continue
        own = ranges(part, goals.of(part.which))
        reached.least[part.which], reached.most[part.which] = own.least, own.most
        reached.exact[part.which] = own.exact
