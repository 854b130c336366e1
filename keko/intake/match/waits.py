"""Waiting times that a file tells by class: as persons of each class, whatever it tells them as."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.arrays import Floats, Integers
from keko.data.observations import KEY
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator, Wait
from keko.indicators.waits import WaitClass, class_of, classes_of, divides
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.values.dimensions import TOTAL

NOT_WHOLE = ProblemKind(
    "wait-classes-not-whole",
    "error",
    Text(
        "Rivin {row} odotusajan luokissa on yhteensä {sum}, vaikka niissä pitäisi olla {whole}: tarkista luokat ja "
        "henkilöiden määrä.",
        "Väntetidsklasserna på rad {row} har sammanlagt {sum} men borde ha {whole}: kontrollera klasserna och antalet "
        "personer.",
        "The waiting-time classes on row {row} make up {sum} but should make up {whole}: check the classes and the number "
        "of persons.",
    ),
)
NOT_IN_A_ROW = ProblemKind(
    "wait-classes-apart",
    "error",
    Text(
        "Rivin {row} odotusajan luokat eivät kata kaikkia odotusaikoja nollasta alkaen kerran: tarkista, puuttuuko luokka.",
        "Väntetidsklasserna på rad {row} täcker inte alla väntetider från noll en gång: kontrollera om en klass saknas.",
        "The waiting-time classes on row {row} do not hold every wait from zero upwards exactly once: check whether one is missing.",
    ),
)
WITHOUT_PERSONS = ProblemKind(
    "wait-classes-without-persons",
    "error",
    Text(
        "Rivin {row} odotusajan luokista on osuudet mutta ei henkilöiden määrää: lisää se, esimerkiksi sarakkeeksi n.",
        "Väntetidsklasserna på rad {row} har andelar men inte antalet personer: lägg till det, till exempel som kolumnen n.",
        "The waiting-time classes on row {row} have shares but no number of persons: add it, for example as a column n.",
    ),
)
_PERSONS_BY_WAIT = Text(
    "{name}: henkilöt odotusajan mukaan", "{name}: personer efter väntetid", "{name}: persons by waiting time"
)
_CELL = [name for name in KEY if name != "breakdown"]
_WHOLE = 100.0
_ROUNDED = 0.5  # of the last place of a share, for each class


def settle_waits(
    arranged: Arranged, indicators: Sequence[Indicator], catalogue: Sequence[Indicator]
) -> tuple[Arranged, list[Indicator], list[Problem]]:
    """Waits by class as persons of the indicator that counts them; the wait itself is a measure that has no rows yet.

    A count or a share of each class, of all within so many days, and the number of all persons are understood. A wait that
    the catalogue knows without classes keeps its rows as they are.
    """
    rows = arranged.observations
    by_class = rows["breakdown"].map({text: class_of(text) is not None for text in rows["breakdown"].unique()})
    if not indicators or not by_class.any() or rows.duplicated(["measure", *KEY]).any():
        return arranged, list(indicators), []
    settled, problems = _Settled(arranged, list(indicators), {item.id: item for item in catalogue}), list[Problem]()
    for measure in _counts_first(rows.loc[by_class.astype(bool), "measure"].unique().tolist(), arranged.measures):
        problems += settled.take(measure)
    settled.leave_out_twice_told()
    return settled.arranged, settled.indicators, problems


def _counts_first(measures: Sequence[int], named: Sequence[Measure]) -> list[int]:
    return sorted(measures, key=lambda place: named[place].unit == "%")


@dataclass
class _Settled:
    """What is understood so far. `told`: the names of the measures that are settled; `twice`: measures that tell them again."""

    arranged: Arranged
    indicators: list[Indicator]
    catalogue: dict[str, Indicator]
    told: set[str] = field(default_factory=set)
    twice: set[int] = field(default_factory=set)

    def take(self, measure: int) -> list[Problem]:
        """Settle one measure; shares of persons that were counted in another tell nothing more."""
        named, pair = self.arranged.measures[measure], self._pair(self.indicators[measure])
        if pair is None:
            return []
        if named.name in self.told:
            self.twice.add(measure)
            return []
        self.told.add(named.name)
        wait, classes = pair
        rows = self.arranged.observations
        own = rows["measure"] == measure
        counted, problems = _counted(rows[own], named)
        self.indicators[measure] = classes
        measures = list(self.arranged.measures)
        measures[measure] = replace(named, unit="", values=int(counted["value"].notna().sum()))
        if wait.id not in {item.id for item in self.indicators}:
            self.indicators.append(wait)
            measures.append(replace(named, unit=wait.unit, values=0))
        observations = pd.concat([rows[~own], counted], ignore_index=True)
        self.arranged = replace(self.arranged, observations=observations, measures=measures, computed=False)
        return problems

    def leave_out_twice_told(self) -> None:
        """Take out the measures that tell again what others tell."""
        self.arranged = self.arranged.without(self.twice)
        self.indicators = [item for place, item in enumerate(self.indicators) if place not in self.twice]

    def _pair(self, item: Indicator) -> tuple[Indicator, Indicator] | None:
        """The wait and the indicator that counts persons by its classes; new ones where the file makes the item new."""
        if item.id not in self.catalogue:
            return _new_pair(item)
        if item.wait:
            return item, self.catalogue[item.wait.classes]
        wait = next((own for own in self.catalogue.values() if own.wait and own.wait.classes == item.id), None)
        return (wait, item) if wait else None


def _new_pair(item: Indicator) -> tuple[Indicator, Indicator]:
    classes = f"{item.id[:70]}-classes"
    plain = {"multiplier": 1.0, "decimals": 0, "disclosure": item.disclosure.model_copy(update={"figures": None})}
    wait = {**plain, "kind": "median", "unit": "päivää", "wait": Wait(classes=classes)}
    names = _PERSONS_BY_WAIT.filled(name=item.names)
    count = {**plain, "kind": "count", "unit": "henkilöä", "id": classes, "names": names, "composition": True}
    return item.model_copy(update=wait), item.model_copy(update=count)


def _counted(rows: pd.DataFrame, measure: Measure) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows of one measure as persons by class and all together."""
    index = pd.MultiIndex.from_frame(rows[[*_CELL, "breakdown"]])
    place = pd.Series(np.arange(len(rows)), index).unstack("breakdown", fill_value=-1)
    classes = classes_of(list(place.columns))
    listed = place[[own.id for own in classes]].to_numpy(np.int64)
    totals = place[TOTAL].to_numpy(np.int64) if TOTAL in place else np.full(len(place), -1)
    tables, problems = [], list[Problem]()
    for pattern in np.unique(listed >= 0, axis=0):
        at = ((listed >= 0) == pattern).all(axis=1)
        if pattern.any():
            own = [wait for wait, there in zip(classes, pattern, strict=True) if there]
            table, doubts = _Cells(rows, listed[at][:, pattern], totals[at], own, measure.unit == "%").persons()
            tables.append(table)
            problems += doubts
    return pd.concat(tables, ignore_index=True).sort_values("row", kind="stable"), problems


