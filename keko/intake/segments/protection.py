"""Disclosure control of a whole model, once, before anything is stored (METHODS 5).

Every table is brought into the shape of observations and protected by `keko.disclosure.protect`, which knows what adds up:
municipalities to areas, sexes, ages, and categories, which here are segments. Sizes are counts of persons by segment.
Prevalences are shares of the segment, one table for each factor. Overlaps are counts by set of factors, flows by target;
the segment that they are within stands where ages stand, so that both ways of adding up are looked at, and a segment's
size, which readers know, is a sum that nothing here can hide. Participation tells no number of persons: what stands for
a segment that is hidden goes, and the percentiles of a small one.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import KEY
from keko.data.observations import shaped as observations
from keko.data.problems import Problem
from keko.data.text import Text
from keko.disclosure.constraints import SENSITIVE_DENOMINATOR
from keko.disclosure.known_figures import KnownFigures
from keko.disclosure.protect import Protected, disclosure_problems, protect
from keko.indicators.catalogue import Indicator, IndicatorKind
from keko.intake.segments.understand import Announce
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.tables import FIGURES, Tables

_PROTECTING_SIZES = Text("Suojataan kokoja", "Storlekar skyddas", "Protecting sizes")
_PROTECTING_PREVALENCES = Text("Suojataan esiintyvyyksiä", "Förekomster skyddas", "Protecting prevalences")
_PROTECTING_COUNTS = Text(
    "Suojataan siirtymiä ja päällekkäisyyksiä", "Flöden och överlappningar skyddas", "Protecting flows and overlaps"
)
WITHIN = {"overlaps": ("segment", "factors"), "flows": ("source", "target")}
SIZE_OF = ["area", "segment", "sex", "age", "period"]


@dataclass(frozen=True)
class ProtectedTables:
    """A model's tables without what must not be seen; with errors among `problems` they must not be stored."""

    tables: Tables
    primary: int = 0
    secondary: int = 0
    suppressions: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))
    problems: list[Problem] = field(default_factory=list)


def protect_tables(
    model: SegmentModel,
    tables: Tables,
    areas: Areas,
    earlier: Sequence[Tables] = (),
    causes: pd.DataFrame | None = None,
    announce: Announce = lambda _: None,
) -> ProtectedTables:
    """Hide what is small and what would reveal it. The input holds everything.

    `earlier`: what readers have of the model from earlier releases; `causes`: KEY and cause of the sizes that the
    current one hides; `announce`: told which table is looked at.
    """
    if model.disclosure.rule == "none":
        return ProtectedTables(tables)
    announce(_PROTECTING_SIZES)
    count = _indicator(model, "count")
    known = KnownFigures(earlier=tuple(size_cells(release.sizes) for release in earlier))
    known = known if causes is None else replace(known, causes=causes)
    sizes = protect(size_cells(tables.sizes), count, areas, known)
    frames = {"sizes": _hidden(tables.sizes, "sizes", _flags(sizes))}
    announce(_PROTECTING_PREVALENCES)
    frames["prevalences"], by_factor = _prevalences(model, tables, _flags(sizes), areas)
    frames["participation"] = _participation(tables, frames["sizes"])
    announce(_PROTECTING_COUNTS)
    counts: list[Protected] = []
    for name in WITHIN:
        frames[name], protected = _counts(name, tables, areas, count, earlier)
        counts.append(protected)
    return _together(Tables.of(frames), [sizes, *by_factor, *counts], count, areas)


def _together(tables: Tables, protected: Sequence[Protected], count: Indicator, areas: Areas) -> ProtectedTables:
    """The tables, and what the protection of each came to; the first is that of the sizes."""
    return ProtectedTables(
        tables,
        primary=sum(table.primary for table in protected),
        secondary=sum(table.secondary for table in protected),
        suppressions=protected[0].suppressions,
        problems=[problem for table in protected for problem in disclosure_problems(table, count, areas)],
    )


def size_cells(sizes: pd.DataFrame) -> pd.DataFrame:
    """Sizes as observations, with segments as categories."""
    cells = sizes.rename(columns={"segment": "breakdown", "persons": "value"})
    return observations(cells.assign(origin="delivered")).assign(cause=None)


def _indicator(model: SegmentModel, kind: IndicatorKind) -> Indicator:
    """What protection has to know of an indicator."""
    return Indicator(
        id=model.id, theme="population", names=model.names, definition=model.method, population=model.population,
        unit="", decimals=0, kind=kind, multiplier=100 if kind == "proportion" else 1, polarity="none", frequency="year",
        source=model.producer, licence="", responsible=model.producer, availability="open", disclosure=model.disclosure,
    )  # fmt: skip


def _flags(protected: Protected) -> Flags:
    return protected.observations["status"].eq("hidden").to_numpy()


