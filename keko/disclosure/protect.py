"""Disclosure control, once, before anything is stored (METHODS 5): small cells and what would reveal them are removed.

Primary: a count below the threshold, a complement below it, a small denominator of a sensitive share, and what was hidden
once. Secondary: what else has to be hidden so that a reader who knows every number that shows or has ever shown, the sums
they make and that none is negative, must think every number from 1 to the threshold possible. `keko.disclosure.bounds`
proves it over all sums at once; where it cannot be had, the cells are told, and the tables are not to be published.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import KEY, NUMBERS
from keko.disclosure.lattice import Relation
from keko.disclosure.links import is_share_alone, relations, with_quotients
from keko.disclosure.search import Search
from keko.disclosure.stakes import periods_at_stake
from keko.disclosure.suppression import Progress
from keko.disclosure.tables import KnownFigures, Table, Texts
from keko.indicators.catalogue import Indicator

SMALL_CELL = "small cell"
ROWS_TOGETHER = 100_000


def _no_cells() -> pd.DataFrame:
    return pd.DataFrame(columns=KEY, dtype=object)


@dataclass(frozen=True)
class Protected:
    """Observations without what must not be seen, and how many cells were hidden for which cause.

    `suppressions`: KEY and `cause` of the hidden cells, for analysts only. `disclosed`: delivered cells that figures of
    other releases give away; `unprotected`: those that no hiding protects; `uncounted`: they are shares of persons without
    the numbers that would tell how many. In any of these cases nothing may be published.
    """

    observations: pd.DataFrame
    primary: int = 0
    secondary: int = 0
    suppressions: pd.DataFrame = field(default_factory=lambda: _no_cells().assign(cause=None))
    disclosed: pd.DataFrame = field(default_factory=_no_cells)
    unprotected: pd.DataFrame = field(default_factory=_no_cells)
    uncounted: bool = False


def protect(
    observations: pd.DataFrame,
    item: Indicator,
    areas: Areas,
    known: KnownFigures | None = None,
    progress: Progress | None = None,
) -> Protected:
    """The same as `protect_together`, of one indicator."""
    return protect_together([Table.of(item, observations)], areas, known, progress)[0]


def protect_together(
    tables: Sequence[Table],
    areas: Areas,
    known: KnownFigures | None = None,
    progress: Progress | None = None,
    bound: Sequence[Relation] | None = None,
) -> list[Protected]:
    """Hide small cells of all tables, then the cells that would reveal them.

    The input holds everything; the output, parallel to it, may be published unless cells stay unprotected. Tables that
    their publisher has protected stay as they are, and are known to readers. `known`: what readers have from other
    releases. `progress`: told how many small cells are proved safe, and of how many. `bound`: how their quantities add up;
    where it is not given, it is looked for.
    """
    known = known or KnownFigures()
    if bound is None:
        tables, known = _with_quotients(tables, known)
        bound = relations([*tables, *(part.table for part in known.published)])
    choices = [_Choice.of(table, known) for table in tables]
    at_stake = periods_at_stake([choice.table for choice in choices], known, areas)
    for periods in _looked_at_together(choices, at_stake):
        parts = [choice.table.rows["period"].isin(periods).to_numpy() for choice in choices]
        chosen = [choice.table.at(part) for choice, part in zip(choices, parts, strict=True)]
        hidden = [choice.hidden[part] for choice, part in zip(choices, parts, strict=True)]
        search = Search(chosen, known.of_periods(periods), bound, areas, hidden, progress)
        for choice, part, flags in zip(choices, parts, search.run(), strict=True):
            for name in ("hidden", "disclosed", "unprotected"):
                getattr(choice, name)[part] = flags[name]
    return [choice.protected(known) for choice in choices]


def _looked_at_together(choices: Sequence["_Choice"], at_stake: set[str]) -> list[list[str]]:
    """The periods at stake by years, as many years at a time as are not too many rows; all where rows tell of two periods."""
    if any(choice.table.spans_periods for choice in choices):
        return [sorted(at_stake)]
    rows = pd.concat([choice.table.rows["period"].str[:4] for choice in choices]).value_counts()
    together: list[list[str]] = []
    size = 0
    for year in sorted({period[:4] for period in at_stake}):
        size += int(rows.get(year, 0))
        if not together or size > ROWS_TOGETHER:
            together.append([])
            size = int(rows.get(year, 0))
        together[-1] += sorted(period for period in at_stake if period[:4] == year)
    return together


def _with_quotients(tables: Sequence[Table], known: KnownFigures) -> tuple[list[Table], KnownFigures]:
    """The same, with numbers for shares that are quotients of others among them."""
    every = with_quotients([*tables, *(part.table for part in known.published)])
    parts = zip(known.published, every[len(tables) :], strict=True)
    published = tuple(replace(part, table=table) for part, table in parts)
    return every[: len(tables)], replace(known, published=published)


@dataclass
class _Choice:
    """A table, and per row whether it is hidden, given away by other releases, or beyond protection."""

    table: Table
    primary: Flags
    hidden: Flags
    disclosed: Flags
    unprotected: Flags

    @classmethod
    def of(cls, table: Table, known: KnownFigures) -> "_Choice":
        """What is hidden of a table for itself: too few now, or hidden once and unknown to readers since."""
        size = len(table.rows)
        nobody = np.zeros(size, dtype=bool)
        if table.indicator.disclosure.rule == "none":
            return cls(table, nobody, table.hidden.copy(), nobody.copy(), nobody.copy())
        causes = _causes(table, known)
        table = replace(table, rows=table.rows.assign(cause=causes))
        small = np.logical_or.reduce(list(table.few.values()))
        primary = small | (~table.hidden & (causes == "primary"))
        hidden = table.hidden | small | pd.notna(causes)
        return cls(table, primary, hidden, nobody, nobody.copy())

    def protected(self, known: KnownFigures) -> Protected:
        """The table as it may be published. Every number of a hidden row goes, whatever the cause: one public status."""
        rows = self.table.rows
        fresh = self.hidden & ~self.table.hidden
        shown = rows.drop(columns="cause", errors="ignore").copy()
        shown.loc[fresh, [name for name in NUMBERS if name != "coverage"]] = np.nan
        shown.loc[fresh, "status"] = "hidden"
        shown.loc[fresh, "reason"] = SMALL_CELL
        primary = self.primary & fresh
        causes = rows.loc[fresh, KEY].assign(cause=np.where(primary[fresh], "primary", "secondary"))
        still = known.causes_of(self.table.indicator.id, rows[self.table.hidden])
        return Protected(
            shown,
            int(primary.sum()),
            int((fresh & ~primary).sum()),
            pd.concat([causes, still], ignore_index=True),
            rows.loc[self.disclosed, KEY],
            rows.loc[self.unprotected, KEY],
            self.table.indicator.disclosure.rule != "none" and is_share_alone(self.table),
        )


def _causes(table: Table, known: KnownFigures) -> Texts:
    """Why each row was hidden when readers first could have seen it, None where it never was or has shown since."""
    index = pd.MultiIndex.from_frame(table.rows[KEY])
    causes = np.full(len(index), None, dtype=object)
    for part in known.published:
        if part.table.indicator.id != table.indicator.id:
            continue
        at = index.get_indexer(pd.MultiIndex.from_frame(part.table.rows[KEY]))
        secondary = part.table.causes == "secondary"
        causes[at[(at >= 0) & part.table.hidden & secondary]] = "secondary"
        causes[at[(at >= 0) & part.table.hidden & ~secondary]] = "primary"
    return causes
