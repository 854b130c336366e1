"""The attack on segment models: sizes, prevalences, overlaps and flows of one model as one system.

A size is the sum of its overlaps and, where visible figures bear that out, of the flows out of it and into it; a
prevalence is the sum of the overlaps with its factor. A combination or a flow that has no row where others of its segment
have one is nobody's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import sqlalchemy as sa
from scipy import sparse

from keko.attack.axes import REST, TOTAL, Axis, Elements, Matrix, atoms
from keko.attack.knowledge import public_releases, together
from keko.attack.meaning import Meaning
from keko.attack.report import SHOWS, Breach, Report
from keko.attack.solve import Attack
from keko.attack.tables import Assembly, Table
from keko.attack.targets import HIDDEN, PRIMARY, UNLISTED, Targets
from keko.data.areas import Areas
from keko.data.observations import KEY
from keko.data.periods import later
from keko.data.schema import SEGMENTS
from keko.data.suppressions import read_suppressions
from keko.segments.models import APART, NONE_OF_THEM, SegmentModel
from keko.segments.store import read_model, read_table

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


def attack_segments(connection: sa.Connection, areas: Areas, is_demo: bool) -> Iterator[Report]:
    """What is given away of each protected model by all that was ever shown of it with the same segments."""
    releases = public_releases(connection, is_demo, SEGMENTS)
    models: dict[tuple[str, tuple[str, ...]], list[tuple[SegmentModel, pd.DataFrame]]] = {}
    for row in releases.to_dict("records"):
        model = read_model(connection, row["release"])
        rows = _rows(connection, model, row["release"]).assign(
            **{name: row[name] for name in ("release", "provider", "current")}
        )
        models.setdefault((model.id, model.segment_codes), []).append((model, rows))
    for known in models.values():
        model = known[0][0]
        if model.disclosure.rule != "none":
            told = _told(model, pd.concat([rows for _, rows in known], ignore_index=True), areas)
            yield Report(list(_small(told)))
            for look in _looks(told):
                yield _attack(look)


def _rows(connection: sa.Connection, model: SegmentModel, release: int) -> pd.DataFrame:
    """All cells of a release with the `table` that they are of."""
    shapes = {
        SIZES: read_table(connection, release, "sizes").assign(part=TOTAL, table=SIZES),
        OVERLAPS: read_table(connection, release, "overlaps").rename(columns={"factors": "part"}).assign(table=OVERLAPS),
        FLOWS: read_table(connection, release, "flows").rename(columns={"source": "segment", "target": "part"}).assign(table=FLOWS),
        "factors": read_table(connection, release, "prevalences").assign(part=YES).rename(columns={"factor": "table"}),
    }  # fmt: skip
    rows = pd.concat([frame for frame in shapes.values() if len(frame)], ignore_index=True)
    rows = rows.reindex(columns=["table", *CELL, "persons", "status"])
    rows[["sex", "age"]] = rows[["sex", "age"]].fillna(TOTAL)
    hidden = rows["status"].eq("hidden")
    return rows.drop(columns="status").assign(hidden=hidden, primary=hidden & _for_itself(connection, release, rows))


def _for_itself(connection: sa.Connection, release: int, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a size is hidden because it is small; of the other tables that is not kept."""
    causes = read_suppressions(connection, release)
    small = pd.MultiIndex.from_frame(causes.loc[causes["cause"].eq("primary"), KEY])
    keys = pd.MultiIndex.from_frame(rows.rename(columns={"segment": "breakdown"})[KEY])
    return rows["table"].eq(SIZES) & keys.isin(small)


def _told(model: SegmentModel, rows: pd.DataFrame, areas: Areas) -> Told:
    possible = rows["persons"].lt(model.disclosure.threshold) | rows["persons"].isna()
    cells = together(rows, possible, ["table", *CELL], ["persons"])
    cells = cells.rename(columns={"persons": "low"}).assign(high=lambda frame: frame["low"])
    by_table = {str(name): frame.reset_index(drop=True) for name, frame in cells.groupby("table", sort=False)}
    for name in (OVERLAPS, FLOWS):
        if name in by_table:
            by_table[name] = _with_noughts(by_table[name])
    return Told(model, by_table, areas)


