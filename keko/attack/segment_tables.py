"""The tables of a segment model over their atoms, and what holds between them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from keko.attack.axes import REST, TOTAL, Axis, Elements, Matrix, atoms
from keko.attack.meaning import Meaning
from keko.attack.tables import Assembly, Table
from keko.data.areas import Areas
from keko.data.observations import KEY
from keko.data.periods import later
from keko.segments.models import APART, NONE_OF_THEM, SegmentModel

CELL = ["period", "area", "sex", "age", "segment", "part"]
SIZES, OVERLAPS, FLOWS = "sizes", "overlaps", "flows"
YES, NO = "yes", "no"
SHOWN = [*CELL, "low", "borrowed", "release", "provider", "current"]


@dataclass(frozen=True)
class Told:
    """A model and its cells: CELL and what is told of each, by table; a table of prevalences for each factor."""

    model: SegmentModel
    cells: Mapping[str, pd.DataFrame]
    areas: Areas


class SegmentTables:
    """The tables of a model over their atoms."""

    def __init__(self, told: Told) -> None:
        self.told = told
        sizes = told.cells.get(SIZES, pd.DataFrame(columns=SHOWN))
        everything = pd.concat(
            [sizes, *(frame for name, frame in told.cells.items() if name != FLOWS)], ignore_index=True
        )
        self._meaning = Meaning(_as_observations(everything), told.areas)
        self._segments = frozenset(told.model.segment_codes)
        self.factors = [name for name in told.cells if name not in {SIZES, OVERLAPS, FLOWS}]
        self.keys = {name: frame[CELL] for name, frame in told.cells.items() if name != FLOWS}
        self._complete()
        self.tables = {name: self._table(name, keys.drop_duplicates()) for name, keys in self.keys.items()}

    def _complete(self) -> None:
        """The cells that bind tables to each other."""
        wholes = [self.keys[name].assign(part=TOTAL) for name in (*self.factors, OVERLAPS) if name in self.keys]
        flows = self.told.cells.get(FLOWS)
        if flows is not None:
            out = flows[CELL].assign(part=TOTAL)
            into = flows[CELL].assign(segment=TOTAL)
            self.out, self.into = out.drop_duplicates(), into.drop_duplicates()
            self.keys[FLOWS] = pd.concat([flows[CELL], out, into], ignore_index=True)
            wholes += [out, self.arrivals()]
        for name in self.factors:
            keys = self.keys[name]
            self.keys[name] = pd.concat([keys, keys.assign(part=NO), keys.assign(part=TOTAL)], ignore_index=True)
        if OVERLAPS in self.keys:
            keys = self.keys[OVERLAPS]
            sums = [keys.assign(part=part) for part in (TOTAL, *(f"{YES} {name}" for name in self.factors))]
            self.keys[OVERLAPS] = pd.concat([keys, *sums], ignore_index=True)
        sizes = [self.keys[SIZES]] if SIZES in self.keys else []
        self.keys[SIZES] = pd.concat([*sizes, *wholes], ignore_index=True).drop_duplicates(ignore_index=True)

    def arrivals(self) -> pd.DataFrame:
        """The sizes, a period later, of those who flow into each segment."""
        following = [later(period, 1) for period in self.into["period"]]
        return self.into.assign(segment=self.into["part"], part=TOTAL, period=following)

    def _table(self, name: str, keys: pd.DataFrame) -> Table:
        sets: dict[str, dict[str, Elements]] = {
            "period": {period: frozenset({period}) for period in keys["period"].unique()},
            "area": {code: self._meaning.area(code, keys["period"].min()) for code in keys["area"].unique()},
            "sex": {sex: self._meaning.sex(sex) for sex in keys["sex"].unique()},
            "age": self._meaning.ages(sorted(keys["age"].unique())),
            "segment": self._codes(keys["segment"], rest=name == FLOWS and not self._borne_out(arriving=True)),
            "part": self._parts(name, keys["part"]),
        }
        matrix = atoms([Axis(sets[axis]).rows(keys[axis].to_list()) for axis in CELL])
        return Table(pd.MultiIndex.from_frame(keys), matrix, sparse.csr_matrix((0, matrix.shape[1])), True)

    def _codes(self, labels: "pd.Series[str]", rest: bool) -> dict[str, Elements]:
        listed = (self._segments | (set(labels) - {TOTAL})) or {TOTAL}
        everybody = frozenset(listed | ({REST} if rest else set()))
        return {label: everybody if label == TOTAL else frozenset({label}) for label in labels.unique()}

    def _parts(self, name: str, labels: "pd.Series[str]") -> dict[str, Elements]:
        if name == FLOWS:
            return self._codes(labels, rest=not self._borne_out(arriving=False))
        if name == OVERLAPS:
            sets = [label for label in labels.unique() if label != TOTAL and not label.startswith(f"{YES} ")]
            with_factor = {
                f"{YES} {code}": frozenset(s for s in sets if code in s.split(APART)) for code in self.factors
            }
            every = frozenset({*sets, NONE_OF_THEM})
            known = {**{label: frozenset({label}) for label in sets}, **with_factor, TOTAL: every}
            return {label: known[label] for label in labels.unique()}
        both = frozenset({YES, NO})
        return {label: both if label == TOTAL else frozenset({label}) for label in labels.unique()}

    def overlaps_fit(self, factor: str | None) -> bool:
        """Whether overlaps with a factor make up its prevalences, or all of them the sizes: no visible cell says otherwise."""
        overlaps = self.told.cells[OVERLAPS]
        if factor is not None:
            overlaps = overlaps[[factor in part.split(APART) for part in overlaps["part"]]]
        sums = overlaps.groupby(["area", "period", "segment"])["low"].agg(["size", "count", "sum"]).reset_index()
        whole = self.told.cells.get(factor or SIZES)
        if whole is None or not len(sums):
            return False
        whole = whole[whole["sex"].eq(TOTAL) & whole["age"].eq(TOTAL) & whole["low"].notna()]
        both = sums[sums["size"] == sums["count"]].merge(whole[["area", "period", "segment", "low"]])
        return bool(np.isclose(both["sum"], both["low"]).all())

    def _borne_out(self, arriving: bool) -> bool:
        """Whether visible flows out of segments, or into them, make up visible sizes, wherever all of them show."""
        if SIZES not in self.told.cells:
            return False
        by = "part" if arriving else "segment"
        flows = self.told.cells[FLOWS]
        sums = flows.groupby(["area", "period", by])["low"].agg(["size", "count", "sum"]).reset_index()
        sums = sums[(sums["size"] == sums["count"]) & (sums["size"] >= len(self._segments))]
        sums = sums.rename(columns={by: "segment"})
        if arriving:
            sums["period"] = [later(period, 1) for period in sums["period"]]
        sizes = self.told.cells[SIZES]
        sizes = sizes[sizes["sex"].eq(TOTAL) & sizes["age"].eq(TOTAL) & sizes["low"].gt(0)]
        both = sums.merge(sizes[["area", "period", "segment", "low"]], on=["area", "period", "segment"])
        return len(both) > 0 and bool(np.isclose(both["sum"], both["low"]).all())


def _as_observations(cells: pd.DataFrame) -> pd.DataFrame:
    whole = cells[cells["part"].eq(TOTAL)] if len(cells) else cells
    return whole.rename(columns={"segment": "breakdown"}).reindex(columns=[*KEY, "low", "high"])


def assembly_of(tables: SegmentTables) -> tuple[Assembly, dict[str, int]]:
    assembly = Assembly(list(tables.tables.values()))
    place = {name: number for number, name in enumerate(tables.tables)}
    for name, cells in tables.told.cells.items():
        shown = cells[cells["low"].notna()]
        told = (
            shown[SHOWN].rename(columns={"segment": "breakdown"}).assign(indicator=tables.told.model.entry, number=name)
        )
        assembly.add({place[name]: rows_of(tables, name, shown)}, told)

    def same(first: str, keys: pd.DataFrame, second: str, others: pd.DataFrame) -> None:
        rows: dict[int, Matrix] = {place[first]: rows_of(tables, first, keys)}
        assembly.add(
            rows | {place[second]: -rows_of(tables, second, others)}, pd.DataFrame({"low": np.zeros(len(keys))})
        )

    for name in (*tables.factors, OVERLAPS):
        if name in tables.keys and (name != OVERLAPS or tables.overlaps_fit(None)):
            keys = tables.keys[name].query("part == @TOTAL").drop_duplicates()
            same(SIZES, keys, name, keys)
    if OVERLAPS in tables.keys:
        listed = tables.keys[OVERLAPS].query("part == @TOTAL").drop_duplicates()
        for name in filter(tables.overlaps_fit, tables.factors):
            keys = listed.assign(part=YES)
            keys = keys[tables.tables[name].keys.get_indexer(pd.MultiIndex.from_frame(keys[CELL])) >= 0]
            same(name, keys, OVERLAPS, keys.assign(part=f"{YES} {name}"))
    if FLOWS in tables.keys:
        same(SIZES, tables.out, FLOWS, tables.out)
        same(SIZES, tables.arrivals(), FLOWS, tables.into)
    return assembly, place


def rows_of(tables: SegmentTables, name: str, keys: pd.DataFrame) -> Matrix:
    table = tables.tables[name]
    return table.matrix[table.keys.get_indexer(pd.MultiIndex.from_frame(keys[CELL]))]
