"""Which cells add up to which: the equations that a reader of a table knows (METHODS 5).

Municipalities to their employment area, county, region and the country; areas of a level to the country; sexes, ages
and categories to their totals. A set counts as additive even where it does not quite add up, as where a part was not
delivered: by how much is taken as known to the reader, who cannot know more.
"""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.arrays import Integers
from keko.data.observations import KEY

Equations: TypeAlias = sparse.csr_matrix

ABOVE = ("HVA", "TA", "MK")
NOWHERE = -1
TOTAL = "total"


def equations(cells: pd.DataFrame, areas: Areas) -> Equations:
    """One row for every total that has parts among `cells`: 1 for a part, −1 for the total, a column for each cell."""
    return by_kind(cells, areas)[0]


def by_kind(cells: pd.DataFrame, areas: Areas) -> tuple[Equations, Integers]:
    """The same, and for every row a number that tells its kind: municipalities to counties, ages to their total …"""
    sums, kinds = [sparse.csr_matrix((0, len(cells)))], [np.zeros(0, dtype=np.int64)]
    for kind, (parts, totals) in enumerate(_sets(cells, areas)):
        whole, row = np.unique(totals, return_inverse=True)
        at = np.concatenate([row, np.arange(len(whole))]), np.concatenate([parts, whole])
        signs = np.concatenate([np.ones(len(parts)), -np.ones(len(whole))])
        sums.append(sparse.csr_matrix((signs, at), shape=(len(whole), len(cells))))
        kinds.append(np.full(len(whole), kind))
    return sparse.vstack(sums, format="csr"), np.concatenate(kinds)


def _sets(cells: pd.DataFrame, areas: Areas) -> Iterator[tuple[Integers, Integers]]:
    """Places of parts and of their totals, one kind of set at a time; parts without a total are left out."""
    codes, names = zip(*(pd.factorize(cells[name]) for name in KEY), strict=True)
    table = _Lookup(dict(zip(KEY, codes, strict=True)), [len(values) for values in names])
    places = {name: {value: n for n, value in enumerate(values)} for name, values in zip(KEY, names, strict=True)}
    for parents in _parents(list(names[KEY.index("area")]), places["area"], areas):
        yield from table.sets("area", parents[table.codes["area"]])
    for name in ("sex", "age"):
        total = places[name].get(TOTAL, NOWHERE)
        yield from table.sets(name, np.where(table.codes[name] == total, NOWHERE, total))
    for whole in _wholes(list(names[KEY.index("breakdown")]), places["breakdown"].get(TOTAL, NOWHERE)):
        yield from table.sets("breakdown", whole[table.codes["breakdown"]])


def _wholes(names: list[str], total: int) -> Iterator[Integers]:
    """For every category its total, or nowhere, once for each division of the whole."""
    divisions = [_division(name) for name in names]
    for wanted in dict.fromkeys(division for division in divisions if division is not None):
        yield np.array([total if division == wanted else NOWHERE for division in divisions])


def _division(name: str) -> tuple[str, ...] | None:
    """What a category divides by: "Koulutus: perusaste" and "Kieli: suomi" are not parts beside each other."""
    if name == TOTAL:
        return None
    return tuple(part.partition(": ")[0] for part in name.split("; ")) if ": " in name else ()


def _parents(names: list[str], place: dict[str, int], areas: Areas) -> Iterator[Integers]:
    """For every area the area above it, or nowhere: once for each kind of set."""
    parents = {name: {code.rstrip("0123456789"): code for code in areas.parents(name)} for name in names}
    for level in (*ABOVE, WHOLE_COUNTRY):
        above = [parents[name].get(level) if name.startswith("KU") else None for name in names]
        yield np.array([place.get(code or "", NOWHERE) for code in above])
    for level in ABOVE:
        yield np.array([place.get(WHOLE_COUNTRY, NOWHERE) if name.startswith(level) else NOWHERE for name in names])


class _Lookup:
    """Cells found by what they are called, as numbers: many times faster than by texts."""

    def __init__(self, codes: dict[str, Integers], sizes: list[int]) -> None:
        self.codes, self._sizes = codes, sizes
        keys = self._keys(codes)
        self._order = np.argsort(keys)
        self._sorted = keys[self._order]

    def _keys(self, codes: dict[str, Integers]) -> Integers:
        keys = np.zeros(len(codes["area"]), dtype=np.int64)
        for name, size in zip(KEY, self._sizes, strict=True):
            keys = keys * size + codes[name]
        return keys

    def sets(self, name: str, above: Integers) -> Iterator[tuple[Integers, Integers]]:
        """Parts, and the cells that differ from them only by `above` in the dimension `name`."""
        parts = np.flatnonzero(above != NOWHERE)
        wanted = self._keys(
            {**{dimension: codes[parts] for dimension, codes in self.codes.items()}, name: above[parts]}
        )
        place = np.searchsorted(self._sorted, wanted).clip(max=len(self._sorted) - 1)
        there = self._sorted[place] == wanted if len(parts) else np.zeros(0, dtype=bool)
        if there.any():
            yield parts[there], self._order[place[there]]
