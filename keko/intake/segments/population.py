"""The quantities of a segment model, all of the same people, and how its tables tell of them."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from keko.data.observations import KEY
from keko.data.observations import shaped as observations
from keko.disclosure.divisions import Rule, Sum
from keko.disclosure.lattice import Relation
from keko.disclosure.quantities import Quantities
from keko.disclosure.slots import SLOT
from keko.disclosure.tables import PublishedTable, Table
from keko.indicators.catalogue import Indicator
from keko.segments.models import APART, TOTAL, SegmentModel
from keko.segments.tables import Tables

SET, WITH = "|", "&"  # "A|x+y": who in A has just these factors; "A&x": who in A has this one
LEFT, REACHED = "from: ", "to: "
SIZE_OF = ["area", "segment", "sex", "age", "period"]


class Population:
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
        among = sizes_of(tables.prevalences, tables.sizes)["persons"].to_numpy(float)
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

    def caused(self, id_: str, table: Table, causes: pd.DataFrame) -> Table:
        """A table of a release with why its cells are hidden. `causes`: KEY and `cause` of all its tables, as `causes_of` names them."""
        ending = self._endings.get(id_, "")
        own = causes[causes["breakdown"].str.endswith(ending)]
        own = own.assign(breakdown=own["breakdown"].str.removesuffix(ending)).drop_duplicates(KEY)
        return replace(table, rows=table.rows.merge(own, on=KEY, how="left"))

    def causes_of(self, id_: str, causes: pd.DataFrame) -> pd.DataFrame:
        """Why cells of a table are hidden, with the factor in the name of the category."""
        return causes.assign(breakdown=causes["breakdown"] + self._endings.get(id_, ""))

    @property
    def _endings(self) -> dict[str, str]:
        return {id_: f"{WITH}{code}" for code, id_ in self.factors.items()}

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


def sizes_of(frame: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """For every row the `persons` and `status` of its segment; missing where its size is not told."""
    return frame[SIZE_OF].merge(sizes[[*SIZE_OF, "persons", "status"]], on=SIZE_OF, how="left")