@dataclass
class _Cells:
    """Cells with the same classes. `at`: the place of each class among `rows`, cell by cell; `totals`: of all together, or -1."""

    rows: pd.DataFrame
    at: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"
    totals: Integers
    classes: list[WaitClass]
    in_per_cent: bool

    def persons(self) -> tuple[pd.DataFrame, list[Problem]]:
        """Persons by class and all together, and what is wrong with them."""
        numerators = self.rows["numerator"].to_numpy(float)[self.at]
        in_per_cent = self.in_per_cent and bool(np.isnan(numerators).all())
        values = self.rows["value"].to_numpy(float)[self.at] if np.isnan(numerators).all() else numerators
        everyone = self._everyone(in_per_cent)
        whole = np.full(len(values), _WHOLE) if in_per_cent else everyone
        values, classes, at = self._apart(values, whole)
        if not divides(classes) or classes[-1].last is not None:
            return self._stacked(values, classes, at, everyone), [NOT_IN_A_ROW.at(row=self._row(0))]
        sums = values.sum(axis=1)
        if not in_per_cent:
            everyone = whole = np.where(np.isnan(everyone), sums, everyone)
        allowed = _ROUNDED * (_step(values) * len(classes) if in_per_cent else 1)
        problems = [
            NOT_WHOLE.at(row=self._row(cell), sum=round(sums[cell], 2), whole=round(whole[cell], 2))
            for cell in np.flatnonzero(np.abs(sums - whole) > allowed + 1e-9)[:1]
        ]
        if in_per_cent:
            problems += [WITHOUT_PERSONS.at(row=self._row(cell)) for cell in np.flatnonzero(np.isnan(everyone))[:1]]
            values = _of_shares(values, everyone)
        return self._stacked(values, classes, at, everyone), problems

    def _row(self, cell: int) -> int:
        return int(self.rows["row"].iloc[self.at[cell, 0]])

    def _everyone(self, in_per_cent: bool) -> Floats:
        """How many persons each cell has in all, where the file says so."""
        denominators = self.rows["denominator"].to_numpy(float)[self.at]
        given = pd.DataFrame(denominators).bfill(axis=1)[0].to_numpy(float)
        total = np.where(self.totals >= 0, self.rows["value"].to_numpy(float)[self.totals], np.nan)
        return np.where(np.isnan(given) & (not in_per_cent), total, given)

    def _apart(self, values: Floats, whole: Floats) -> tuple[Floats, list[WaitClass], Integers]:
        """Of "in 7 days" and "in 30 days" those who waited 8 to 30 days, and those who waited longer than all of them."""
        nested = np.array([own.first == 0 for own in self.classes])
        if nested.sum() < 2:
            return values, self.classes, self.at
        within = values[:, nested]
        upto = [int(own.end) for own in self.classes if own.first == 0]
        classes = [WaitClass(before + 1, last) for before, last in zip([-1, *upto[:-1]], upto, strict=True)]
        longer = [own for own in self.classes if own.first > 0]
        parts, at = [np.diff(within, axis=1, prepend=0.0), values[:, ~nested]], self.at
        if not longer:
            longer = [WaitClass(upto[-1] + 1, None)]
            parts[1] = (whole - within[:, -1])[:, None]
            at = np.column_stack([self.at, self.at[:, -1]])
        return np.concatenate(parts, axis=1), [*classes, *longer], at

    def _stacked(self, values: Floats, classes: list[WaitClass], at: Integers, everyone: Floats) -> pd.DataFrame:
        """Rows as the file has them, less what only shares need."""
        blocks = [_block(self.rows, at[:, place], own.id, values[:, place]) for place, own in enumerate(classes)]
        known = ~np.isnan(everyone)
        blocks.append(_block(self.rows, at[known, 0], TOTAL, everyone[known]))
        return pd.concat(blocks, ignore_index=True)


