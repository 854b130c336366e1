"""What adds up to what, as far as visible figures bear it out: areas, sexes, ages, categories and months of one number."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from keko.attack.axes import REST, TOTAL, Elements, ages, divisions, months
from keko.data.areas import Areas
from keko.data.observations import KEY

Time = Literal["apart", "sum", "mean"]
FEW_HIDDEN = 2  # of twelve months
REFUTED = 0.25


class Evidence(NamedTuple):
    """In how many cells parts make up their total, fall short of it, exceed it."""

    equal: int = 0
    less: int = 0
    more: int = 0

    def __add__(self, other: object) -> "Evidence":
        assert isinstance(other, Evidence)
        return Evidence(self.equal + other.equal, self.less + other.less, self.more + other.more)

    @property
    def bears_out(self) -> bool:
        """Whether the parts make up the whole."""
        return self.equal > 0 and 20 * (self.less + self.more) <= self.equal

    @property
    def refutes(self) -> bool:
        """Whether they often do not."""
        return self.less + self.more > REFUTED * (self.equal + self.less + self.more)


def compared(cells: pd.DataFrame, name: str, total: str, parts: Collection[str], times: float = 1.0) -> Evidence:
    """Totals beside the sums of their parts along a dimension, wherever all of them show. `times`: the total counts so often."""
    others = [key for key in KEY if key != name]
    some = cells[cells[name].isin([total, *parts]) & cells["low"].notna()]
    if not {total, *parts} <= set(some[name]):
        return Evidence()
    wide = some.drop_duplicates(KEY).pivot(index=others, columns=name, values=["low", "high"]).dropna()
    own_low, own_high = wide["low"][total].to_numpy(float), wide["high"][total].to_numpy(float)
    least = wide["low"][list(parts)].to_numpy(float).sum(axis=1)
    most = wide["high"][list(parts)].to_numpy(float).sum(axis=1)
    slack = 1e-6 * (1 + np.abs(most))
    less, more = most < times * own_low - slack, least > times * own_high + slack
    return Evidence(int((~less & ~more).sum()), int(less.sum()), int(more.sum()))


def covers(sets: Mapping[str, Elements]) -> Iterator[list[str]]:
    """The finest and the coarsest of the sets, where they part all that is covered."""
    whole = frozenset().union(*sets.values()) if sets else frozenset()
    distinct = {elements: label for label, elements in sets.items()}
    finest = [label for own, label in distinct.items() if not any(other < own for other in distinct)]
    coarsest = [label for own, label in distinct.items() if not any(other > own for other in distinct)]
    for labels in (finest, coarsest):
        if len(labels) > 1 and sum(len(sets[label]) for label in labels) == len(whole):
            yield labels


@dataclass(frozen=True)
class Space:
    """Divisions that are crossed with each other. `places`: of each its categories, with REST where they do not make it up."""

    places: Mapping[str, tuple[str, ...]]

    def elements(self, category: str, parse: Mapping[str, dict[str, str]]) -> Elements:
        """The combinations of places that a category is."""
        told = parse[category]
        return frozenset(product(*((told[name],) if name in told else places for name, places in self.places.items())))


class Meaning:
    """What one number's cells are as sets; `cells` has KEY, `low` and `high` of all its periods."""

    def __init__(self, cells: pd.DataFrame, areas: Areas) -> None:
        self._cells, self._areas = cells, areas
        self._by_ages: dict[frozenset[str], bool] = {}
        self._listed_ages = frozenset(cells["age"].unique())
        self._areas_add_up = not _areas_compared(cells, areas).refutes
        self._sexes_add_up = not compared(cells, "sex", TOTAL, ("male", "female")).refutes
        self.time = self._time()

    def area(self, code: str, period: str) -> Elements:
        """The municipalities of an area that live in a period."""
        members = self._areas.municipalities(code)
        living = frozenset(code for code in members if code in self._areas and self._areas[code].existed(period))
        inside = living or members
        return frozenset(inside) if self._areas_add_up else frozenset({inside})

    def sex(self, sex: str) -> Elements:
        """Both sexes, or one."""
        if not self._sexes_add_up:
            return frozenset({sex})
        return frozenset({"male", "female"}) if sex == TOTAL else frozenset({sex})

    def ages(self, labels: Sequence[str]) -> dict[str, Elements]:
        """Years of age of every label that stands among `labels`; total is all of them, and a rest unless they make it up."""
        spans = {label: ages(label) or frozenset({label}) for label in labels if label != TOTAL}
        everybody = frozenset().union(*spans.values()) if spans else frozenset()
        if not spans or not self._make_up_everybody(spans):
            everybody |= {REST}
        return spans | ({TOTAL: everybody} if TOTAL in labels else {})

    def _make_up_everybody(self, spans: Mapping[str, Elements]) -> bool:
        key = frozenset(spans) & self._listed_ages
        if key not in self._by_ages:
            listed = {label: spans[label] for label in key}
            found = [compared(self._cells, "age", TOTAL, cover) for cover in covers(listed)]
            self._by_ages[key] = sum(found, Evidence()).bears_out
        return self._by_ages[key]

    def months(self, period: str) -> Elements:
        """The months of a period where they make it up, else the period alone."""
        return frozenset({period}) if self.time == "apart" else months(period)

    def times(self, period: str) -> int:
        """How many months' figures the figure of a period stands for."""
        return len(months(period)) if self.time == "mean" else 1

    def _time(self) -> Time:
        """Whether years are sums of their months (or quarters), or means of them: as most cells have it that tell."""
        lengths = {len(months(period)) for period in self._cells["period"].unique()}
        if len(lengths) < 2:
            return "apart"
        sums, means = Evidence(), Evidence()
        for whole, parts in _wholes(self._cells["period"].unique()):
            sums += compared(self._cells, "period", whole, parts)
            means += compared(self._cells, "period", whole, parts, len(parts))
        if sums.bears_out or (sum(sums) == 0 and self._may_be_sums()):
            return "sum"
        return "mean" if means.bears_out and means.equal > 1 else "apart"

    def _may_be_sums(self) -> bool:
        """Where no year shows with all its months: almost all do, and what is left is not negative."""
        near = False
        for whole, parts in _wholes(self._cells["period"].unique()):
            known = self._cells[self._cells["low"].notna()].drop_duplicates(KEY)
            others = [key for key in KEY if key != "period"]
            told = known[known["period"].isin(parts)].groupby(others)["low"].agg(["sum", "size"])
            both = told.join(known[known["period"].eq(whole)].set_index(others)["high"], how="inner")
            if (both["sum"] > both["high"] + 1e-6).any():
                return False
            near |= bool((both["size"] >= len(parts) - FEW_HIDDEN).any())
        return near

    def spaces(self, categories: Collection[str]) -> list[tuple[Space, dict[str, Elements]]]:
        """The divisions of categories, crossed ones together, and in each the set that every category of it is."""
        parse = {category: divisions(category) for category in categories}
        parse = self._apart_where_they_overlap(parse)
        together = _joined([set(variables) for variables in parse.values() if variables])
        spaces = []
        for names in together:
            places = {name: self._places(name, parse) for name in sorted(names)}
            space = Space(places)
            own = [category for category, variables in parse.items() if not variables or set(variables) & names]
            spaces.append((space, {category: space.elements(category, parse) for category in own}))
        return spaces or [(Space({}), {category: frozenset({()}) for category in parse})]

    def _apart_where_they_overlap(self, parse: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        names = {name for variables in parse.values() for name in variables}
        found = {name: self._compared_divisions(name, parse) for name in names}
        overlapping = {name for name, evidence in found.items() if evidence.more > REFUTED * max(1, sum(evidence))}
        self._whole = {name for name, evidence in found.items() if evidence.bears_out}
        return {
            category: {
                (f"{name}: {place}" if name in overlapping else name): place for name, place in variables.items()
            }
            for category, variables in parse.items()
        }

    def _compared_divisions(self, name: str, parse: Mapping[str, dict[str, str]]) -> Evidence:
        """The categories of a division beside what they divide: everybody, or the categories of other divisions."""
        parts: dict[tuple[tuple[str, str], ...], list[str]] = {}
        wholes = {
            tuple(sorted(variables.items())): category for category, variables in parse.items() if name not in variables
        }
        for category, variables in parse.items():
            if name in variables:
                rest = tuple(sorted((other, place) for other, place in variables.items() if other != name))
                parts.setdefault(rest, []).append(category)
        found = [compared(self._cells, "breakdown", wholes[key], own) for key, own in parts.items() if key in wholes]
        return sum(found, Evidence())

    def _places(self, name: str, parse: Mapping[str, dict[str, str]]) -> tuple[str, ...]:
        listed = tuple(sorted({variables[name] for variables in parse.values() if name in variables}))
        return listed if name in self._whole else (*listed, REST)


def _wholes(periods: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Years and quarters with the quarters or months that they consist of, where all of these are listed."""
    by_months = {months(period): period for period in periods}
    for whole, label in by_months.items():
        for size in (1, 3):
            parts = [part for elements, part in by_months.items() if elements < whole and len(elements) == size]
            if parts and size * len(parts) == len(whole):
                yield label, parts


def _joined(groups: list[set[str]]) -> list[set[str]]:
    """Groups with a name in common as one."""
    joined: list[set[str]] = []
    for group in groups:
        meeting = [other for other in joined if other & group]
        joined = [other for other in joined if not other & group] + [group.union(*meeting)]
    return joined


def _areas_compared(cells: pd.DataFrame, areas: Areas) -> Evidence:
    """Areas beside the sums of their municipalities wherever all of these show."""
    found = Evidence()
    for period, rows in cells[cells["low"].notna()].groupby("period"):
        wide = rows.drop_duplicates(KEY).pivot(
            index="area", columns=["sex", "age", "breakdown"], values=["low", "high"]
        )
        codes = list(wide.index)
        parts = [areas.municipalities(code) for code in codes]
        living = [[code for code in own if code in areas and areas[code].existed(str(period))] for own in parts]
        kept = [n for n, own in enumerate(living) if own and own != [codes[n]] and set(own) <= set(codes)]
        if not kept:
            continue
        place = {code: n for n, code in enumerate(codes)}
        sums = np.zeros((len(kept), len(codes)))
        for row, n in enumerate(kept):
            sums[row, [place[code] for code in living[n]]] = 1
        low, high = wide["low"].to_numpy(), wide["high"].to_numpy()
        known = (sums @ np.isnan(low) == 0) & ~np.isnan(low[kept])
        most, least = sums @ np.nan_to_num(high), sums @ np.nan_to_num(low)
        slack = 1e-6 * (1 + most)
        less, more = most < np.nan_to_num(low[kept]) - slack, least > np.nan_to_num(high[kept]) + slack
        found += Evidence(*(int((known & flags).sum()) for flags in (~less & ~more, less, more)))
    return found
