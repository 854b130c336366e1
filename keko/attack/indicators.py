"""The attack on indicators: all numbers that hang together in a year as one system."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from keko.attack.axes import Matrix
from keko.attack.links import Name, Sum, components
from keko.attack.measures import DENOMINATOR, NUMERATOR, OTHERS
from keko.attack.report import Report
from keko.attack.shown import small_numbers
from keko.attack.solve import Attack
from keko.attack.system import Settled, settled
from keko.attack.tables import Assembly, Table, table
from keko.attack.targets import HIDDEN, PRIMARY, ROUNDED, UNLISTED, Targets
from keko.attack.world import World
from keko.attack.year import Year
from keko.data.arrays import Floats
from keko.data.observations import KEY

SHOWN = [*KEY, "low", "high", "borrowed", "release", "provider", "current"]


def attack_indicators(world: World, only: str | None = None) -> Iterator[Report]:
    """What is given away, year by year. `only`: of this indicator alone."""
    protected = [
        measure for measure in world.measures.values() if measure.protected and only in {None, measure.indicator.id}
    ]
    years = sorted({period[:4] for measure in protected for period in measure.cells["period"].unique()})
    for year in years:
        told = Year.of(world, year)
        for group in _groups(told):
            if any(name in group for name in {measure.name for measure in protected}):
                yield _attack(told, group, only)


def _groups(year: Year) -> list[list[Name]]:
    """Numbers that have to do with each other: of one indicator, one population, or a sum."""
    population, measures = year.world.links.population, year.world.measures
    ties: list[list[Name]] = [[name, population[name]] for name in measures]
    for indicator in {name[0] for name in measures}:
        own = [measure.name for measure in year.world.of(indicator)]
        if len(own) > 1 and year.open(indicator):
            ties.append(own)
    opened = {population[name] for name in measures if year.open(name[0])}
    ties += [[total.whole, *total.parts] for total in year.world.links.sums if opened & {total.whole, *total.parts}]
    groups = components(list(measures), ties)
    return [[name for name in group if len(year.cells[name])] for group in groups]


class _System:
    """The tables of a group of numbers and what binds them."""

    def __init__(self, year: Year, group: Sequence[Name], only: str | None) -> None:
        self.year, self.world, self.group = year, year.world, group
        self.population = self.world.links.population
        self.indicators = list(dict.fromkeys(name[0] for name in group))
        self.open = [indicator for indicator in self.indicators if year.open(indicator)]
        self.only = only
        self.keys = {indicator: self._keys(indicator) for indicator in self.open}
        self.sums = [
            total
            for total in self.world.links.sums
            if any(self.population[n] in {total.whole, *total.parts} for n in group)
        ]
        self.names = list(dict.fromkeys(self.population[name] for name in group))
        self.shares = [
            indicator
            for indicator in self.open
            if indicator in self.world.others and {(indicator, NUMERATOR), (indicator, DENOMINATOR)} <= set(group)
        ]
        self.tables = {name: self._table(name) for name in self.names}
        for indicator in self.shares:
            numerator = self.tables[self.population[indicator, NUMERATOR]]
            among = self.tables[self.population[indicator, DENOMINATOR]]
            meaning = self.world.meaning(self.population[indicator, NUMERATOR])
            whole = numerator.whole and among.whole
            self.tables[indicator, OTHERS] = table(self.keys[indicator], meaning, whole, year.registry)
        self._denominators: dict[Name, Settled] = {}
        self.place = {name: number for number, name in enumerate(self.tables)}
        self.assembly = Assembly(list(self.tables.values()))
        self._tell()

    def _keys(self, indicator: str) -> pd.DataFrame:
        listed = self.year.listed(indicator)
        item = self.world.items[indicator]
        implied = self.year.implied(indicator) if item.disclosure.rule != "none" else listed.iloc[:0]
        return pd.concat([listed, implied], ignore_index=True)

    def _table(self, name: Name) -> Table:
        members = [measure for measure in self.world.members(name) if measure.name in self.group]
        frames = [self.year.cells[measure.name][KEY] for measure in members]
        frames += [self.keys[measure.indicator.id] for measure in members if measure.indicator.id in self.keys]
        frames += [self._keys_of_sum(total) for total in self.sums if name in {total.whole, *total.parts}]
        keys = pd.concat(frames, ignore_index=True).drop_duplicates(ignore_index=True)
        whole = all(measure.whole for measure in members)
        return table(keys, self.world.meaning(name), whole, self.year.registry)

    def _keys_of_sum(self, total: Sum) -> pd.DataFrame:
        """The cells that at least two of the three numbers list."""
        frames = []
        for name in (total.whole, *total.parts):
            own = [self.year.cells[measure.name][KEY] for measure in self.world.members(name)]
            frames.append(pd.concat(own, ignore_index=True).drop_duplicates())
        counted = pd.concat(frames, ignore_index=True).value_counts()
        return counted[counted >= 2].index.to_frame(index=False)

    def _tell(self) -> None:
        for name in self.group:
            cells = self.year.cells[name]
            cells = cells[cells["low"].notna()]
            number = self.place[self.population[name]]
            told = cells[SHOWN].assign(indicator=name[0], number=name[1])
            self.assembly.add({number: self.assembly.tables[number].rows(cells)}, told)
        for indicator in self.shares:
            keys = self.keys[indicator]
            whole, parts = (
                self.population[indicator, DENOMINATOR],
                (self.population[indicator, NUMERATOR], (indicator, OTHERS)),
            )
            self._bind(whole, parts, keys)
        for total in self.sums:
            if {total.whole, *total.parts} <= set(self.tables):
                self._bind(total.whole, total.parts, self._keys_of_sum(total))

    def _bind(self, whole: Name, parts: tuple[Name, Name], keys: pd.DataFrame) -> None:
        rows: dict[int, Matrix] = {}
        for name, sign in ((whole, -1.0), (parts[0], 1.0), (parts[1], 1.0)):
            place = self.place[name]
            part = sign * self.tables[name].rows(keys)
            rows[place] = rows[place] + part if place in rows else part
        self.assembly.add(rows, pd.DataFrame({"low": np.zeros(len(keys))}))

    def targets(self) -> tuple[Targets, Matrix]:
        """What the attack is after, and its rows."""
        frames, rows = [], []
        for indicator in self.open:
            item = self.world.items[indicator]
            if item.disclosure.rule == "none" or self.only not in {None, indicator}:
                continue
            for number in self.year.numbers(indicator, indicator in self.shares):
                cells = self._cells(indicator, number)
                name = (indicator, OTHERS) if number == OTHERS else self.population[indicator, number]
                frames.append(cells)
                rows.append(self.assembly.over_all({self.place[name]: self.tables[name].rows(cells)}))
        if not frames:
            return Targets(pd.DataFrame()), sparse.csr_matrix((0, 0))
        return Targets(pd.concat(frames, ignore_index=True)), sparse.vstack(rows, format="csr")

    def _cells(self, indicator: str, number: str) -> pd.DataFrame:
        """The cells whose `number` does not show, and why the attack is after it."""
        main = self.year.cells[self.world.of(indicator)[0].name]
        of_number = self.year.told(indicator, number)
        exact = of_number["low"].eq(of_number["high"]).to_numpy() | self.year.in_open_data(indicator, number, main)
        hidden, primary = main["hidden"].to_numpy(), main["primary"].to_numpy()
        listed = main[[*KEY, "provider"]].assign(
            reason=np.select([primary, hidden, of_number["low"].notna()], [PRIMARY, HIDDEN, ROUNDED], UNLISTED)
        )
        implied = self.keys[indicator].iloc[len(main) :].assign(reason=UNLISTED, provider=None)
        implied = implied[~self.year.in_open_data(indicator, number, implied)]
        cells = pd.concat([listed[~exact], implied], ignore_index=True)
        cap = self._caps(indicator, number, cells)
        return cells.assign(
            indicator=indicator, number=number, threshold=self.year.threshold(indicator, number), cap=cap
        )

    def _caps(self, indicator: str, number: str, cells: pd.DataFrame) -> Floats:
        """What the number cannot exceed: the denominator, as far as denominators that show tell it."""
        if number not in {NUMERATOR, OTHERS} or indicator not in self.shares:
            return np.full(len(cells), np.inf)
        population = self.population[indicator, DENOMINATOR]
        shown = pd.concat(
            [self.year.cells[measure.name] for measure in self.world.members(population)], ignore_index=True
        )
        shown = shown[shown["low"].notna() & self.tables[population].holds(shown)].drop_duplicates(KEY)
        if population not in self._denominators:
            assembly = Assembly([self.tables[population]])
            assembly.add({0: self.tables[population].rows(shown)}, shown[["low", "high", "borrowed"]])
            self._denominators[population] = settled(assembly.system()[0])
        most = self._denominators[population].outer(self.tables[population].rows(cells))[1]
        own = shown.set_index(KEY)["high"].reindex(pd.MultiIndex.from_frame(cells[KEY])).fillna(np.inf)
        caps: Floats = np.minimum(most, own.to_numpy(float))
        return caps


def _attack(year: Year, group: Sequence[Name], only: str | None) -> Report:
    report = Report()
    for indicator in dict.fromkeys(name[0] for name in group):
        if year.world.items[indicator].disclosure.rule != "none" and only in {None, indicator}:
            report += Report(list(small_numbers(year, indicator)))
    if any(year.open(name[0]) and year.world.measures[name].protected for name in group):
        system = _System(year, group, only)
        targets, rows = system.targets()
        if len(targets.cells):
            report += Attack.on(system.assembly, rows, targets).run()
    return report