def _hidden(frame: pd.DataFrame, name: str, hide: Flags) -> pd.DataFrame:
    """The table without the figures of hidden rows."""
    public = frame.copy()
    public.loc[hide, FIGURES[name]] = np.nan
    public.loc[hide, "status"] = "hidden"
    return public


def _prevalences(
    model: SegmentModel, tables: Tables, hidden: Flags, areas: Areas
) -> tuple[pd.DataFrame, list[Protected]]:
    """Prevalences, each factor by itself; with the size of a segment goes all that is told of it."""
    frame = tables.prevalences
    if frame.empty:
        return frame, []
    size = _sizes_of(frame, tables.sizes.assign(hidden=hidden))
    among = size["persons"].to_numpy(float)
    persons = frame["persons"].fillna(pd.Series(np.rint(frame["share"].to_numpy() * among), frame.index))
    hide = (size["hidden"].to_numpy(bool) | np.isnan(among)).copy()
    cells = observations(
        frame.rename(columns={"segment": "breakdown"}).assign(
            numerator=persons, denominator=among, value=100 * frame["share"], origin="delivered"
        )
    )
    share = _indicator(model, "proportion")
    places = [rows[~np.isnan(among[rows])] for rows in frame.groupby("factor", sort=False).indices.values()]
    # The solver leaves the interpreter free while it works, so factors are looked at side by side.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        by_factor = list(
            threads.map(lambda rows: protect(cells.take(rows).reset_index(drop=True), share, areas), places)
        )
    for rows, protected in zip(places, by_factor, strict=True):
        hide[rows] |= _flags(protected)
    return _hidden(frame.assign(persons=persons), "prevalences", hide), by_factor


def _sizes_of(frame: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """For every row the `persons` and `hidden` of its segment; nan and True where its size is not told."""
    size = frame[SIZE_OF].merge(sizes[[*SIZE_OF, "persons", "hidden"]], on=SIZE_OF, how="left")
    return size.assign(hidden=size["hidden"].astype("boolean").fillna(True))


def _participation(tables: Tables, sizes: pd.DataFrame) -> pd.DataFrame:
    """Nothing of hidden segments, and no percentiles of segments that are small."""
    frame = tables.participation
    if frame.empty:
        return frame
    size = _sizes_of(frame, sizes.assign(hidden=sizes["status"].eq("hidden")))
    public = _hidden(frame, "participation", size["hidden"].to_numpy(bool))
    few = size["persons"].to_numpy(float) < SENSITIVE_DENOMINATOR
    public.loc[few, ["p10", "p90"]] = np.nan
    return public


def _counts(
    name: str, tables: Tables, areas: Areas, count: Indicator, earlier: Sequence[Tables]
) -> tuple[pd.DataFrame, Protected]:
    """Overlaps or flows, whose sums by segment readers take to be its size."""
    frame: pd.DataFrame = getattr(tables, name)
    if frame.empty:
        return frame, Protected(observations(pd.DataFrame()))
    cells = _with_sums(_count_cells(name, frame))
    sums = cells[cells["age"].eq(TOTAL) | cells["breakdown"].eq(TOTAL)]
    large = sums[~sums["value"].between(1, count.disclosure.threshold - 1) & sums["value"].notna()]
    before = tuple(_count_cells(name, getattr(release, name)) for release in earlier)
    protected = protect(cells, count, areas, KnownFigures(other_providers=large, earlier=before))
    own = protected.observations.iloc[: len(frame)]
    hide = own["status"].eq("hidden").to_numpy()
    primary = frame["persons"].between(1, count.disclosure.threshold - 1).to_numpy()
    delivered = pd.MultiIndex.from_frame(own[KEY])
    unprotected = protected.unprotected[pd.MultiIndex.from_frame(protected.unprotected[KEY]).isin(delivered)]
    counted = replace(
        protected, primary=int(primary.sum()), secondary=int((hide & ~primary).sum()), unprotected=unprotected
    )
    return _hidden(frame, name, hide), counted


def _count_cells(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    within, by = WITHIN[name]
    cells = frame.rename(columns={within: "age", by: "breakdown", "persons": "value"})
    return observations(cells.assign(sex=TOTAL, origin="delivered")).assign(cause=None)


def _with_sums(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells, and below them the sums over either dimension and both that are not among them."""
    summed = cells
    for name in ("breakdown", "age"):
        if summed[name].eq(TOTAL).any():
            continue
        row_keys = [key for key in KEY if key != name]
        sums = summed.groupby(row_keys, sort=False)["value"].agg(lambda values: values.sum(skipna=False)).reset_index()
        sums[name] = TOTAL
        status = np.where(sums["value"].isna(), "missing at source", "final")
        sums = observations(sums.assign(status=status, origin="delivered")).assign(cause=None)
        summed = pd.concat([summed, sums], ignore_index=True)
    return summed
