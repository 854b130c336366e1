"""Disclosure control of a whole model, once, before anything is stored (METHODS 5): its tables tell of the same people.

Sizes are counts of persons by segment. Prevalences are parts of a size, one quantity for each factor. Overlaps divide a
size by sets of factors, and those sets that hold a factor make up its prevalence. Flows divide the size that they leave
and, with those who come from elsewhere, the size that they reach. All are protected at once by `keko.disclosure.protect`.
Participation tells no number of persons: what stands for a hidden segment goes, and the percentiles of a small one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import KEY
from keko.data.observations import shaped as observations
from keko.data.problems import Problem
from keko.data.text import Text
from keko.disclosure.divisions import Rule, Sum
from keko.disclosure.lattice import SLOT, Relation
from keko.disclosure.problems import disclosure_problems
from keko.disclosure.protect import Protected, protect_together
from keko.disclosure.quantities import SENSITIVE_DENOMINATOR, Quantities
from keko.disclosure.tables import KnownFigures, PublishedTable, Table
from keko.indicators.catalogue import Indicator
from keko.intake.segments.understand import Announce
from keko.segments.models import APART, TOTAL, SegmentModel
from keko.segments.tables import FIGURES, Tables

_PROTECTING = Text("Suojataan pieniä ryhmiä", "Små grupper skyddas", "Protecting small groups")
SET, WITH = "|", "&"  # "A|x+y": who in A has just these factors; "A&x": who in A has this one
LEFT, REACHED = "from: ", "to: "
SIZE_OF = ["area", "segment", "sex", "age", "period"]


@dataclass(frozen=True)
class ProtectedTables:
    """A model's tables without what must not be seen; with errors among `problems` they must not be stored."""

    tables: Tables
    primary: int = 0
    secondary: int = 0
    suppressions: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Released:
    """An earlier release of a model: its tables, why its sizes are hidden (KEY and `cause`), and whether it is current."""

    tables: Tables
    causes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))
    is_current: bool = False


def protect_tables(
    model: SegmentModel,
    tables: Tables,
    areas: Areas,
    earlier: Sequence[Released] = (),
    announce: Announce = lambda _: None,
) -> ProtectedTables:
    """Hide what is small and what would reveal it. The input holds everything.

    `earlier`: what readers have or have had of the model, oldest first; `announce`: told what is being done.
    """
    if model.disclosure.rule == "none":
        return ProtectedTables(tables)
    announce(_PROTECTING)
    population = _Population(model)
    own = population.tables(_with_persons(tables))
    published = [
        PublishedTable(_caused(table, release), model.producer.fi, release.is_current)
        for release in earlier
        for table in population.tables(release.tables).values()
    ]
    known = KnownFigures(
        (*published, *population.sums_of_flows(tables)),
        _causes_now(model, earlier),
    )
    found = protect_together(list(own.values()), areas, known, bound=population.relations)
    return _together(tables, dict(zip(own, found, strict=True)), population, areas)


def _caused(table: Table, release: Released) -> Table:
    """The rows of an earlier release with the causes of its hidden sizes."""
    return replace(table, rows=table.rows.merge(release.causes, on=KEY, how="left"))


def _causes_now(model: SegmentModel, earlier: Sequence[Released]) -> dict[str, pd.DataFrame]:
    """Why the current release hides sizes."""
    current = [release.causes for release in earlier if release.is_current]
    return {model.id: current[-1]} if current else {}


def size_cells(sizes: pd.DataFrame) -> pd.DataFrame:
    """Sizes as observations, with segments as categories."""
    cells = sizes.rename(columns={"segment": "breakdown", "persons": "value"})
    return observations(cells.assign(origin="delivered"))


