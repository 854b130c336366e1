"""Which periods have anything to protect: the others need not be looked at."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.observations import KEY
from keko.disclosure.lattice import lattice
from keko.disclosure.tables import KnownFigures, Table


def periods_at_stake(tables: Sequence[Table], known: KnownFigures, areas: Areas) -> set[str]:
    """Periods in which something is hidden or too small, or in which figures imply others that nobody lists.

    Where figures of months stand beside those of years, every period may reveal others.
    """
    ours = [table for table in tables if table.indicator.disclosure.rule != "none"]
    if not ours:
        return set()
    everything = [*tables, *(part.table for part in known.published)]
    periods = set().union(*(table.rows["period"] for table in everything))
    hidden = set().union(*(table.rows["period"][table.hidden] for table in everything))
    small = set().union(*(table.rows["period"][np.logical_or.reduce(list(table.few.values()))] for table in ours))
    once = set().union(*(table.rows["period"][pd.notna(table.causes)] for table in ours))
    at_stake = hidden | small | once
    if len({len(period) for period in periods}) > 1 and at_stake:
        return periods
    return at_stake | _implied(ours, everything, areas, periods - at_stake)


def _implied(ours: Sequence[Table], everything: Sequence[Table], areas: Areas, periods: set[str]) -> set[str]:
    """Periods whose listing implies more than it lists; periods of one listing are looked at once."""
    slots = pd.concat([table.numbers(with_others=False) for table in everything], ignore_index=True)
    slots = slots[slots["period"].isin(periods)].drop_duplicates(["quantity", *KEY])
    listings: dict[tuple[int, ...], list[str]] = {}
    for period, listed in slots.groupby("period"):
        cells = pd.util.hash_pandas_object(listed[["quantity", *KEY[:-1]]], index=False)
        listings.setdefault(tuple(np.sort(cells.to_numpy())), []).append(str(period))
    implied: set[str] = set()
    for same in listings.values():
        some = slots[slots["period"].eq(same[0])].reset_index(drop=True)
        numbers = np.full(len(some), np.nan)
        if len(lattice(some, numbers, areas).slots) > len(some):
            implied.update(same)
        else:
            implied.update(_with_rest(slots[slots["period"].isin(same)].reset_index(drop=True), areas))
    return implied


def _with_rest(some: pd.DataFrame, areas: Areas) -> set[str]:
    """Periods in which totals are more than their listed parts."""
    cells = lattice(some, some["number"].to_numpy(float), areas)
    return set(cells.slots["period"].iloc[len(some) :])
