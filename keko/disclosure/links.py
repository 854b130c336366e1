"""Which quantities of different indicators are the same number of persons, or add up: by the catalogue, and by the figures.

A reader finds this out by looking: where the numerators of a share are a count's figures in at least three cells and
differ in hardly any, or where two counts make up a third, they are taken as bound together in every cell.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY
from keko.disclosure.evidence import ROUNDED
from keko.disclosure.lattice import Relation
from keko.disclosure.quantities import FRACTIONS, Counts, Quantities, indicator_of, rounding
from keko.disclosure.tables import Table
from keko.indicators.catalogue import Indicator

LEAST = 3  # so many different numbers agree by chance in no table that anybody publishes
MOSTLY = 0.9  # figures that were corrected on one side only differ
LOOKED_AT = 60
CLOSE = 1e-6


def sample(tables: Sequence[Table]) -> pd.DataFrame:
    """KEY of cells by which the quantities of tables can be told apart: those that most tables tell, larger numbers first."""
    told = [
        table.rows.loc[table.counts.persons > 0, KEY].assign(persons=table.counts.persons[table.counts.persons > 0])
        for table in tables
    ]
    every = pd.concat([pd.DataFrame(columns=[*KEY, "persons"]), *told], ignore_index=True)
    every["persons"] = every["persons"].astype(float)
    cells = every.groupby(KEY, sort=True)["persons"].agg(["size", "max"]).reset_index()
    return (
        cells.sort_values(["size", "max"], ascending=False, kind="stable").head(LOOKED_AT)[KEY].reset_index(drop=True)
    )


def numbers_at(tables: Sequence[Table], cells: pd.DataFrame) -> pd.DataFrame:
    """The numbers of every quantity (columns) at `cells` (rows), nan where a table tells none."""
    index = pd.MultiIndex.from_frame(cells)
    columns: dict[str, Floats] = {}
    for table in tables:
        names = Quantities.of(table.indicator.id)
        at = index.get_indexer(pd.MultiIndex.from_frame(table.rows[KEY]))
        told = [(names.persons, table.counts.persons)]
        if table.indicator.kind in FRACTIONS:
            told += [(names.among, table.counts.among), (names.others, table.counts.others)]
        for name, numbers in told:
            column = columns.setdefault(name, np.full(len(cells), np.nan))
            there = (at >= 0) & ~np.isnan(numbers)
            column[at[there]] = numbers[there]
    return pd.DataFrame(columns)


def relations(tables: Sequence[Table]) -> tuple[Relation, ...]:
    """How the quantities of `tables` are bound together; what is not about persons is nothing of them."""
    tables = [table for table in tables if table.indicator.disclosure.about_persons != "no"]
    items = {table.indicator.id: table.indicator for table in tables}
    if len(items) < 2:
        return ()
    numbers = numbers_at(with_quotients(tables), sample(tables))
    same = _same(numbers)
    alone = numbers.drop(columns=[relation.parts[0] for relation in same])
    return tuple(dict.fromkeys([*_declared(items), *same, *_sums(alone)]))


def _declared(items: Mapping[str, Indicator]) -> list[Relation]:
    """What the catalogue says: parts of a whole, and whom a wait and its classes are both about."""
    parts = {id_: item.parts or ((item.wait.classes,) if item.wait else ()) for id_, item in items.items()}
    return [Relation(id_, own) for id_, own in parts.items() if own and items.keys() >= set(own)]


def _same(numbers: pd.DataFrame) -> list[Relation]:
    """Quantities that are the same number, each as the part of the first of them."""
    names, values = list(numbers.columns), numbers.to_numpy(float)
    found: list[Relation] = []
    taken: set[int] = set()
    for first in range(len(names)):
        if first in taken:
            continue
        difference = np.abs(values[:, first + 1 :] - values[:, [first]])
        for other in np.flatnonzero(_agree(difference, values[:, [first]])) + first + 1:
            if int(other) not in taken and indicator_of(names[other]) != indicator_of(names[first]):
                found.append(Relation(names[first], (names[other],)))
                taken.add(int(other))
    return found


def _agree(difference: Floats, values: Floats) -> Flags:
    """For every column, whether the differences are nought in enough different numbers."""
    both = ~np.isnan(difference) & (values > 0)
    equal = both & (difference <= CLOSE * (1 + np.abs(values)))
    enough = equal.sum(axis=0) >= MOSTLY * both.sum(axis=0)
    wide = np.broadcast_to(values, difference.shape)
    for column in np.flatnonzero(enough & (equal.sum(axis=0) >= LEAST)):
        enough[column] = len(np.unique(wide[equal[:, column], column])) >= LEAST
    return np.asarray(enough & (equal.sum(axis=0) >= LEAST), dtype=bool)


def _sums(numbers: pd.DataFrame) -> list[Relation]:
    """Two quantities that make up a third; what a share's own numbers make up goes without saying."""
    names, values = list(numbers.columns), numbers.to_numpy(float)
    left, right = np.triu_indices(len(names), 1)
    positive = np.where(values > 0, values, np.nan)
    summed = positive[:, left] + positive[:, right]
    found = []
    for whole, name in enumerate(names):
        candidate = (left != whole) & (right != whole)
        agree = _agree(np.abs(summed - values[:, [whole]]), values[:, [whole]]) & candidate
        for pair in np.flatnonzero(agree):
            parts = (names[left[pair]], names[right[pair]])
            if len({indicator_of(part) for part in (*parts, name)}) > 1:
                found.append(Relation(name, parts))
    return found


