"""Figures ten, a hundred or a thousand times what was published before: another unit."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import SERIES, History, published

ORDER = 80
KIND = ProblemKind(
    "unit-moved",
    "warning",
    Text(
        "Mittarin ”{measure}” luvut ovat noin {factor} kertaa aiemmin julkaistut: tarkista yksikkö (esim. rivi {row}).",
        "Talen för ”{measure}” är ungefär {factor} gånger de tidigare publicerade: kontrollera enheten (t.ex. rad {row}).",
        "The figures of “{measure}” are about {factor} times those published before: check the unit (e.g. row {row}).",
    ),
)
_LEAST = 3
_CLOSE = 0.15
_FACTORS = {1: "10", 2: "100", 3: "1000", -1: "1/10", -2: "1/100", -3: "1/1000"}


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each measure that moved, once."""
    return [
        KIND.at(row, measure=arranged.measures[index].name, factor=_FACTORS[power])
        for index, (power, row) in moved(arranged, indicators, before).items()
    ]


def moved(arranged: Arranged, indicators: Sequence[Indicator], before: History) -> dict[int, tuple[int, int]]:
    """By measure the power of ten that its figures moved by, and the first row that shows it.

    A figure is compared with the published one of its own period, or with the newest of its series.
    """
    old = published(arranged, indicators, before).dropna(subset="value")
    if old.empty:
        return {}
    own = arranged.observations[[*SERIES, "period", "value", "row"]]
    newest = old.sort_values("period").drop_duplicates(SERIES, keep="last").drop(columns="period")
    pairs = own.merge(old, on=[*SERIES, "period"], how="left", suffixes=("", "_same")).merge(
        newest, on=SERIES, how="left", suffixes=("", "_newest")
    )
    then = pairs["value_same"].fillna(pairs["value_newest"])
    known = (pairs["value"] > 0) & (then > 0)
    powers = (pairs["value"][known] / then[known]).map(np.log10)
    return _steps(powers, pairs[known])


def _steps(powers: "pd.Series[float]", pairs: pd.DataFrame) -> dict[int, tuple[int, int]]:
    steps: dict[int, tuple[int, int]] = {}
    for index, own in powers.groupby(pairs["measure"]):
        middle = float(own.median())
        power = round(middle)
        if len(own) >= _LEAST and power in _FACTORS and abs(middle - power) < _CLOSE:
            steps[int(str(index))] = (power, int(pairs.loc[own.index[0], "row"]))
    return steps