def _block(rows: pd.DataFrame, at: Integers, breakdown: str, persons: Floats) -> pd.DataFrame:
    block = rows.iloc[at].assign(value=persons, breakdown=breakdown)
    block[["lower", "upper", "numerator", "denominator"]] = np.nan
    stated = block["status"].isin(["preliminary", "estimated"])
    if breakdown == TOTAL:
        return block.assign(status=block["status"].where(stated, "final"), reason=None)
    lost = block["value"].isna() & ~block["status"].isin(["hidden", "missing at source", "not applicable"])
    block.loc[lost, ["status", "reason"]] = ["hidden", "hidden at source"]
    return block


def _step(values: Floats) -> float:
    """The place that shares are rounded to."""
    present = values[~np.isnan(values)]
    return next((10.0**-places for places in range(6) if np.allclose(present, present.round(places), atol=1e-9)), 1e-6)


def _of_shares(shares: Floats, everyone: Floats) -> Floats:
    """Whole persons of each class who are everyone together where no share is missing."""
    n = everyone[:, None]
    complete = ~np.isnan(shares.sum(axis=1, keepdims=True))
    with np.errstate(divide="ignore", invalid="ignore"):
        upto = np.cumsum(shares, axis=1) / shares.sum(axis=1, keepdims=True)
        together = np.diff(np.round(upto * n), axis=1, prepend=0.0)
    return np.where(complete, together, np.round(shares / _WHOLE * n))
