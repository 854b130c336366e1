"""The search for what else to hide: over all tables at once, for a reader who knows denominators, and one who does not."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Integers
from keko.disclosure.bounds import Goals, Reach, verify
from keko.disclosure.goals import bound_denominators, goals_of_implied, goals_of_rows, goals_of_unknown, scarce
from keko.disclosure.joint import Joint, joint
from keko.disclosure.lattice import Relation
from keko.disclosure.quantities import FRACTIONS, Quantities
from keko.disclosure.suppression import Progress, costs, paired, secured
from keko.disclosure.tables import KnownFigures, Table

KEPT = 0.1  # what hiding a cell costs that readers do not see now either


class Search:
    """The search for what to hide, over all tables at once. Flags are by unit: rows one after the other, KNOWN, OPEN."""

    def __init__(
        self,
        tables: Sequence[Table],
        known: KnownFigures,
        bound: Sequence[Relation],
        areas: Areas,
        hidden: Sequence[Flags],
        progress: Progress | None,
    ) -> None:
        self._tables, self._known, self._bound, self._areas, self._progress = tables, known, bound, areas, progress
        self._hidden = np.concatenate([*hidden, [False, True]])
        self._fixed = np.concatenate([self._not_ours(table) for table in tables])
        self._cost = np.concatenate([*(self._costs(table) for table in tables), [0.0, 0.0]])
        self._failed: dict[str, Flags] = {
            name: np.zeros(len(self._hidden), dtype=bool) for name in ("disclosed", "unprotected")
        }
        self._every = [part.table.indicator for part in known.published] + [table.indicator for table in tables]
        self._items = {item.id: item for item in self._every if item.disclosure.rule != "none"}

    def _not_ours(self, table: Table) -> Flags:
        """Rows that show whatever is hidden here: those that their publisher has protected."""
        return np.full(len(table.rows), table.indicator.disclosure.rule == "none") & ~table.hidden

    def _costs(self, table: Table) -> Floats:
        return costs(table.rows, table.counts.persons) * np.where(pd.notna(table.causes), KEPT, 1.0)

    def run(self) -> list[dict[str, Flags]]:
        """Per table by row what is hidden, given away, and beyond protection."""
        bound = bound_denominators(self._bound, self._every)
        if bound:  # whoever knows the denominators may have counted them where they are numbers of another indicator
            self._pass(frozenset(), among_only=False, last=False)
        self._pass(bound, among_only=False)
        tight = {table.indicator.id for table in self._ours if scarce(table).any()}
        tight |= {
            part.table.indicator.id
            for part in self._known.published
            if part.table.indicator.kind in FRACTIONS and part.table.hidden.any()
        }
        if tight - bound:
            self._pass(bound | (tight & self._items.keys()), among_only=True)
        ends = np.cumsum([len(table.rows) for table in self._tables])[:-1]
        by_table = {
            name: np.split(flags[:-2], ends) for name, flags in [("hidden", self._hidden), *self._failed.items()]
        }
        return [{name: flags[place] for name, flags in by_table.items()} for place in range(len(self._tables))]

    @property
    def _ours(self) -> list[Table]:
        return [table for table in self._tables if table.indicator.disclosure.rule != "none"]

    def _pass(self, free: frozenset[str], among_only: bool, last: bool = True) -> None:
        """Hide what the goals need, for a reader who does not know the denominators of `free`.

        `last`: whether what cannot be met for this reader is given away; else another look decides.
        """
        system = joint(self._tables, self._known, self._areas, self._bound, free)
        goals = goals_of_unknown(system, self._items, free)
        for table in self._ours:
            part = table.at(scarce(table)) if among_only else table
            goals += goals_of_rows(system, part, free)
        if not among_only:
            goals += goals_of_implied(system, self._items)
        locked = np.append(self._fixed, [True, False])
        usable = np.append(~self._fixed, [False, False])
        self._hidden = paired(system.matrix, system.unit, self._hidden, self._cost, usable)
        failed = self._secure(system, goals, locked)
        if last and len(failed):
            self._note(system, goals[failed], locked)

    def _secure(self, system: Joint, goals: Goals, locked: Flags) -> Integers:
        closed, failed = secured(system.system(goals), self._hidden, locked, self._cost, self._progress)
        self._hidden = closed
        self._hidden[-2] = False
        return failed

    def _note(self, system: Joint, failed: Goals, locked: Flags) -> None:
        """Which delivered rows are given away by other releases, and which by nothing less than themselves.

        What follows from open data alone is no secret: hiding all that is ours is all that can be done.
        """
        known = system.unit == system.units
        by_others = self._met(system.released(known & ~system.public), failed, locked)
        nothing = np.append(np.zeros(len(locked) - 2, dtype=bool), [True, False])
        in_the_open = self._met(system.released(known | system.public), failed, nothing)
        row = self._row_of(system, failed.column)
        for name, given in (("disclosed", by_others), ("unprotected", ~by_others & ~in_the_open)):
            self._failed[name][row[given & (row >= 0)]] = True

    def _met(self, system: Joint, goals: Goals, locked: Flags) -> Flags:
        """Which goals are met when everything is hidden that can be."""
        met = np.ones(len(goals), dtype=bool)
        for which, part in system.system(goals).components():
            met[which[verify(part, ~locked, Reach.of(part))]] = False
        return met

    def _row_of(self, system: Joint, columns: Integers) -> Integers:
        """The delivered row that each number is of, or -1; of a number known elsewhere too."""
        rows = np.full(len(system.slots), -1, dtype=np.int64)
        offset = 0
        for table in self._tables:
            names, told = Quantities.of(table.indicator.id), ~np.isnan(table.counts.persons)
            for quantity in (names.others, names.among, names.persons):
                at = system.columns(quantity, table.rows)
                rows[at[(at >= 0) & told]] = offset + np.flatnonzero((at >= 0) & told)
            offset += len(table.rows)
        return rows[columns]
