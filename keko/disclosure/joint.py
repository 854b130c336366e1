"""One system of everything that readers may add up and subtract: tables at hand, published ones, and what is implied.

A unit is what is hidden as one: a row with all its numbers. Beside the rows of the tables at hand there are two more
units: KNOWN holds all that readers have whatever is hidden now, OPEN all that they have not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import KEY
from keko.disclosure.bounds import ConstraintSystem, Goals
from keko.disclosure.equations import as_one, borne_out
from keko.disclosure.lattice import Equations, Lattice, Relation, lattice
from keko.disclosure.numbers import complete_numbers, fitted
from keko.disclosure.quantities import Quantities
from keko.disclosure.slots import SLOT
from keko.disclosure.tables import KnownFigures, PublishedTable, Table

SAME = 1e-6


@dataclass(frozen=True)
class Joint:
    """Every number as a column. `unit`: of rows their place in all tables one after the other, then KNOWN, then OPEN.

    `primary`: columns that are hidden for themselves in a release whose numbers nobody here knows any more.
    `public`: told by open data that their publisher has protected. `settled`: whose number is certain, and not only one
    that fits.
    """

    slots: pd.DataFrame
    matrix: Equations
    unit: Integers
    number: Floats
    upper: Floats
    primary: Flags
    public: Flags
    implied: Flags
    settled: Flags
    units: int

    def system(self, goals: Goals) -> ConstraintSystem:
        """The constraints with goals for some of the columns."""
        return ConstraintSystem(self.matrix, self.unit, self.number, self.upper, goals)

    def released(self, columns: Flags) -> "Joint":
        """The same for a reader who has not what some columns tell."""
        return replace(self, unit=np.where(columns, self.units + 1, self.unit))

    def columns(self, quantity: str, rows: pd.DataFrame) -> Integers:
        """The column of a quantity of every row, -1 where there is none."""
        wanted = rows[KEY].assign(quantity=quantity)[SLOT]
        return np.asarray(self._index.get_indexer(pd.MultiIndex.from_frame(wanted)), dtype=np.int64)

    def columns_beside(self, columns: Integers, suffix: str) -> Integers:
        """The columns of the same cells whose quantity is called as theirs and `suffix`; -1 where there is none."""
        cells = self.slots.iloc[columns]
        wanted = pd.MultiIndex.from_frame(cells.assign(quantity=cells["quantity"] + suffix)[SLOT])
        return np.asarray(self._index.get_indexer(wanted), dtype=np.int64)

    @cached_property
    def _index(self) -> pd.MultiIndex:
        return pd.MultiIndex.from_frame(self.slots[SLOT])


def joint(
    tables: Sequence[Table],
    known: KnownFigures,
    areas: Areas,
    bound: Sequence[Relation] = (),
    free: frozenset[str] = frozenset(),
) -> Joint:
    """The system of `tables` and of all that is known. `bound`: how quantities of different indicators add up.

    `free`: indicators whose denominators are not taken as known.
    """
    view = _View(bound, free)
    own, foreign = _own(tables, view), _foreign(known.published, view)
    units = sum(len(table.rows) for table in tables)
    own = _known_elsewhere(own, foreign, units)
    rest = foreign.sort_values("shown", kind="stable").drop_duplicates(SLOT, keep="last")
    rest = rest[_missing_from(rest, own)]
    rest = rest.assign(
        unit=np.where(rest["shown"], units, units + 1), cell=np.where(rest["cell"] < 0, -1, rest["cell"] + units)
    )
    columns = pd.concat([own, rest], ignore_index=True)
    relations = [*bound, *(Quantities.of(id_).relation for id_ in sorted(free))]
    told = columns["number"].to_numpy(float)
    # What denominators add up to goes without saying where persons and others do.
    bare = {Quantities.of(id_).among for id_ in free}
    divided = {table.indicator.id: table.division for table in tables if table.division}
    cells = lattice(columns[SLOT], told, areas, relations, bare, divided)
    cells = replace(cells, matrix=as_one(cells.matrix, columns))
    system = _settled(columns, cells, units)
    past = [part.table for part in known.published if not part.is_current]
    return replace(system, matrix=_distinct([system.matrix, *(_as_it_was(system, table, view) for table in past)]))


@dataclass(frozen=True)
class _View:
    """Which numbers of a table a reader works with."""

    bound: Sequence[Relation]
    free: frozenset[str]

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(name for relation in self.bound for name in (relation.whole, *relation.parts))

    def numbers(self, table: Table) -> pd.DataFrame:
        """The numbers of a table."""
        id_ = table.indicator.id
        return table.numbers(id_ in self.free, Quantities.of(id_).among in self._named)


def _own(tables: Sequence[Table], view: "_View") -> pd.DataFrame:
    frames, offset = [pd.DataFrame(columns=[*SLOT, "number", "upper", "unit", "primary", "public", "cell"])], 0
    for table in tables:
        numbers = view.numbers(table)
        primary = _unknown_primary(table)[numbers["row"]]
        numbers = numbers.assign(unit=numbers["row"] + offset, primary=primary, public=_is_open(table))
        frames.append(_with_cells(numbers, offset))
        offset += len(table.rows)
    return pd.concat(frames, ignore_index=True)


def _with_cells(numbers: pd.DataFrame, offset: int) -> pd.DataFrame:
    """With `cell`: a number for each row from `offset` on, the same for all numbers of its persons, -1 of other numbers."""
    cell = np.where(numbers["counted"], numbers["row"] + offset, -1)
    return numbers.drop(columns=["row", "counted"]).assign(cell=cell)


def _unknown_primary(table: Table) -> Flags:
    """Rows that were hidden for themselves, or at their source, before their numbers came here."""
    return np.asarray(table.hidden & np.isnan(table.counts.persons) & (table.causes != "secondary"), dtype=bool)


def _is_open(table: Table) -> bool:
    return table.indicator.disclosure.rule == "none"


def _foreign(published: Sequence[PublishedTable], view: "_View") -> pd.DataFrame:
    """What other releases tell, oldest first; `shown`: whether the number shows, `now`: whether readers see it today."""
    frames = [pd.DataFrame(columns=[*SLOT, "number", "upper", "shown", "primary", "public", "now", "cell"])]
    offset = 0
    for part in published:
        numbers = view.numbers(part.table)
        primary = _unknown_primary(part.table)[numbers["row"]]
        numbers = numbers.assign(shown=numbers["number"].notna(), primary=primary, public=_is_open(part.table))
        frames.append(_with_cells(numbers.assign(now=part.is_current), offset))
        offset += len(part.table.rows)
    return pd.concat(frames, ignore_index=True).astype(dict.fromkeys(["shown", "primary", "public", "now"], bool))


def _known_elsewhere(own: pd.DataFrame, foreign: pd.DataFrame, known: int) -> pd.DataFrame:
    """`own` with the unit KNOWN where another release shows the same number, or the number that is hidden here.

    A number that was corrected tells nothing, nor does an earlier one of what has become small since.
    """
    shown = foreign.loc[foreign["shown"], [*SLOT, "number", "now"]]
    pairs = own.reset_index()[["index", *SLOT]].merge(shown, on=SLOT)
    mine = own["number"].to_numpy(float)[pairs["index"]]
    lacking = np.isnan(mine) & (pairs["now"].to_numpy(bool) | ~own["primary"].to_numpy(bool)[pairs["index"]])
    pairs = pairs[lacking | (np.abs(pairs["number"].to_numpy(float) - mine) <= SAME)].drop_duplicates(
        "index", keep="last"
    )
    settled = own.copy()
    at = pairs["index"].to_numpy()
    settled.loc[at, "number"] = pairs["number"].to_numpy()
    settled.loc[at, "unit"] = known
    return settled


def _missing_from(rest: pd.DataFrame, own: pd.DataFrame) -> Flags:
    index = pd.MultiIndex.from_frame(own[SLOT])
    return (
        np.asarray(~pd.MultiIndex.from_frame(rest[SLOT]).isin(index), dtype=bool)
        if len(own)
        else np.ones(len(rest), bool)
    )


def _settled(columns: pd.DataFrame, cells: Lattice, units: int) -> Joint:
    """The system with a number for every column: the true one where it is known or follows, else one that fits."""
    slots = cells.slots
    fresh = len(slots) - len(columns)
    number = np.append(columns["number"].to_numpy(float), np.full(fresh, np.nan))
    matrix = borne_out(cells, number)
    full, broken = complete_numbers(matrix, number)
    matrix = matrix[np.flatnonzero(~broken)]
    return Joint(
        slots=slots,
        matrix=matrix,
        unit=np.append(columns["unit"].to_numpy(np.int64), np.full(fresh, units + 1)),
        number=fitted(matrix, full),
        upper=np.append(columns["upper"].to_numpy(float), np.full(fresh, np.inf)),
        primary=np.append(columns["primary"].to_numpy(bool), np.zeros(fresh, dtype=bool)),
        public=np.append(columns["public"].to_numpy(bool), np.zeros(fresh, dtype=bool)),
        implied=np.arange(len(slots)) >= len(columns),
        settled=~np.isnan(full),
        units=units,
    )


def _as_it_was(system: Joint, table: Table, view: "_View") -> Equations:
    """What equations say of the cells that an earlier release hid, where its numbers of that time fit those of today."""
    then = np.full(len(system.number), np.nan)
    numbers = view.numbers(table)
    for quantity, rows in numbers[numbers["number"].notna()].groupby("quantity"):
        at = system.columns(str(quantity), rows)
        then[at[at >= 0]] = rows["number"].to_numpy(float)[at >= 0]
    difference = np.where(np.isnan(then), 0.0, then - system.number)
    touched = np.abs(system.matrix) @ (np.abs(difference) > SAME).astype(float) > 0
    fits = np.abs(system.matrix @ difference) <= SAME * (1 + np.abs(system.matrix) @ system.number)
    part = system.matrix[np.flatnonzero(touched & fits)] @ sparse.diags(np.isnan(then).astype(float))
    part.eliminate_zeros()
    return part[np.flatnonzero(np.diff(part.indptr) > 0)]


def _distinct(matrices: Sequence[Equations]) -> Equations:
    """All equations, each once: equal rows have equal sums of any weights."""
    matrix = sparse.vstack(matrices, format="csr")
    if len(matrices) == 1:
        return matrix
    weights = np.random.default_rng(1).random(matrix.shape[1])
    return matrix[np.sort(np.unique(matrix @ weights, return_index=True)[1])]
