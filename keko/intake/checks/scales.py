"""Figures ten, a hundred or a thousand times what was published before, or what others published: another unit."""

from collections.abc import Mapping, Sequence

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
SCALE_ASKED = ProblemKind(
    "scale-asked",
    "error",
    Text(
        "Mittarin ”{measure}” luvut ovat noin {factor} kertaa aiemmin julkaistut (esim. rivi {row}): kerro kuvauksessa, millä "
        "luvut kerrotaan (scale: luku tai as given).",
        "Talen för ”{measure}” är ungefär {factor} gånger de tidigare publicerade (t.ex. rad {row}): ange i beskrivningen vad "
        "talen ska multipliceras med (scale: ett tal eller as given).",
        "The figures of “{measure}” are about {factor} times those published before (e.g. row {row}): say in the mapping by "
        "what the figures are multiplied (scale: a number or as given).",
    ),
)
UNLIKE_OTHERS = ProblemKind(
    "unlike-others",
    "error",
    Text(
        "Mittarin ”{measure}” luvut ovat noin {factor} kertaa toisen toimittajan julkaisemat (esim. rivi {row}): kerro "
        "kuvauksessa, millä luvut kerrotaan (scale: luku tai as given).",
        "Talen för ”{measure}” är ungefär {factor} gånger de som en annan leverantör har publicerat (t.ex. rad {row}): ange i "
        "beskrivningen vad talen ska multipliceras med (scale: ett tal eller as given).",
        "The figures of “{measure}” are about {factor} times those that another provider has published (e.g. row {row}): say "
        "in the mapping by what the figures are multiplied (scale: a number or as given).",
    ),
)
_LEAST = 3
_ASKED = 2  # powers of ten from which on a move is a question
_CLOSE = 0.15
_FACTORS = {1: "10", 2: "100", 3: "1000", -1: "1/10", -2: "1/100", -3: "1/1000"}


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each measure that moved, once; a hundredfold move is a question."""
    powers = moved(arranged, indicators, before)
    kinds = {index: SCALE_ASKED if abs(power) >= _ASKED else KIND for index, (power, _) in powers.items()}
    return _problems(arranged, powers, kinds)


def beside_others(arranged: Arranged, indicators: Sequence[Indicator], others: History) -> list[Problem]:
    """Each measure whose figures are a hundred or a thousand times those of other providers. `others`: theirs, by indicator."""
    powers = {index: step for index, step in moved(arranged, indicators, others).items() if abs(step[0]) >= _ASKED}
    return _problems(arranged, powers, dict.fromkeys(powers, UNLIKE_OTHERS))


def _problems(
    arranged: Arranged, powers: Mapping[int, tuple[int, int]], kinds: Mapping[int, ProblemKind]
) -> list[Problem]:
    """What is to be said of measures that moved, unless an analyst has told their scale."""
    return [
        kinds[index].at(row, measure=arranged.measures[index].name, factor=_FACTORS[power])
        for index, (power, row) in powers.items()
        if not arranged.measures[index].settled
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
        if (len(own) >= _LEAST or abs(power) >= _ASKED) and power in _FACTORS and abs(middle - power) < _CLOSE:
            steps[int(str(index))] = (power, int(pairs.loc[own.index[0], "row"]))
    return steps
