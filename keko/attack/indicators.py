"""The attack on indicators: all numbers that hang together in a year as one system."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from keko.attack.axes import Matrix
from keko.attack.links import Name, Sum, components
from keko.attack.measures import DENOMINATOR, NUMERATOR, OTHERS, SENSITIVE_DENOMINATOR
from keko.attack.remainders import Names
from keko.attack.report import EARLIER, OTHER_PROVIDER, SHOWS, Breach, Report
from keko.attack.solve import Attack
from keko.attack.system import Settled, settled
from keko.attack.tables import Assembly, Registry, Table, table, unlisted
from keko.attack.targets import HIDDEN, PRIMARY, ROUNDED, UNLISTED, Targets
from keko.attack.world import World
from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY
from keko.data.text import Text

SHOWN = [*KEY, "low", "high", "borrowed", "release", "provider", "current"]


@dataclass
class Year:
    """What a world tells of one year: the cells of every number, and those that they imply."""

    world: World
    year: str
    registry: Registry

    @classmethod
    def of(cls, world: World, year: str) -> "Year":
        """The year with words for what nobody lists."""
        codes = sorted(world.areas.by_code, key=lambda code: not code.startswith("KU"))
        living = {frozenset({code}): code for code in codes if code.startswith("KU")}
        wholes = {code: elements for elements, code in living.items()}
        sexes = {"male": frozenset({"male"}), "female": frozenset({"female"})}
        names: Registry = {name: Names({}) for name in KEY}
        return cls(world, year, {**names, "area": Names(wholes), "sex": Names(sexes)})

    def __post_init__(self) -> None:
        self.cells = {name: _of_year(one.cells, self.year) for name, one in self.world.measures.items()}
        self._implied: dict[str, pd.DataFrame] = {}

    def listed(self, indicator: str) -> pd.DataFrame:
        """Distinct cells of an indicator."""
        return next(self.cells[one.name][KEY] for one in self.world.of(indicator))

    def numbers(self, indicator: str, with_others: bool) -> list[str]:
        """The numbers of an indicator that are to be protected."""
        item = self.world.items[indicator]
        numbers = [one.name[1] for one in self.world.of(indicator)]
        if item.kind in {"proportion", "rate"} and not item.disclosure.sensitive:
            numbers.remove(DENOMINATOR)
        return [*numbers, OTHERS] if with_others else numbers

    def threshold(self, indicator: str, number: str) -> int:
        """From which number of persons on nobody is told."""
        item = self.world.items[indicator]
        if number == DENOMINATOR and item.kind in {"proportion", "rate"}:
            return SENSITIVE_DENOMINATOR
        return item.disclosure.threshold

    def told(self, indicator: str, number: str) -> pd.DataFrame:
        """The cells of one number of an indicator; the others are what denominators leave of numerators."""
        if number != OTHERS:
            return self.cells[indicator, number]
        own, among = self.cells[indicator, NUMERATOR], self.cells[indicator, DENOMINATOR]
        low = among["low"].to_numpy(float) - own["high"].to_numpy(float)
        return own.assign(low=low, high=among["high"].to_numpy(float) - own["low"].to_numpy(float))

    def in_open_data(self, indicator: str, number: str, cells: pd.DataFrame) -> Flags:
        """Of which cells open data show the number as such: that is their publisher's business."""
        if number != OTHERS:
            return self._shown(self.world.links.population[indicator, number], cells)
        pair = [self.world.links.population[indicator, part] for part in (NUMERATOR, DENOMINATOR)]
        flags: Flags = np.logical_and(*(self._shown(population, cells) for population in pair))
        return flags

    def _shown(self, population: Name, cells: pd.DataFrame) -> Flags:
        frames = [self.cells[one.name] for one in self.world.members(population) if not one.protected]
        exact = [frame.loc[frame["low"].eq(frame["high"]), KEY] for frame in frames]
        if not exact:
            return np.zeros(len(cells), dtype=bool)
        keys = pd.MultiIndex.from_frame(pd.concat(exact, ignore_index=True))
        return np.asarray(pd.MultiIndex.from_frame(cells[KEY]).isin(keys))

    def implied(self, indicator: str) -> pd.DataFrame:
        """Cells that an indicator's listed ones imply."""
        if indicator not in self._implied:
            first = self.world.of(indicator)[0].name
            keys = self.listed(indicator)
            meaning = self.world.meaning(self.world.links.population[first])
            self._implied[indicator] = unlisted(keys, meaning, self.registry) if len(keys) else keys
        return self._implied[indicator]

    def open(self, indicator: str) -> bool:
        """Whether anything of an indicator is not known exactly, so that other numbers may tell."""
        cells = [self.cells[one.name] for one in self.world.of(indicator)]
        return any(not frame["low"].eq(frame["high"]).all() for frame in cells) or self._implies(indicator)

    def _implies(self, indicator: str) -> bool:
        item = self.world.items[indicator]
        return item.disclosure.rule != "none" and len(self.implied(indicator)) > 0


