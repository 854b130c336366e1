"""What readers can infer of what is published: the system again, without the numbers that were hidden.

Nobody here knows them any more, so the verification is a reader's: it starts from numbers that fit. A cell that was
hidden for itself is given away when none of its numbers can be both 1 and the threshold, or when a reader sees that one of
them is too small; so is a number that nobody lists.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags, Integers
from keko.data.observations import KEY
from keko.disclosure.bounds import CLOSE, Goals, Reach, verify
from keko.disclosure.evidence import ROUNDED
from keko.disclosure.goals import bound_denominators, goals_of_implied
from keko.disclosure.joint import Joint, joint
from keko.disclosure.lattice import Relation
from keko.disclosure.links import relations, with_quotients
from keko.disclosure.numbers import complete_numbers
from keko.disclosure.quantities import FRACTIONS, Quantities, indicator_of
from keko.disclosure.tables import KnownFigures, PublishedTable, Table
from keko.indicators.catalogue import Indicator

CELL = ["indicator", *KEY]


def given_away(
    published: Sequence[PublishedTable], areas: Areas, bound: Sequence[Relation] | None = None
) -> pd.DataFrame:
    """CELL of the numbers of persons that what is or was public gives away. `published`: every release, oldest first.

    `bound`: how their quantities add up; where it is not given, it is looked for.
    """
    every = with_quotients([part.table for part in published]) if bound is None else [part.table for part in published]
    at_stake = set().union(*(table.rows["period"][table.hidden] for table in every))
    years = {period[:4] for period in at_stake}
    tables = [_of_years(table, years) for table in every]
    items = {table.indicator.id: table.indicator for table in tables if table.indicator.disclosure.rule != "none"}
    if not items or not years:
        return pd.DataFrame(columns=CELL, dtype=object)
    parts = list(zip(tables, published, strict=True))
    now = _together([table for table, part in parts if part.is_current])
    before = tuple(replace(part, table=table) for table, part in parts if not part.is_current)
    bound = relations(tables) if bound is None else bound
    free = {id_ for id_, item in items.items() if item.kind in FRACTIONS}
    free |= bound_denominators(bound, [table.indicator for table in tables])
    system = joint(now, KnownFigures(before), areas, bound, frozenset(free))
    hidden = np.concatenate([*(table.hidden for table in now), [False, True]])
    recorded = _recorded(system, [*now, *(part.table for part in before)])
    system = _without_misfits(system)
    breaches = _breaches(system, hidden, recorded, items)
    if len(breaches):
        in_the_open = _breaches(_of_open_data(system), hidden, recorded, items, breaches)
        breaches = np.setdiff1d(breaches, in_the_open)
    return _named(system, breaches)


def _of_years(table: Table, years: set[str]) -> Table:
    return table.at(table.rows["period"].str[:4].isin(years).to_numpy())


def _together(tables: Sequence[Table]) -> list[Table]:
    """One table of each indicator: what one provider hides and another shows is known."""
    by_indicator: dict[str, list[Table]] = {}
    for table in tables:
        by_indicator.setdefault(table.indicator.id, []).append(table)
    return [_merged(same) for same in by_indicator.values()]


def _merged(tables: Sequence[Table]) -> Table:
    if len(tables) == 1:
        return tables[0]
    rows = pd.concat([table.rows for table in tables], ignore_index=True)
    rows = rows.sort_values("status", key=lambda status: status.eq("hidden"), kind="stable").drop_duplicates(KEY)
    return Table.of(tables[0].indicator, rows.reset_index(drop=True))


def _without_misfits(system: Joint) -> Joint:
    """Without equations that nothing possible fits: a reader who tries them finds that something was corrected."""
    size = np.abs(system.matrix) @ system.number
    fits = np.abs(system.matrix @ system.number) <= ROUNDED + CLOSE * size
    return replace(system, matrix=system.matrix[np.flatnonzero(fits)])


def _of_open_data(system: Joint) -> Joint:
    """The system for a reader who has open data alone: what follows from those is no secret of ours."""
    open_ = system.released(~system.public)
    numbers = np.where(system.public & ~np.isnan(system.number), system.number, np.nan)
    return replace(open_, settled=~np.isnan(complete_numbers(system.matrix, numbers)[0]))


def _recorded(system: Joint, tables: Sequence[Table]) -> Flags:
    """The numbers that are recorded as hidden for themselves; of others that are hidden the cause may not be known."""
    flags = np.zeros(len(system.slots), dtype=bool)
    for table in tables:
        rows = table.rows[table.causes == "primary"]
        at = system.columns(Quantities.of(table.indicator.id).persons, rows)
        flags[at[at >= 0]] = True
    return flags


def _breaches(
    system: Joint, hidden: Flags, recorded: Flags, items: Mapping[str, Indicator], some: Integers | None = None
) -> Integers:
    """The columns that are given away: of cells, and of numbers that nobody lists but everybody can compute.

    `some`: the only cells that are asked about.
    """
    persons = {Quantities.of(id_).persons for id_ in items}
    counted = system.slots["quantity"].isin(persons).to_numpy()
    cells = np.flatnonzero(counted & hidden[system.unit] & system.primary)
    cells = cells if some is None else np.intersect1d(cells, some)
    owner = system.slots["quantity"].iloc[cells].map(indicator_of)
    threshold = np.array([items[id_].disclosure.threshold for id_ in owner], dtype=np.float64)
    own = recorded[cells]
    # Of whom the persons are not few the others may be: the smaller by what fits is looked at first.
    others = system.columns_beside(cells, " others")
    others_first = (others >= 0) & (system.number[others] < system.number[cells])
    first, second = np.where(others_first, others, cells), np.where(others_first, cells, others)
    breach, shut = _judged(system, Goals.of(first, 1, threshold), own, hidden)
    breach |= shut & own & (second < 0)
    left = np.flatnonzero(shut & ~breach & (second >= 0))
    small, shut_too = _judged(system, Goals.of(second[left], 1, threshold[left]), own[left], hidden)
    breach[left] |= small | (shut_too & own[left])
    return np.append(cells[breach], goals_of_implied(system, dict(items)).column)


def _judged(system: Joint, goals: Goals, own: Flags, hidden: Flags) -> tuple[Flags, Flags]:
    """Of every goal whether a reader sees that the number is small, and whether it is not any of 1 … threshold.

    What is not the cell's `own` reason to be hidden, as far as is recorded, is seen to be small when it can be computed.
    """
    least, most = system.number[goals.column], system.number[goals.column]
    unmet = np.zeros(len(goals), dtype=bool)
    for which, part in system.system(goals).components():
        reach = Reach.of(part)
        unmet[which[verify(part, hidden, reach)]] = True
        least[which], most[which] = reach.least[part.goals.column], reach.most[part.goals.column]
    small = unmet & (most < goals.high - CLOSE) & (most > CLOSE)
    return np.where(own, small, small & (most - least < ROUNDED)), unmet


def _named(system: Joint, columns: Integers) -> pd.DataFrame:
    slots = system.slots.iloc[np.unique(columns)]
    cells = slots.assign(indicator=slots["quantity"].map(indicator_of))
    return cells[CELL].drop_duplicates().reset_index(drop=True)
