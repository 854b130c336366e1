"""Figures in the units of their indicators; a unit that nothing makes of the indicator's is asked about."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.arrange.stacking import IN_UNIT
from keko.intake.values.units import Unit, scaled

OTHER_UNIT = ProblemKind(
    "other-unit",
    "error",
    Text(
        "Tiedoston mittarin ”{measure}” yksikkö on {stated}, mutta mittarin ”{indicator}” yksikkö on {unit}: valitse toinen "
        "mittari tai kerro kuvauksessa, millä luvut kerrotaan (scale: luku tai as given).",
        "Enheten för filens ”{measure}” är {stated}, men indikatorn ”{indicator}” har enheten {unit}: välj en annan "
        "indikator eller ange i beskrivningen vad talen ska multipliceras med (scale: ett tal eller as given).",
        "The unit of the file's “{measure}” is {stated}, but that of the indicator “{indicator}” is {unit}: choose another "
        "indicator or say in the mapping by what the figures are multiplied (scale: a number or as given).",
    ),
)
_COUNTED = frozenset({"persons", "things"})


def in_units(arranged: Arranged, indicators: Sequence[Indicator]) -> tuple[Arranged, list[Problem]]:
    """The figures of each measure in the unit of its indicator, `indicators` being parallel to the measures.

    Figures that are to be computed, and those whose scale an analyst has told, stay as they are.
    """
    if arranged.computed or not indicators:
        return arranged, []
    pairs = list(zip(arranged.measures, indicators, strict=True))
    factors = [_factor(measure, item) for measure, item in pairs]
    problems = [
        OTHER_UNIT.at(measure=measure.name, stated=measure.unit, indicator=item.names, unit=item.unit)
        for (measure, item), factor in zip(pairs, factors, strict=True)
        if factor is None
    ]
    if all(factor in {None, 1.0} for factor in factors):
        return arranged, problems
    rows = arranged.observations
    by_measure = np.array([factor or 1.0 for factor in factors])[rows["measure"]]
    whole = {name: scaled(rows[name].to_numpy(dtype=np.float64), by_measure) for name in IN_UNIT}
    measures = [
        measure if factor in {None, 1.0} else replace(measure, unit=item.unit, sure=True)
        for (measure, item), factor in zip(pairs, factors, strict=True)
    ]
    return replace(arranged, observations=rows.assign(**whole), measures=measures), problems


def _factor(measure: Measure, item: Indicator) -> float | None:
    """By what figures are multiplied; None where their unit and the indicator's are of different kinds.

    Words that are no unit KEKO knows ("ruokakuntia") are taken for what is counted, and for nothing else.
    """
    stated, own = Unit.of(measure.unit), Unit.of(item.unit)
    if measure.settled or not (measure.unit and item.unit) or stated.text.casefold() == own.text.casefold():
        return 1.0
    if item.wait and stated.quantity != own.quantity:  # told by class: see `keko.intake.match.waits`
        return 1.0
    if not stated.quantity:
        return 1.0 if own.quantity in _COUNTED or not own.quantity else None
    return stated.to(own)
