"""What denominators make of values: quotients where a file gives none, and no value where there is nobody."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from keko.data.arrays import Floats
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.measure_names import counted
from keko.intake.arrange.observations import Arranged
from keko.intake.values.statuses import REASON_WITHOUT_VALUE

PER_CENT = 100.0


def quotients(rows: pd.DataFrame, multipliers: Floats | float) -> pd.Series:
    """What `multipliers` times the numerators are of their denominators; missing where there is no denominator, or 0."""
    return rows["numerator"] / rows["denominator"].where(rows["denominator"] != 0) * multipliers


def settle_values(arranged: Arranged, indicators: Sequence[Indicator]) -> Arranged:
    """Values in the units of `indicators`, which are parallel to the measures; without them in per cent.

    A value that cannot be computed, or that the file gives of nobody, is missing; only a count needs no denominator.
    """
    rows, computed = arranged.observations, arranged.computed
    multipliers = np.array([indicator.multiplier for indicator in indicators] or [PER_CENT] * len(arranged.measures))
    counts = [place for place, indicator in enumerate(indicators) if indicator.kind == "count"]
    of_nobody = rows["denominator"].eq(0) & (computed | ~rows["measure"].isin(counts))
    value = quotients(rows, multipliers[rows["measure"]]) if computed else rows["value"].mask(of_nobody)
    lost = rows["value"].notna() & value.isna()
    if lost.any():
        status = np.where(of_nobody[lost], "not applicable", "missing at source")
        rows = rows.copy()
        rows.loc[lost, ["lower", "upper"]] = np.nan
        rows.loc[lost, "status"] = status
        rows.loc[lost, "reason"] = [REASON_WITHOUT_VALUE[text] for text in status]
    elif not computed:
        return arranged
    rows = rows.assign(value=value)
    return replace(arranged, observations=rows, measures=counted(arranged.measures, rows), computed=False)