def _looks(told: Told) -> Iterator[Told]:
    """All tables of both sexes and all ages together; then, where single sexes or ages hide something, each of these tables.

    Each look is at the periods that hide something, with a table's sizes: all of a large model at once is too much.
    """
    totals = {name: cells[cells["sex"].eq(TOTAL) & cells["age"].eq(TOTAL)] for name, cells in told.cells.items()}
    yield replace(told, cells={name: cells for name, cells in totals.items() if len(cells)})
    for name, cells in told.cells.items():
        detailed = cells[~(cells["sex"].eq(TOTAL) & cells["age"].eq(TOTAL))]
        for period in detailed.loc[detailed["hidden"], "period"].unique():
            tables = {SIZES: told.cells.get(SIZES, cells), name: cells}
            yield replace(told, cells={key: frame[frame["period"].eq(period)] for key, frame in tables.items()})


def _with_noughts(cells: pd.DataFrame) -> pd.DataFrame:
    """With the parts that have no row where others of the same segment have one: nobody is in them."""
    within = [name for name in CELL if name != "part"]
    full = cells[within].drop_duplicates().merge(cells[["part"]].drop_duplicates(), how="cross")
    absent = full[~pd.MultiIndex.from_frame(full[CELL]).isin(pd.MultiIndex.from_frame(cells[CELL]))]
    nought = absent.assign(low=0.0, high=0.0, hidden=False, primary=False, borrowed=False, current=True, provider=None)
    return pd.concat([cells, nought.assign(release=cells["release"].max())], ignore_index=True)


class _Tables:
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


def _assembly(tables: _Tables) -> tuple[Assembly, dict[str, int]]:
    assembly = Assembly(list(tables.tables.values()))
    place = {name: number for number, name in enumerate(tables.tables)}
    for name, cells in tables.told.cells.items():
        shown = cells[cells["low"].notna()]
        told = (
            shown[SHOWN].rename(columns={"segment": "breakdown"}).assign(indicator=tables.told.model.entry, number=name)
        )
        assembly.add({place[name]: _rows_of(tables, name, shown)}, told)

    def same(first: str, keys: pd.DataFrame, second: str, others: pd.DataFrame) -> None:
        rows: dict[int, Matrix] = {place[first]: _rows_of(tables, first, keys)}
        assembly.add(
            rows | {place[second]: -_rows_of(tables, second, others)}, pd.DataFrame({"low": np.zeros(len(keys))})
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


def _rows_of(tables: _Tables, name: str, keys: pd.DataFrame) -> Matrix:
    table = tables.tables[name]
    return table.matrix[table.keys.get_indexer(pd.MultiIndex.from_frame(keys[CELL]))]


def _attack(told: Told) -> Report:
    tables = _Tables(told)
    assembly, place = _assembly(tables)
    frames, rows = [], []
    for name, cells in told.cells.items():
        for cell in _aims(name, cells):
            frames.append(_described(told.model, name, cell))
            rows.append(assembly.over_all({place[name]: _rows_of(tables, name, cell)}))
    report = Report()
    if frames and sum(map(len, frames)):
        targets = Targets(pd.concat(frames, ignore_index=True))
        report += Attack.on(assembly, sparse.vstack(rows, format="csr"), targets).run()
    return report


def _aims(name: str, cells: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Hidden cells; of prevalences also those of the segment who do not have the factor."""
    hidden = cells[cells["low"].isna()]
    reason = np.select([hidden["primary"], hidden["hidden"]], [PRIMARY, HIDDEN], UNLISTED)
    yield hidden.assign(reason=reason)
    if name not in {SIZES, OVERLAPS, FLOWS}:
        yield cells.assign(part=NO, reason=UNLISTED)


def _described(model: SegmentModel, name: str, cells: pd.DataFrame) -> pd.DataFrame:
    parts = np.where(cells["part"].eq(TOTAL), "", ", " + cells["part"].astype(str))
    return cells[[*CELL, "reason", "provider"]].assign(
        breakdown=cells["segment"] + parts, indicator=model.entry, number=name,
        threshold=model.disclosure.threshold, cap=np.inf,
    )  # fmt: skip


def _small(told: Told) -> Iterator[Breach]:
    """Numbers that show although they are small."""
    for name, cells in told.cells.items():
        few = cells[cells["low"].gt(0) & cells["low"].lt(told.model.disclosure.threshold)]
        described = _described(told.model, name, few.assign(reason=HIDDEN)).assign(low=few["low"])
        yield from (Breach.at(cell, (cell["low"], cell["low"]), SHOWS) for cell in described.to_dict("records"))
