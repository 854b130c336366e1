"""One number in one year as a table of cells over atoms, and several such tables as one system."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from keko.attack.axes import TOTAL, Axis, Elements, Matrix, atoms
from keko.attack.meaning import Meaning
from keko.attack.remainders import Names, remainders, sets_of
from keko.attack.system import System
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import KEY

Registry = dict[str, Names]


@dataclass(frozen=True)
class Table:
    """A row for each of `keys`: which atoms its number is the sum of. `links`: sums of atoms that are nought."""

    keys: pd.MultiIndex
    matrix: Matrix
    links: Matrix
    whole: bool

    def rows(self, keys: pd.DataFrame) -> Matrix:
        """The rows of some cells, all of which are among `keys`."""
        return self.matrix[self.keys.get_indexer(pd.MultiIndex.from_frame(keys[KEY]))]

    def holds(self, keys: pd.DataFrame) -> Flags:
        """Which cells are among `keys`."""
        return np.asarray(self.keys.get_indexer(pd.MultiIndex.from_frame(keys[KEY])) >= 0)


def _sets(name: str, labels: list[str], meaning: Meaning, period: str, registry: Registry) -> dict[str, Elements]:
    ways: dict[str, Callable[[list[str]], dict[str, Elements]]] = {
        "period": lambda words: {word: meaning.months(word) for word in words},
        "area": lambda words: {word: meaning.area(word, period) for word in words},
        "sex": lambda words: {word: meaning.sex(word) for word in words},
        "age": meaning.ages,
    }
    return sets_of(labels, ways[name], registry[name])


def _spaces(labels: list[str], meaning: Meaning, names: Names) -> list[dict[str, Elements]]:
    """For each group of crossed divisions the set of every category that is of it."""
    basic = sorted({TOTAL, *(label for label in labels if label not in names.parts)})
    basic = sorted({*basic, *(names.parts[label][0] for label in labels if label in names.parts)})
    spaces = []
    for _, sets in meaning.spaces(basic):
        own = dict(sets)
        for label in labels:
            if label in names.parts and set(names.parts[label][1]) <= sets.keys():
                whole, parts = names.parts[label]
                own[label] = sets[whole].difference(*(sets[part] for part in parts)) if whole in sets else frozenset()
        spaces.append({label: elements for label, elements in own.items() if elements and label in labels})
    return spaces


def table(keys: pd.DataFrame, meaning: Meaning, whole: bool, registry: Registry) -> Table:
    """The table of distinct `keys` of one year."""
    period = min(keys["period"])
    axes = {}
    for name in ("period", "area", "sex", "age"):
        axes[name] = Axis(_sets(name, sorted(keys[name].unique()), meaning, period, registry))
    parts = {name: axis.rows(keys[name].to_list()) for name, axis in axes.items()}
    spaces = _spaces(sorted(keys["breakdown"].unique()), meaning, registry["breakdown"])
    blocks = [_block(keys, parts, sets) for sets in spaces]
    first = np.full(len(keys), -1)
    for number, (_, inside) in reversed(list(enumerate(blocks))):
        first[inside] = number
    matrix = _joined(blocks, first, len(keys))
    times = np.array([meaning.times(period) for period in keys["period"]], dtype=float)
    links = [_linked(blocks, first, number) for number in range(1, len(blocks))]
    width = sum(block.shape[1] for block, _ in blocks)
    none = sparse.csr_matrix((0, width))
    return Table(
        pd.MultiIndex.from_frame(keys[KEY]),
        (sparse.diags(1 / times) @ matrix).tocsr(),
        sparse.vstack([none, *links], format="csr"),
        whole and bool((times == 1).all()),
    )


def _block(keys: pd.DataFrame, parts: dict[str, Matrix], sets: dict[str, Elements]) -> tuple[Matrix, Integers]:
    """The atoms of the cells of one space of categories, and which cells these are."""
    inside = np.flatnonzero(keys["breakdown"].isin(sets.keys()).to_numpy())
    along = Axis(sets).rows(keys["breakdown"].iloc[inside].to_list())
    return atoms([*(part[inside] for part in parts.values()), along]), inside


def _joined(blocks: Sequence[tuple[Matrix, Integers]], first: Integers, size: int) -> Matrix:
    """Every cell by the atoms of the first space that it is of."""
    columns = []
    for number, (block, inside) in enumerate(blocks):
        own = first[inside] == number
        pick = sparse.csr_matrix((np.ones(own.sum()), (inside[own], np.flatnonzero(own))), shape=(size, len(inside)))
        columns.append(pick @ block)
    return sparse.hstack(columns, format="csr")


def _linked(blocks: Sequence[tuple[Matrix, Integers]], first: Integers, number: int) -> Matrix:
    """What cells of several spaces are by one of them less what they are by their first."""
    block, inside = blocks[number]
    again = np.flatnonzero(first[inside] != number)
    columns = [sparse.csr_matrix((len(again), other.shape[1])) for other, _ in blocks]
    columns[number] = block[again]
    for place, (other, cells) in enumerate(blocks[:number]):
        by = np.isin(first[inside[again]], [place])
        pick = np.flatnonzero(by), np.searchsorted(cells, inside[again][by])
        columns[place] = -sparse.csr_matrix((np.ones(by.sum()), pick), shape=(len(again), other.shape[0])) @ other
    return sparse.hstack(columns, format="csr")


def unlisted(keys: pd.DataFrame, meaning: Meaning, registry: Registry) -> pd.DataFrame:
    """Cells that listed `keys` of one year imply."""
    period = min(keys["period"])
    found = [
        remainders(keys, name, _sets(name, sorted(keys[name].unique()), meaning, period, registry), registry[name])
        for name in ("period", "area", "sex", "age")
    ]
    for sets in _spaces(sorted(keys["breakdown"].unique()), meaning, registry["breakdown"]):
        found.append(remainders(keys, "breakdown", sets, registry["breakdown"]))
    cells = pd.concat(found, ignore_index=True).drop_duplicates()
    listed = pd.MultiIndex.from_frame(keys[KEY])
    return cells[~pd.MultiIndex.from_frame(cells[KEY]).isin(listed)]


class Assembly:
    """Tables side by side, and rows over all of them, each with what it was told by."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tables
        self._starts = np.concatenate([[0], np.cumsum([table.matrix.shape[1] for table in tables])]).astype(int)
        self._rows: list[Matrix] = []
        self._ends: list[tuple[Floats, Floats]] = []
        self._told: list[pd.DataFrame] = []
        for number, table in enumerate(tables):
            if table.links.shape[0]:
                self.add({number: table.links}, pd.DataFrame({"low": np.zeros(table.links.shape[0])}))

    def over_all(self, rows: dict[int, Matrix]) -> Matrix:
        """Rows over some tables' atoms as rows over those of all."""
        size = next(iter(rows.values())).shape[0]
        widths = np.diff(self._starts)
        columns = [rows.get(number, sparse.csr_matrix((size, width))) for number, width in enumerate(widths)]
        return sparse.hstack(columns, format="csr")

    def add(self, rows: dict[int, Matrix], told: pd.DataFrame) -> None:
        """Rows with what is `told` of them: `low`, and `high`, `borrowed` and what a report needs, where there is such."""
        full = told.reset_index(drop=True)
        full = full.assign(high=full["high"] if "high" in full else full["low"])
        self._rows.append(self.over_all(rows))
        self._ends.append((full["low"].to_numpy(float), full["high"].to_numpy(float)))
        self._told.append(full)

    def system(self) -> tuple[System, pd.DataFrame]:
        """All rows as one system, and what each was told by."""
        told = pd.concat(self._told, ignore_index=True)
        borrowed = told["borrowed"].eq(True).to_numpy() if "borrowed" in told else np.zeros(len(told), dtype=bool)
        whole = np.concatenate([np.full(table.matrix.shape[1], table.whole) for table in self.tables])
        low, high = (np.concatenate(ends) for ends in zip(*self._ends, strict=True))
        return System(sparse.vstack(self._rows, format="csr"), low, high, borrowed, whole.astype(bool)), told
