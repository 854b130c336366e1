"""What a world tells of one year."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.attack.links import Name
from keko.attack.measures import DENOMINATOR, NUMERATOR, OTHERS, SENSITIVE_DENOMINATOR
from keko.attack.remainders import Names
from keko.attack.tables import Registry, unlisted
from keko.attack.world import World
from keko.data.arrays import Flags
from keko.data.observations import KEY


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
        self.cells = {name: _of_year(measure.cells, self.year) for name, measure in self.world.measures.items()}
        self._implied: dict[str, pd.DataFrame] = {}

    def listed(self, indicator: str) -> pd.DataFrame:
        """Distinct cells of an indicator."""
        return next(self.cells[measure.name][KEY] for measure in self.world.of(indicator))

    def numbers(self, indicator: str, with_others: bool) -> list[str]:
        """The numbers of an indicator that are to be protected."""
        item = self.world.items[indicator]
        numbers = [measure.name[1] for measure in self.world.of(indicator)]
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
        frames = [self.cells[measure.name] for measure in self.world.members(population) if not measure.protected]
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
        cells = [self.cells[measure.name] for measure in self.world.of(indicator)]
        return any(not frame["low"].eq(frame["high"]).all() for frame in cells) or self._implies(indicator)

    def _implies(self, indicator: str) -> bool:
        item = self.world.items[indicator]
        return item.disclosure.rule != "none" and len(self.implied(indicator)) > 0


def _of_year(cells: pd.DataFrame, year: str) -> pd.DataFrame:
    return cells[cells["period"].str[:4].eq(year)]
