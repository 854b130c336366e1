"""What disclosure control looks at together: tables about to be published, and what readers have or have had of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np
import pandas as pd

from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY
from keko.disclosure.divisions import Rule
from keko.disclosure.quantities import FRACTIONS, Counts, Quantities
from keko.disclosure.slots import SLOT
from keko.indicators.catalogue import Indicator

Texts: TypeAlias = "np.ndarray[tuple[int], np.dtype[np.object_]]"


@dataclass(frozen=True)
class Table:
    """Rows of one indicator with unique KEY. `counts`: what they tell of persons, and hide where they are hidden.

    `also`: SLOT and `row` of further slots that rows tell the same persons of. `division`: how its categories make each
    other up where their names do not say it.
    """

    indicator: Indicator
    rows: pd.DataFrame
    counts: Counts
    also: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*SLOT, "row"]))
    division: Rule | None = None

    @classmethod
    def of(cls, indicator: Indicator, rows: pd.DataFrame) -> "Table":
        """A table and what its own numbers tell."""
        return cls(indicator, rows, Counts.of(rows, indicator))

    @property
    def hidden(self) -> Flags:
        """Which rows are hidden already."""
        return self.rows["status"].eq("hidden").to_numpy()

    @property
    def causes(self) -> Texts:
        """Why each row is hidden: primary, secondary, or None where that is not recorded or it shows."""
        return (
            self.rows["cause"].to_numpy(object) if "cause" in self.rows else np.full(len(self.rows), None, dtype=object)
        )

    @property
    def few(self) -> dict[str, Flags]:
        """Which rows must not be shown, by the number that is the reason."""
        return self.counts.too_few(self.indicator)

    def at(self, places: Flags) -> "Table":
        """The rows at `places`."""
        counts = self.counts
        chosen = Counts(*(numbers[places] for numbers in (counts.persons, counts.among, counts.least, counts.most)))
        also = self.also[places[self.also["row"].to_numpy(np.int64)]]
        also = also.assign(row=np.cumsum(places)[also["row"].to_numpy(np.int64)] - 1)
        return replace(self, rows=self.rows[places].reset_index(drop=True), counts=chosen, also=also)

    @property
    def spans_periods(self) -> bool:
        """Whether some rows tell of another period too."""
        own = self.rows["period"].to_numpy()[self.also["row"].to_numpy(np.int64)]
        return bool((self.also["period"].to_numpy() != own).any())

    def numbers(self, with_others: bool, with_among: bool = False) -> pd.DataFrame:
        """SLOT, `number`, `upper` (what it cannot exceed), `row`, and `counted`, for every number that rows tell or hide.

        Those of a row that are `counted` are the same persons.

        Of fractions `with_others` those who are not counted too, for a reader who does not know the denominators, and
        then denominators that are too few; all of them `with_among`.
        """
        names, counts = Quantities.of(self.indicator.id), self.counts
        fraction = self.indicator.kind in FRACTIONS
        upper = counts.among if fraction and not with_others else None
        told = [self._slots(names.persons, counts.persons, upper), self._further()]
        if fraction and with_others:
            told.append(self._slots(names.others, counts.others))
            few = self.few.get("among", np.zeros(len(self.rows), dtype=bool))
            denominators = self._slots(names.among, counts.among)
            told.append(denominators[(few | with_among)[denominators["row"]]])
        numbers = pd.concat([part for part in told if len(part)] or told[:1], ignore_index=True)
        return numbers.assign(counted=~numbers["quantity"].isin([names.others, names.among]))

    def _further(self) -> pd.DataFrame:
        row = self.also["row"].to_numpy(np.int64)
        slots = self.also.assign(number=self.counts.persons[row], upper=np.inf, row=row)
        told: pd.DataFrame = slots[self.hidden[row] | ~np.isnan(self.counts.persons[row])]
        return told

    def _slots(self, quantity: str, numbers: Floats, upper: Floats | None = None) -> pd.DataFrame:
        there = self.hidden | ~np.isnan(numbers)
        limits = np.full(len(numbers), np.inf) if upper is None else np.where(np.isnan(upper), np.inf, upper)
        slots = self.rows.loc[there, KEY].assign(quantity=quantity)[SLOT]
        return slots.assign(number=numbers[there], upper=limits[there], row=np.flatnonzero(there))


@dataclass(frozen=True)
class PublishedTable:
    """What one release shows or showed. `rows` have the `cause` of what they hide; `is_current`: readers see it now."""

    table: Table
    provider: str
    is_current: bool = True


def _no_rows() -> pd.DataFrame:
    return pd.DataFrame(columns=[*KEY, "cause"], dtype=object)


@dataclass(frozen=True)
class KnownFigures:
    """What readers have besides the tables at hand, oldest first.

    `causes`: by indicator KEY and `cause` of what the provider's current release hides.
    """

    published: tuple[PublishedTable, ...] = ()
    causes: dict[str, pd.DataFrame] = field(default_factory=dict)

    def causes_of(self, indicator: str, rows: pd.DataFrame) -> pd.DataFrame:
        """KEY and `cause` of those of `rows` that the provider's current release hides."""
        return rows[KEY].merge(self.causes.get(indicator, _no_rows()), on=KEY)

    def of_periods(self, periods: Sequence[str]) -> "KnownFigures":
        """What is known of some periods."""
        chosen = tuple(
            PublishedTable(
                part.table.at(part.table.rows["period"].isin(periods).to_numpy()), part.provider, part.is_current
            )
            for part in self.published
        )
        return KnownFigures(tuple(part for part in chosen if len(part.table.rows)), self.causes)
