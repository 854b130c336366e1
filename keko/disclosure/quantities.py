"""What rows tell of numbers of persons, and which of these are too few to show (METHODS 5).

A count tells its persons; a share, a rate and a ratio their numerator, among whom they are counted, and the others
(denominator less numerator); a mean, a median and a score of persons how many those are. Where only a rounded share is
given, its numerator is known within the rounding alone.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.data.arrays import Flags, Floats
from keko.disclosure.lattice import Relation
from keko.indicators.catalogue import Indicator

SENSITIVE_DENOMINATOR = 30
FRACTIONS = frozenset({"proportion", "rate", "ratio"})
_MOST_DECIMALS = 6
_CLOSE = 1e-9


@dataclass(frozen=True)
class Counts:
    """Per row, nan where it tells nothing: `persons` counted, `among` whom; `least` and `most` persons by the rounding."""

    persons: Floats
    among: Floats
    least: Floats
    most: Floats

    @classmethod
    def of(cls, rows: pd.DataFrame, item: Indicator) -> "Counts":
        """What the rows of an indicator tell."""
        value, numerator, denominator = (rows[name].to_numpy(float) for name in ("value", "numerator", "denominator"))
        nothing = np.full(len(rows), np.nan)
        if item.kind in FRACTIONS:
            return cls._fraction(value, numerator, denominator, item.multiplier)
        if item.kind == "count":
            return cls(value, nothing, value, value)
        counted = item.kind == "other" and item.disclosure.figures == "persons"
        persons = np.where(counted & np.isnan(denominator), value, denominator)
        persons = np.where(persons < 0, np.nan, persons)
        return cls(persons, nothing, persons, persons)

    @classmethod
    def _fraction(cls, value: Floats, numerator: Floats, denominator: Floats, multiplier: float) -> "Counts":
        computed = value * denominator / multiplier
        half = rounding(value) / 2 * denominator / multiplier
        given = ~np.isnan(numerator)
        return cls(
            np.where(given, numerator, computed),
            denominator,
            np.where(given, numerator, computed - half),
            np.where(given, numerator, computed + half),
        )

    @property
    def others(self) -> Floats:
        """Those who are not counted."""
        return self.among - self.persons

    def too_few(self, item: Indicator) -> dict[str, Flags]:
        """Which rows must not be shown, by the number that is the reason: persons, others or among."""
        threshold = item.disclosure.threshold
        reasons = {"persons": _few(self.least, self.most, threshold)}
        if item.kind in FRACTIONS:
            reasons["others"] = _few(self.among - self.most, self.among - self.least, threshold)
        if item.disclosure.sensitive and item.kind in FRACTIONS:
            reasons["among"] = self.among < SENSITIVE_DENOMINATOR
        return reasons


def rounding(values: Floats) -> float:
    """The step that values were rounded to: the widest that all of them keep."""
    present = values[~np.isnan(values)]
    for decimals in range(_MOST_DECIMALS):
        if np.allclose(np.round(present, decimals), present, rtol=0, atol=_CLOSE):
            return float(10.0**-decimals)
    return 0.0


def _few(least: Floats, most: Floats, threshold: int) -> Flags:
    """Whether some whole number of persons that is too small is possible; of decimals, whether the number itself is."""
    whole = np.ceil(least - _CLOSE) <= np.floor(most + _CLOSE)
    possible = (np.ceil(least - _CLOSE).clip(1) <= np.floor(most + _CLOSE)) & (
        np.ceil(least - _CLOSE).clip(1) < threshold
    )
    return np.where(whole, possible & (most > 0), (most > 0) & (most < threshold))


@dataclass(frozen=True)
class Quantities:
    """The names of the quantities that an indicator's rows tell of."""

    persons: str
    among: str
    others: str

    @classmethod
    def of(cls, indicator: str) -> "Quantities":
        """Those of the indicator with this id."""
        return cls(indicator, f"{indicator} among", f"{indicator} others")

    @property
    def relation(self) -> Relation:
        """Whoever is among them is counted or not."""
        return Relation(self.among, (self.persons, self.others))


def indicator_of(quantity: str) -> str:
    """The id of the indicator that tells a quantity."""
    return quantity.partition(" ")[0]