def with_quotients(tables: Sequence[Table]) -> list[Table]:
    """`tables`, and for a share that comes without numbers those of the two counts that it is the quotient of."""
    counted = [table for table in tables if not np.isnan(table.counts.persons).all()]
    if len(counted) < 2 or not any(map(_lacks_numbers, tables)):
        return list(tables)
    return [_with_numbers(table, counted) if _lacks_numbers(table) else table for table in tables]


def is_share_alone(table: Table) -> bool:
    """Whether a table tells shares of clients, or of whom else an organisation delivers itself, without any number of them."""
    item = table.indicator
    delivered = item.kind == "proportion" and item.availability == "to be delivered"
    return (delivered or item.disclosure.figures == "shares of clients") and _lacks_numbers(table)


def _lacks_numbers(table: Table) -> bool:
    values = table.indicator.kind in {"proportion", "other"} and bool(table.rows["value"].notna().any())
    return values and bool(np.isnan(table.counts.persons).all())


def _with_numbers(table: Table, counted: Sequence[Table]) -> Table:
    """The share as a fraction of the numbers whose quotient it is, or as it was."""
    value = table.rows["value"].to_numpy(float)
    numbers = numbers_at(counted, table.rows[KEY]).to_numpy(float)
    step = rounding(value)
    for above, below in _pairs(numbers.shape[1]):
        with np.errstate(divide="ignore", invalid="ignore"):
            computed = 100 * numbers[:, above] / numbers[:, below]
        both = ~np.isnan(computed) & ~np.isnan(value) & np.isfinite(computed)
        fits = both & (np.abs(computed - value) <= step * (ROUNDED + CLOSE) + CLOSE)
        if len(np.unique(value[fits])) >= LEAST and fits.sum() >= MOSTLY * both.sum():
            persons, among = numbers[:, above], numbers[:, below]
            share = table.indicator.model_copy(update={"kind": "proportion", "multiplier": 100.0})
            return Table(share, table.rows, Counts(persons, among, persons, persons))
    return table


def _pairs(size: int) -> list[tuple[int, int]]:
    return [(above, below) for above in range(size) for below in range(size) if above != below]


def linked_to(ids: Collection[str], bound: Sequence[Relation]) -> list[str]:
    """The indicators besides `ids` that relations bind to them, directly or not."""
    reached, before = set(ids), -1
    while len(reached) != before:
        before = len(reached)
        for relation in bound:
            members = {indicator_of(name) for name in (relation.whole, *relation.parts)}
            reached |= members if members & reached else set()
    return sorted(reached - set(ids))


def linked_groups(tables: Sequence[Table]) -> list[list[int]]:
    """The places of `tables` whose indicators are bound together, directly or not, as groups in their order."""
    bound = relations(tables)
    groups: list[list[int]] = []
    left = list(range(len(tables)))
    while left:
        first = tables[left[0]].indicator.id
        linked = {first, *linked_to([first], bound)}
        group = [place for place in left if tables[place].indicator.id in linked]
        groups.append(group)
        left = [place for place in left if place not in group]
    return groups
