"""Counts of persons that do not fit the number of people who live in their areas: another scale."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History
from keko.intake.match.new_indicators import names_persons
from keko.intake.values.dimensions import TOTAL
from keko.intake.values.units import Unit

ORDER = 84
KIND = ProblemKind(
    "unlike-residents",
    "error",
    Text(
        "Rivillä {row} on {value} henkilöä (”{measure}”, {area}), mutta alueella asuu noin {residents}: kerro kuvauksessa, millä "
        "luvut kerrotaan (scale: luku tai as given).",
        "På rad {row} finns {value} personer (”{measure}”, {area}) men i området bor ungefär {residents}: ange i beskrivningen "
        "vad talen ska multipliceras med (scale: ett tal eller as given).",
        "Row {row} has {value} persons (“{measure}”, {area}), but about {residents} live in the area: say in the mapping by what "
        "the figures are multiplied (scale: a number or as given).",
    ),
)
_TIMES = 5  # more persons than residents may be clients or events, but not five times as many
_PART = 0.05  # residents of an area have changed, but not to a twentieth
_OF_RESIDENTS = ["sex", "age", "breakdown"]


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each measure once that counts persons, at the first figure that is far above the residents of its area.

    Of figures that are themselves the residents of areas, also at the first that is far below, where half of them are.
    Measures whose scale an analyst has told are left alone.
    """
    problems: list[Problem] = []
    for index, item in enumerate(indicators):
        if arranged.measures[index].settled or not _counts_persons(item):
            continue
        rows = arranged.observations
        own = rows[(rows["measure"] == index) & rows["value"].notna()]
        wrong = own[_wrong(own, _residents(own["area"], areas), item)]
        for row in wrong.head(1).itertuples():
            area = areas[str(row.area)]
            problems.append(
                KIND.at(
                    int(row.row),  # type: ignore[arg-type]
                    measure=arranged.measures[index].name,
                    value=f"{row.value:.15g}",
                    area=area.name,
                    residents=area.population,
                )
            )
    return problems


def _residents(codes: "pd.Series[str]", areas: Areas) -> "pd.Series[float]":
    """The residents of each area, NaN where they are not known."""
    return pd.Series([areas[code].population or np.nan for code in codes], index=codes.index, dtype=np.float64)


def _counts_persons(item: Indicator) -> bool:
    """Whether it counts persons by its unit or, having none, by its name."""
    persons = Unit.of(item.unit).quantity == "persons" or (not item.unit and names_persons(item.names.fi))
    return item.kind == "count" and persons


def _wrong(own: pd.DataFrame, residents: "pd.Series[float]", item: Indicator) -> "pd.Series[bool]":
    above: pd.Series[bool] = own["value"] > _TIMES * residents
    if not item.counts_residents or item.population.ages:
        return above
    everybody = (own[_OF_RESIDENTS] == TOTAL).all(axis=1) & residents.notna()
    below: pd.Series[bool] = everybody & (own["value"] < _PART * residents)
    return above | below if 2 * below.sum() >= everybody.sum() else above