def _of_year(cells: pd.DataFrame, year: str) -> pd.DataFrame:
    return cells[cells["period"].str[:4].eq(year)]


def attack_indicators(world: World, only: str | None = None) -> Iterator[Report]:
    """What is given away, year by year. `only`: of this indicator alone."""
    protected = [one for one in world.measures.values() if one.protected and only in {None, one.indicator.id}]
    years = sorted({period[:4] for one in protected for period in one.cells["period"].unique()})
    for year in years:
        told = Year.of(world, year)
        for group in _groups(told):
            if any(name in group for name in {one.name for one in protected}):
                yield _attack(told, group, only)


def _groups(year: Year) -> list[list[Name]]:
    """Numbers that have to do with each other: of one indicator, one population, or a sum."""
    population, measures = year.world.links.population, year.world.measures
    ties: list[list[Name]] = [[name, population[name]] for name in measures]
    for indicator in {name[0] for name in measures}:
        own = [one.name for one in year.world.of(indicator)]
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
        self.open = [one for one in self.indicators if year.open(one)]
        self.only = only
        self.keys = {one: self._keys(one) for one in self.open}
        self.sums = [
            total
            for total in self.world.links.sums
            if any(self.population[n] in {total.whole, *total.parts} for n in group)
        ]
        self.names = list(dict.fromkeys(self.population[name] for name in group))
        self.shares = [
            one
            for one in self.open
            if one in self.world.others and {(one, NUMERATOR), (one, DENOMINATOR)} <= set(group)
        ]
        self.tables = {name: self._table(name) for name in self.names}
        for one in self.shares:
            numerator = self.tables[self.population[one, NUMERATOR]]
            among = self.tables[self.population[one, DENOMINATOR]]
            meaning = self.world.meaning(self.population[one, NUMERATOR])
            whole = numerator.whole and among.whole
            self.tables[one, OTHERS] = table(self.keys[one], meaning, whole, year.registry)
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
        members = [one for one in self.world.members(name) if one.name in self.group]
        frames = [self.year.cells[one.name][KEY] for one in members]
        frames += [self.keys[one.indicator.id] for one in members if one.indicator.id in self.keys]
        frames += [self._keys_of_sum(total) for total in self.sums if name in {total.whole, *total.parts}]
        keys = pd.concat(frames, ignore_index=True).drop_duplicates(ignore_index=True)
        whole = all(one.whole for one in members)
        return table(keys, self.world.meaning(name), whole, self.year.registry)

    def _keys_of_sum(self, total: Sum) -> pd.DataFrame:
        """The cells that at least two of the three numbers list."""
        frames = []
        for name in (total.whole, *total.parts):
            own = [self.year.cells[one.name][KEY] for one in self.world.members(name)]
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
        for one in self.shares:
            keys = self.keys[one]
            whole, parts = self.population[one, DENOMINATOR], (self.population[one, NUMERATOR], (one, OTHERS))
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
        for one in self.open:
            item = self.world.items[one]
            if item.disclosure.rule == "none" or self.only not in {None, one}:
                continue
            for number in self.year.numbers(one, one in self.shares):
                cells = self._cells(one, number)
                name = (one, OTHERS) if number == OTHERS else self.population[one, number]
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
        shown = pd.concat([self.year.cells[one.name] for one in self.world.members(population)], ignore_index=True)
        shown = shown[shown["low"].notna() & self.tables[population].holds(shown)].drop_duplicates(KEY)
        if population not in self._denominators:
            assembly = Assembly([self.tables[population]])
            assembly.add({0: self.tables[population].rows(shown)}, shown[["low", "high", "borrowed"]])
            self._denominators[population] = settled(assembly.system()[0])
        most = self._denominators[population].outer(self.tables[population].rows(cells))[1]
        own = shown.set_index(KEY)["high"].reindex(pd.MultiIndex.from_frame(cells[KEY])).fillna(np.inf)
        return np.minimum(most, own.to_numpy(float))


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


def small_numbers(year: Year, indicator: str) -> Iterator[Breach]:
    """Numbers of persons that show although they are small, here or in another release."""
    for number in year.numbers(indicator, indicator in year.world.others):
        if number == DENOMINATOR and year.threshold(indicator, number) == SENSITIVE_DENOMINATOR:
            continue  # of how many is told by population figures too
        cells = year.told(indicator, number)
        few = cells[(cells["low"] > 0) & (cells["high"] < year.threshold(indicator, number))]
        for cell in few.to_dict("records"):
            place = (str(cell[name]) for name in ("area", "sex", "age", "breakdown", "period"))
            yield Breach(indicator, number, *place, cell["low"], cell["high"], _where(cell))


def _where(cell: dict[Hashable, Any]) -> Text:
    if not cell["borrowed"]:
        return SHOWS
    return OTHER_PROVIDER if cell["current"] else EARLIER
