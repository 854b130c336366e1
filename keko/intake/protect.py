"""Disclosure control, once, before anything is stored (METHODS 5): small cells and what would reveal them are removed.

Primary: a count below the threshold, a complement below it, a small denominator of a sensitive share. Secondary: in
every additive set with a visible total (municipalities → area above, areas of a level → country, sexes, ages,
categories → total) at least two parts are hidden or none, so that no hidden cell is the total less the others. The
bounds of what could still be inferred from several sets together are not proved here.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.observations import NUMBERS
from keko.indicators.catalogue import Indicator

SMALL_CELL = "small cell"
SENSITIVE_DENOMINATOR = 30


@dataclass(frozen=True)
class Protected:
    """Observations without what must not be seen, and how many cells were hidden for which cause."""

    observations: pd.DataFrame
    primary: int
    secondary: int


def protect(observations: pd.DataFrame, item: Indicator, areas: Areas) -> Protected:
    """Hide small cells, then the cells that would reveal them. The input holds everything; the output may be published."""
    if item.disclosure.rule == "none":
        return Protected(observations, 0, 0)
    primary = _small(observations, item)
    hidden = primary | observations["status"].eq("hidden")
    if item.kind in {"count", "proportion", "rate", "mean"}:
        hidden = _until_stable(observations, hidden, _additive_sets(observations, areas), _size(observations, item))
    secondary = hidden & ~primary & observations["status"].ne("hidden")
    return Protected(_blanked(observations, primary | secondary), int(primary.sum()), int(secondary.sum()))


def _size(rows: pd.DataFrame, item: Indicator) -> "pd.Series[float]":
    """How many persons a cell tells of."""
    if item.kind == "count":
        return rows["value"]
    if item.kind in {"mean", "median"}:
        return rows["denominator"]
    return rows["numerator"].fillna(rows["value"] * rows["denominator"] / item.multiplier)


def _small(rows: pd.DataFrame, item: Indicator) -> "pd.Series[bool]":
    threshold = item.disclosure.threshold

    def small(persons: "pd.Series[float]") -> "pd.Series[bool]":
        return persons.between(0, threshold, inclusive="neither")

    size = _size(rows, item)
    found = small(size)
    if item.kind == "proportion":
        found |= small(rows["denominator"] - size)
    if item.disclosure.sensitive and item.kind in {"proportion", "rate"}:
        found |= rows["denominator"] < SENSITIVE_DENOMINATOR
    return found


def _additive_sets(rows: pd.DataFrame, areas: Areas) -> list[pd.DataFrame]:
    """The additive sets: rows `part` (place in `rows`) and `set` (a number); only sets whose total is there."""
    places = rows[["area", "sex", "age", "breakdown", "period"]].assign(part=np.arange(len(rows)))
    pairs = [(member, parent) for parent, members in areas.members_of.items() for member in members]
    upward = places.merge(pd.DataFrame(pairs, columns=["area", "total"]), on="area")
    sets = [_numbered(upward.assign(area=upward["total"]), places)]
    for level in ("HVA", "TA", "MK"):
        sets.append(_numbered(places[places["area"].str.startswith(level)].assign(area=WHOLE_COUNTRY), places))
    for dimension in ("sex", "age", "breakdown"):
        parts = places[places[dimension] != "total"]
        sets.append(_numbered(parts.assign(**{dimension: "total"}), places))
    return [found for found in sets if not found.empty]


def _numbered(parts: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    keys = ["area", "sex", "age", "breakdown", "period"]
    totals = places[keys].assign(total_part=places["part"])
    joined = parts[[*keys, "part"]].merge(totals, on=keys)
    return pd.DataFrame({"part": joined["part"], "set": joined["total_part"]})


def _until_stable(
    rows: pd.DataFrame, hidden: "pd.Series[bool]", sets: list[pd.DataFrame], size: "pd.Series[float]"
) -> "pd.Series[bool]":
    """Hide the smallest visible part of every set that has exactly one hidden part under a visible total, until none has."""
    flags = hidden.to_numpy().copy()
    persons = size.to_numpy(dtype=float)
    usable = rows["value"].notna().to_numpy()
    while True:
        chosen = [_smallest_beside(found, flags, persons, usable) for found in sets]
        fresh = np.unique(np.concatenate(chosen)) if chosen else np.array([], dtype=int)
        if not len(fresh):
            return pd.Series(flags, rows.index)
        flags[fresh] = True


def _smallest_beside(
    found: pd.DataFrame, flags: "np.ndarray", persons: "np.ndarray", usable: "np.ndarray"
) -> "np.ndarray":
    part, group = found["part"].to_numpy(), found["set"].to_numpy()
    alone = pd.Series(flags[part]).groupby(group).transform("sum").eq(1).to_numpy() & ~flags[group] & usable[group]
    beside = alone & ~flags[part] & usable[part]
    candidates = pd.DataFrame({"part": part[beside], "set": group[beside], "persons": persons[part[beside]]})
    # A nought tells nothing when it is hidden: it is chosen only where nothing else is left.
    candidates["order"] = candidates["persons"].replace(0, np.inf)
    smallest = candidates.sort_values("order").drop_duplicates("set")["part"].to_numpy(dtype=int)
    only_the_total_is_left = np.setdiff1d(group[alone], candidates["set"])
    return np.concatenate([smallest, only_the_total_is_left])


def _blanked(rows: pd.DataFrame, hide: "pd.Series[bool]") -> pd.DataFrame:
    """Every number of a hidden cell goes, its denominator and interval too: one public status, whatever the cause."""
    shown = rows.copy()
    shown.loc[hide, [name for name in NUMBERS if name != "coverage"]] = np.nan
    shown.loc[hide, "status"] = "hidden"
    shown.loc[hide, "reason"] = SMALL_CELL
    return shown
