"""Which ranges readers must be left with: from 1 to the threshold for every number of persons that is too few (METHODS 5).

Shares are looked at twice: by a reader who knows every denominator from elsewhere (population figures are public), and,
where that leaves less room than the threshold or a denominator is itself to be protected, by one who does not.
"""

from collections.abc import Sequence

import numpy as np

from keko.data.arrays import Flags, Floats, Integers
from keko.disclosure.bounds import Goals
from keko.disclosure.evidence import ROUNDED
from keko.disclosure.joint import Joint
from keko.disclosure.lattice import Relation
from keko.disclosure.quantities import FRACTIONS, SENSITIVE_DENOMINATOR, Quantities
from keko.disclosure.tables import Table
from keko.indicators.catalogue import Indicator


def bound_denominators(relations: Sequence[Relation], indicators: Sequence[Indicator]) -> frozenset[str]:
    """The indicators whose denominators or others are numbers of another indicator too."""
    bound = {name for relation in relations for name in (relation.whole, *relation.parts)}
    names = {item.id: Quantities.of(item.id) for item in indicators if item.kind in FRACTIONS}
    return frozenset(id_ for id_, quantities in names.items() if bound & {quantities.among, quantities.others})


def scarce(table: Table) -> Flags:
    """Rows whose denominators cannot be taken as known: too few themselves, or unknown here."""
    if table.indicator.kind not in FRACTIONS:
        return np.zeros(len(table.rows), dtype=bool)
    threshold = table.indicator.disclosure.threshold
    few = np.logical_or.reduce(list(table.few.values()))
    unknown = table.hidden & np.isnan(table.counts.persons)
    return np.asarray(unknown | (few & (table.counts.among < threshold)) | table.few.get("among", False), dtype=bool)


def goals_of_rows(system: Joint, table: Table, free: frozenset[str]) -> Goals:
    """The goals of a table's own numbers."""
    item, names = table.indicator, Quantities.of(table.indicator.id)
    threshold, few = item.disclosure.threshold, table.few
    persons = system.columns(names.persons, table.rows)
    if "others" not in few:
        return _plain(persons, few["persons"], threshold)
    few_persons, few_others = _few_or_fewer(table)
    if item.id in free:
        goals = _plain(persons, few_persons, threshold)
        goals += _plain(system.columns(names.others, table.rows), few_others, threshold)
        if "among" in few:
            goals += _plain(system.columns(names.among, table.rows), few["among"], SENSITIVE_DENOMINATOR)
        return goals
    # That the others are t means that the persons are the denominator less t.
    at = np.flatnonzero(few_others & (persons >= 0))
    among = table.counts.among[at]
    goals = _within(persons, few_persons, 1, threshold, table.counts.among)
    return goals + Goals.of(persons[at], (among - threshold).clip(0), (among - 1).clip(0))


def _few_or_fewer(table: Table) -> tuple[Flags, Flags]:
    """Of which rows the persons, and of which the others, are to be protected: the few, and of few whom they are counted among
    the fewer. Else nobody would be told the share of 25 women, but could compute it from the share of everybody.
    """
    few, counts = table.few, table.counts
    among_alone = few.get("among", np.zeros(len(table.rows), dtype=bool)) & ~few["persons"] & ~few["others"]
    are_fewer = counts.persons <= counts.others
    return few["persons"] | (among_alone & are_fewer), few["others"] | (among_alone & ~are_fewer)


def _within(columns: Integers, wanted: Flags, low: int, high: int, among: Floats) -> Goals:
    at = np.flatnonzero(wanted & (columns >= 0))
    most = np.where(np.isnan(among[at]), np.inf, among[at])
    return Goals.of(columns[at], np.minimum(low, most), np.minimum(high, most))


def _plain(columns: Integers, wanted: Flags, high: int) -> Goals:
    return Goals.of(columns[wanted & (columns >= 0)], 1, high)


def goals_of_unknown(system: Joint, items: dict[str, Indicator], free: frozenset[str]) -> Goals:
    """The goals of what was hidden for itself by a release whose numbers nobody here knows: the smaller by what fits."""
    goals = Goals.none()
    for id_, item in items.items():
        names, threshold = Quantities.of(id_), item.disclosure.threshold
        at = np.flatnonzero(system.primary & system.slots["quantity"].eq(names.persons).to_numpy())
        if not len(at) or (item.kind in FRACTIONS and id_ not in free):
            continue
        others = system.columns(names.others, system.slots.iloc[at])
        fewer = (others < 0) | (system.number[at] <= system.number[others])
        goals += Goals.of(at[fewer], 1, threshold) + Goals.of(others[~fewer], 1, threshold)
    return goals


def goals_of_implied(system: Joint, items: dict[str, Indicator]) -> Goals:
    """The goals of numbers of persons that nobody lists, but that follow from those that are."""
    goals = Goals.none()
    for id_, item in items.items():
        names, threshold = Quantities.of(id_), item.disclosure.threshold
        own = system.slots["quantity"].isin([names.persons, names.others]).to_numpy()
        small = (system.number > ROUNDED) & (system.number < threshold)
        at = np.flatnonzero(own & system.implied & system.settled & small)
        goals += Goals.of(at, 1, threshold)
    return goals
