"""Numbers of persons that a look at an indicator tells, each with how exactly: from least to most.

A count tells persons; a mean or a median how many it is of; anything else that has them a numerator and a denominator.
A share without its numerator bounds it by the rounding of the share, and so does one without its denominator.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY
from keko.indicators.catalogue import Indicator

PERSONS, NUMERATOR, OTHERS, DENOMINATOR = "persons", "numerator", "others", "denominator"
SENSITIVE_DENOMINATOR = 30
MOST_DECIMALS = 6
CELL = ["hidden", "primary", "borrowed", "release", "provider", "current"]


@dataclass(frozen=True)
class Measure:
    """One number of persons of an indicator: `cells` has KEY, what is told of the cell, and `low`, `high` (nan: nothing)."""

    indicator: Indicator
    number: str
    cells: pd.DataFrame
    whole: bool  # whether all that show are whole numbers

    @property
    def name(self) -> tuple[str, str]:
        """The indicator's id and which of its numbers it is."""
        return self.indicator.id, self.number

    @property
    def protected(self) -> bool:
        """Whether small numbers of it are to be hidden."""
        return self.indicator.disclosure.rule != "none"


def possible_for_itself(rows: pd.DataFrame, item: Indicator) -> "pd.Series[bool]":
    """Whether the numbers of a row are such that a cell is hidden for itself, or may be."""
    threshold = item.disclosure.threshold
    least, most = persons(rows, item)
    few = (most > 0) & (least < threshold)
    others = _number(rows, "denominator") - least
    small = few | ((others > 0) & (others < threshold))
    if item.disclosure.sensitive:
        small |= _number(rows, "denominator") < SENSITIVE_DENOMINATOR
    return pd.Series(small | np.isnan(least), rows.index)


def persons(rows: pd.DataFrame, item: Indicator) -> tuple[Floats, Floats]:
    """Least and most of the number that an indicator is about."""
    if counts_by_value(item):
        return _written(_number(rows, "value"))
    if item.kind in {"mean", "median"}:
        return _written(_number(rows, "denominator"))
    return _numerators(rows, item)


def _number(rows: pd.DataFrame, name: str) -> Floats:
    return rows[name].to_numpy(dtype=float)


def decimals_of(numbers: Floats) -> int:
    """The most decimals that the numbers are written with; of what is computed, many."""
    known = numbers[~np.isnan(numbers)]
    for decimals in range(MOST_DECIMALS):
        if np.all(np.abs(known - np.round(known, decimals)) < 1e-9 * np.maximum(1, np.abs(known))):
            return decimals
    return MOST_DECIMALS


def _half(numbers: Floats) -> float:
    """Half a unit of the last decimal."""
    return 0.5 * 10.0 ** -decimals_of(numbers)


def _written(numbers: Floats) -> tuple[Floats, Floats]:
    """What rounded numbers may have been; whole ones are exact."""
    half = 0.0 if decimals_of(numbers) == 0 else _half(numbers)
    return (numbers - half).clip(min=0), numbers + half


def _numerators(rows: pd.DataFrame, item: Indicator) -> tuple[Floats, Floats]:
    value, among = _number(rows, "value"), _number(rows, "denominator")
    low, high = _written(_number(rows, "numerator"))
    computed = np.isnan(low) & ~np.isnan(value) & ~np.isnan(among)
    if item.kind in {"proportion", "rate"} and computed.any():
        half = _half(value[computed])
        low[computed] = ((value[computed] - half) * among[computed] / item.multiplier).clip(min=0)
        high[computed] = (value[computed] + half) * among[computed] / item.multiplier
        if decimals_of(among) == 0:
            low[computed], high[computed] = np.ceil(low[computed] - 1e-6), np.floor(high[computed] + 1e-6)
    return low, np.maximum(low, high)


def _denominators(rows: pd.DataFrame, item: Indicator) -> tuple[Floats, Floats]:
    value, numerator = _number(rows, "value"), _number(rows, "numerator")
    low, high = _written(_number(rows, "denominator"))
    computed = np.isnan(low) & (value > 0) & (numerator > 0)
    if item.kind in {"proportion", "rate"} and computed.any():
        half = _half(value[computed])
        low[computed] = numerator[computed] * item.multiplier / (value[computed] + half)
        high[computed] = numerator[computed] * item.multiplier / (value[computed] - half).clip(min=1e-9)
    return low, high


def measures(look: pd.DataFrame, item: Indicator) -> list[Measure]:
    """What a look at an indicator tells of persons; the first is the number that it is about."""
    least, most = persons(look, item)
    if np.isnan(least).all() and look["denominator"].isna().all():
        return []
    if counts_by_value(item):
        return [_measure(look, item, PERSONS, (least, most))]
    if item.kind in {"mean", "median"}:
        return [_measure(look, item, DENOMINATOR, (least, most))]
    return [
        _measure(look, item, NUMERATOR, (least, most)),
        _measure(look, item, DENOMINATOR, _denominators(look, item)),
    ]


def _measure(look: pd.DataFrame, item: Indicator, number: str, told: tuple[Floats, Floats]) -> Measure:
    cells = look[[*KEY, *CELL]].assign(low=told[0], high=told[1])
    exact = cells.loc[cells["low"].eq(cells["high"]), "low"].to_numpy(float)
    whole = bool(len(exact)) and decimals_of(exact) == 0 and not _rounded(look, number, item)
    return Measure(item, number, cells, whole)


def _rounded(look: pd.DataFrame, number: str, item: Indicator) -> bool:
    name = "value" if number == PERSONS else number
    return decimals_of(_number(look, name)) > 0


def has_others(look: pd.DataFrame, item: Indicator) -> bool:
    """Whether denominator less numerator is a number of persons: of shares, and of rates that nowhere exceed one each."""
    if item.kind == "proportion":
        return True
    numerator, among = _number(look, "numerator"), _number(look, "denominator")
    both = ~(np.isnan(numerator) | np.isnan(among))
    fits: Flags = numerator[both] <= among[both]
    return item.kind == "rate" and bool(both.any()) and bool(fits.all())


def counts_by_value(item: Indicator) -> bool:
    """Whether the value itself is a number of persons."""
    return item.kind == "count" or (item.kind == "other" and item.disclosure.figures == "persons")
