"""A file's figures beside those that were published before them, one series of each area, sex, age and breakdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from keko.data.arrays import Floats, Positions
from keko.data.periods import frequency, position
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.values.distinct import codes_of

# By indicator the rows that are published now, shaped as `keko.data.observations.COLUMNS`.
History = Mapping[str, pd.DataFrame]

SERIES = ["measure", "area", "sex", "age", "breakdown"]
_STEPS = {"year": 1, "quarter": 4, "month": 12}


@dataclass(frozen=True)
class Changes:
    """Figures beside those of a year earlier: `now` and `then`.

    `at`: the place of each among the file's observations, -1 for one that was published before; `measure` and `series`: a
    number for each.
    """

    at: Positions
    measure: Positions
    series: Positions
    now: Floats
    then: Floats


def published(arranged: Arranged, indicators: Sequence[Indicator], before: History) -> pd.DataFrame:
    """The delivered figures published now of the file's indicators, with the measure of the file that they belong to.

    A hidden one is among them, without its value.
    """
    delivered_rows = []
    for index, item in enumerate(indicators):
        rows = before.get(item.id)
        if rows is not None and item.id not in {indicator.id for indicator in indicators[:index]}:
            counted = rows["value"].notna() | rows["status"].eq("hidden")
            delivered = rows[(rows["origin"] == "delivered") & counted]
            delivered_rows.append(delivered[[*SERIES[1:], "period", "value"]].assign(measure=index))
    return (
        pd.concat(delivered_rows, ignore_index=True)
        if delivered_rows
        else pd.DataFrame(columns=[*SERIES, "period", "value"])
    )


def yearly_changes(arranged: Arranged, old: pd.DataFrame) -> Changes:
    """Every figure of the file, and of `old`, that has one of the same series a year earlier."""
    own = arranged.observations[[*SERIES, "period", "value"]]
    both = pd.concat([own, old], ignore_index=True) if len(old) else own
    value = both["value"].to_numpy(dtype=np.float64)
    kept = np.flatnonzero(~np.isnan(value))
    if not len(kept):
        return Changes(kept, kept, kept, value[kept], value[kept])
    both, value = both.iloc[kept], value[kept]
    series = codes_of(both, SERIES)
    step, place = _places(both["period"])
    width = int(place.max()) + 1
    key, earlier = series * width + place, series * width + place - step
    order = np.argsort(key, kind="stable")  # of two figures of one key the file's own stands first
    earlier_place = np.searchsorted(key[order], earlier).clip(max=len(key) - 1)
    known = key[order][earlier_place] == earlier
    at = np.where(kept < len(own), kept, -1)
    measure = both["measure"].to_numpy(dtype=np.intp)
    return Changes(at[known], measure[known], series[known], value[known], value[order][earlier_place][known])


def _places(periods: "pd.Series[str]") -> tuple[Positions, Positions]:
    """How far back a year is for each row's period, and its place on the time line, frequencies kept apart."""
    codes, texts = pd.factorize(periods)
    steps = np.array([_STEPS[frequency(text)] for text in texts], dtype=np.intp)
    # Years, quarters and months lie on time lines of their own, far enough apart not to meet.
    places = np.array([position(text) + 100_000 * _STEPS[frequency(text)] for text in texts], dtype=np.intp)
    return steps[codes], places[codes]