class _Population:
    """The quantities of a model, all of the same people."""

    def __init__(self, model: SegmentModel) -> None:
        self._model = model
        self.id, self.overlaps, self.flows = model.id, f"{model.id}-overlaps", f"{model.id}-flows"
        self.factors = {factor.code: f"{model.id}-factor-{number}" for number, factor in enumerate(model.factors)}

    @property
    def relations(self) -> list[Relation]:
        """Whoever is in a segment has a factor or has it not."""
        names = [Quantities.of(id_) for id_ in self.factors.values()]
        return [Relation(self.id, (quantities.persons, quantities.others)) for quantities in names]

    def indicator(self, id_: str) -> Indicator:
        """What protection has to know of a quantity."""
        model = self._model
        return Indicator(
            id=id_, theme="population", names=model.names, definition=model.method, population=model.population,
            unit="", decimals=0, kind="proportion" if id_ in self.factors.values() else "count",
            multiplier=100 if id_ in self.factors.values() else 1, polarity="none", frequency="year",
            source=model.producer, licence="", responsible=model.producer, availability="open", disclosure=model.disclosure,
        )  # fmt: skip

    def tables(self, tables: Tables) -> dict[str, Table]:
        """What each table of the model tells, by the name of its quantity."""
        found = {self.id: self._sizes(tables)}
        among = _sizes_of(tables.prevalences, tables.sizes)["persons"].to_numpy(float)
        shares = tables.prevalences.rename(columns={"segment": "breakdown", "persons": "numerator"})
        shares = shares.assign(denominator=among, value=100 * shares["share"])
        for code, id_ in self.factors.items():
            cells = shares[shares["factor"].eq(code)]
            holders = cells.assign(quantity=self.overlaps, breakdown=cells["breakdown"] + WITH + code)
            found[id_] = self._table(id_, cells, [holders] if len(tables.overlaps) else [])
        sets = tables.overlaps.assign(breakdown=tables.overlaps["segment"] + SET + tables.overlaps["factors"])
        found[self.overlaps] = self._table(self.overlaps, sets.rename(columns={"persons": "value"}), [], _sums_of_sets)
        found[self.flows] = self._table(self.flows, _flow_cells(tables.flows), [])
        return found

    def _table(self, id_: str, cells: pd.DataFrame, also: list[pd.DataFrame], division: Rule | None = None) -> Table:
        """A count by category; `also`: the same rows (by index) as slots of other quantities."""
        place = pd.Series(np.arange(len(cells)), cells.index)
        totals = {name: TOTAL for name in ("sex", "age") if name not in cells}
        table = Table.of(
            self.indicator(id_), observations(cells.assign(**totals, origin="delivered")).reset_index(drop=True)
        )
        further = [slots.assign(row=place[slots.index])[[*SLOT, "row"]] for slots in also if len(slots)]
        return replace(
            table,
            also=pd.concat([table.also, *further], ignore_index=True) if further else table.also,
            division=division,
        )

    def _sizes(self, tables: Tables) -> Table:
        """Sizes, which overlaps divide, and flows leave and reach."""
        cells = tables.sizes.rename(columns={"segment": "breakdown", "persons": "value"})
        everybody = cells[cells["sex"].eq(TOTAL) & cells["age"].eq(TOTAL)]
        also = [everybody.assign(quantity=self.overlaps)] if len(tables.overlaps) else []
        groups = everybody[everybody["breakdown"].ne(TOTAL)].assign(quantity=self.flows)
        periods = sorted(everybody["period"].unique())
        left = groups[groups["period"].isin(tables.flows["period"])]
        before = dict(zip(periods[1:], periods, strict=False))
        reached = groups.assign(period=groups["period"].map(before)).dropna(subset="period")
        reached = reached[reached["period"].isin(tables.flows["period"])]
        also += [
            left.assign(breakdown=LEFT + left["breakdown"]),
            reached.assign(breakdown=REACHED + reached["breakdown"]),
        ]
        return self._table(self.id, cells, also)

    def sums_of_flows(self, tables: Tables) -> list[PublishedTable]:
        """What flows add up to where the model has no sizes: readers are taken to know it."""
        if not tables.sizes.empty or tables.flows.empty:
            return []
        published = []
        for side, name in (("source", LEFT), ("target", REACHED)):
            sums = tables.flows.groupby(["area", "period", side])["persons"].agg(_sum_of_known).reset_index()
            large = sums[sums["persons"] >= self._model.disclosure.threshold]
            cells = large.assign(breakdown=name + large[side], value=large["persons"], cause=None)
            published.append(PublishedTable(self._table(self.flows, cells, []), self._model.producer.fi))
        return published


def _sum_of_known(persons: "pd.Series[float]") -> float:
    return float(persons.sum(skipna=False))


def _flow_cells(flows: pd.DataFrame) -> pd.DataFrame:
    between = LEFT + flows["source"] + "; " + REACHED + flows["target"]
    return flows.assign(breakdown=between, value=flows["persons"])


