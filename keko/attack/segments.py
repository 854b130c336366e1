"""The attack on segment models: sizes, prevalences, overlaps and flows of one model as one system.

A size is the sum of its overlaps and, where visible figures bear that out, of the flows out of it and into it; a
prevalence is the sum of the overlaps with its factor. A combination or a flow that has no row where others of its segment
have one is nobody's.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pandas as pd
import sqlalchemy as sa
from scipy import sparse

from keko.attack.axes import TOTAL
from keko.attack.knowledge import public_releases, together
from keko.attack.report import SHOWS, Breach, Report
from keko.attack.segment_tables import CELL, FLOWS, NO, OVERLAPS, SIZES, YES, SegmentTables, Told, assembly_of, rows_of
from keko.attack.solve import Attack
from keko.attack.targets import HIDDEN, PRIMARY, UNLISTED, Targets
from keko.data.areas import Areas
from keko.data.observations import KEY
from keko.data.schema import SEGMENTS
from keko.data.suppressions import read_suppressions
from keko.segments.models import SegmentModel
from keko.segments.store import read_model, read_table


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


def _attack(told: Told) -> Report:
    tables = SegmentTables(told)
    assembly, place = assembly_of(tables)
    frames, rows = [], []
    for name, cells in told.cells.items():
        for cell in _aims(name, cells):
            frames.append(_described(told.model, name, cell))
            rows.append(assembly.over_all({place[name]: rows_of(tables, name, cell)}))
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