def _sums_of_sets(names: Sequence[str]) -> list[Sum]:
    """How sets of factors make up a segment, and those that hold a factor its prevalence; segments make up the population."""
    sets = [name for name in names if SET in name]
    sums = []
    for whole in names:
        segment, _, factor = whole.partition(WITH)
        parts = [
            name
            for name in sets
            if name.partition(SET)[0] == segment and (not factor or factor in name.partition(SET)[2].split(APART))
        ]
        if SET not in whole and parts:
            sums.append(Sum(whole, tuple(parts), factor, open_ended=True))
        others = [name for name in sets if name.partition(SET)[2] == whole.partition(SET)[2] and name != whole]
        if SET in whole and whole.partition(SET)[0] == TOTAL and others:
            sums.append(Sum(whole, tuple(others), TOTAL, open_ended=True))
    return sums


def _with_persons(tables: Tables) -> Tables:
    """The tables with the persons that prevalences mean; nan where the size of the segment is not told."""
    frame = tables.prevalences
    if frame.empty:
        return tables
    among = _sizes_of(frame, tables.sizes)["persons"].to_numpy(float)
    persons = frame["persons"].fillna(pd.Series(np.rint(frame["share"].to_numpy() * among), frame.index))
    return replace(tables, prevalences=frame.assign(persons=persons.where(~np.isnan(among))))


def _sizes_of(frame: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """For every row the `persons` and `status` of its segment; missing where its size is not told."""
    return frame[SIZE_OF].merge(sizes[[*SIZE_OF, "persons", "status"]], on=SIZE_OF, how="left")


def _together(tables: Tables, found: dict[str, Protected], population: _Population, areas: Areas) -> ProtectedTables:
    """The tables without what is hidden, and what the protection came to."""
    sizes = _hidden(tables.sizes, "sizes", _flags(found[population.id]))
    prevalences, beside = _prevalences(tables, found, population, sizes)
    frames = {
        "sizes": sizes,
        "prevalences": prevalences,
        "participation": _participation(tables, sizes),
        "overlaps": _hidden(tables.overlaps, "overlaps", _flags(found[population.overlaps])),
        "flows": _hidden(tables.flows, "flows", _flags(found[population.flows])),
    }
    return ProtectedTables(
        Tables.of(frames),
        primary=sum(table.primary for table in found.values()),
        secondary=sum(table.secondary for table in found.values()) + beside,
        suppressions=found[population.id].suppressions,
        problems=[
            problem
            for id_, table in found.items()
            for problem in disclosure_problems(table, population.indicator(id_), areas)
        ],
    )


def _flags(protected: Protected) -> Flags:
    return protected.observations["status"].eq("hidden").to_numpy()


def _hidden(frame: pd.DataFrame, name: str, hide: Flags) -> pd.DataFrame:
    """The table without the figures of hidden rows."""
    public = frame.copy()
    public.loc[hide, FIGURES[name]] = np.nan
    public.loc[hide, "status"] = "hidden"
    return public


def _prevalences(
    tables: Tables, found: dict[str, Protected], population: _Population, sizes: pd.DataFrame
) -> tuple[pd.DataFrame, int]:
    """Prevalences, and how many of them go with the size of their segment: a share would tell it."""
    frame = _with_persons(tables).prevalences
    hide = np.zeros(len(frame), dtype=bool)
    for code, id_ in population.factors.items():
        hide[np.flatnonzero(frame["factor"].eq(code))] = _flags(found[id_])
    with_size = _sizes_of(frame, sizes)["status"].ne("final").to_numpy() | frame["persons"].isna().to_numpy()
    return _hidden(frame, "prevalences", hide | with_size), int((with_size & ~hide).sum())


def _participation(tables: Tables, sizes: pd.DataFrame) -> pd.DataFrame:
    """Nothing of hidden segments, and no percentiles of segments that are small."""
    frame = tables.participation
    if frame.empty:
        return frame
    status = _sizes_of(frame, sizes)["status"]
    public = _hidden(frame, "participation", (status.isna() | status.eq("hidden")).to_numpy())
    few = _sizes_of(frame, tables.sizes)["persons"].to_numpy(float) < SENSITIVE_DENOMINATOR
    public.loc[few, ["p10", "p90"]] = np.nan
    return public
